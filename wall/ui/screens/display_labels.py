"""Says on each display which one it is, while somebody chooses one in the console: many look alike and tell nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel, QWidget

from wall.model.screen import Display
from wall.ui.screens.displays import DisplaysPort, rect_of
from wall.ui.theme import HEADLINE, RADIUS, SPACE, Theme, font

_FROM_EDGE = 12 * SPACE
_FLAGS = (
    Qt.WindowType.Tool
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
    | Qt.WindowType.WindowTransparentForInput
)


class DisplayLabels(QObject):
    """A label in the lower left corner of every display, as long as `asking` is to be seen. UI thread.

    `screens` gives the numbers of the screens that fill a display, by display.
    """

    def __init__(
        self, displays: DisplaysPort, screens: Callable[[], Mapping[Display, int]], asking: QWidget, theme: Theme
    ) -> None:
        super().__init__(asking)
        self._displays = displays
        self._screens = screens
        self._theme = theme
        self.labels: list[QLabel] = []
        asking.installEventFilter(self)
        displays.changed.connect(self._renew)

    def end(self) -> None:
        """Take them away."""
        for label in self.labels:
            label.close()
            label.deleteLater()
        self.labels = []

    def _renew(self) -> None:
        if self.labels:
            self._show()

    def _show(self) -> None:
        self.end()
        screens = self._screens()
        for display in self._displays.now:
            number = screens.get(display)
            bound = "" if number is None else "  ·  " + self.tr("Screen {0}").format(number)
            self.labels.append(self._label_on(display, display.identity.label + bound))

    def _label_on(self, display: Display, text: str) -> QLabel:
        label = QLabel(text)
        label.setWindowTitle("CityWall")
        label.setWindowFlags(_FLAGS)
        label.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(font(HEADLINE, bold=True))
        label.setStyleSheet(
            f"background: {self._theme.raised.name()}; color: {self._theme.text.name()};"
            f" border: 2px solid {self._theme.accent.name()}; border-radius: {RADIUS}px; padding: {3 * SPACE}px;"
        )
        label.adjustSize()
        area = rect_of(display.area)
        label.move(area.left() + _FROM_EDGE, area.bottom() - _FROM_EDGE - label.height())
        label.show()
        return label

    # -- Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._show()
        elif event.type() == QEvent.Type.Hide:
            self.end()
        return super().eventFilter(watched, event)
