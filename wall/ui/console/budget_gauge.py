"""The decode budget in the top line: how much of the machine the wall needs, and whether anything is left out."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wall.model.decode_cost import Forecast
from wall.model.degradation import FULL_SHARE
from wall.model.events import BudgetChanged
from wall.ui.figures import number
from wall.ui.theme import BODY, SPACE, Theme, font

_WORTH_TELLING = 0.005
_BAR_WIDTH, _BAR_HEIGHT = 16 * SPACE, 4


class BudgetGauge(QWidget):
    """A thin bar and a share in percent, quiet below the border at which something must give. Where there is no room
    for the rest of what it says, that is elided: a window is not made wider by it.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("budget")
        self._theme = theme
        self._budget: BudgetChanged | None = None
        self._forecast: Forecast | None = None
        self.setFont(font(BODY))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.hide()

    def show_budget(self, budget: BudgetChanged) -> None:
        """This is needed, and this is there."""
        self._budget = budget
        self.setToolTip(self._story(budget))
        self.setAccessibleName(self.text)
        self.setVisible(True)
        self.updateGeometry()
        self.update()

    def show_forecast(self, forecast: Forecast | None) -> None:
        """So much it would be with what is chosen; None: nothing is."""
        self._forecast = forecast
        self.updateGeometry()
        self.update()

    @property
    def text(self) -> str:
        """What stands beside the bar."""
        if self._budget is None:
            return ""
        share = self._now(self._budget)
        eased = self.tr("{0} reduced").format(number(self._budget.eased)) if self._budget.eased else ""
        return "  ·  ".join(part for part in (share, eased, self._foretold()) if part)

    def _now(self, budget: BudgetChanged) -> str:
        return self.tr("decoding {0} %").format(round(100 * self._share(budget)))

    def _foretold(self) -> str:
        if self._forecast is None:
            return ""
        share = round(100 * self._forecast.cost.cores / max(0.01, self._forecast.there))
        if self._forecast.eased:
            return self.tr("chosen view: {0} %, {1} reduced").format(share, number(self._forecast.eased))
        return self.tr("chosen view: {0} %").format(share)

    def _share(self, budget: BudgetChanged) -> float:
        return min(9.99, max(budget.needed, budget.used - budget.beside) / max(0.01, budget.there))

    def _story(self, budget: BudgetChanged) -> str:
        lines = [
            self.tr("{0} of {1} processor cores").format(number(budget.used, 2), number(budget.there, 2)),
            self.tr("{0} MB of memory").format(number(round(budget.memory_mb))),
            self.tr("{0} Mbit/s from the network").format(number(budget.kbit_s / 1000, 1)),
        ]
        if budget.beside >= _WORTH_TELLING:
            aside = self.tr("of it {0} for small pictures, which wait for the wall")
            lines.append(aside.format(number(budget.beside, 2)))
        if budget.eased:
            lines.append(
                self.tr(
                    "This computer has too much to do: {0} pictures are shown with less. Show fewer at once."
                ).format(number(budget.eased))
            )
        return "\n".join(lines)

    # -- Qt

    def sizeHint(self) -> QSize:
        return self._size_with(self.text)

    def minimumSizeHint(self) -> QSize:
        return self._size_with(self._now(self._budget) if self._budget is not None else "")

    def _size_with(self, text: str) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(_BAR_WIDTH + 2 * SPACE + metrics.horizontalAdvance(text), metrics.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._budget is None:
            return
        painter = QPainter(self)
        top = (self.height() - _BAR_HEIGHT) / 2
        share = self._share(self._budget)
        is_over = bool(self._budget.eased) or share > FULL_SHARE
        colour = self._theme.late if is_over else self._theme.muted
        painter.fillRect(QRectF(0, top, _BAR_WIDTH, _BAR_HEIGHT), self._theme.line)
        painter.fillRect(QRectF(0, top, _BAR_WIDTH * min(1.0, share), _BAR_HEIGHT), colour)
        painter.setPen(colour if is_over else self._theme.muted)
        room = self.rect().adjusted(_BAR_WIDTH + 2 * SPACE, 0, 0, 0)
        text = QFontMetrics(self.font()).elidedText(self.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
