"""The page of the map: the canvas with the cameras of the city, in the console and in a window of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QHideEvent, QKeyEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from wall.ui.console.parts import Notice
from wall.ui.drag import cameras_freight
from wall.ui.finger import FingerDrag
from wall.ui.keys import Key, Keyboard
from wall.ui.map.bar import MapBar
from wall.ui.map.base_maps import BaseMaps
from wall.ui.map.camera_layer import CameraLayer, cameras_of
from wall.ui.map.canvas import MapCanvas
from wall.ui.map.city_states import CityStates
from wall.ui.map.furniture import Furniture
from wall.ui.map.marks import CameraMark, ClusterMark
from wall.ui.map.muted import Muted
from wall.ui.map.nothing_placed import NothingPlaced
from wall.ui.map.opacities import Opacities
from wall.ui.map.part import MakePart
from wall.ui.map.ports import MapsPort
from wall.ui.signals import EventBridge
from wall.ui.theme import SPACE, Theme

if TYPE_CHECKING:
    from wall.ui.console.facts import Facts

_CLOSE_ZOOM = 17.0
"""Where one camera is looked at."""
_DRAG_PX = 64

AddsActions = Callable[[object, QMenu], None]
"""Puts its actions for what was hit (None: the bare map) into a menu."""


@dataclass(frozen=True, slots=True)
class MapPorts:
    """What a map asks of the rest. `put` brings cameras to the selected cell of the wall; `watched` tells which are
    seen on it now."""

    facts: Facts
    put: Callable[[Sequence[int]], object]
    watched: Callable[[], frozenset[int]]
    maps: MapsPort | None = None
    open_window: Callable[[], object] | None = None
    muted: Muted | None = None
    """None: nothing can be muted."""
    opacities: Opacities | None = None
    """None: all base maps are as strong as they are."""
    parts: tuple[MakePart, ...] = ()
    keys: Callable[[], Mapping[str, tuple[str, ...]]] = dict
    """What the operator has assigned (`RoomPort.keys`)."""
    events: EventBridge | None = None
    """Where it is told that keys have changed, or maps."""


class MapPage(QWidget):
    """UI thread. `end` is to be called once."""

    opened = Signal(int)
    """The camera that the hand is on."""
    asked_for = Signal()
    """Something is to be done here while another page is shown."""
    search_requested = Signal()
    places_requested = Signal()

    def __init__(self, theme: Theme, ports: MapPorts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ports = ports
        self.canvas = MapCanvas(theme, self)
        self.cameras = CameraLayer(theme, self)
        self.furniture = Furniture(theme)
        self.states = CityStates(ports.facts, self.cameras, ports.watched, self, ports.events)
        self.bar = MapBar(self.canvas, ports.open_window, self)
        self.nothing = NothingPlaced(self)
        self.notice = Notice(self)
        self._has_been_seen = False
        self.base = self._base_maps(theme)
        self.canvas.add_layer(self.cameras)
        self.canvas.add_layer(self.furniture)
        self.canvas.setAccessibleName(self.tr("Map of the city"))
        self.canvas.is_liftable = self._is_liftable
        self.parts = tuple(make(self) for make in ports.parts)
        self.menu_actions: list[AddsActions] = [self._add_actions, *(part.add_actions for part in self.parts)]
        self.keyboard = Keyboard(self._keys(), self, ports.keys(), ports.events)
        for action in self.keyboard.actions:  # Letters are typed in the panels beside the map.
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._lay_out()
        self._connect()
        self._take_city()

    @property
    def opacities(self) -> Opacities | None:
        """How strong the base maps are."""
        return self._ports.opacities

    # -- what the window asks

    def enter(self) -> None:
        """Put the hand on the map."""
        self.canvas.setFocus()

    def selected_cameras(self) -> tuple[int, ...]:
        """Those that are chosen, by number."""
        return tuple(camera for camera in self.cameras.places.ids if camera in self.cameras.selected)

    def show_camera(self, camera_id: int) -> None:
        """A camera chosen elsewhere: it is brought into the middle, if it stands here, and is the one at hand."""
        self.look_at(camera_id)
        self.opened.emit(camera_id)

    def look_at(self, camera_id: int) -> None:
        """The same while the hand is elsewhere."""
        self.cameras.select((camera_id,))
        row = self.cameras.places.rows.get(camera_id)
        if row is not None:
            at = float(self.cameras.places.xs[row]), float(self.cameras.places.ys[row])
            zoom = max(self.canvas.frame.zoom, _CLOSE_ZOOM)
            self.canvas.centre_on(at, self.cameras.zoom_of_its_own(camera_id, zoom))

    def put(self) -> None:
        """What is chosen, to the selected cell of the wall."""
        self._ports.put(self.selected_cameras())

    def go_back(self) -> bool:
        """Esc: what is said, what its parts have, the tool in hand, then what is chosen. False where nothing is."""
        if self.notice.text:
            self.notice.clear()
        elif any(part.go_back() for part in self.parts):
            return True
        elif self.canvas.tool is not None:
            self.canvas.tool = None
        elif self.cameras.selected:
            self.cameras.select(())
        else:
            return False
        return True

    def end(self) -> None:
        """Hear no more."""
        for part in self.parts:
            part.end()
        if self.base is not None:
            self.base.end()
        self.states.end()
        self.cameras.end()

    # -- assembling

    def _base_maps(self, theme: Theme) -> BaseMaps | None:
        """None where there are no maps: then cameras stand on a bare ground."""
        maps, events = self._ports.maps, self._ports.events
        if maps is None or events is None:
            return None
        base = BaseMaps(self.canvas, theme, maps, events, self.furniture, self, self._ports.opacities)
        base.give_way_to(self.cameras)
        base.failed.connect(self.notice.complain)
        base.well_again.connect(self.notice.say)
        return base

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addWidget(self.bar)
        column.addWidget(self.nothing)
        column.addWidget(self.notice)
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addWidget(self.canvas, 1)
        column.addLayout(row, 1)
        for part in self.parts:
            if part.bar is not None:
                self.bar.add(part.bar)
            if part.side is not None:
                row.addWidget(part.side)

    def _keys(self) -> tuple[Key, ...]:
        """Those of the parts; what is done is done where one sees it."""
        keys = chain.from_iterable(part.keys() for part in self.parts)
        return tuple(replace(key, does=partial(self._do, key.does)) for key in keys)

    def _do(self, does: Callable[[], object]) -> None:
        if not self.isVisible():
            self.asked_for.emit()
        does()

    def _connect(self) -> None:
        self.canvas.hovered.connect(self.cameras.hover)
        self.canvas.clicked.connect(self._click)
        self.canvas.double_clicked.connect(self._double_click)
        self.canvas.pressed_empty.connect(lambda _at: self.cameras.select(()))
        self.canvas.menu_requested.connect(self._open_menu)
        self.canvas.lifted.connect(self._carry_away)
        self.canvas.key_pressed.connect(self._key)
        self.nothing.search_requested.connect(self.search_requested)
        self.nothing.places_requested.connect(self.places_requested)
        self._ports.facts.city_changed.connect(self._take_city)
        if self._ports.muted is not None:
            self._ports.muted.changed.connect(self._show_muted)
            self._show_muted()

    # -- the hand

    def _click(self, found: object, _at: QPoint) -> None:
        if isinstance(found, CameraMark):
            self.cameras.select((found.camera_id,))
            self.opened.emit(found.camera_id)
        elif isinstance(found, ClusterMark):
            self._come_closer(found)

    def _double_click(self, found: object, _at: QPoint) -> None:
        if isinstance(found, CameraMark):
            self._ports.put((found.camera_id,))

    def _come_closer(self, cluster: ClusterMark) -> None:
        """Until its cameras stand apart; those of one mast are chosen together."""
        around = self.cameras.around(cluster.cameras)
        before = self.canvas.frame
        if around is None:
            return
        left, top, right, bottom = around
        wide, high = (right - left) * before.scale, (bottom - top) * before.scale
        if max(wide, high) < 1:
            zoom = self.cameras.zoom_of_its_own(cluster.cameras[0], max(before.zoom, _CLOSE_ZOOM))
            self.canvas.centre_on(((left + right) / 2, (top + bottom) / 2), zoom)
        else:
            self.canvas.show_world(around, margin=120)
        self.cameras.select(cluster.cameras)

    def _key(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() and self.cameras.selected:
            self.put()
            event.accept()

    def _open_menu(self, found: object, at: QPoint) -> None:
        menu = QMenu(self)
        for add in self.menu_actions:
            add(found, menu)
        if not menu.isEmpty():
            menu.popup(self.canvas.viewport().mapToGlobal(at))
        menu.aboutToHide.connect(menu.deleteLater)

    def _add_actions(self, found: object, menu: QMenu) -> None:
        cameras = cameras_of(found)
        if not cameras:
            menu.addAction(self.tr("Whole city")).triggered.connect(self.canvas.go_home)
            return
        menu.addAction(self.tr("Put it on the screen in hand")).triggered.connect(partial(self._ports.put, cameras))
        muted = self._ports.muted
        if muted is not None:
            is_muted = set(cameras) <= muted.cameras
            text = self.tr("Let it call for attention again") if is_muted else self.tr("Mute it on the map")
            menu.addAction(text).triggered.connect(lambda: muted.mute(cameras, is_muted=not is_muted))

    def _show_muted(self) -> None:
        if self._ports.muted is not None:
            self.states.muted = self._ports.muted.cameras

    def _is_liftable(self, found: object, by_finger: bool) -> bool:
        """A finger moves the map also where cameras are, but for those it has chosen before."""
        cameras = cameras_of(found)
        return bool(cameras) and (not by_finger or set(cameras) <= self.cameras.selected)

    def _carry_away(self, found: object, at: QPoint, by_finger: bool) -> None:
        cameras, picture = cameras_of(found), self._picture_around(at)
        freight = cameras_freight(self.selected_cameras() if set(cameras) <= self.cameras.selected else cameras)
        if by_finger:
            FingerDrag(self.canvas, freight, picture, self.canvas.viewport().mapToGlobal(at))
            return
        drag = QDrag(self.canvas)
        drag.setMimeData(freight)
        drag.setPixmap(picture)
        drag.setHotSpot(QPoint(_DRAG_PX // 2, _DRAG_PX // 2))
        drag.exec(Qt.DropAction.CopyAction)

    def _picture_around(self, at: QPoint) -> QPixmap:
        half = _DRAG_PX // 2
        picture: QPixmap = self.canvas.viewport().grab().copy(at.x() - half, at.y() - half, _DRAG_PX, _DRAG_PX)
        return picture

    def _take_city(self) -> None:
        places = self.cameras.places
        self.canvas.home = places.around or (self.base.home if self.base is not None else None)
        self.nothing.show_counts(len(places) + len(places.placeless), len(places))

    # -- Qt

    def showEvent(self, event: QShowEvent) -> None:
        self.states.look(is_seen=True)
        if not self._has_been_seen and self.canvas.home is not None:
            self._has_been_seen = True
            self.canvas.go_home(at_once=True)

    def hideEvent(self, event: QHideEvent) -> None:
        self.states.look(is_seen=False)
