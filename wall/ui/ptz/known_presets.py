"""The presets of the dome that is driven, as it told them last."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from wall.model.device import Preset
from wall.ui.homeward import Homeward
from wall.ui.ptz.port import PtzPort


class KnownPresets(QObject):
    """UI thread. `changed` follows when they, or why there are none, have become known."""

    changed = Signal()

    def __init__(self, port: PtzPort, parent: QObject) -> None:
        super().__init__(parent)
        self._port = port
        self._home = Homeward(self)
        self._camera_id: int | None = None
        self.presets: tuple[Preset, ...] = ()
        self.trouble = ""
        """Why they are not known, for the operator."""
        self.is_waiting = False

    def ask(self, camera_id: int | None) -> None:
        """Of this dome; None: of none any more."""
        self._camera_id, self.presets, self.trouble = camera_id, (), ""
        self.is_waiting = camera_id is not None
        if camera_id is not None:
            self._home.follow(
                self._port.presets(camera_id),
                lambda found: self._take(camera_id, found),
                lambda why: self._take(camera_id, (), why),
            )
        self.changed.emit()

    def go(self, place: int) -> bool:
        """To the preset at this place, from 1 on; False where there is none."""
        if self._camera_id is None or not 0 < place <= len(self.presets):
            return False
        self._port.go_preset(self._camera_id, self.presets[place - 1].token)
        return True

    def _take(self, camera_id: int, found: tuple[Preset, ...], why: str = "") -> None:
        if camera_id == self._camera_id:
            self.presets, self.trouble, self.is_waiting = tuple(found), why, False
            self.changed.emit()
