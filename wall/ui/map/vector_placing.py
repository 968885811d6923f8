"""Finds the room for one name of a vector map, with its mark or its sign, and writes it there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QPainter

from wall.model.geo.style import Letters, Mark, Rule, Tone
from wall.model.geo.vector import Feature, Kind
from wall.ui.map.frame import MapFrame
from wall.ui.map.vector_anchor import anchor_of
from wall.ui.map.vector_marks import draw_mark, draw_own, radius_of
from wall.ui.map.vector_room import Box, Room
from wall.ui.map.vector_tones import halo_of
from wall.ui.map.vector_track import Track, boxes_along
from wall.ui.map.vector_writing import Face, Writer, rounded
from wall.ui.theme import SMALL, Theme, font

_REPEATED_PX, _SIGN_REPEATED_PX = 560.0, 480.0
"""A road has its name, and its sign, again after so much."""
_SHIFTS = (0.0, -36.0, 36.0, -80.0, 80.0, -130.0, 130.0)
"""Where along a line a name is tried, pixels from where it should be."""
_AREA_SHIFTS = ((0, 0), (0, -16), (0, 16), (0, -32), (0, 32), (-40, 0), (40, 0), (-40, -24), (40, 24), (0, -52))
"""Where the name of an area is tried, pixels from its middle."""
_OVER_THE_RIM = 0.6
"""An area whose width is a smaller share of its name's has none: it would seem to be its neighbour's."""
_GAP_PX = 4.0
_SIGN_LETTERS = Letters(Tone.ROAD_NAME, ((0.0, 10.0),), is_bold=True)
_SIGN_HALF_PX, _SIGN_INSET_PX = 7.5, 5.0


class Named(NamedTuple):
    """A feature that may have something written, with when and how."""

    turn: float
    feature: Feature
    rule: Rule
    text: str
    from_zoom: float
    to_zoom: float
    is_sign: bool = False


class Page(NamedTuple):
    """What is written on, and what is still free of it."""

    painter: QPainter
    frame: MapFrame
    room: Room


class Placing:
    """Knows what it has reckoned out before: fonts, and where the names of areas stand."""

    def __init__(self, theme: Theme, tones: Mapping[Tone, QColor]) -> None:
        self._theme = theme
        self._tones = tones
        self._writer = Writer(halo_of(theme))
        self._sign_face = self._writer.face(_SIGN_LETTERS, 0)
        self._anchors = dict[Feature, tuple[float, float]]()

    def write(self, page: Page, named: Named) -> None:
        """If there is room for it."""
        if named.feature.kind is Kind.POINT:
            self._write_place(page, named)
        elif named.feature.kind is Kind.AREA:
            self._write_area(page, named)
        elif named.is_sign:
            self._write_signs(page, named)
        else:
            self._write_along(page, named)

    # -- places

    def draw_dots(self, page: Page, named: Named) -> None:
        """The dots of places that are somebody's own: they give way to nothing, and names give way to them."""
        own, mark = named.feature.look, named.rule.mark
        if named.feature.kind is not Kind.POINT or mark is not Mark.DOT:
            return
        radius = radius_of(mark, own)
        for part in named.feature.parts:
            x, y = page.frame.pixel(part[0], part[1])
            if own is not None and own.marker_colour:
                draw_own(page.painter, own, x, y, self._theme.ground)
            else:
                draw_mark(page.painter, mark, x, y, self._tones[Tone.MARK], self._theme.surface)
            page.room.occupy((x - radius, y - radius, x + radius, y + radius))

    def _write_place(self, page: Page, named: Named) -> None:
        painter, frame, room = page
        mark, letters = named.rule.mark, named.rule.letters
        radius = radius_of(mark, named.feature.look)
        for part in named.feature.parts:
            x, y = frame.pixel(part[0], part[1])
            if mark not in (Mark.DOT, Mark.NONE):
                if not room.take([(x - radius, y - radius, x + radius, y + radius)]):
                    continue
                draw_mark(painter, mark, x, y, self._tones[Tone.MARK], self._theme.surface)
            if named.text and letters is not None:
                face = self._writer.face(letters, frame.zoom)
                self._write_beside(page, named.text, face, (x, y, radius), self._tones[letters.tone])

    def _write_beside(
        self, page: Page, text: str, face: Face, disc: tuple[float, float, float], colour: QColor
    ) -> None:
        """On its right, its left, below or above; without a mark upon the place."""
        x, y, radius = disc
        width = self._writer.width(text, face)
        beside, over = radius + _GAP_PX, radius + face.height / 2
        tried = [(x + beside, y), (x - beside - width, y), (x - width / 2, y + over), (x - width / 2, y - over)]
        for left, middle in tried if radius else [(x - width / 2, y)]:
            box = self._writer.box(text, face, left, middle)
            kept_off = box if not radius else _off(box, x, radius)
            if page.room.take([kept_off]):
                self._writer.write(page.painter, text, face, left, middle, colour)
                return

    # -- areas

    def _write_area(self, page: Page, named: Named) -> None:
        letters = named.rule.letters
        if letters is None or not named.text:
            return
        painter, frame, room = page
        face = self._writer.face(letters, frame.zoom)
        width = self._writer.width(named.text, face)
        left, _top, right, _bottom = named.feature.bounds
        if (right - left) * frame.scale < _OVER_THE_RIM * width:
            return
        if named.feature not in self._anchors:
            self._anchors[named.feature] = anchor_of(named.feature)
        x, y = frame.pixel(*self._anchors[named.feature])
        for across, down in _AREA_SHIFTS:
            at = x + across - width / 2, y + down
            if room.take([self._writer.box(named.text, face, *at)]):
                self._writer.write(painter, named.text, face, *at, self._tones[letters.tone])
                return

    # -- lines

    def _write_along(self, page: Page, named: Named) -> None:
        letters = named.rule.letters
        if letters is None or not named.text:
            return
        painter, frame, room = page
        face = self._writer.face(letters, frame.zoom)
        reach = self._writer.reach(named.text, face)
        tracks = _tracks(named.feature, frame)
        spots = ((track, middle) for track in tracks for middle in _spots(track, frame, _REPEATED_PX))
        for track, middle in spots:
            for shift in _SHIFTS:
                steps = track.steps(reach, middle + shift)
                if steps and room.take(list(boxes_along(steps, face.height))):
                    self._writer.write_along(painter, named.text, face, steps, self._tones[letters.tone])
                    break

    def _write_signs(self, page: Page, named: Named) -> None:
        half = self._writer.width(named.text, self._sign_face) / 2 + _SIGN_INSET_PX
        for track in _tracks(named.feature, page.frame):
            for middle in _spots(track, page.frame, _SIGN_REPEATED_PX, 0.28):
                x, y = (round(each) + 0.5 for each in track.at(middle))
                box = (x - half, y - _SIGN_HALF_PX, x + half, y + _SIGN_HALF_PX)
                if page.room.take([box]):
                    self._write_sign(page.painter, named.text, box)

    def _write_sign(self, painter: QPainter, text: str, box: Box) -> None:
        rounded(painter, box, self._tones[Tone.SIGN], self._tones[Tone.CITY_EDGE])
        painter.setPen(self._tones[Tone.NAME])
        painter.setFont(font(SMALL - 1, bold=True))
        baseline = box[1] + _SIGN_HALF_PX + self._sign_face.metrics.capHeight() / 2
        painter.drawText(round(box[0] + _SIGN_INSET_PX), round(baseline), text)


def _tracks(feature: Feature, frame: MapFrame) -> Iterator[Track]:
    for part in feature.parts:
        numbers: NDArray[np.float64] = np.frombuffer(part, dtype=np.float64)
        yield Track.of(*frame.pixels(numbers[0::2], numbers[1::2]))


def _spots(track: Track, frame: MapFrame, every_px: float, first: float = 0.5) -> Iterator[float]:
    """Distances along a line where something should stand; those in sight. The same for every frame of a scale."""
    count = max(1, int(track.length / every_px))
    for index in range(count):
        middle = (index + first) * track.length / count
        x, y = track.at(middle)
        if -200 < x < frame.width + 200 and -100 < y < frame.height + 100:
            yield middle


def _off(box: Box, x: float, radius: float) -> Box:
    """Without what the mark itself has taken."""
    left, top, right, bottom = box
    if left > x:
        return max(left, x + radius), top, right, bottom
    if right < x:
        return left, top, min(right, x - radius), bottom
    return left, (top + 1 if top > 0 else top), right, bottom
