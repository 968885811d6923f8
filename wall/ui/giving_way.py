"""Which cameras of one screen are shown with a smaller stream than their cells want: the budget asked for it."""

from __future__ import annotations

from collections.abc import Callable

Place = tuple[int, int]
"""A camera on a screen: see `Part.place`."""

_AGAIN_S = 60.0
"""A smaller stream that failed is not offered again before."""
_REMEMBERED = 512


class GivingWay:
    """UI thread. What gave way does so wherever it stands, until the budget wants it back."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._places: set[Place] = set()
        self._failed_s: dict[Place, float] = {}

    def has(self, place: Place) -> bool:
        return place in self._places

    def may(self, place: Place) -> bool:
        """Can it be asked to? Not just after its smaller stream has failed."""
        return self._monotonic() - self._failed_s.get(place, -_AGAIN_S) >= _AGAIN_S

    def ask(self, place: Place, *, is_wanted: bool) -> bool:
        """The budget wants it, or has room for the larger one again. Is that news?"""
        if is_wanted == self.has(place) or (is_wanted and not self.may(place)):
            return False
        if len(self._places) >= _REMEMBERED:
            self._places.clear()
        self._places.symmetric_difference_update({place})
        return True

    def give_up(self, place: Place) -> None:
        """Its smaller stream fails: the larger one is better than none."""
        if len(self._failed_s) >= _REMEMBERED:
            self._failed_s.clear()
        self._places.discard(place)
        self._failed_s[place] = self._monotonic()
