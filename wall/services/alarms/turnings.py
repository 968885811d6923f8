"""Which domes are turned on purpose, so that another scene before them is nothing to be alarmed at."""

from __future__ import annotations

from collections.abc import Callable

from wall.model.dome_events import PtzStood
from wall.model.events import Event
from wall.model.ptz.duty import is_near
from wall.model.ptz.move import Place
from wall.model.ptz.standing import PtzStanding, is_turned

_SHIFT = 0.01
"""Less than this, a dome at rest may say at any time."""


class Turnings:
    """Told of all events (`take_note`), on one thread, before those who ask it. `turned` is told of a camera that shows
    another scene now.
    """

    def __init__(self, turned: Callable[[int], None]) -> None:
        self._turned = turned
        self._away: set[int] = set()
        self._places: dict[int, Place] = {}

    def take_note(self, event: Event) -> None:
        """Everything else is passed over."""
        if isinstance(event, PtzStood) and self._has_turned(event.standing):
            self._turned(event.standing.camera_id)

    def is_away(self, camera_id: int) -> bool:
        """Does it look elsewhere on purpose, or may it?"""
        return camera_id in self._away

    def _has_turned(self, standing: PtzStanding) -> bool:
        """It moves, or did until now; or it looks elsewhere, whoever has turned it."""
        camera_id = standing.camera_id
        was_away = camera_id in self._away
        (self._away.add if is_turned(standing) else self._away.discard)(camera_id)
        return self._is_elsewhere(camera_id, standing.place) or was_away or camera_id in self._away

    def _is_elsewhere(self, camera_id: int, place: Place | None) -> bool:
        known = self._places.get(camera_id)
        if place is None or (known is not None and is_near(known, place, _SHIFT)):
            return False
        self._places[camera_id] = place
        return known is not None
