"""What the map says of the mark under the pointer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from wall.ui.figures import number
from wall.ui.map.frame import MapFrame
from wall.ui.map.label_texts import HEIGHT_PX, label_font, paint_label, size_of
from wall.ui.map.states import MapState, word_of
from wall.ui.theme import Theme

_AWAY_PX = 6.0


def words_of(name: str, states: Iterable[MapState]) -> str:
    """«12  Ngã Sáu – lost»; of several cameras how many there are, and in which states that somebody must see."""
    counts = Counter(states)
    if counts.total() == 1:
        (state,) = counts
        return f"{name} · {word_of(state)}"
    parts = [QCoreApplication.translate("Map", "{0} cameras").format(number(counts.total()))]
    grave = sorted((state for state in counts if state > MapState.UNKNOWN), reverse=True)
    parts += [f"{word_of(state)}: {number(counts[state])}" for state in grave]
    return " · ".join(([name] if name else []) + parts)


def paint_words(painter: QPainter, text: str, mark: QRectF, frame: MapFrame, theme: Theme) -> None:
    """At the right of the mark, or wherever else there is room for all of it."""
    width, _height = size_of(text, QFontMetricsF(label_font()))
    left = mark.right() + _AWAY_PX
    if left + width > frame.width:
        left = max(0.0, mark.left() - _AWAY_PX - width)
    painter.save()
    painter.translate(QPointF(left, mark.center().y() - HEIGHT_PX / 2))
    paint_label(painter, text, width, theme, is_solid=True)
    painter.restore()
