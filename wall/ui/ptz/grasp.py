"""What the hands of one window hold of domes: told at once, renewed while it is held, and gone at one word."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from wall.model.ptz.move import Velocity
from wall.ui.ptz.port import PtzPort

RENEW_MS = 100
"""A hand that is silent for 400 ms has let go: one lost turn of the loop must not be taken for that."""


class Grasp(QObject):
    """UI thread. A movement lives as long as this thread says so: the timer runs only while something is held, and
    what the room below has let go of itself (`PtzPort.renew`) is not brought back by it.
    """

    lost = Signal()
    """Everything was let go by something else than the hand: whoever holds a key or a button begins anew."""

    renewed = Signal()
    """Something is held still: whoever can look at the hand itself does so."""

    def __init__(self, port: PtzPort, parent: QObject) -> None:
        super().__init__(parent)
        self._port = port
        self._held: set[str] = set()
        self._renewal = QTimer(self, interval=RENEW_MS)
        self._renewal.setTimerType(Qt.TimerType.PreciseTimer)
        self._renewal.timeout.connect(self._renew)

    @property
    def held(self) -> frozenset[str]:
        """The hands that hold something now."""
        return frozenset(self._held)

    def hold(self, hand: str, camera_id: int, velocity: Velocity) -> None:
        """This hand moves a dome so from now on; standing still is letting go."""
        if velocity.is_still:
            self.let_go(hand)
            return
        self._port.drive(camera_id, hand, velocity)
        self._held.add(hand)
        if not self._renewal.isActive():
            self._renewal.start()

    def let_go(self, hand: str) -> None:
        """This hand holds nothing any more."""
        if hand in self._held:
            self._port.let_go(hand)
            self._held.discard(hand)
        if not self._held:
            self._renewal.stop()

    def let_all_go(self) -> None:
        """No hand of this window does."""
        for hand in tuple(self._held):
            self.let_go(hand)
        self.lost.emit()

    def _renew(self) -> None:
        for hand in self._held:
            self._port.renew(hand)
        self.renewed.emit()
