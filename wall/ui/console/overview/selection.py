"""What the hand has chosen among many: one, several, a stretch. No Qt."""

from __future__ import annotations

from collections.abc import Sequence


class Selection:
    """By camera id. `current` is the one that the hand is on; it is not always chosen."""

    def __init__(self) -> None:
        self.current: int | None = None
        self._anchor: int | None = None
        self._chosen: dict[int, None] = {}

    def __contains__(self, camera: object) -> bool:
        return camera in self._chosen

    @property
    def cameras(self) -> tuple[int, ...]:
        """In the order in which they were chosen."""
        return tuple(self._chosen)

    def choose(self, camera: int) -> None:
        """This one, and no other."""
        self.current = self._anchor = camera
        self._chosen = {camera: None}

    def toggle(self, camera: int) -> None:
        """This one too, or not any more."""
        self.current = self._anchor = camera
        if camera in self._chosen:
            del self._chosen[camera]
        else:
            self._chosen[camera] = None

    def stretch(self, camera: int, order: Sequence[int]) -> None:
        """All from where one began to this one, as they stand."""
        anchor = self._anchor if self._anchor in order else camera
        first, last = sorted((order.index(anchor if anchor is not None else camera), order.index(camera)))
        self.current = camera
        self._chosen = dict.fromkeys(order[first : last + 1])

    def choose_all(self, order: Sequence[int]) -> None:
        """All that stand there."""
        self._chosen = dict.fromkeys(order)

    def clear(self) -> bool:
        """None; False where there was none, or only the one that the hand is on."""
        had_more = len(self._chosen) > 1
        self._chosen = {} if self.current is None else {self.current: None}
        return had_more

    def keep_only(self, cameras: Sequence[int]) -> None:
        """The others do not stand there any more."""
        there = set(cameras)
        self._chosen = {camera: None for camera in self._chosen if camera in there}
        self.current = self.current if self.current in there else next(iter(self._chosen), None)
        self._anchor = self._anchor if self._anchor in there else self.current
