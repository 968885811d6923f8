"""The one slim line at the top: the time, what the wall shows and how it is, and the choice of layout."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDateTime, QLocale, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from wall.model.layout import Layout
from wall.ui.keys import group_of
from wall.ui.theme import BODY, SPACE, TARGET, Theme, font


class TopLine(QWidget):
    """Shows what it is told. `layouts` are the entries of its menu of layouts, `deeds` those of all else that can be
    done: what a key does can be done by mouse and finger, too.
    """

    def __init__(
        self, theme: Theme, layouts: Sequence[QAction], deeds: Sequence[QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFixedHeight(TARGET)
        self.setAutoFillBackground(True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(_style(theme))
        self._clock = self._label("clock")
        self._state = self._label("state")
        self._faults = self._label("faults")
        self._place = self._label("place")
        self._layouts = self._button(layouts)
        self._deeds = self._button(deeds)
        self._deeds.setText(self.tr("Actions"))
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * SPACE, 0, SPACE, 0)
        row.setSpacing(6 * SPACE)
        row.addWidget(self._clock)
        row.addWidget(self._state)
        row.addWidget(self._faults)
        row.addStretch(1)
        row.addWidget(self._place)
        row.addWidget(self._layouts)
        row.addWidget(self._deeds)

    def open_deeds(self, at: QPoint) -> None:
        """The menu of all that can be done, at a place on the desktop."""
        self._deeds.menu().popup(at)

    def show_time(self, now: QDateTime) -> None:
        """The wall clock, with the day of the week, in the language of the program."""
        locale = QLocale()
        day = locale.toString(now, "dddd dd/MM/yyyy")
        self._clock.setText(f"{now.toString('HH:mm:ss')}   {day[:1].upper()}{day[1:]}")

    def show_counts(self, live: int, not_live: int, connecting: int, replayed: int = 0) -> None:
        """How many of the shown tiles are live; quiet as long as nothing is wrong."""
        parts = [self.tr("{0} live").format(live)]
        if connecting:
            parts.append(self.tr("{0} connecting").format(connecting))
        if replayed:
            parts.append(self.tr("{0} in replay").format(replayed))
        self._state.setText("   ·   ".join(parts))
        self._faults.setText("■  " + self.tr("{0} not live").format(not_live) if not_live else "")

    def show_place(self, text: str) -> None:
        """Which view, page, tour or single camera is on the wall."""
        self._place.setText(text)

    def show_layout(self, layout: Layout) -> None:
        """The chosen layout, on the button."""
        self._layouts.setText(layout.name or self.tr("{0} cells").format(layout.size))

    def _button(self, actions: Sequence[QAction]) -> QToolButton:
        """A button with a menu, its groups apart."""
        button = QToolButton(self)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFont(font(BODY))
        menu = QMenu(button)
        menu.setFont(font(BODY))
        group = ""
        for action in actions:
            former, group = group, group_of(action) or group
            if former and former != group:
                menu.addSeparator()
            menu.addAction(action)
        button.setMenu(menu)
        return button

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setFont(font(BODY))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        return label


def _style(theme: Theme) -> str:
    return f"""
        TopLine {{ background: {theme.surface.name()}; border-bottom: 1px solid {theme.line.name()}; }}
        QLabel {{ color: {theme.muted.name()}; }}
        QLabel#clock {{ color: {theme.text.name()}; }}
        QLabel#faults {{ color: {theme.lost.name()}; }}
        QToolButton {{ color: {theme.text.name()}; background: transparent; border: 1px solid transparent;
                       border-radius: 4px; padding: 2px 16px 2px 8px; }}
        QToolButton:hover {{ background: {theme.raised.name()}; }}
        QToolButton:focus {{ border-color: {theme.accent.name()}; }}
        QMenu {{ color: {theme.text.name()}; background: {theme.raised.name()};
                 border: 1px solid {theme.line.name()}; }}
        QMenu::item {{ padding: 6px 24px 6px 12px; }}
        QMenu::separator {{ height: 1px; background: {theme.line.name()}; margin: 4px 12px; }}
        QMenu::item:selected {{ background: {theme.accent.name()}; color: {theme.ground.name()}; }}
    """
