"""Driving domes on one screen of the wall: what the keys of PTZ do, and everything that belongs to it, put together."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from wall.model.dome_events import PtzAbilityKnown, PtzStood
from wall.model.events import Event
from wall.model.ptz.operator import Hold
from wall.ui.holding import Holding
from wall.ui.notice_box import NoticeBox
from wall.ui.ptz import words
from wall.ui.ptz.ends import PtzEnds
from wall.ui.ptz.grasp import Grasp
from wall.ui.ptz.key_hand import USUAL_SPEED, KeyHand
from wall.ui.ptz.known_presets import KnownPresets
from wall.ui.ptz.mode import PtzMode
from wall.ui.ptz.pad import PtzPad
from wall.ui.ptz.port import PtzPort
from wall.ui.ptz.reticle import Reticle
from wall.ui.ptz.screen_lock import ScreenLock
from wall.ui.ptz.steering import Steering
from wall.ui.ptz.tile_marks import PtzMarks
from wall.ui.showing import Showing
from wall.ui.theme import Theme
from wall.ui.wall_view import WallView

_ASKED_MS = 10_000


class PtzHand(QObject):
    """UI thread. What is held here is let go by whatever ends it: see `PtzEnds`, `PtzMode`, `ScreenLock`."""

    def __init__(
        self,
        port: PtzPort,
        screen_id: int,
        window: QWidget,
        view: WallView,
        showing: Showing,
        holding: Holding,
        box: NoticeBox,
        theme: Theme,
        monotonic: Callable[[], float],
    ) -> None:
        super().__init__(view)
        self._port = port
        self._view = view
        self._showing = showing
        self._holding = holding
        self._box = box
        self._asked: dict[int, Hold] = {}
        """Whose requests were told."""
        self.grasp = Grasp(port, self)
        self.mode = PtzMode(port, showing, box.say, self)
        self.steering = Steering(view, self.mode, port, self.grasp, screen_id, Reticle(theme, view), box.say)
        self.marks = PtzMarks(port, showing, monotonic)
        self._presets = KnownPresets(port, self)
        self._make_pad = partial(PtzPad, port, self.grasp, self._presets, theme, view, f"pad:{screen_id}", USUAL_SPEED)
        self._pad: PtzPad | None = None
        self._keys = KeyHand(view, self.grasp, f"keys:{screen_id}", lambda: self.mode.camera_id, self._go)
        self._ends, self._lock = PtzEnds(window, view), ScreenLock(self)
        self._connect()

    def _connect(self) -> None:
        self._ends.lost.connect(self.grasp.let_all_go)
        self._ends.all_lost.connect(self._lose_all)
        self._lock.locked.connect(self._lose_all)
        self.mode.changed.connect(self._follow_mode)
        self._showing.changed.connect(self._place_pad)
        self._view.resized.connect(self._place_pad)

    @property
    def pad(self) -> PtzPad:
        """Made when it is wanted first: it takes as long as a whole window."""
        if self._pad is None:
            self._pad = self._make_pad()
            self._pad.closed.connect(self._pad.put_away)
            self._pad.speed_changed.connect(self._set_speed)
        return self._pad

    # -- what the keys do

    def toggle(self) -> None:
        """Drive the selected camera, or leave that."""
        if not self.mode.leave():
            self.enter()

    def enter(self) -> bool:
        """Drive the selected camera; a picture that is held is let go for that."""
        self._holding.let_go()
        return self.mode.enter()

    def toggle_pad(self) -> None:
        """Show the pad for the selected camera, and put it away."""
        if self._pad is not None and self._pad.isVisible():
            self._pad.put_away()
        elif self.enter():
            self._open_pad()

    def leave(self) -> bool:
        """Esc. False where nothing was driven."""
        return self.mode.leave()

    # -- what is told

    def take_note(self, event: Event) -> None:
        """Something about a dome has come up."""
        if isinstance(event, PtzAbilityKnown):
            self.mode.note_ability(event.camera_id)
            self.marks.mark(event.camera_id)
            self._refresh_pad()
        elif isinstance(event, PtzStood):
            camera_id = event.standing.camera_id
            self.marks.mark(camera_id)
            self._tell_request(camera_id, event.standing.hold)
            if camera_id == self.mode.camera_id:
                self._refresh_pad()

    def mark(self) -> None:
        """To be called every second: marks count down, and tiles come and go."""
        self.mode.follow()
        self.marks.mark()
        self._refresh_pad()

    def end(self) -> None:
        """The window closes."""
        self.grasp.let_all_go()
        self.mode.leave()
        self._keys.end()
        self._ends.end()

    # -- inside

    def _lose_all(self) -> None:
        """Sticks and other windows, too."""
        self.grasp.let_all_go()
        self._port.let_all_go()

    def _follow_mode(self) -> None:
        camera_id = self.mode.camera_id
        self.grasp.let_all_go()
        self._presets.ask(camera_id)
        if camera_id is None and self._pad is not None:
            self._pad.put_away()

    def _refresh_pad(self) -> None:
        if self._pad is not None:
            self._pad.refresh()

    def _open_pad(self) -> None:
        camera = self._showing.selected_part.camera
        if camera is not None:
            self.pad.show_for(camera.camera_id, f"{camera.number}  {camera.name}")
            self._place_pad()

    def _place_pad(self) -> None:
        tile = self.mode.tile
        if tile is not None and self._pad is not None and self._pad.isVisible():
            self._pad.stand_beside(self.steering.area_of(tile).toRect(), self._view.rect())

    def _set_speed(self, speed: float) -> None:
        self._keys.usual_speed = speed
        self._keys.steady()

    def _go(self, place: int) -> None:
        """A key for the home position (0), or for a preset."""
        camera_id = self.mode.camera_id
        if camera_id is None:
            return
        if place == 0:
            self._port.go_home(camera_id)
        elif not self._presets.go(place):
            self._box.say(words.no_preset(place))

    def _tell_request(self, camera_id: int, hold: Hold | None) -> None:
        """Somebody would like to have what is held here: said once."""
        former = self._asked.pop(camera_id, None)
        if hold is None or hold.asked_by is None or hold.operator != self._port.operator:
            return
        self._asked[camera_id] = hold
        if former is None or former.asked_by != hold.asked_by:
            camera = next((each for each in self._showing.visible_cameras() if each.camera_id == camera_id), None)
            if camera is not None:
                self._box.say(words.asks(words.name_of(hold.asked_by), f"{camera.number}  {camera.name}"), _ASKED_MS)
