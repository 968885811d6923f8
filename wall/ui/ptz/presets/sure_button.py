"""A button for what nobody can bring back: it asks once more, on itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QWidget

_SURE_MS = 4000


class SureButton(QPushButton):
    """Does it on the second click within four seconds."""

    def __init__(self, text: str, does: Callable[[], object], parent: QWidget) -> None:
        super().__init__(text, parent)
        self._text = text
        self._does = does
        self.setAutoDefault(False)
        self._asking = QTimer(self, singleShot=True, interval=_SURE_MS)
        self._asking.timeout.connect(self.calm)
        self.clicked.connect(lambda _checked=False: self._click())

    def calm(self) -> None:
        """Ask from the beginning again: it would do something else now."""
        self._asking.stop()
        self.setText(self._text)

    def _click(self) -> None:
        if self._asking.isActive():
            self.calm()
            self._does()
        else:
            self._asking.start()
            self.setText(self.tr("Really? Click again"))
