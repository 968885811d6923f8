"""The bar at the wall's lower edge while the selected tile looks back: what the keys do, for mouse and finger.

It covers the lowest row of pictures, so it goes when the hand has rested for a while, and comes with its next move.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from wall.model.playhead import Playhead
from wall.ui.past import Past
from wall.ui.replay import words
from wall.ui.replay.desk import ReplayDesk
from wall.ui.replay.icons import Shape, icon
from wall.ui.replay.timeline import Timeline
from wall.ui.theme import BODY, LARGE, RADIUS, SPACE, Theme, font

_TOUCH = 40
_MOST_WIDTH = 1000
_ICON = 16
_REST_MS = 8000
_SHORT_WIDTH = 860
"""A narrower bar leaves out what the keys and the line do as well."""


class ReplayBar(QWidget):
    """Shows itself while there is something to steer. `foot_changed` is called with how much of the edge it takes."""

    def __init__(
        self, desk: ReplayDesk, theme: Theme, parent: QWidget, foot_changed: Callable[[int], None] = lambda _foot: None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = theme
        self._foot_changed = foot_changed
        self._told: tuple[Past, Playhead] | None = None
        """What was shown last: where that is another one, somebody has done something."""
        self.rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self.rest.timeout.connect(self._leave)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(_style(theme))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._timeline = Timeline(theme, self)
        self._timeline.wanted.connect(desk.go_to)
        self._clock, self._ago, self._who = self._label("clock"), self._label("ago"), self._label("who")
        self._pause = self._button("", desk.toggle_pause, self.tr("Halt, and go on"))
        self._speed = self._label("speed")
        self._speed.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._speed.setMinimumWidth(_TOUCH)
        self._optional: list[QWidget] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        column.setSpacing(0)
        column.addWidget(self._timeline)
        column.addLayout(self._row())
        desk.changed.connect(self._follow)
        self.hide()

    def stand_in(self, area: QRect) -> None:
        """At the lower edge of this part of the parent, in its middle."""
        width = min(area.width(), _MOST_WIDTH)
        for widget in self._optional:
            widget.setVisible(width >= _SHORT_WIDTH)
        height = self.sizeHint().height()
        self.setGeometry(area.x() + (area.width() - width) // 2, area.bottom() + 1 - height, width, height)

    def stir(self) -> None:
        """The hand has moved, by whatever: be there for a while, if there is something to steer."""
        if self._desk.past is not None:
            self.rest.start()
            self._be_there(True)

    def end(self) -> None:
        """The window closes."""
        self.rest.stop()

    # -- inside

    def _row(self) -> QHBoxLayout:
        desk, row = self._desk, QHBoxLayout()
        row.setSpacing(SPACE)
        jumps = ((-300, self.tr("−5 min")), (-60, self.tr("−1 min")), (-10, self.tr("−10 s")))
        for seconds, text in jumps:
            row.addWidget(self._button(text, partial(desk.jump, seconds), self.tr("Further back")))
        row.addWidget(self._button("", partial(desk.step, -1), self.tr("Former picture"), Shape.FORMER))
        row.addWidget(self._pause)
        row.addWidget(self._button("", partial(desk.step, 1), self.tr("Next picture"), Shape.NEXT))
        row.addWidget(self._button(self.tr("+10 s"), partial(desk.jump, 10), self.tr("Further on")))
        slower = self._button("", desk.go_slower, self.tr("Slower"), Shape.SLOWER)
        faster = self._button("", desk.go_faster, self.tr("Faster"), Shape.FASTER)
        for widget in (slower, self._speed, faster):
            row.addWidget(widget)
            self._optional.append(widget)
        row.addStretch(1)
        for label in (self._who, self._clock, self._ago):
            row.addWidget(label)
        self._optional.append(self._who)
        together = self._button("", desk.take_all, self.tr("All cameras of this screen in step"), Shape.TOGETHER)
        self._optional.append(together)
        row.addWidget(together)
        row.addWidget(self._button(self.tr("Live"), desk.go_live, self.tr("Back to what comes now"), name="live"))
        return row

    def _follow(self) -> None:
        past, told = self._desk.past, self._told
        self._told = (past, past.reel.head) if past is not None else None
        if past is None:
            self.rest.stop()
            self._be_there(False)
            return
        if told is None or told[0] is not past or told[1] is not past.reel.head:
            self.stir()
        if self.isVisible():
            self._show(past)

    def _leave(self) -> None:
        """Not from under the pointer."""
        if self.underMouse():
            self.rest.start()
        else:
            self._be_there(False)

    def _be_there(self, is_there: bool) -> None:
        if is_there != self.isVisible():
            self.setVisible(is_there)
            self.raise_()
            self._foot_changed(self.height() if is_there else 0)

    def _show(self, past: Past) -> None:
        desk, now_s = self._desk, self._desk.now_s()
        head, at_s = past.reel.head, desk.shown_s(past.reel)
        self._timeline.show_state(now_s, at_s, past.spans or ())
        self._clock.setText(words.clock(desk.moment(at_s)))
        self._ago.setText(words.ago(now_s - at_s))
        members = len(desk.members(past.reel))
        self._who.setText(self.tr("{0} cameras").format(members) if members > 1 else "")
        self._pause.setIcon(icon(Shape.PLAY if head.stands else Shape.PAUSE, self._theme.text, self._ratio()))
        self._speed.setText(words.rate(head.speed))

    def _button(
        self, text: str, does: Callable[[], object], tip: str, shape: Shape | None = None, name: str = ""
    ) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFont(font(BODY))
        button.setFixedHeight(_TOUCH)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setIconSize(QSize(_ICON, _ICON))
        if shape is not None:
            button.setIcon(icon(shape, self._theme.text, self._ratio()))
        button.ensurePolished()
        button.setMinimumWidth(max(_TOUCH, button.sizeHint().width()))
        button.clicked.connect(lambda: does())
        return button

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setFont(font(LARGE if name == "clock" else BODY))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        return label

    def _ratio(self) -> float:
        return self.devicePixelRatioF()


def _style(theme: Theme) -> str:
    return f"""
        ReplayBar {{ background: {theme.raised.name()}; border: 1px solid {theme.line.name()};
                     border-top: 2px solid {theme.replay.name()};
                     border-top-left-radius: {RADIUS}px; border-top-right-radius: {RADIUS}px; }}
        QLabel {{ color: {theme.muted.name()}; padding: 0 {SPACE}px; }}
        QLabel#clock {{ color: {theme.text.name()}; }}
        QToolButton {{ color: {theme.text.name()}; background: transparent; border: 1px solid transparent;
                       border-radius: {RADIUS}px; padding: 0 {2 * SPACE}px; }}
        QToolButton:hover {{ background: {theme.surface.name()}; }}
        QToolButton:pressed {{ background: {theme.line.name()}; }}
        QToolButton#live {{ border-color: {theme.line.name()}; }}
    """
