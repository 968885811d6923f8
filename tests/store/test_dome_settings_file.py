"""What was settled of domes, in its file beside the database."""

from __future__ import annotations

from pathlib import Path

import pytest

from wall.model.errors import StoreError
from wall.model.ptz.settings import DomeSettings
from wall.store.dome_settings_file import DomeSettingsFile

SETTLED = {4: DomeSettings(True, False, (180.0, -180.0)), 9: DomeSettings(inverts_tilt=True)}


def test_it_is_there_again_and_what_is_as_usual_is_not_written(tmp_path: Path) -> None:
    kept = DomeSettingsFile(tmp_path / "city.db")
    assert kept.load() == {}
    kept.keep({**SETTLED, 5: DomeSettings()})
    assert DomeSettingsFile(tmp_path / "city.db").load() == SETTLED


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        '{"format": 2, "domes": []}',
        '{"format": 1, "domes": [{"camera": 4}]}',
        '{"format": 1, "domes": [{"camera": 4, "inverts_pan": true, "inverts_tilt": false, "pan_degrees": [1]}]}',
        '{"format": 1, "domes": [{"camera": 4, "inverts_pan": true, "inverts_tilt": false, "pan_degrees": [1, 1]}]}',
    ],
)
def test_what_makes_no_sense_is_said(tmp_path: Path, content: str) -> None:
    (tmp_path / "domes.json").write_text(content)
    with pytest.raises(StoreError, match=r"domes\.json"):
        DomeSettingsFile(tmp_path / "city.db").load()


def test_a_disk_that_takes_nothing_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        DomeSettingsFile(tmp_path / "nowhere" / "city.db").keep(SETTLED)
