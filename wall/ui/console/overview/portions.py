"""Has a widget with very many pictures painted in portions, so that nothing waits for all of them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import QRect, QTimer
from PySide6.QtWidgets import QWidget

_AT_ONCE = 300
"""So many pictures take 15 to 20 ms."""
_APART_MS = 25
"""What is wanted sooner Qt paints in one go with what was wanted before."""


class Portions:
    """Of one opaque widget: what has to wait keeps what stands there."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._bands: deque[QRect] = deque()
        """From above; in each of them stand as many as may be painted at once."""
        self._areas: deque[QRect] = deque()
        self._next = QTimer(widget, interval=_APART_MS)
        self._next.timeout.connect(self._go_on)
        self._has_ended = False

    def renew(self, areas: Iterable[QRect]) -> None:
        """Have these painted again."""
        self._areas.extend(area for area in areas if area.intersects(self._widget.rect()))
        self._begin()

    def renew_all(self, areas: Sequence[QRect]) -> None:
        """Have all of it painted again, where pictures stand in these areas, from above."""
        self._areas.clear()
        self._bands.clear()
        tops = [0, *(area.y() for area in areas[_AT_ONCE::_AT_ONCE]), self._widget.height()]
        for top, bottom in pairwise(tops):
            self._bands.append(QRect(0, top, self._widget.width(), max(0, bottom - top)))
        self._begin()

    def end(self) -> None:
        """Leave everything as it is."""
        self._has_ended = True
        self._next.stop()

    def _begin(self) -> None:
        if not (self._next.isActive() or self._has_ended):
            self._next.start()
            self._go_on()

    def _go_on(self) -> None:
        if self._bands:
            self._widget.update(self._bands.popleft())
        elif self._areas:
            for _ in range(min(_AT_ONCE, len(self._areas))):
                self._widget.update(self._areas.popleft())
        else:
            self._next.stop()
