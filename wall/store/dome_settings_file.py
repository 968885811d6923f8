"""What was settled of domes, in a file beside the database: `{"format": 1, "domes": [{"camera": 4, …}]}`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from wall.model.errors import StoreError
from wall.model.ptz.settings import DomeSettings
from wall.model.tile import Cause
from wall.store.disk_words import disk_told
from wall.store.json_fields import Json, items, number, record, refuse_newer, truth, whole, written
from wall.store.json_file import read_json
from wall.store.whole_file import write_whole

_FORMAT = 1
_MOST_BYTES = 2**22
_MOST_DOMES = 20_000


class DomeSettingsFile:
    """Blocks; StoreError where the file makes no sense, and where it cannot be written: then it is as it was."""

    def __init__(self, database: Path) -> None:
        self._path = database.with_name("domes.json")

    def load(self) -> Mapping[int, DomeSettings]:
        """By camera; nothing was settled where there is no file."""
        if not self._path.exists():
            return {}
        try:
            data = record(read_json(self._path, _MOST_BYTES), "the file")
            refuse_newer(data, _FORMAT)
            return dict(_dome(each) for each in items(data.get("domes"), "«domes»", _MOST_DOMES))
        except ValueError as error:
            raise StoreError(f"{self._path.name}: {error}", cause=Cause.FILE) from error

    def keep(self, settings: Mapping[int, DomeSettings]) -> None:
        """All of them."""
        domes: list[Json] = [
            {
                "camera": camera_id,
                "inverts_pan": each.inverts_pan,
                "inverts_tilt": each.inverts_tilt,
                "pan_degrees": list(each.pan_degrees) if each.pan_degrees else None,
            }
            for camera_id, each in sorted(settings.items())
            if each != DomeSettings()
        ]
        with disk_told(self._path):
            write_whole(self._path, written({"format": _FORMAT, "domes": domes}).encode())


def _dome(data: Json) -> tuple[int, DomeSettings]:
    told = record(data, "a dome")
    ends = told.get("pan_degrees")
    degrees = None if ends is None else [number(each, "«pan_degrees»") for each in items(ends, "«pan_degrees»", 2)]
    if degrees is not None and len(degrees) != 2:
        raise ValueError("«pan_degrees» has two ends")
    return whole(told.get("camera"), "«camera»", 1, 2**62), DomeSettings(
        truth(told.get("inverts_pan"), "«inverts_pan»"),
        truth(told.get("inverts_tilt"), "«inverts_tilt»"),
        None if degrees is None else (degrees[0], degrees[1]),
    )
