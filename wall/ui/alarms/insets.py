"""What was before an alarm, small in the corner of its live picture on the screen where it pops up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtWidgets import QWidget

from wall.model.alarms.alarm import Alarm
from wall.model.alarms.state import State
from wall.model.grid import Rect
from wall.ui.alarms.before_picture import BeforePicture
from wall.ui.alarms.facts import AlarmFacts
from wall.ui.showing import Showing
from wall.ui.theme import SPACE
from wall.ui.tile import Tile
from wall.ui.timers import single_shot
from wall.ui.wall_view import WallView

MOST = 2
"""On one screen: of the most urgent alarms."""
_SHARE = 0.45
_LEAST_PX = 300
"""Logical pixels: in a narrower cell nobody could read what the small picture says of itself."""
_LEAST_WIDE = 180
"""So wide it says «Trước báo động −10 giây» in full."""
_SOON_MS = 30
_LOOKED_AT = 16


class BeforeInsets(QObject):
    """UI thread. `make` makes a picture over the wall's; `end` is to be called when the window closes."""

    def __init__(
        self,
        facts: AlarmFacts,
        showing: Showing,
        view: WallView,
        screen_id: int,
        make: Callable[[QWidget], BeforePicture],
    ) -> None:
        super().__init__(view)
        self._facts = facts
        self._showing = showing
        self._view = view
        self._screen_id = screen_id
        self._make = make
        self._rules: frozenset[int] = frozenset()
        self.shown: dict[int, BeforePicture] = {}
        """By id of the alarm."""
        self._soon = single_shot(self, _SOON_MS, self.place)
        facts.changed.connect(self._begin)
        facts.rules_changed.connect(self._read_rules)
        showing.changed.connect(self._begin)
        view.resized.connect(self._begin)
        view.shown_or_hidden.connect(self._begin)
        self._read_rules()

    def place(self) -> None:
        """Bring them up to date with what stands on the wall."""
        wanted = {alarm.alarm_id: (alarm, tile) for alarm, tile in self._wanted()} if self._view.is_seen else {}
        for alarm_id in [each for each in self.shown if each not in wanted]:
            _take_away(self.shown.pop(alarm_id))
        for alarm_id, (alarm, tile) in wanted.items():
            inset = self.shown.get(alarm_id)
            if inset is None:
                inset = self.shown[alarm_id] = self._make(self._view)
                inset.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
                inset.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
                inset.view.setMinimumSize(0, 0)
            inset.setGeometry(self._corner_of(tile))
            inset.show()
            inset.show_camera(tile.camera, alarm.began_s, tile.source)

    def end(self) -> None:
        """Give everything back, and hear no more."""
        self._soon.stop()
        self._facts.changed.disconnect(self._begin)
        self._facts.rules_changed.disconnect(self._read_rules)
        for signal in (self._showing.changed, self._view.resized, self._view.shown_or_hidden):
            signal.disconnect(self._begin)
        for inset in self.shown.values():
            _take_away(inset)
        self.shown.clear()

    # -- inside

    def _read_rules(self) -> None:
        rules = self._facts.port.rules()
        self._rules = frozenset(each.rule_id for each in rules if each.response.screen_id == self._screen_id)
        self._begin()

    def _begin(self, *_told: object) -> None:
        is_concerned = self._rules or self._showing.board.lent or self.shown
        if is_concerned and not self._soon.isActive():
            self._soon.start()

    def _here(self) -> Iterator[Alarm]:
        """The most urgent ones that nobody has acknowledged, of this screen by their rule or because they popped up."""
        popped_up = {each.alarm_id for each in self._showing.board.lent}
        if not (self._rules or popped_up):
            return iter(())
        new = (each for each in self._facts.open_alarms if each.state is State.NEW)
        return islice((each for each in new if each.rule_id in self._rules or each.alarm_id in popped_up), _LOOKED_AT)

    def _wanted(self) -> Iterator[tuple[Alarm, Tile]]:
        """The most urgent ones that are seen here, one a camera."""
        tiles: dict[int, Tile] = {}
        for tile in self._showing.visible_tiles():
            if self._has_room(tile):
                tiles.setdefault(tile.camera.camera_id, tile)
        left = MOST
        lent = {each.alarm_id: each.camera_id for each in self._showing.board.lent}
        for alarm in self._here():
            ids = (alarm.camera_id, *alarm.cameras, lent.get(alarm.alarm_id))
            camera_id = next((each for each in ids if each in tiles), None)
            if camera_id is not None and left:
                left -= 1
                yield alarm, tiles.pop(camera_id)

    def _has_room(self, tile: Tile) -> bool:
        """Never over a dome that is driven, a picture that is held or looked at closely, or one of the past."""
        is_free = not (tile.band or tile.is_held or tile.past is not None or tile.crop is not None)
        return is_free and tile.area.width / self._view.devicePixelRatioF() >= _LEAST_PX

    def _corner_of(self, tile: Tile) -> QRect:
        """The lower right one, above the row with the name."""
        scale, area = self._view.devicePixelRatioF(), tile.area
        foot: Rect = self._view.caption_of(tile)
        width = max(round(area.width * _SHARE / scale), _LEAST_WIDE)
        right, bottom = int(area.right / scale) - 2 * SPACE, int(foot.y / scale) - SPACE
        return QRect(right - width, bottom - width * 9 // 16, width, width * 9 // 16)


def _take_away(inset: BeforePicture) -> None:
    inset.end()
    inset.hide()
    inset.deleteLater()
