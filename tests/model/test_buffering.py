"""What a person may settle of what is kept: typed, from the environment, or from a file that others may have edited."""

from __future__ import annotations

import pytest

from wall.model.buffering import NAMES, BufferSettings


def test_the_usual_is_five_minutes_within_bounds() -> None:
    usual = BufferSettings()
    assert usual.keep_s == 300 and usual.memory_bytes == 96 << 20 and usual.disk_bytes == 2 << 30
    assert not usual.while_hidden


def test_what_is_typed_is_taken() -> None:
    typed = {"minutes": "2.5", "memory_mb": "64", "disk_mb": "0", "folder": "/data", "while_hidden": "Yes"}
    assert set(typed) == set(NAMES)
    settled = BufferSettings().settled(typed)
    assert settled == BufferSettings(2.5, 64, 0, "/data", True) and settled.given == set(NAMES)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("minutes", "-1"),
        ("minutes", "nan"),
        ("minutes", "soon"),
        ("minutes", "1e9"),
        ("memory_mb", "0"),
        ("memory_mb", "much"),
        ("disk_mb", "5"),
        ("disk_mb", "-5"),
        ("disk_mb", "99999999999"),
        ("while_hidden", "maybe"),
    ],
)
def test_what_makes_no_sense_is_refused_when_typed_and_passed_over_when_kept(name: str, text: str) -> None:
    with pytest.raises(ValueError, match=text):
        BufferSettings().settled({name: text})
    assert BufferSettings().with_kept({name: text, "unknown": "1"}) == BufferSettings()


def test_what_is_typed_comes_before_what_is_kept() -> None:
    settled = BufferSettings().settled({"minutes": "1"}).with_kept({"minutes": "9", "memory_mb": "32"})
    assert (settled.minutes, settled.memory_mb) == (1, 32)
