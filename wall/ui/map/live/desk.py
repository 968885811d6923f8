"""All live pictures of one map, and what goes from it to the wall, under one hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from wall.ui.console.facts import Facts
from wall.ui.console.room_facts import RoomFacts
from wall.ui.following import follow_keys
from wall.ui.hand import Carry, carry
from wall.ui.keys import Key
from wall.ui.map.camera_layer import CameraLayer, cameras_of
from wall.ui.map.canvas import MapCanvas
from wall.ui.map.layer import MapTool
from wall.ui.map.live.bar import LiveBar, live_keys
from wall.ui.map.live.carrying import Carrying
from wall.ui.map.live.choosing import MapCameras
from wall.ui.map.live.hopping import map_following
from wall.ui.map.live.hover import Hover
from wall.ui.map.live.line_tool import Lasso, LineTool, Route
from wall.ui.map.live.picture import MapPicture
from wall.ui.map.live.pins import MOST, Pins
from wall.ui.map.live.seen import Seen
from wall.ui.map.live.tiles import MapTiles, Wanted
from wall.ui.map.live.to_wall import Ratio, ToWall, usual_ratio
from wall.ui.map.marks import CameraMark
from wall.ui.notice_box import NoticeBox
from wall.ui.ports import LiveViewPort
from wall.ui.signals import EventBridge
from wall.ui.theme import Theme
from wall.ui.tile_numbers import TileNumbers

_SAID_FOR_MS = 5000


class LiveDesk(QObject):
    """Of one map. `marks` is the layer of sites and cameras; `numbers` begin at `FIRST_MAP_TILE` and are shared by all
    maps; `ratio_of` gives height by width of a screen.
    """

    def __init__(
        self,
        canvas: MapCanvas,
        theme: Theme,
        facts: Facts,
        wall: RoomFacts,
        live: LiveViewPort,
        events: EventBridge,
        marks: CameraLayer,
        numbers: TileNumbers,
        monotonic: Callable[[], float],
        ratio_of: Ratio = usual_ratio,
        carries: Carry = carry,
    ) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._marks = marks
        self._facts = facts
        self._cameras = wall.room.cameras
        self.notice = NoticeBox(theme, canvas.overlay)
        self._city = MapCameras(facts, self._cameras)
        self.tiles = MapTiles(live, numbers, events, monotonic, self)
        self.pins = Pins(canvas, theme, marks, monotonic)
        self.hover = Hover(canvas, theme, marks, self.pins, self._city.one_of, monotonic)
        self.to_wall = ToWall(wall, self._say, canvas.parentWidget() or canvas, ratio_of)
        self.following = map_following(canvas, theme, self._cameras, self.pins, self.tiles, marks, self._say)
        self.lasso = Lasso(theme, self._city.placed, marks, self)
        self.route = Route(theme, self._city.placed, marks, self)
        self._carrying = Carrying(canvas, theme, self._cameras.name_of, carries)
        self._row = LiveBar(self, canvas.parentWidget() or canvas)
        self.bar: QWidget | None = self._row
        self.side: QWidget | None = None
        self._seen = Seen(canvas)
        self._connect()

    # -- what the page asks

    @property
    def tiles_live(self) -> int:
        """How many live pictures stand on the map."""
        return self.tiles.live_count

    def keys(self) -> tuple[Key, ...]:
        """What can be done here by key."""
        return (*live_keys(self), *follow_keys("map", self.following, "H"))

    def go_back(self) -> bool:
        """Esc: one thing at a time. False where there is nothing to go back from."""
        if self._canvas.tool in (self.lasso, self.route):
            self._canvas.tool = None
        elif self.to_wall.chooser.isVisible():
            self.to_wall.chooser.close_it()
        elif self.following.close_it():
            pass
        elif self.hover.camera is not None:
            self.hover.close()
        elif self.pins.in_hand is not None:
            self.pins.unpin(self.pins.in_hand)
        else:
            return False
        return True

    def pin(self, camera_id: int) -> None:
        """Have the live picture of a camera stay beside its place."""
        camera = self._cameras.camera(camera_id)
        if camera is None:
            self._say(QCoreApplication.translate("Map", "No stream is known of this camera."))
        elif not self.pins.pin(camera):
            text = QCoreApplication.translate("Map", "{0} pictures are pinned: take one away first.")
            self._say(text.format(MOST))

    def toggle_pin(self) -> None:
        """Pin what the pointer is on, else what is chosen on the map; what is pinned already is taken away. Where there
        is neither, the picture in hand is.
        """
        camera = self.hover.camera or self._city.one_of(self.hover.under)
        cameras = (camera.camera_id,) if camera is not None else tuple(self._marks.selected)
        if cameras and all(each in self.pins for each in cameras):
            for each in cameras:
                self.pins.unpin(each)
        elif cameras:
            self._pin_all(cameras)
        elif self.pins.in_hand is not None:
            self.pins.unpin(self.pins.in_hand)
        else:
            self._say(QCoreApplication.translate("Map", "Put the pointer on a camera first, or choose one."))

    def _pin_all(self, cameras: Sequence[int]) -> None:
        new = [camera for camera in sorted(cameras) if camera not in self.pins]
        if len(new) + len(self.pins) > MOST:
            text = QCoreApplication.translate("Map", "At most {0} pictures can be pinned: choose fewer cameras.")
            self._say(text.format(MOST))
            return
        for camera in new:
            self.pin(camera)

    def unpin_all(self) -> None:
        """Take all pinned pictures away."""
        self.pins.unpin_all()

    def open_grid(self) -> None:
        """All cameras that are in view."""
        self._open(self._city.in_view(self._canvas.frame), QCoreApplication.translate("Map", "Map: in view"))

    def draw(self, tool: LineTool) -> None:
        """Begin with a line, or leave it."""
        chosen: MapTool | None = None if self._canvas.tool is tool else tool
        self._canvas.tool = chosen
        self._canvas.setFocus()

    def end(self) -> None:
        """Give everything back, for good."""
        if self._canvas.tool in (self.lasso, self.route):
            self._canvas.tool = None
        self.hover.end()
        self.following.end()
        self.notice.end()
        self._seen.end()
        self.pins.unpin_all()
        self.tiles.end()

    # -- assembling

    def _connect(self) -> None:
        canvas = self._canvas
        self._seen.changed.connect(self._show_or_hide)
        canvas.tool_changed.connect(self._show_tool)
        self.tiles.changed.connect(self._paint)
        self.pins.changed.connect(self._want)
        self.pins.drag_begun.connect(self._carrying.carry)
        self.pins.opened.connect(self.to_wall.put)
        self.pins.menu_requested.connect(self._menu)
        self.hover.changed.connect(self._want)
        self.hover.pin_requested.connect(self.pin)
        self.hover.drag_begun.connect(self._carrying.carry)
        self.lasso.drawn.connect(self._open_lasso)
        self.route.drawn.connect(self._open_route)
        for tool in (self.lasso, self.route):
            tool.left.connect(self._leave_tool)
        self._facts.city_changed.connect(self._take_city)

    # -- what is received

    def _want(self) -> None:
        """What is pinned, and what the pointer rests on."""
        if self.hover.camera is not None and self.hover.camera.camera_id in self.pins:
            self.hover.close()
        self._row.show_pins(len(self.pins))
        pictures = list(self.pins.pictures.values())
        if self.hover.camera is not None:
            pictures.append(self.hover.picture)
        self.tiles.want({each.camera.camera_id: Wanted(each.camera, each.cell) for each in pictures if each.camera})
        self._paint()

    def _paint(self) -> None:
        for picture in self.pins.pictures.values():
            self._paint_one(picture)
        if self.hover.camera is not None:
            self._paint_one(self.hover.picture)

    def _paint_one(self, picture: MapPicture) -> None:
        camera = picture.camera
        picture.show_tile(self.tiles.tile_of(camera.camera_id) if camera is not None else None)

    def _show_or_hide(self, is_shown: bool) -> None:
        if not is_shown:
            self.hover.close()
            self.following.close_it()
        self.tiles.show_or_hide(is_shown)

    def _take_city(self) -> None:
        self.pins.rename(self._cameras.camera)
        self._want()

    # -- onto the wall

    def _open(self, cameras: Sequence[int], title: str) -> None:
        self.to_wall.open(cameras, title, self._row.grid)

    def _open_lasso(self, cameras: tuple[int, ...]) -> None:
        inside = self._city.around_their_middle(cameras)
        self._open(inside, QCoreApplication.translate("Map", "Map: drawn around"))

    def _open_route(self, cameras: tuple[int, ...]) -> None:
        self._open(cameras, QCoreApplication.translate("Map", "Map: along a way"))

    def _leave_tool(self) -> None:
        self._canvas.tool = None

    def _show_tool(self, tool: object) -> None:
        self.hover.close()
        self._row.show_tool(tool)

    # -- what is said, and the menu

    def _say(self, text: str) -> None:
        self.notice.say(text, _SAID_FOR_MS)

    def _menu(self, camera_id: int, at: QPoint) -> None:
        """What can be done with a picture."""
        menu = QMenu(self._canvas)
        self.add_actions(CameraMark(camera_id), menu)
        menu.addAction(QCoreApplication.translate("Map", "Put it on the wall"), partial(self.to_wall.put, camera_id))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def add_actions(self, found: object, menu: QMenu) -> None:
        """What can be done with the cameras of a mark."""
        translate, cameras = QCoreApplication.translate, cameras_of(found)
        one = self._city.one_of(cameras)
        if one is not None and one.camera_id in self.pins:
            menu.addAction(translate("Map", "Take the picture away"), partial(self.pins.unpin, one.camera_id))
        elif one is not None:
            menu.addAction(translate("Map", "Pin its live picture"), partial(self.pin, one.camera_id))
        if len(cameras) > 1:
            title = translate("Map", "{0} cameras").format(len(cameras))
            grid = translate("Map", "All {0} as a grid on a screen").format(len(cameras))
            menu.addAction(grid, partial(self._open, tuple(cameras), title))
