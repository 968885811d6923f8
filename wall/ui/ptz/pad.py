"""The pad beside a driven tile: all that a dome can do, for mouse and finger. What it cannot do has no control."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from wall.model.ptz.ability import PtzAbility
from wall.model.ptz.aim import Point, towards
from wall.model.ptz.move import Velocity
from wall.ui.ptz.grasp import Grasp
from wall.ui.ptz.known_presets import KnownPresets
from wall.ui.ptz.pad_buttons import HoldButton, PadButton, pad_style
from wall.ui.ptz.pad_holder import PadHolder
from wall.ui.ptz.pad_lens import PadLens
from wall.ui.ptz.pad_presets import PadPresets
from wall.ui.ptz.port import PtzPort
from wall.ui.ptz.stick import Stick
from wall.ui.theme import BODY, SPACE, Theme, font

WIDTH = 272
_EDGE = 2 * SPACE
_BELOW_BAND = 9 * SPACE
"""Over a tile it leaves the band and the marks above free."""
_LIKELY = PtzAbility(pan_tilt=True, zoom=True)
"""Of one that has not told yet."""
_LEAST_SPEED, _MOST_SPEED = 10, 100


class PtzPad(QWidget):
    """Of one screen; it takes no focus, so that the keys go on driving. UI thread."""

    closed = Signal()
    """By its own button."""
    speed_changed = Signal(float)
    """How fast keys without Shift and the buttons of the zoom are, 0.1 to 1."""

    def __init__(
        self,
        port: PtzPort,
        grasp: Grasp,
        presets: KnownPresets,
        theme: Theme,
        parent: QWidget,
        hand: str,
        speed: float,
    ) -> None:
        super().__init__(parent)
        self._port = port
        self._grasp = grasp
        self._hand = hand
        self._camera_id: int | None = None
        self._seen: object = None
        """What was last shown: a dome that moves tells its place many times."""
        self._places: tuple[QRect, QRect] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(pad_style(theme))
        self.setFixedWidth(WIDTH)
        self._name = QLabel(self)
        self._name.setObjectName("name")
        self._name.setFont(font(BODY, bold=True))
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._stick = Stick(theme, self)
        self._speed = QSlider(Qt.Orientation.Horizontal, self)
        self._zoom = self._zoom_buttons()
        self._lens = PadLens(port, self)
        self._presets = PadPresets(presets, self)
        self._holder = PadHolder(port, self)
        self._lay_out(speed)
        self._stick.pulled.connect(self._pull)
        self._stick.released.connect(partial(grasp.let_go, hand))
        grasp.lost.connect(self._spring_back)
        self._presets.resized.connect(self._settle)
        self.hide()

    def show_for(self, camera_id: int, name: str) -> None:
        """Stand there for this dome."""
        self._camera_id = camera_id
        room = WIDTH - 3 * _EDGE - 28
        self._name.setText(QFontMetrics(self._name.font()).elidedText(name, Qt.TextElideMode.ElideMiddle, room))
        self._name.setToolTip(name)
        self.refresh()
        self.show()
        self.raise_()

    def refresh(self) -> None:
        """What the dome can do, or who holds it, may be something else by now."""
        if self._camera_id is None:
            return
        ability = self._port.ability(self._camera_id) or _LIKELY
        standing = self._port.standing(self._camera_id)
        seen = self._camera_id, ability, standing.hold, self._port.operator
        if seen != self._seen:
            self._seen = seen
            self._offer(ability)
            self._holder.show_standing(standing)
            self._settle()

    def put_away(self) -> None:
        """Go; what it holds is let go."""
        self._spring_back()
        self._grasp.let_go(self._hand)
        self._camera_id = None
        self.hide()

    def stand_beside(self, tile: QRect, area: QRect) -> None:
        """Right of the tile, else left of it; where neither has room, at the right edge, beside the middle of it."""
        self._places = tile, area
        right, left = tile.right() + 1 + SPACE, tile.left() - SPACE - self.width()
        if right + self.width() <= area.right():
            x = right
        elif left >= area.left():
            x = left
        else:
            x = area.right() - self.width() - _EDGE
        head = _BELOW_BAND if x < tile.right() and x + self.width() > tile.left() else 0
        y = min(max(area.top(), tile.top() + head), area.bottom() + 1 - self.height())
        self.move(x, max(area.top(), y))

    def _settle(self) -> None:
        """It has become larger or smaller."""
        if layout := self.layout():
            layout.activate()
        self.adjustSize()
        if self._places is not None:
            self.stand_beside(*self._places)

    # -- inside

    def _offer(self, ability: PtzAbility) -> None:
        self._stick.setVisible(ability.pan_tilt)
        for button in self._zoom:
            button.setVisible(ability.zoom)
        self._home.setVisible(ability.home)
        self._lens.offer(self._camera_id or 0, ability)
        self._presets.setVisible(ability.presets)

    def _zoom_buttons(self) -> tuple[HoldButton, HoldButton]:
        closer = HoldButton("+", self.tr("Closer"), self)
        further = HoldButton("−", self.tr("Further away"), self)
        for button, way in ((closer, 1), (further, -1)):
            button.held.connect(partial(self._zoom_by, way))
            button.let_go.connect(partial(self._grasp.let_go, self._hand))
        return closer, further

    def _lay_out(self, speed: float) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, SPACE, _EDGE, _EDGE)
        column.setSpacing(SPACE)
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        close = PadButton("×", self.tr("Put the pad away"), self)
        close.clicked.connect(self.closed)
        head.addWidget(close)
        column.addLayout(head)
        column.addLayout(self._moves(speed))
        for part in (self._lens, self._presets, self._holder):
            column.addWidget(part)

    def _moves(self, speed: float) -> QHBoxLayout:
        """The stick, and beside it zoom, home and speed."""
        self._home = PadButton(self.tr("Home"), self.tr("To its home position"), self)
        self._home.clicked.connect(self._go_home)
        self._speed.setRange(_LEAST_SPEED, _MOST_SPEED)
        self._speed.setValue(round(speed * 100))
        self._speed.setMinimumHeight(5 * SPACE)
        self._speed.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._speed.setAccessibleName(self.tr("Speed"))
        self._speed.valueChanged.connect(lambda percent: self.speed_changed.emit(percent / 100))
        row, side, zoom = QHBoxLayout(), QVBoxLayout(), QHBoxLayout()
        for button in self._zoom:
            zoom.addWidget(button)
        label = QLabel(self.tr("Speed"), self)
        label.setFont(font(BODY))
        side.addLayout(zoom)
        side.addWidget(self._home)
        side.addStretch(1)
        side.addWidget(label)
        side.addWidget(self._speed)
        row.addWidget(self._stick)
        row.addLayout(side, 1)
        return row

    def _pull(self, pull: Point) -> None:
        if self._camera_id is not None:
            self._grasp.hold(self._hand, self._camera_id, towards(pull))

    def _zoom_by(self, way: int) -> None:
        if self._camera_id is not None:
            self._grasp.hold(self._hand, self._camera_id, Velocity(zoom=way * self._speed.value() / 100))

    def _go_home(self) -> None:
        if self._camera_id is not None:
            self._port.go_home(self._camera_id)

    def _spring_back(self) -> None:
        self._stick.spring_back()
        for button in self._zoom:
            button.setDown(False)
        self._lens.let_go()

    # -- Qt

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """What is beside a button is not the tile below."""
        event.accept()
