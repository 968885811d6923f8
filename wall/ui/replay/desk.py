"""Does what the operator wishes with the past of the tiles on one screen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QDateTime, QObject, QTimer, Signal

from wall.model.playhead import Playhead, faster, slower
from wall.ui.moments import Clocks
from wall.ui.notice_box import NoticeBox
from wall.ui.past import Past, Reel
from wall.ui.replay import words
from wall.ui.replay.halted_tours import HaltedTours
from wall.ui.showing import Showing
from wall.ui.tile import Tile

MOST = 16
"""So many tiles may look back on one screen."""

_TICK_MS = 100
_EDGE_S = 0.4
"""So near to now there is nothing to look back at: it is live."""
_PAUSE_BACK_S = 0.3
"""What stands when a live tile is halted: a picture that has surely come."""
_JUMP_S = 10.0
_SAY_MS = 3000
_ABOUT_S = 5.0
"""Streams that were opened together begin with a keyframe each, within some seconds."""
_OPENS_S = 1.0
"""So long after it was asked for a stream may have its first keyframe."""


class ReplayDesk(QObject):
    """UI thread. `changed` follows everything that the bar may have to show."""

    changed = Signal()

    def __init__(self, showing: Showing, tours: HaltedTours, box: NoticeBox, clocks: Clocks) -> None:
        super().__init__(showing)
        self._showing = showing
        self._stage = showing.stage
        self._tours = tours
        self._box = box
        self._clocks = clocks
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._latest: Reel | None = None

    # -- what there is

    @property
    def tile(self) -> Tile | None:
        """The selected one."""
        return self._showing.tile_at(self._showing.selected_cell)

    @property
    def past(self) -> Past | None:
        """What the selected tile shows of the past; None where it is live."""
        return _past_of(self.tile)

    def members(self, reel: Reel) -> list[Tile]:
        """The tiles on the screen that look back together."""
        return [tile for tile in self._looking() if tile.past is not None and tile.past.reel is reel]

    def shown_s(self, reel: Reel) -> float:
        """Which moment is shown."""
        stepped_s = self._stepped_to_s(reel)
        return stepped_s if stepped_s is not None else reel.head.position(self.now_s())

    def now_s(self) -> float:
        return self._clocks.monotonic()

    def moment(self, at_s: float) -> QDateTime:
        """What our clock said at a monotonic time."""
        return self._clocks.wall().addMSecs(round((at_s - self.now_s()) * 1000))

    # -- what is wished

    def jump(self, seconds: float) -> None:
        """So far back (or on, where it is positive) from what the selected tile shows now."""
        past = self.past
        if past is not None:
            self.go_to(self._settled(past.reel).position(self.now_s()) + seconds)
        elif seconds < 0:
            self._begin(Playhead(self.now_s() + seconds, self.now_s()))

    def go_to(self, at_s: float) -> None:
        """Show that moment; what is as good as now is live."""
        tile, now_s = self.tile, self.now_s()
        past = _past_of(tile)
        if tile is None or past is None:
            return
        if at_s > now_s - _EDGE_S:
            self.go_live()
            return
        holder = self._holder(tile, at_s)
        if holder is not tile:
            self._stage.come_back(tile)
            self._take(Reel(past.reel.head.moved(at_s, now_s)), [holder])
            return
        first_s = self._first_s(past.reel)
        if first_s is not None and at_s < first_s:
            self._box.say(words.nothing_before(self.moment(first_s)), _SAY_MS)
            at_s = first_s
        self._steer(past.reel, past.reel.head.moved(at_s, now_s))

    def toggle_pause(self) -> None:
        """Let it stand, and go on. A live tile is halted where it is."""
        past, now_s = self.past, self.now_s()
        if past is None:
            self._begin(Playhead(now_s - _PAUSE_BACK_S, now_s, rate=0.0))
            return
        head = self._settled(past.reel)
        self._steer(past.reel, head.resumed(now_s) if head.stands else head.paused(now_s))

    def step(self, pictures: int) -> None:
        """Picture by picture; what plays is halted."""
        past = self.past
        if past is None or not past.reel.head.stands:
            self.toggle_pause()
            past = self.past
        if past is not None:
            self._steer(past.reel, self._settled(past.reel).stepped(pictures))

    def go_faster(self) -> None:
        """The next higher speed."""
        if (past := self.past) is not None:
            self._set_speed(past.reel, faster(past.reel.head.speed))

    def go_slower(self) -> None:
        """The next lower speed."""
        if (past := self.past) is not None:
            self._set_speed(past.reel, slower(past.reel.head.speed))

    def go_live(self) -> None:
        """What looks back together with the selected tile is live again; all, where that one is live itself."""
        past = self.past
        self._come_back(self.members(past.reel) if past is not None else self._looking())
        self._tick()

    def take_all(self) -> None:
        """All tiles of the screen look back together, from where the selected one is."""
        past, now_s = self.past, self.now_s()
        reel = past.reel if past is not None else Reel(Playhead(now_s - _JUMP_S, now_s))
        tiles = self._all_from_selected()
        if len(tiles) > MOST:
            self._box.say(words.too_many(MOST), _SAY_MS)
        self._take(reel, tiles[:MOST])

    def toggle_tile(self) -> None:
        """Take the selected tile to those that look back, or let it be live again alone."""
        tile = self.tile
        if tile is None:
            self._box.say(words.no_camera())
        elif tile.looks_back:
            self._come_back([tile])
            self._tick()
        elif self._latest is not None and self.members(self._latest):
            self._take(self._latest, [tile])
        else:
            self.jump(-_JUMP_S)

    def end(self) -> None:
        """The window closes."""
        self._timer.stop()

    # -- doing it

    def _begin(self, head: Playhead) -> None:
        tile = self.tile
        if tile is None:
            self._box.say(words.no_camera())
        else:
            self._take(Reel(head), [self._holder(tile, head.at_s)])

    def _holder(self, tile: Tile, at_s: float) -> Tile:
        """Which tile of its camera keeps that moment: alone, the larger stream may have been opened only after it."""
        if tile is not self.tile:
            return tile
        tiles = self._showing.tiles_of_selected() or [tile]
        keeps = (each for each in tiles if each.begun_s + _OPENS_S <= at_s)
        return next(keeps, min(tiles, key=lambda each: each.begun_s))

    def _take(self, reel: Reel, tiles: Iterable[Tile]) -> None:
        looking = len(self._looking())
        for tile in tiles:
            if tile.past is None and looking >= MOST:
                self._box.say(words.too_many(MOST), _SAY_MS)
                break
            looking += tile.past is None
            self._stage.look_back(tile, reel)
        self._showing.choose_anew()
        self._latest, reel.is_settled = reel, False
        self._tours.halt()
        self._timer.start()
        self._tick()

    def _come_back(self, tiles: Iterable[Tile]) -> None:
        for tile in tiles:
            self._stage.come_back(tile)
        self._showing.choose_anew()

    def _steer(self, reel: Reel, head: Playhead) -> None:
        leader = self._leader(reel)
        reel.head, reel.former = head, leader.picture if leader is not None else None
        self._latest = reel
        for tile in self.members(reel):
            self._stage.steer(tile)
        self._tick()

    def _set_speed(self, reel: Reel, speed: float) -> None:
        now_s = self.now_s()
        head = self._settled(reel).at_speed(speed, now_s)
        self._steer(reel, head.resumed(now_s) if head.stands else head)

    def _settled(self, reel: Reel) -> Playhead:
        """The playhead where single steps have led to: the picture itself says which moment that is."""
        return replace(reel.head, at_s=at_s, steps=0) if (at_s := self._stepped_to_s(reel)) is not None else reel.head

    def _stepped_to_s(self, reel: Reel) -> float | None:
        """The moment that single steps have led to, once its picture is seen."""
        leader = self._leader(reel)
        picture = leader.picture if leader is not None and reel.head.steps else None
        return picture.picture_s if picture is not None and picture is not reel.former else None

    def _leader(self, reel: Reel) -> Tile | None:
        """The one whose pictures count."""
        members = self.members(reel)
        return self.tile if self.tile in members else next(iter(members), None)

    def _first_s(self, reel: Reel) -> float | None:
        """The earliest moment that is kept, of all that begin at about the same time; None where that is not known."""
        firsts = [tile.past.first_s if tile.past is not None else None for tile in self.members(reel)]
        known = [first_s for first_s in firsts if first_s is not None]
        if not known or len(known) < len(firsts):
            return None
        return max(first_s for first_s in known if first_s <= min(known) + _ABOUT_S)

    # -- time goes on

    def _tick(self) -> None:
        looking = self._looking()
        reels = list({id(tile.past.reel): tile.past.reel for tile in looking if tile.past is not None}.values())
        for reel in reels:
            self._look_after(reel)
        for tile in self._looking():
            if tile.past is not None:
                tile.say_of_past(*self._said(tile.past))
        if not self._looking() and self._timer.isActive():
            self._timer.stop()
            self._tours.let_go()
        self.changed.emit()

    def _look_after(self, reel: Reel) -> None:
        """At the end of what there is it is live; what is not kept any more is not waited for."""
        now_s, head, members = self.now_s(), reel.head, self.members(reel)
        position_s = head.position(now_s)
        if not head.stands and position_s > now_s - _EDGE_S:
            self._come_back(members)
            return
        first_s = self._first_s(reel)
        if first_s is None or (head.stands and reel.is_settled):
            return
        reel.is_settled = True
        if position_s < first_s:
            reel.head = head.moved(first_s, now_s)
            for tile in members:
                self._stage.steer(tile)

    def _said(self, past: Past) -> tuple[str, str]:
        now_s, head, at_s = self.now_s(), past.reel.head, self.shown_s(past.reel)
        sentence = ""
        if past.spans == ():
            sentence = words.nothing_at_all()
        elif not past.is_kept(at_s):
            first_s = past.first_s
            is_before = first_s is not None and at_s < first_s
            sentence = words.nothing_before(self.moment(first_s or 0.0)) if is_before else words.nothing_here()
        return words.label(head, now_s - at_s, self.moment(at_s)), sentence

    def _looking(self) -> list[Tile]:
        """The tiles on the screen that look back and are not about to be live again."""
        return [tile for tile in self._showing.visible_tiles() if _past_of(tile) is not None]

    def _all_from_selected(self) -> list[Tile]:
        """The tiles on the screen, the selected one first, then in reading order around."""
        tiles = self._showing.visible_tiles()
        place = tiles.index(self.tile) if self.tile in tiles else 0
        return [*tiles[place:], *tiles[:place]]


def _past_of(tile: Tile | None) -> Past | None:
    """Of one that is about to be live again it is as good as over."""
    return tile.past if tile is not None and tile.looks_back else None
