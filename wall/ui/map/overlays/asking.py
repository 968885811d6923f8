"""What overlays have in common that ask what was in a time: a choice of times, a question, a line with the answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wall.ui.console.choice import Choice
from wall.ui.console.homeward import Homeward
from wall.ui.console.parts import label
from wall.ui.figures import number
from wall.ui.map.canvas import MapCanvas
from wall.ui.theme import SPACE, Theme

T = TypeVar("T")
_DAY_HOURS = 24


class AskingOverlay(QObject):
    """`spans` are hours up to now. Below the choice of them stand the widgets of `laid_out`, and `said`, a sentence."""

    def __init__(self, theme: Theme, canvas: MapCanvas, spans: Sequence[int]) -> None:
        super().__init__(canvas)
        self.controls = QWidget(canvas)
        entries = [(_span_words(hours), hours) for hours in spans]
        name = QCoreApplication.translate("Overlay", "Over which time")
        self.span = Choice(entries, name, theme, self.controls)
        self.said = label(is_muted=True)
        self._canvas = canvas
        self._homeward = Homeward(self)
        self._question: Future[object] | None = None

    @property
    def hours(self) -> int:
        """Over which time it is asked."""
        return int(self.span.currentData())

    def ask(self, question: Future[T], take: Callable[[T], None]) -> None:
        """Have the answer taken, unless another question was asked, or it was turned off, meanwhile."""
        self.forget()
        self._question = question  # type: ignore[assignment] # Only to be known again.

        def take_it(answer: T) -> None:
            if self._question is question:
                take(answer)

        self._homeward.follow(question, take_it, self.said.setText)

    def forget(self) -> None:
        """Nobody waits for the last answer any more."""
        former, self._question = self._question, None
        if former is not None:
            former.cancel()

    def laid_out(self, *widgets: QWidget) -> None:
        """The controls, from the choice down."""
        column = QVBoxLayout(self.controls)
        column.setContentsMargins(6 * SPACE, 0, 0, 2 * SPACE)
        column.addWidget(self.span, 0, Qt.AlignmentFlag.AlignLeft)
        for each in widgets:
            column.addWidget(each)


def _span_words(hours: int) -> str:
    translate = QCoreApplication.translate
    if hours <= _DAY_HOURS:
        return translate("Overlay", "the last {0} hours").format(number(hours))
    return translate("Overlay", "the last {0} days").format(number(hours // _DAY_HOURS))
