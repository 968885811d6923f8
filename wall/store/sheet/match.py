"""Which camera of the inventory a row means: the one with its number, else the one with its address."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from wall.model.inventory import CameraRecord
from wall.store.sheet.cells import CellError
from wall.store.sheet.export_row import Texts


class Matcher:
    """Gives each camera to one row at most. All rows are asked by number before any is asked by address."""

    def __init__(self, cameras: Iterable[CameraRecord], rows: Mapping[int, Texts]) -> None:
        self._by_number: dict[int, CameraRecord] = {}
        self._by_url: dict[str, list[CameraRecord]] = defaultdict(list)
        self._by_name: dict[tuple[str, str], list[CameraRecord]] = defaultdict(list)
        self._names: dict[int, str] = {}
        for camera in cameras:
            row = rows[camera.camera_id]
            self._names[camera.camera_id] = row["name"]
            if camera.number is not None:
                self._by_number[camera.number] = camera
            if row["url"]:
                self._by_url[_key(row["url"])].append(camera)
            elif camera.number is None:
                self._by_name[row["site"], row["name"]].append(camera)
        self._lines: dict[int, int] = {}
        """The line that means a camera, by its id."""
        self._numbers: dict[int, int] = {}
        self._urls: dict[str, int] = {}
        """The lines of new cameras, by their address."""

    def by_number(self, number: int, line: int) -> CameraRecord | None:
        """The camera of this number. CellError where an earlier line had the number already."""
        if number in self._numbers:
            raise CellError(f"the number {number} stands in line {self._numbers[number]} already")
        self._numbers[number] = line
        camera = self._by_number.get(number)
        return camera and self._give(camera, line)

    def knows(self, url: str) -> bool:
        """Has any camera of the inventory this address, as it is?"""
        return _key(url) in self._by_url

    def by_address(self, address: str, name: str, line: int) -> CameraRecord | None:
        """The camera of this address that no row means yet, rather one of this name; None for a new camera.

        CellError where the address would come to stand in two cameras.
        """
        url = _key(address)
        candidates = self._by_url.get(url, [])
        free = [camera for camera in candidates if camera.camera_id not in self._lines]
        if free:
            return self._give(min(free, key=lambda camera: self._names[camera.camera_id] != name), line)
        earlier = self._lines[candidates[0].camera_id] if candidates else self._urls.setdefault(url, line)
        if earlier != line:
            raise CellError(f"the address stands in line {earlier} already")
        return None

    def by_name(self, site: str, name: str, line: int) -> CameraRecord:
        """A camera that has neither number nor address, as the row has none. CellError where there is no such one."""
        free = [each for each in self._by_name.get((site, name), []) if each.camera_id not in self._lines]
        if not free:
            raise CellError("neither a number nor an address: no camera can be told by this row")
        return self._give(free[0], line)

    def _give(self, camera: CameraRecord, line: int) -> CameraRecord:
        self._lines[camera.camera_id] = line
        return camera


def _key(url: str) -> str:
    """The address as `parse_source` would write it, near enough to tell two apart, and cheaper."""
    scheme, separator, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme.lower()}{separator}{host.lower()}{slash}{path.replace(' ', '%20')}"
