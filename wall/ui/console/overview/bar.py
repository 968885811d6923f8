"""The line above the pictures: what is looked for, which states, in which order, and how large."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSlider, QVBoxLayout, QWidget

from wall.ui.console.choice import Choice
from wall.ui.console.overview.arranging import Only, Order
from wall.ui.console.overview.view import LEAST, MOST, USUAL
from wall.ui.console.parts import button
from wall.ui.console.tree_panel import Finder
from wall.ui.figures import number
from wall.ui.theme import SPACE, TARGET, Theme

_STEP = 24


class OverviewBar(QWidget):
    """Tells what is wished for by signals; `only`, `order` and `width` are what is wished for now."""

    filtered = Signal()
    """Something else is looked for, or other states."""
    ordered = Signal()
    resized = Signal()
    widened = Signal(bool)
    """The page shall have the whole window, or not any more."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.only = Only.ALL
        self._is_fitted = False
        self.finder = Finder(self)
        self.finder.setPlaceholderText(self.tr("Only these: number, name, ward…"))
        self.finder.setAccessibleName(self.tr("Only these cameras"))
        self.finder.textChanged.connect(lambda _text: self.filtered.emit())
        self._make_chips()
        texts = {
            Order.PLACE: self.tr("by ward"),
            Order.NUMBER: self.tr("by number"),
            Order.WORST: self.tr("worst first"),
        }
        self._order = Choice([(texts[each], each) for each in Order], self.tr("Order"), theme, self)
        self._order.currentIndexChanged.connect(lambda _place: self.ordered.emit())
        self._make_sizes()
        self._lay_out()

    # -- what is wished for

    @property
    def text(self) -> str:
        """What is looked for."""
        return self.finder.text().strip()

    @property
    def order(self) -> Order:
        return list(Order)[self._order.currentIndex()]

    def choose_order(self, order: Order) -> None:
        self._order.setCurrentIndex(list(Order).index(order))

    def choose_only(self, only: Only) -> None:
        """Show those of one state."""
        self._chips[only].setChecked(True)
        if only is not self.only:
            self.only = only
            self.filtered.emit()

    @property
    def width_wanted(self) -> int | None:
        """How wide pictures shall be, logical pixels; None: so that all are seen at once."""
        return None if self._is_fitted else self._size.value()

    def zoom(self, steps: int, now: int) -> None:
        """So many steps larger than they are now."""
        before = now if self._is_fitted else self._size.value()
        self._size.setValue(max(LEAST, min(MOST, before + steps * _STEP)))
        self._unfit()

    def fit_all(self) -> None:
        """All at once, or as they were before."""
        self._fit.click()

    @property
    def is_wide(self) -> bool:
        """Does the page have the whole window?"""
        return self._wide.isChecked()

    def toggle_wide(self) -> None:
        self._wide.click()

    def show_counts(self, counts: Mapping[Only, int]) -> None:
        """How many cameras are in each state."""
        for only, chip in self._chips.items():
            chip.setText(f"{self._words[only]}  {number(counts.get(only, 0))}")

    def go_back(self) -> bool:
        """Esc: from what is looked for to all. False where there is nothing to go back from."""
        if self.finder.text():
            self.finder.clear()
            return True
        if self.only is not Only.ALL:
            self.choose_only(Only.ALL)
            return True
        return False

    # -- assembling

    def _make_chips(self) -> None:
        self._words = {
            Only.ALL: self.tr("All"),
            Only.LOST: self.tr("Lost or faulty"),
            Only.ATTENTION: self.tr("Attention"),
            Only.OLD: self.tr("No new picture"),
        }
        group = QButtonGroup(self)
        self._chips: dict[Only, QPushButton] = {}
        for only in Only:
            chip = self._chips[only] = button(self._words[only], partial(self._choose, only))
            chip.setCheckable(True)
            chip.setProperty("chip", True)
            group.addButton(chip)
        self._chips[Only.ALL].setChecked(True)

    def _make_sizes(self) -> None:
        self._size = QSlider(Qt.Orientation.Horizontal, self)
        self._size.setRange(LEAST, MOST)
        self._size.setSingleStep(_STEP)
        self._size.setPageStep(2 * _STEP)
        self._size.setValue(USUAL)
        self._size.setMinimumWidth(15 * SPACE)
        self._size.setMaximumWidth(30 * SPACE)
        self._size.setMinimumHeight(TARGET)
        self._size.setAccessibleName(self.tr("Size of the pictures"))
        self._size.setToolTip(self.tr("Size of the pictures (Ctrl+wheel, + and −)"))
        self._size.valueChanged.connect(lambda _value: self._unfit())
        self._fit = button(self.tr("All at once"), self._take_fit, tip=self.tr("As large as all of them can be (0)"))
        self._wide = button(self.tr("Whole window"), self._take_wide, tip=self.tr("Without the panels beside it (W)"))
        for each in (self._fit, self._wide):
            each.setCheckable(True)
            each.setProperty("chip", True)

    def _lay_out(self) -> None:
        above, below = QHBoxLayout(), QHBoxLayout()
        for row in (above, below):
            row.setSpacing(2 * SPACE)
        above.addWidget(self.finder, 1)
        above.addWidget(self._order)
        for each in (self._size, self._fit, self._wide):
            above.addWidget(each)
        for chip in self._chips.values():
            below.addWidget(chip)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        column.addLayout(above)
        column.addLayout(below)

    # -- inside

    def _choose(self, only: Only) -> None:
        self.choose_only(only)

    def _take_fit(self) -> None:
        self._is_fitted = self._fit.isChecked()
        self.resized.emit()

    def _unfit(self) -> None:
        self._is_fitted = False
        self._fit.setChecked(False)
        self.resized.emit()

    def _take_wide(self) -> None:
        self.widened.emit(self._wide.isChecked())
