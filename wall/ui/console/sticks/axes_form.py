"""Which axis of a stick does what, which way round, and how finely."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSlider, QVBoxLayout, QWidget

from wall.model.sticks import LEAST_CURVE, MOST_CURVE, MOST_DEAD_ZONE, AxisDoes, AxisUse, StickMap, StickModel
from wall.ui.console.choice import Choice
from wall.ui.console.parts import Check, button, heading, label
from wall.ui.console.sticks.words import axis_word
from wall.ui.theme import SPACE, Theme

_NONE = -1
_PERCENT, _CURVE_STEPS = 100, 10


class AxesForm(QWidget):
    """`changed` tells the StickMap as it shall be, `slid` the same while a slider is moved, `learn_requested` which
    axis shall be shown by moving it.
    """

    changed = Signal(object)
    slid = Signal(object)
    learn_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._map = StickMap()
        self._axes = {does: Choice((), axis_word(does), theme, self) for does in AxisDoes}
        self._inverted = {does: Check(self.tr("Inverted"), theme, self) for does in AxisDoes}
        for does in AxisDoes:
            self._axes[does].activated.connect(lambda place, does=does: self._choose_axis(does, place))
            self._inverted[does].clicked.connect(lambda is_on, does=does: self._invert(does, is_inverted=is_on))
        self._dead_zone, self._curve = self._sliders()
        self._dead_zone_text, self._curve_text = label(is_muted=True), label(is_muted=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * SPACE)
        column.addWidget(heading(self.tr("Axes")))
        column.addLayout(self._axes_grid())
        column.addLayout(self._sliders_grid())

    def show_map(self, model: StickModel, stick_map: StickMap) -> None:
        """What is settled now."""
        self._map = stick_map
        for does in AxisDoes:
            self._show_axis(does, model, stick_map.axes.get(does))
        with QSignalBlocker(self._dead_zone), QSignalBlocker(self._curve):
            self._dead_zone.setValue(round(stick_map.dead_zone * _PERCENT))
            self._curve.setValue(round(stick_map.curve * _CURVE_STEPS))
        self._tell_sliders()

    # -- assembling

    def _sliders(self) -> tuple[QSlider, QSlider]:
        dead_zone, curve = (QSlider(Qt.Orientation.Horizontal, self) for _ in range(2))
        dead_zone.setRange(0, round(MOST_DEAD_ZONE * _PERCENT))
        dead_zone.setAccessibleName(self.tr("Dead zone"))
        curve.setRange(round(LEAST_CURVE * _CURVE_STEPS), round(MOST_CURVE * _CURVE_STEPS))
        curve.setAccessibleName(self.tr("Fineness in the middle"))
        for each in (dead_zone, curve):
            each.valueChanged.connect(self._slide)
        return dead_zone, curve

    def _axes_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * SPACE)
        grid.setVerticalSpacing(2 * SPACE)
        grid.setColumnStretch(1, 1)
        for row, does in enumerate(AxisDoes):
            learn = button(
                self.tr("By moving…"),
                partial(self.learn_requested.emit, does),
                tip=self.tr("Move the stick to show which axis that is"),
            )
            for column, widget in enumerate((_name(axis_word(does)), self._axes[does], learn, self._inverted[does])):
                grid.addWidget(widget, row, column)
        return grid

    def _sliders_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * SPACE)
        grid.setColumnStretch(1, 1)
        rows = (
            (self.tr("Dead zone"), self._dead_zone, self._dead_zone_text),
            (self.tr("Fineness in the middle"), self._curve, self._curve_text),
        )
        for row, (title, slider, text) in enumerate(rows):
            text.setMinimumWidth(10 * SPACE)
            for column, widget in enumerate((_name(title), slider, text)):
                grid.addWidget(widget, row, column)
        return grid

    # -- inside

    def _show_axis(self, does: AxisDoes, model: StickModel, use: AxisUse | None) -> None:
        choice = self._axes[does]
        if choice.count() != model.axes + 1:
            choice.clear()
            choice.addItem(self.tr("none"), _NONE)
            for axis in range(model.axes):
                choice.addItem(self.tr("Axis {0}").format(axis + 1), axis)
        choice.setCurrentIndex(0 if use is None or use.axis >= model.axes else use.axis + 1)
        self._inverted[does].setChecked(use is not None and use.is_inverted)
        self._inverted[does].setEnabled(use is not None)

    def _choose_axis(self, does: AxisDoes, place: int) -> None:
        axis = self._axes[does].itemData(place)
        known = next((use for use in self._map.axes.values() if use.axis == axis), None)
        self._give(self._map.with_axis(does, None if axis == _NONE else known or AxisUse(axis)))

    def _invert(self, does: AxisDoes, *, is_inverted: bool) -> None:
        use = self._map.axes.get(does)
        if use is not None:
            turned = AxisUse(use.axis, is_inverted, use.centre, use.low, use.high)
            self._give(self._map.with_axis(does, turned))

    def _slide(self) -> None:
        dead_zone, curve = self._dead_zone.value() / _PERCENT, self._curve.value() / _CURVE_STEPS
        self._tell_sliders()
        self._map = StickMap(self._map.axes, self._map.buttons, dead_zone, curve)
        self.slid.emit(self._map)

    def _tell_sliders(self) -> None:
        self._dead_zone_text.setText(f"{self._dead_zone.value()} %")
        self._curve_text.setText(QLocale().toString(self._curve.value() / _CURVE_STEPS, "f", 1))

    def _give(self, stick_map: StickMap) -> None:
        self._map = stick_map
        self.changed.emit(stick_map)


def _name(text: str) -> QLabel:
    made = label(text)
    made.setWordWrap(False)
    return made
