"""A picture of the map, larger than what is seen of it and painted beforehand: to pan is to move it.

It is painted in portions between the frames, each short; until a new one is whole the former one stands in, scaled,
and where that does not reach, a small picture of the whole.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QRegion

from wall.model.geo.vector import WorldRect
from wall.ui.map.frame import MapFrame

Portions = Callable[[QPainter, MapFrame, bool], Iterator[None]]
"""Paints a frame, giving way after each millisecond or two; in small (the last argument) without letters.

When it gives way the painter is as it was, antialiasing: it may be opened anew before it goes on.
"""

_MARGIN_SHARE, _MARGIN_PX = 0.3, 480
"""Of the viewport on each side, and at most so much."""
_RENEWED_AT = 0.5
"""When less than this share of the margin is left, the next one is begun."""
_REST_MS = 60
"""A scale that has stood so long is one to paint for."""
_PORTION_S, _RESTING_S = 0.004, 0.012
"""How long one turn lasts: while the map moves, and while it rests or there is nothing to be seen yet."""
_FRAME_MS = 16
"""While the map moves there is one turn between two of its frames, or in so long where none comes."""
_STRIP_PX = 128
"""So much of the height is made and grounded without looking at the clock: memory that is new is dear to touch."""
_AT_REST_S = 0.1
"""A map that has stood for so long rests, though it may be painted: pictures on it are live."""
_WHOLE_PX = 1600
"""The longer side of the small picture of the whole."""


@dataclass(frozen=True, slots=True)
class _Painted:
    frame: MapFrame
    image: QImage

    def place(self, frame: MapFrame) -> QRectF:
        """Where it lies in another frame."""
        left, top = frame.pixel(self.frame.left, self.frame.top)
        factor = frame.scale / self.frame.scale
        return QRectF(left, top, self.frame.width * factor, self.frame.height * factor)


class _Work:
    """One picture on its way. Between its portions nothing is open: it may be dropped at any time."""

    def __init__(self, frame: MapFrame, ground: QColor | None, portions: Portions, *, is_small: bool) -> None:
        self.frame = frame
        self.is_small = is_small
        self.image = QImage(QSize(frame.width, frame.height) * frame.ratio, _format(ground))
        self.image.setDevicePixelRatio(frame.ratio)
        self._painter = QPainter()
        grounded = _grounded(self._painter, frame, ground if ground is not None else QColor(0, 0, 0, 0))
        self._rest = chain(grounded, portions(self._painter, frame, is_small))

    def go_on(self, until_s: float, monotonic: Callable[[], float]) -> bool:
        """Is it whole?"""
        self._painter.begin(self.image)
        try:
            self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            return not any(monotonic() >= until_s for _portion in self._rest)
        finally:
            self._painter.end()


class Sheet:
    """UI thread. `changed` is called when there is something new to be seen.

    `ground` None: it is a sheet to lie over others. `bounds` is how far the map reaches.
    """

    def __init__(
        self,
        portions: Portions,
        bounds: WorldRect,
        ground: QColor | None,
        changed: Callable[[], None],
        *,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._portions = portions
        self._bounds = bounds
        self._ground = ground
        self._changed = changed
        self._monotonic = monotonic
        self._now: _Painted | None = None
        self._whole: _Painted | None = None
        self._work: _Work | None = None
        self._wanted: MapFrame | None = None
        self._is_stale = False
        self._moved_s = monotonic()
        self._has_worked = False
        """Since the last frame."""
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_whole(self) -> bool:
        """Is nothing on its way any more?"""
        return not self._timer.isActive()

    def renew(self) -> None:
        """What is on it has changed. What is on its way is finished first: else who changes much would see nothing."""
        self._is_stale = True
        if self._wanted is not None and not self._timer.isActive():
            self._timer.start(0)

    def stop(self) -> None:
        """Nobody looks any more."""
        self._timer.stop()
        self._work = None

    def paint(self, painter: QPainter, frame: MapFrame) -> None:
        """What there is; and have made what there is not."""
        self._has_worked = False
        self._want(frame)
        covered = self._now.place(frame).toAlignedRect() if self._now is not None else QRect()
        if not covered.contains(QRect(0, 0, frame.width, frame.height)):
            painter.save()
            painter.setClipRegion(QRegion(0, 0, frame.width, frame.height).subtracted(QRegion(covered)))
            self._lay_whole(painter, frame)
            painter.restore()
        if self._now is not None:
            self._lay(painter, self._now, frame)

    def _lay_whole(self, painter: QPainter, frame: MapFrame) -> None:
        if self._ground is not None:
            painter.fillRect(QRect(0, 0, frame.width, frame.height), self._ground)
        if self._whole is not None:
            painter.drawImage(self._whole.place(frame), self._whole.image)

    def _lay(self, painter: QPainter, painted: _Painted, frame: MapFrame) -> None:
        place = painted.place(frame)
        if painted.frame.scale != frame.scale:
            painter.drawImage(place, painted.image)
            return
        # On whole pixels of the device: half a pixel would blur all of it.
        left, top = (round(each * frame.ratio) / frame.ratio for each in (place.x(), place.y()))
        painter.drawImage(QPointF(left, top), painted.image)

    # -- what is to be painted

    def _want(self, frame: MapFrame) -> None:
        former, self._wanted = self._wanted, frame
        if former != frame:
            self._moved_s = self._monotonic()
        if self._is_enough(frame):
            return
        if former is not None and former.scale != frame.scale:
            self._timer.start(_REST_MS)
        elif not self._timer.isActive():
            self._timer.start(0)

    def _is_enough(self, frame: MapFrame) -> bool:
        """Will the sheet that is here, or on its way, do for a while?"""
        if self._is_stale:
            return False
        coming = self._work.frame if self._work is not None and not self._work.is_small else None
        there = self._now.frame if self._now is not None else None
        return any(each is not None and _does(each, frame) for each in (coming, there))

    def _begun(self, frame: MapFrame) -> _Work:
        self._is_stale = False
        return _Work(_wider(frame), self._ground, self._portions, is_small=False)

    def _go_on(self) -> None:
        """One portion; then the frames have their turn."""
        if self._work is None or not self._will_do(self._work):
            self._begin()
        work = self._work
        if work is None:
            return
        now_s = self._monotonic()
        is_moving = self._now is not None and now_s - self._moved_s < _AT_REST_S
        if is_moving and self._has_worked:
            self._has_worked = False
            self._timer.start(_FRAME_MS)
            return
        self._has_worked = True
        if not work.go_on(now_s + (_PORTION_S if is_moving else _RESTING_S), self._monotonic):
            self._timer.start(2 if is_moving else 0)
            return
        self._work = None
        painted = _Painted(work.frame, work.image)
        if work.is_small:
            self._whole = painted
        else:
            self._now = painted
            self._changed()
        self._timer.start(_REST_MS)

    def _will_do(self, work: _Work) -> bool:
        """Is it still what is needed first? The small picture of the whole can wait."""
        if self._wanted is None:
            return False
        return self._is_enough(self._wanted) if work.is_small else _does(work.frame, self._wanted)

    def _begin(self) -> None:
        self._work = None
        if self._wanted is not None and not self._is_enough(self._wanted):
            self._work = self._begun(self._wanted)
        elif self._whole is None:
            whole = _around(self._bounds)
            self._work = _Work(whole, self._ground, self._portions, is_small=True)


def _grounded(painter: QPainter, frame: MapFrame, ground: QColor) -> Iterator[None]:
    """Strip by strip: what the memory held before is not seen."""
    for top in range(0, frame.height, _STRIP_PX):
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.fillRect(0, top, frame.width, min(_STRIP_PX, frame.height - top), ground)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        yield


def _format(ground: QColor | None) -> QImage.Format:
    return QImage.Format.Format_RGB32 if ground is not None else QImage.Format.Format_ARGB32_Premultiplied


def _margin(length: int) -> int:
    return min(_MARGIN_PX, round(length * _MARGIN_SHARE))


def _wider(frame: MapFrame) -> MapFrame:
    across, down = _margin(frame.width), _margin(frame.height)
    moved = frame.moved(across, down)
    return replace(moved, width=frame.width + 2 * across, height=frame.height + 2 * down)


def _does(sheet: MapFrame, frame: MapFrame) -> bool:
    """Does it show the frame, with some margin left?"""
    if sheet.scale != frame.scale or sheet.ratio != frame.ratio:
        return False
    left, top = sheet.pixel(frame.left, frame.top)
    across, down = _margin(frame.width) * _RENEWED_AT, _margin(frame.height) * _RENEWED_AT
    is_across = across <= left <= sheet.width - frame.width - across
    return is_across and down <= top <= sheet.height - frame.height - down


def _around(bounds: WorldRect) -> MapFrame:
    left, top, right, bottom = bounds
    wide, high = max(right - left, 1e-9), max(bottom - top, 1e-9)
    scale = _WHOLE_PX / max(wide, high)
    return MapFrame(left, top, scale, max(1, round(wide * scale)), max(1, round(high * scale)))
