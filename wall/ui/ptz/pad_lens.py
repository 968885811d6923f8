"""Focus, iris and what else a dome switches, on the pad."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from wall.model.ptz.ability import PtzAbility
from wall.ui.ptz import words
from wall.ui.ptz.pad_buttons import HoldButton, PadButton
from wall.ui.ptz.port import PtzPort
from wall.ui.theme import BODY, SPACE, font

_FOCUS_SPEED = 0.5
_IRIS_STEP = 0.1
_IN_A_ROW = 3


class PadLens(QWidget):
    """UI thread. The focus moves for as long as its button is held."""

    def __init__(self, port: PtzPort, parent: QWidget) -> None:
        super().__init__(parent)
        self._port = port
        self._camera_id = 0
        self._focusing: int | None = None
        """Which camera's focus is on the move."""
        self._offered: tuple[str, ...] | None = None
        self._focus, self._iris = self._focus_row(), self._iris_row()
        self._switches = QWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        for row in (self._focus, self._iris, self._switches):
            column.addWidget(row)

    def offer(self, camera_id: int, ability: PtzAbility) -> None:
        """What this dome can do of it."""
        self._camera_id = camera_id
        self._focus.setVisible(ability.focus)
        self._iris.setVisible(ability.iris)
        if ability.auxiliary != self._offered:
            self._offered = ability.auxiliary
            self._offer_switches(ability.auxiliary)
        self.setVisible(ability.focus or ability.iris or bool(ability.auxiliary))

    def let_go(self) -> None:
        """The focus stands."""
        if self._focusing is not None:
            self._port.focus(self._focusing, 0.0)
            self._focusing = None

    # -- inside

    def _focus_row(self) -> QWidget:
        near, far = (
            HoldButton(self.tr("Near"), self.tr("Focus nearer"), self),
            HoldButton(self.tr("Far"), self.tr("Focus further away"), self),
        )
        for button, speed in ((near, -_FOCUS_SPEED), (far, _FOCUS_SPEED)):
            button.held.connect(partial(self._move_focus, speed))
            button.let_go.connect(self.let_go)
        auto = PadButton(self.tr("Auto"), self.tr("Let the camera focus by itself"), self)
        auto.clicked.connect(lambda: self._port.auto_focus(self._camera_id, on=True))
        return self._row(self.tr("Focus"), near, far, auto)

    def _iris_row(self) -> QWidget:
        darker = PadButton("−", self.tr("Close the iris: darker"), self)
        brighter = PadButton("+", self.tr("Open the iris: brighter"), self)
        for button, step in ((darker, -_IRIS_STEP), (brighter, _IRIS_STEP)):
            button.setAutoRepeat(True)
            button.clicked.connect(partial(self._turn_iris, step))
        return self._row(self.tr("Iris"), darker, brighter)

    def _row(self, name: str, *buttons: PadButton) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE)
        label = QLabel(name, row)
        label.setFont(font(BODY))
        label.setMinimumWidth(56)
        line.addWidget(label)
        for button in buttons:
            line.addWidget(button)
        return row

    def _offer_switches(self, commands: tuple[str, ...]) -> None:
        """A button for each thing that can be on, and one for each command that is no switch."""
        for button in self._switches.findChildren(PadButton):
            button.deleteLater()
        grid = self._switches.layout()
        if not isinstance(grid, QGridLayout):
            grid = QGridLayout(self._switches)
            grid.setContentsMargins(0, 0, 0, 0)
            grid.setSpacing(SPACE)
        for place, (name, texts) in enumerate(_by_thing(commands).items()):
            button = self._switch(name, texts)
            grid.addWidget(button, place // _IN_A_ROW, place % _IN_A_ROW)
        self._switches.setVisible(bool(commands))

    def _switch(self, name: str, texts: dict[str, str]) -> PadButton:
        word = words.auxiliary(name)
        button = PadButton(word, word, self._switches)
        if "on" in texts and "off" in texts:
            button.setCheckable(True)
            button.toggled.connect(lambda is_on: self._say(texts["on" if is_on else "off"]))
        else:
            button.clicked.connect(lambda: self._say(next(iter(texts.values()))))
        return button

    def _say(self, command: str) -> None:
        self._port.auxiliary(self._camera_id, command)

    def _move_focus(self, speed: float) -> None:
        self._focusing = self._camera_id
        self._port.focus(self._camera_id, speed)

    def _turn_iris(self, step: float) -> None:
        self._port.iris(self._camera_id, step)


def _by_thing(commands: tuple[str, ...]) -> dict[str, dict[str, str]]:
    """ "tt:Wiper|On" and "tt:Wiper|Off" are one thing, with two commands."""
    found: dict[str, dict[str, str]] = {}
    for command in commands:
        name, _, state = command.partition("|")
        found.setdefault(name, {})[state.lower()] = command
    return found
