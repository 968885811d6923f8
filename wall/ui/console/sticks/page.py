"""The page of the joysticks: assembles the traces, what is settled, and what is asked of the operator."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from wall.model.dome_events import StickMapsChanged, SticksChanged
from wall.model.events import Event
from wall.model.sticks import AxisDoes, StickMap, StickModel, StickNews, StickReading, usual_map
from wall.ui.console.choice import Choice
from wall.ui.console.parts import ElidedButton, EmptyState, button
from wall.ui.console.sticks.axes_form import AxesForm
from wall.ui.console.sticks.button_list import ButtonList
from wall.ui.console.sticks.settling import SettlingBar
from wall.ui.console.sticks.traces import Traces
from wall.ui.console.sticks.words import model_words, why_none
from wall.ui.keys import Key
from wall.ui.signals import EventBridge
from wall.ui.sticks.port import StickPorts
from wall.ui.theme import SPACE, Theme

_FORM_WIDTH = 420


class SticksPage(QWidget):
    """What is changed holds at once. While it is looked at, the sticks drive nothing."""

    def __init__(
        self,
        theme: Theme,
        ports: StickPorts,
        events: EventBridge,
        actions: Callable[[], Sequence[Key]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._port = ports.sticks
        self._stick: int | None = None
        self._model = StickModel("")
        self._axes: dict[int, tuple[int, ...]] = {}
        self._before: list[tuple[StickModel, StickMap]] = []
        self._is_sliding = False
        """Is the last step back one of a slider? What is slid on belongs to it."""
        self.choice = Choice((), self.tr("Joystick"), theme, self)
        self.choice.activated.connect(lambda place: self._take_in_hand(self.choice.itemData(place)))
        self.traces = Traces(theme, ports.monotonic, self)
        self.form = AxesForm(theme, self)
        self.buttons = ButtonList(theme, actions, self)
        self.settling = SettlingBar(self)
        self._nothing = EmptyState("")
        self._stack = QStackedWidget(self)
        self._lay_out()
        for part in (self.form, self.buttons):
            part.changed.connect(self._keep)
        self.settling.settled.connect(self._keep)
        self.form.slid.connect(self._keep_slid)
        self.form.learn_requested.connect(self._learn)
        ports.bridge.came.connect(self._take)
        events.happened.connect(self._take_note, Qt.ConnectionType.QueuedConnection)
        self._show_sticks()

    # -- what the window asks

    @property
    def is_settling(self) -> bool:
        """Does somebody look at it now?"""
        return self.isVisible() and self.window().isActiveWindow()

    def enter(self) -> None:
        """Put the hand where one goes on."""
        self.buttons.offer()
        self.choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def undo(self) -> None:
        """Take the last change back."""
        if self._before:
            self._is_sliding = False
            self._port.keep_map(*self._before.pop())
            self._show_map()

    def go_back(self) -> bool:
        """Esc: leave what is asked. False where nothing was."""
        if self.settling.isHidden():
            return False
        self.settling.leave()
        return True

    def calibrate(self) -> None:
        """Find the middles and the ends of all axes."""
        if self._stick is not None:
            self.settling.calibrate(self._port.map_of(self._model), self._axes.get(self._stick, ()))

    def show_usual(self) -> None:
        """What a device of this kind does where nothing is settled."""
        if self._stick is not None:
            self._keep(usual_map(self._model))

    # -- assembling

    def _lay_out(self) -> None:
        there = QWidget(self)
        right = QVBoxLayout()
        right.setSpacing(4 * SPACE)
        right.addWidget(self.form)
        right.addWidget(self.buttons, 1)
        right.addLayout(self._deeds())
        across = QHBoxLayout()
        across.setSpacing(3 * SPACE)
        across.addWidget(self.traces, 1)
        side = QWidget(self)
        side.setFixedWidth(_FORM_WIDTH)
        side.setLayout(right)
        right.setContentsMargins(0, 0, 0, 0)
        across.addWidget(side)
        column = QVBoxLayout(there)
        column.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 3 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.settling)
        column.addLayout(across, 1)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(there)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._stack)

    def _deeds(self) -> QHBoxLayout:
        self._undo = ElidedButton(self.undo, self)
        self._undo.show_text(self.tr("Undo"))
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        ends = self.tr("Find the middle and the ends of each axis")
        row.addWidget(button(self.tr("Calibrate…"), self.calibrate, tip=ends))
        row.addWidget(button(self.tr("Usual"), self.show_usual, is_flat=True, tip=self.tr("The usual settings")))
        row.addWidget(self._undo)
        row.addStretch(1)
        return row

    # -- inside

    def _take(self, news: StickNews) -> None:
        if not isinstance(news, StickReading):
            self._axes.pop(news.stick, None)
            return
        self._axes[news.stick] = news.axes
        if news.stick == self._stick and self.isVisible():
            self.traces.take(news, self._port.map_of(self._model))
            self.settling.take(news.axes)
            self.buttons.take(news.buttons)

    def _take_note(self, event: Event) -> None:
        if isinstance(event, SticksChanged):
            self._show_sticks()
        elif isinstance(event, StickMapsChanged):
            self._show_map()

    def _show_sticks(self) -> None:
        """The one in hand stays in hand while it is there."""
        sticks = self._port.sticks
        self.choice.clear()
        for stick, model in sticks.items():
            self.choice.addItem(model_words(model), stick)
        self._nothing.say(why_none(*self._port.fault))
        self._stack.setCurrentIndex(1 if sticks else 0)
        if self._stick not in sticks:
            self.settling.leave()
            self._take_in_hand(next(iter(sticks), None))
        else:
            self.choice.setCurrentIndex(self.choice.findData(self._stick))

    def _take_in_hand(self, stick: int | None) -> None:
        self.settling.leave()
        self._stick = stick
        self._model = self._port.sticks.get(stick, StickModel("")) if stick is not None else StickModel("")
        self.choice.setCurrentIndex(self.choice.findData(stick))
        self.traces.clear()
        self._show_map()

    def _show_map(self) -> None:
        stick_map = self._port.map_of(self._model)
        self.form.show_map(self._model, stick_map)
        self.buttons.show_map(self._model, stick_map)
        self._undo.setVisible(bool(self._before))

    def _learn(self, does: AxisDoes) -> None:
        if self._stick is not None:
            self.settling.learn(does, self._port.map_of(self._model), self._axes.get(self._stick, ()))

    def _keep(self, stick_map: StickMap) -> None:
        self._is_sliding = False
        self._change(stick_map)

    def _keep_slid(self, stick_map: StickMap) -> None:
        self._change(stick_map)
        self._is_sliding = True

    def _change(self, stick_map: StickMap) -> None:
        former = self._port.map_of(self._model)
        if stick_map != former:
            if not self._is_sliding:
                self._before.append((self._model, former))
            self._port.keep_map(self._model, stick_map)
        self._show_map()
