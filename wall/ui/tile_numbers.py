"""Numbers for tiles, each given once: a late fact about one that is gone can never be taken for another's."""

from __future__ import annotations

from itertools import count


class TileNumbers:
    """Shared by everybody who shows tiles through one live view. UI thread."""

    def __init__(self, first: int = 0) -> None:
        self._numbers = count(first)
        self._cameras: dict[int, int] = {}

    def next(self, camera_id: int = 0) -> int:
        """One that nobody had before, for a tile that shows this camera."""
        number = next(self._numbers)
        self._cameras[number] = camera_id
        return number

    def give_back(self, number: int) -> None:
        """There is no such tile any more."""
        self._cameras.pop(number, None)

    def tiles_of(self, camera_id: int) -> list[int]:
        """The tiles that show a camera."""
        return [number for number, camera in self._cameras.items() if camera == camera_id]

    def camera_of(self, number: int) -> int | None:
        """The camera that a tile shows; None where there is no such tile."""
        return self._cameras.get(number)

    def tiles(self) -> list[tuple[int, int]]:
        """All tiles that there are, each with its camera."""
        return list(self._cameras.items())
