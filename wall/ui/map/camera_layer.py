"""The city's cameras on the map: their marks, where they look, and what they are called."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import numpy as np
from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPen

from wall.model.inventory import Inventory
from wall.ui.map import wedges
from wall.ui.map.arrangement import ALL_OPEN_FROM, STEP, Arrangement, arranged, step_of
from wall.ui.map.frame import LEAST_ZOOM, MapFrame
from wall.ui.map.hover_words import paint_words, words_of
from wall.ui.map.label_book import LabelBook
from wall.ui.map.label_texts import Texts
from wall.ui.map.layer import PlainLayer
from wall.ui.map.marks import CameraMark, ClusterMark
from wall.ui.map.places import Ints, Places, places_of
from wall.ui.map.sheets import Sheets
from wall.ui.map.standing import Clip, Standing
from wall.ui.map.states import MapState
from wall.ui.theme import Theme

_A_FRAME = 32
"""So many new sprites of each kind a frame: two milliseconds."""

_SLACK_PX = 6.0
"""A mark is hit so far beside it: a finger is wider than a pointer."""


class CameraLayer(PlainLayer):
    """UI thread. It shows nothing until it is told what there is."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__()
        self._theme = theme
        self.places: Places = places_of(Inventory())
        self.texts = Texts()
        self._states = np.zeros(0, dtype=np.uint8)
        self._watched: Ints = self._states
        self._muted: Ints = self._states
        self._mutes: Mapping[int, Sequence[str]] = {}
        self._headings: dict[int, tuple[float, float | None]] = {}
        self._selected: frozenset[int] = frozenset()
        self._hovered: frozenset[int] = frozenset()
        self._arrangements: dict[float, Arrangement] = {}
        self._sheets: dict[float, Sheets] = {}
        self._standing: dict[tuple[float, float], Standing] = {}
        self._told: set[Standing] = set()
        """Those that know how the cameras are now."""
        self.labels = LabelBook(self.arrangement, parent)
        self.labels.placed.connect(lambda _step: self.changed())
        self._again = QTimer(parent, singleShot=True, interval=0)
        self._again.timeout.connect(lambda: self.changed())

    # -- what is shown

    def show_places(self, places: Places, texts: Texts) -> None:
        """These cameras, here, called so. They are as they were, or not known yet."""
        before = {camera: self._states[row] for camera, row in self.places.rows.items()}
        self.places, self.texts = places, texts
        self._states = np.array([before.get(each, MapState.UNKNOWN) for each in places.ids], dtype=np.uint8)
        self._watched = np.zeros(len(places), dtype=np.uint8)
        self._muted = self._marked(self._mutes)
        self._arrangements.clear()
        self._standing.clear()
        self._told.clear()
        self.labels.show(places, texts)
        self.changed()

    def show_states(self, states: Mapping[int, MapState]) -> None:
        """These cameras are so now; the others are as they were."""
        rows = self.places.rows
        known = {rows[camera]: state for camera, state in states.items() if camera in rows}
        changed = {row: state for row, state in known.items() if self._states[row] != state}
        for row, state in changed.items():
            self._states[row] = state
        if changed:
            self._renew()

    def show_watched(self, cameras: Collection[int]) -> None:
        """These are seen on the wall now, and no others."""
        watched = self._marked(cameras)
        if not np.array_equal(watched, self._watched):
            self._watched = watched
            self._renew()

    def show_mutes(self, told: Mapping[int, Sequence[str]]) -> None:
        """Of these cameras alarms are muted, and of no others; what is to be read of it, line by line."""
        if told != self._mutes:
            self._mutes, self._muted = told, self._marked(told)
            self._renew()

    def show_headings(self, headings: Mapping[int, tuple[float, float | None]]) -> None:
        """Where moving cameras look now, and how wide (None: not known), instead of what the inventory says."""
        self._headings = dict(headings)
        self._renew()

    def select(self, cameras: Collection[int]) -> None:
        """These are selected."""
        self._selected = frozenset(cameras)
        self.changed()

    @property
    def is_whole(self) -> bool:
        """Was all painted that is seen?"""
        return not self._again.isActive()

    @property
    def selected(self) -> frozenset[int]:
        return self._selected

    def hover(self, found: object | None) -> None:
        """The pointer is on this (as `hit` gave it)."""
        self._hovered = frozenset(cameras_of(found))
        self.changed()

    def state_of(self, camera_id: int) -> MapState:
        """What is shown of a camera. KeyError where it has no place."""
        return MapState(int(self._states[self.places.rows[camera_id]]))

    def mutes_of(self, camera_id: int) -> Sequence[str]:
        """What is muted of a camera, as it is read under the pointer; nothing where nothing is."""
        return self._mutes.get(camera_id, ())

    def heading_of(self, camera_id: int) -> tuple[float, float | None] | None:
        """Where a camera looks and how wide, in degrees; None where that is not known, or it has no place."""
        if camera_id in self._headings:
            return self._headings[camera_id]
        row = self.places.rows.get(camera_id)
        if row is None or np.isnan(self.places.bearings[row]):
            return None
        view = float(self.places.views[row])
        return float(self.places.bearings[row]), None if np.isnan(view) else view

    def pixel_of(self, frame: MapFrame, camera_id: int) -> tuple[float, float] | None:
        """The middle of the mark that stands for a camera; None where it has no place."""
        row = self.places.rows.get(camera_id)
        if row is None:
            return None
        standing = self._standing_of(frame)
        mark = standing.arrangement.mark_of[row]
        xs, ys = standing.middles(frame)
        return float(xs[mark]), float(ys[mark])

    def zoom_of_its_own(self, camera_id: int, least: float) -> float:
        """The first zoom from `least` on at which a camera has a mark of its own. KeyError where it has no place."""
        row = self.places.rows[camera_id]
        step = step_of(least)
        while step < ALL_OPEN_FROM and self.arrangement(step).counts[self.arrangement(step).mark_of[row]] > 1:
            step += STEP
        return max(least, step)

    def occupied(self, frame: MapFrame) -> list[tuple[float, float, float, float]]:
        """Where marks and labels are in a frame: left, top, right, bottom in its pixels."""
        standing = self._standing_of(frame)
        standing.show_labels(self.labels.at(standing.arrangement.step))
        return standing.boxes(frame)

    def step_at(self, frame: MapFrame) -> float:
        """Whose marks and labels stand in a frame."""
        return max(LEAST_ZOOM, step_of(frame.zoom))

    def around(self, cameras: Collection[int]) -> tuple[float, float, float, float] | None:
        """The rectangle of the world (left, top, right, bottom) in which these stand; None where none has a place."""
        rows = [row for row in map(self.places.rows.get, cameras) if row is not None]
        if not rows:
            return None
        xs, ys = self.places.xs[rows], self.places.ys[rows]
        return float(xs.min()), float(ys.min()), float(xs.max()), float(ys.max())

    def arrangement(self, step: float) -> Arrangement:
        """Which marks there are at a step of the zoom."""
        found = self._arrangements.get(step)
        if found is None:
            found = self._arrangements[step] = arranged(self.places, step)
        return found

    # -- Layer

    def paint(self, painter: QPainter, frame: MapFrame) -> None:
        standing = self._standing_of(frame)
        on_paper = isinstance(painter.device(), QImage)
        if on_paper:
            self.labels.finish(standing.arrangement.step)
        standing.show_labels(self.labels.at(standing.arrangement.step))
        self._paint_exact_wedges(painter, frame, standing)
        most = len(self.places) if on_paper else _A_FRAME
        if standing.paint(painter, frame, _clip_of(painter, frame), most):
            self._again.start()
        self._paint_rings(painter, frame, standing)

    def hit(self, frame: MapFrame, px: float, py: float) -> object | None:
        standing = self._standing_of(frame)
        mark = standing.mark_at(frame, px, py, _SLACK_PX)
        if mark is None:
            return None
        cameras = tuple(self.places.ids[row] for row in standing.arrangement.members(mark).tolist())
        return CameraMark(cameras[0]) if len(cameras) == 1 else ClusterMark(cameras)

    def end(self) -> None:
        """Tell nothing more."""
        self.labels.end()
        self._again.stop()

    # -- inside

    def _marked(self, cameras: Collection[int]) -> Ints:
        """1 for each place that has one of these, else 0."""
        return np.array([camera in cameras for camera in self.places.ids], dtype=np.uint8)

    def _renew(self) -> None:
        """Something else is to be seen: each step is told when it is painted next."""
        self._told.clear()
        self.changed()

    def _standing_of(self, frame: MapFrame) -> Standing:
        step = self.step_at(frame)
        found = self._standing.get((step, frame.ratio))
        if found is None:
            sheets = self._sheets.setdefault(frame.ratio, Sheets(self._theme, frame.ratio))
            sheets.make_room()
            found = self._standing[step, frame.ratio] = Standing(self.arrangement(step), sheets)
        if found not in self._told:
            self._told.add(found)
            self._tell(found)
        return found

    def _tell(self, standing: Standing) -> None:
        bearings, views = self.places.bearings, self.places.views
        if self._headings:
            bearings, views = bearings.copy(), views.copy()
            for camera, (bearing, view) in self._headings.items():
                row = self.places.rows.get(camera)
                if row is not None:
                    bearings[row], views[row] = bearing, np.nan if view is None else view
        standing.show_states(self._states, self._watched, self._muted, bearings, views)

    def _marks_of(self, standing: Standing, cameras: Collection[int]) -> set[int]:
        rows = (self.places.rows.get(camera) for camera in cameras)
        return {int(standing.arrangement.mark_of[row]) for row in rows if row is not None}

    def _paint_exact_wedges(self, painter: QPainter, frame: MapFrame, standing: Standing) -> None:
        """What is in hand is painted as it is, and further than the others."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = wedges.radius_at(frame.zoom)
        for camera in self._selected | self._hovered if radius else ():
            heading, at = self.heading_of(camera), self.pixel_of(frame, camera)
            if heading is not None and at is not None:
                wedges.paint_wedge(painter, QPointF(*at), radius * 1.5, *heading, self._theme.accent)

    def _paint_rings(self, painter: QPainter, frame: MapFrame, standing: Standing) -> None:
        """Around what is in hand; of what the pointer is on there is more to be read."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        xs, ys = standing.middles(frame)
        selected, hovered = self._marks_of(standing, self._selected), self._marks_of(standing, self._hovered)
        for mark in selected | hovered:
            width, height = standing.size_of(mark)
            box = QRectF(xs[mark] - width / 2, ys[mark] - height / 2, width, height).adjusted(-2, -2, 2, 2)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.accent if mark in selected else self._theme.text, 2))
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
            if mark in hovered:
                paint_words(painter, self._words_of(standing, mark), box, frame, self._theme)

    def _words_of(self, standing: Standing, mark: int) -> Sequence[str]:
        """What is to be read under the pointer, line by line."""
        rows = standing.arrangement.members(mark)
        if len(rows) == 1:
            name = self.texts.cameras.get(self.places.ids[rows[0]], ("", ""))[0]
        else:
            sites = set(self.places.sites[rows].tolist())
            name = self.texts.sites.get(sites.pop(), "") if len(sites) == 1 else ""
        states = [MapState(state) for state in self._states[rows].tolist()]
        mutes = [tuple(self.mutes_of(self.places.ids[row])) for row in rows]
        return words_of(name, states, mutes)


def cameras_of(found: object | None) -> tuple[int, ...]:
    """The cameras of what was hit; none where it was something else."""
    match found:
        case CameraMark(camera_id):
            return (camera_id,)
        case ClusterMark(cameras):
            return cameras
    return ()


def _clip_of(painter: QPainter, frame: MapFrame) -> Clip:
    if not painter.hasClipping():
        return Clip(0, 0, frame.width, frame.height)
    box = painter.clipBoundingRect()
    return Clip(max(0, box.left()), max(0, box.top()), min(frame.width, box.right()), min(frame.height, box.bottom()))
