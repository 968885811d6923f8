"""How strong each base map is painted over the city: on all maps of this console the same, and kept."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSettings, Signal

_KEPT = "map/opacity/{0}"
LEAST = 0.1
"""What is not seen at all is not chosen, rather than invisible."""


class Opacities(QObject):
    """From `LEAST` to 1 (hides what is under it). `settings`, where given, keeps them."""

    changed = Signal(int)
    """The id of the map."""

    def __init__(self, settings: QSettings | None, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._known: dict[int, float] = {}

    def of(self, map_id: int) -> float:
        """1 where nobody has said."""
        if map_id not in self._known:
            told = self._settings.value(_KEPT.format(map_id)) if self._settings is not None else None
            self._known[map_id] = _read(told)
        return self._known[map_id]

    def keep(self, map_id: int, opacity: float) -> None:
        """So strong from now on."""
        opacity = max(LEAST, min(1.0, opacity))
        if opacity == self.of(map_id):
            return
        self._known[map_id] = opacity
        if self._settings is not None:
            self._settings.setValue(_KEPT.format(map_id), f"{opacity:.2f}")
        self.changed.emit(map_id)


def _read(kept: object) -> float:
    """What is no such number is 1: people may write into that file."""
    try:
        value = float(str(kept))
    except ValueError:
        return 1.0
    return value if LEAST <= value <= 1 else 1.0
