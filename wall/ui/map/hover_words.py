"""What the map says of the mark under the pointer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from wall.ui.captions import wrapped
from wall.ui.figures import number
from wall.ui.map.frame import MapFrame
from wall.ui.map.label_texts import HEIGHT_PX, label_font, paint_label, size_of
from wall.ui.map.states import MapState, word_of
from wall.ui.theme import Theme

_AWAY_PX = 6.0
_MOST_PX = 400.0
"""How wide a line may be before it is broken: people give reasons of any length."""


def words_of(name: str, states: Iterable[MapState], mutes: Sequence[Sequence[str]]) -> Sequence[str]:
    """«12  Ngã Sáu – lost»; of several cameras how many there are, and in which states that somebody must see. Below it
    what is muted of them (`mutes` has the lines of each camera), where that is the same of all; else of how many.
    """
    counts, muted = Counter(states), sum(bool(each) for each in mutes)
    same = mutes[0] if len(set(mutes)) == 1 else ()
    if counts.total() == 1:
        (state,) = counts
        return f"{name} · {word_of(state)}", *same
    parts = [QCoreApplication.translate("Map", "{0} cameras").format(number(counts.total()))]
    grave = sorted((state for state in counts if state > MapState.UNKNOWN), reverse=True)
    parts += [f"{word_of(state)}: {number(counts[state])}" for state in grave]
    if muted and not same:
        parts.append(QCoreApplication.translate("Map", "alarms muted: {0}").format(number(muted)))
    return " · ".join(([name] if name else []) + parts), *same


def paint_words(painter: QPainter, lines: Sequence[str], mark: QRectF, frame: MapFrame, theme: Theme) -> None:
    """At the right of the mark, or wherever else there is room for all of it."""
    metrics = QFontMetricsF(label_font())
    room = max(frame.width - mark.right(), mark.left()) - _AWAY_PX - size_of("", metrics)[0]
    fitted = [part for line in lines for part in wrapped(line, label_font(), int(min(_MOST_PX, room)))]
    width = max(size_of(line, metrics)[0] for line in fitted)
    left, top = mark.right() + _AWAY_PX, mark.center().y() - HEIGHT_PX / 2
    if left + width > frame.width:
        left = max(0.0, mark.left() - _AWAY_PX - width)
    painter.save()
    painter.translate(QPointF(left, max(0.0, min(top, frame.height - HEIGHT_PX * len(fitted)))))
    for line in fitted:
        paint_label(painter, line, width, theme, is_solid=True)
        painter.translate(0, HEIGHT_PX)
    painter.restore()
