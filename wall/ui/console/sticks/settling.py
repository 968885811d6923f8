"""Asks the operator to move a stick: to find the ends of its axes, or to show which axis is meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from wall.model.sticks import AxisDoes, AxisUse, Calibration, StickMap, moved_axis
from wall.ui.console.parts import button, label
from wall.ui.console.sticks.words import axis_word, move_sentence
from wall.ui.theme import SPACE


class SettlingBar(QFrame):
    """Hidden while nothing is asked. `settled` tells the StickMap that comes of it, `left` that nothing does."""

    settled = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._map = StickMap()
        self._axes: tuple[int, ...] = ()
        self._learns: AxisDoes | None = None
        self._calibration: Calibration | None = None
        self._text = label()
        self._next = button(self.tr("Next"), self.go_on, tip=self.tr("Enter"))
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * SPACE, SPACE, SPACE, SPACE)
        row.setSpacing(2 * SPACE)
        row.addWidget(self._text, 1)
        row.addWidget(self._next, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(
            button(self.tr("Leave"), self.leave, is_flat=True, tip=self.tr("Esc: nothing is changed")),
            0,
            Qt.AlignmentFlag.AlignTop,
        )
        self.hide()

    def calibrate(self, stick_map: StickMap, axes: Sequence[int]) -> None:
        """Find middles and ends."""
        self._begin(stick_map, axes)
        self._next.show()
        self._say(self.tr("Let go of the stick and of all levers. Then Next, or Enter."))

    def learn(self, does: AxisDoes, stick_map: StickMap, axes: Sequence[int]) -> None:
        """Find which axis does that, and in which direction."""
        self._begin(stick_map, axes)
        self._learns = does
        self._next.hide()
        self._say(move_sentence(does))

    def take(self, axes: Sequence[int]) -> None:
        """How the stick stands now."""
        if not self.isVisible():
            return
        self._axes = tuple(axes)
        if self._calibration is not None:
            self._calibration = self._calibration.seen(axes)
            self._tell_ends()
        elif self._learns is not None:
            self._look_for_axis(self._learns)

    def go_on(self) -> None:
        """The operator has done what was asked."""
        if self._learns is not None:
            return
        if self._calibration is None:
            self._calibration = Calibration.begun(self._axes)
            self._tell_ends()
        else:
            self._settle(self._calibration.applied(self._map))

    def leave(self) -> None:
        """Nothing is changed."""
        if self.isVisible():
            self.hide()
            self.left.emit()

    # -- inside

    def _begin(self, stick_map: StickMap, axes: Sequence[int]) -> None:
        self._map, self._axes = stick_map, tuple(axes)
        self._first = tuple(axes)
        self._learns = self._calibration = None
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_ends(self) -> None:
        """Which axes have been moved far enough is said as it happens."""
        assert self._calibration is not None
        marks = [
            f"{axis_word(does)} {'✓' if self._calibration.is_full(self._map.axes[does].axis) else '…'}"
            for does in AxisDoes
            if does in self._map.axes
        ]
        sentence = self.tr(
            "Now move everything to all its ends, and let go. Then Next. What is not moved stays as it is."
        )
        self._say(f"{sentence}  {'   '.join(marks)}")

    def _look_for_axis(self, does: AxisDoes) -> None:
        found = moved_axis(self._first, self._axes)
        if found is None:
            return
        axis, is_upwards = found
        known = next((use for use in self._map.axes.values() if use.axis == axis), AxisUse(axis))
        self._settle(self._map.with_axis(does, replace(known, is_inverted=not is_upwards)))

    def _settle(self, stick_map: StickMap) -> None:
        self.hide()
        self.settled.emit(stick_map)

    def _say(self, text: str) -> None:
        if text != self._text.text():
            self._text.setText(text)

    # -- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on()
        else:
            super().keyPressEvent(event)
