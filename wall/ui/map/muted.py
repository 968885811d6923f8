"""The cameras that shall not call for attention on the map: on all maps of this console the same, and kept."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QObject, QSettings, Signal

_KEPT = "map/muted"


class Muted(QObject):
    """`settings`, where given, keeps them."""

    changed = Signal()

    def __init__(self, settings: QSettings | None, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._cameras = frozenset(_read(settings.value(_KEPT, "")) if settings is not None else ())

    @property
    def cameras(self) -> frozenset[int]:
        """Their ids."""
        return self._cameras

    def mute(self, cameras: Collection[int], *, is_muted: bool) -> None:
        """These from now on, or no longer."""
        former = self._cameras
        self._cameras = former | frozenset(cameras) if is_muted else former - frozenset(cameras)
        if self._cameras == former:
            return
        if self._settings is not None:
            self._settings.setValue(_KEPT, " ".join(map(str, sorted(self._cameras))))
        self.changed.emit()


def _read(kept: object) -> set[int]:
    """What is no number is left out: people may write into that file."""
    return {int(each) for each in str(kept).split() if each.isdecimal()}
