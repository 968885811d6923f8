"""Where a service of a device may be: where it told, or, where that is a page that is not there, where it often is."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urljoin

PTZ_NAMES = ("ptz_service", "PTZ", "ptz", "PTZService", "services")
IMAGING_NAMES = ("imaging_service", "Imaging", "imaging", "ImagingService", "services")
_NOT_THERE = frozenset({404, 405, 410})


class Places:
    """`url` is where to ask. `names` are the last parts of the paths at which such a service often is."""

    def __init__(self, told: str, device_url: str, names: Sequence[str]) -> None:
        guessed = (urljoin(device_url, name) for name in names)
        self.url = told
        self._others = tuple(dict.fromkeys((device_url, *guessed)))
        self._is_sure = False

    def settle(self, url: str) -> None:
        """That is the place."""
        self.url, self._is_sure = url, True

    def others(self, status: int) -> tuple[str, ...]:
        """Where else to ask after an answer with that HTTP status; nowhere once the place is known."""
        if self._is_sure or status not in _NOT_THERE:
            return ()
        return tuple(each for each in self._others if each != self.url)
