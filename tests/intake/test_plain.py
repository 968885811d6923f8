"""What a system says that was made to speak to us, and what of it is wrong."""

from __future__ import annotations

import pytest

from wall.intake.parsed import moment_s, parsed
from wall.intake.plain import read_plain
from wall.model.alarms.signal import Phase


def test_all_of_it_is_read() -> None:
    data = {"camera": 12, "kind": "fire", "state": "begins", "text": "khói", "id": 77, "time": "2026-11-30T00:00:00Z"}
    (told,) = read_plain(data, "/alarms")
    assert (told.number, told.names, told.kind, told.phase) == (12, (), "fire", Phase.BEGINS)
    assert (told.detail, told.key, told.told_s, told.topic) == ("khói", "77", 1_795_996_800.0, "/alarms")


def test_a_list_is_many_and_a_name_is_a_name() -> None:
    first, second = read_plain([{"kind": "door", "camera": "Cổng"}, {"kind": "door"}], "x")
    assert (first.names, first.number, second.names, second.number) == (("Cổng",), 0, (), 0)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ({}, "kind"),
        ({"kind": ""}, "kind"),
        ({"kind": "x", "state": "maybe"}, "state"),
        ({"kind": "x", "camera": {"id": 1}}, "camera"),
        ({"kind": "x", "camera": True}, "camera"),
        (5, "looks like this"),
        ([], "between 1 and 100"),
        ([{"kind": "x"}] * 101, "between 1 and 100"),
        ([{"kind": "x"}, 5], "looks like this"),
    ],
)
def test_what_is_wrong_is_said(data: object, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        read_plain(data, "x")


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        (1.8e9, 1.8e9),
        (1.8e12, 1.8e9),
        ("1970-01-01T00:00:05", 5.0),
        ("5", None),
        (True, None),
        (1e300, None),
        ([], None),
    ],
)
def test_a_moment_is_told_in_many_ways(told: object, seconds: float | None) -> None:
    assert moment_s(told) == seconds


@pytest.mark.parametrize("payload", [b"", b"  ", b"\xff", b"{", b"[" * 200_000, b"1" * 1_000_001])
def test_no_json_is_a_fault_in_plain_words(payload: bytes) -> None:
    with pytest.raises(ValueError, match="it is"):
        parsed(payload)
