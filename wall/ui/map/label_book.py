"""The labels of every step of the zoom, placed beforehand and in turns, so that the map never waits for them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QFontMetricsF

from wall.ui.map.arrangement import STEP, Arrangement
from wall.ui.map.frame import LEAST_ZOOM, MOST_ZOOM, TILE_PX, Floats
from wall.ui.map.label_places import Stands, Wanted, placed
from wall.ui.map.label_texts import Texts, label_font, size_of
from wall.ui.map.marks import Face
from wall.ui.map.marks import size_of as face_size
from wall.ui.map.places import Ints, Places
from wall.ui.map.states import MapState

_TURN_MS, _A_TURN_S = 8, 0.001
"""How often there is a turn, and how long it lasts: as a rule some two dozen labels."""

_FIRST = tuple(float(each) for each in np.arange(10, 20, STEP))
"""Placed before anybody asks."""


@dataclass(frozen=True, eq=False)
class LabelSet:
    """The labels of one step: of which marks, `dx`, `dy` pixels beside their anchors, how large, and what they say."""

    marks: Ints
    dx: Floats
    dy: Floats
    widths: Floats
    texts: tuple[str, ...]


class LabelBook(QObject):
    """Of one map. UI thread."""

    placed = Signal(float)
    """The step whose labels are there now."""

    def __init__(
        self,
        arrangement: Callable[[float], Arrangement],
        parent: QObject | None = None,
        *,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._arrangement = arrangement
        self._monotonic = monotonic
        self._places: Places | None = None
        self._texts = Texts()
        self._sets: dict[float, LabelSet] = {}
        self._queue: list[float] = []
        self._job: Iterator[LabelSet | None] | None = None
        self._turns = QTimer(self, interval=_TURN_MS)
        self._turns.timeout.connect(self._take_turn)

    def show(self, places: Places, texts: Texts) -> None:
        """These cameras stand there now, and are called so."""
        self._places, self._texts = places, texts
        self._sets.clear()
        self._job = None
        self._queue = [step for step in _FIRST if LEAST_ZOOM <= step <= MOST_ZOOM]
        self._turns.start()

    def at(self, step: float) -> LabelSet | None:
        """Those of a step; None while they are being placed: then they are the next."""
        found = self._sets.get(step)
        if found is None and self._places is not None and (not self._queue or self._queue[0] != step):
            self._queue = [step, *(each for each in self._queue if each != step)]
            self._job = None
            self._turns.start()
        return found

    def finish(self, step: float) -> None:
        """Have a step's labels now, however long it takes."""
        if self._places is not None and step not in self._sets:
            for made in self._making(step):
                if made is not None:
                    self._sets[step] = made

    def end(self) -> None:
        """Place no more."""
        self._turns.stop()

    # -- inside

    def _take_turn(self) -> None:
        if not self._queue:
            self._turns.stop()
            return
        step = self._queue[0]
        if self._job is None:
            self._job = iter(()) if step in self._sets else self._making(step)
        made = self._some_of(self._job)
        if made is not None:
            self._sets[step] = made
        if step in self._sets:
            self._queue.pop(0)
            self._job = None
            if made is not None:
                self.placed.emit(step)

    def _some_of(self, job: Iterator[LabelSet | None]) -> LabelSet | None:
        """As much as there is time for in a turn; what is whole then."""
        until_s = self._monotonic() + _A_TURN_S
        for made in job:
            if made is not None or self._monotonic() >= until_s:
                return made
        return None

    def _making(self, step: float) -> Iterator[LabelSet | None]:
        """None after each label, the set at the end."""
        arrangement, metrics = self._arrangement(step), QFontMetricsF(label_font())
        yield None
        order = np.argsort(-arrangement.counts, kind="stable").tolist()
        texts: list[tuple[str, ...]] = []
        wanted: list[Wanted] = []
        scale = TILE_PX * 2**step
        for mark in order:
            texts.append(self._texts_of(arrangement, mark))
            wanted.append(_wanted(arrangement, mark, scale, texts[-1], metrics))
            yield None
        stands: list[Stands] = []
        for answer in placed(wanted, 2**STEP):
            if answer is not None:
                stands.append(answer)
            yield None
        yield _set_of(stands, order, texts, wanted)

    def _texts_of(self, arrangement: Arrangement, mark: int) -> tuple[str, ...]:
        """What may be written there, the best first."""
        assert self._places is not None
        rows = arrangement.members(mark)
        if len(rows) == 1:
            return _each_once(self._texts.cameras.get(self._places.ids[rows[0]], ()))
        sites = set(self._places.sites[rows].tolist())
        return _each_once([self._texts.sites.get(sites.pop(), "")]) if len(sites) == 1 else ()


def _each_once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))


def _wanted(
    arrangement: Arrangement, mark: int, scale: float, texts: tuple[str, ...], metrics: QFontMetricsF
) -> Wanted:
    wide, high = face_size(Face(MapState.LIVE, int(arrangement.counts[mark])))
    return Wanted(
        x=float(arrangement.xs[mark]) * scale,
        y=float(arrangement.ys[mark]) * scale,
        dx=float(arrangement.dx[mark]),
        dy=float(arrangement.dy[mark]),
        half_width=wide / 2,
        half_height=high / 2,
        sizes=tuple(size_of(text, metrics) for text in texts),
    )


def _set_of(stands: list[Stands], order: list[int], texts: list[tuple[str, ...]], wanted: list[Wanted]) -> LabelSet:
    return LabelSet(
        marks=np.array([order[each.label] for each in stands], dtype=np.int64),
        dx=np.array([each.dx for each in stands], dtype=np.float64),
        dy=np.array([each.dy for each in stands], dtype=np.float64),
        widths=np.array([wanted[each.label].sizes[each.size][0] for each in stands], dtype=np.float64),
        texts=tuple(texts[each.label][each.size] for each in stands),
    )
