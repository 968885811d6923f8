"""Brings the board of one screen onto its wall: wants the tiles it needs, places them, lets the others rest.

A tile belongs to a camera, a stream and the copy that it is on this screen, never to a cell: to move a camera, to cut
the screen anew or to take that back costs no connection. What leaves the screen rests, so that going back is instant.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from wall.model.board import Board
from wall.model.camera import Camera
from wall.model.events import (
    BoardChanged,
    Event,
    HardwareKnown,
    HotspotChanged,
    InventoryChanged,
    KeptChanged,
    ScreenSelected,
    SmallerWanted,
    StreamMeasured,
    StreamOpened,
    StreamSized,
    TileChanged,
    TouringChanged,
    WarmWanted,
)
from wall.model.tile import Thresholds
from wall.model.touring import WARM_S, Touring
from wall.model.view import HotspotCell
from wall.ui.carousel_turns import CarouselTurns
from wall.ui.carousels import HOLD_S, WAKE_S, Carousels
from wall.ui.cast import Part, cast
from wall.ui.lingering import Lingering
from wall.ui.ports import LiveViewPort
from wall.ui.presenter import Presenter
from wall.ui.readiness import Readiness
from wall.ui.room_port import RoomPort
from wall.ui.sight import Sight
from wall.ui.sights import Sights
from wall.ui.stage import REST_S, Stage, TileKey
from wall.ui.stream_switch import StreamSwitch
from wall.ui.tile import Tile
from wall.ui.tile_facts import StreamFact
from wall.ui.tile_numbers import TileNumbers
from wall.ui.timers import single_shot
from wall.ui.wall_view import WallView

SETTLE_MS = 150
"""New picture sizes are asked for when the hand has let go of the window's edge."""

FOLLOW_MS = 250
"""A hotspot follows when the hand has come to rest: not each camera that it passes is connected."""

_LOOK_MS = 50

_REST_AWAY_S = 15.0
"""For how long the tiles of a window that nobody can see rest: it may be back in a moment."""


class Showing(QObject):
    """What is on one screen now. `changed` follows every change of the board or of a tile's state."""

    changed = Signal()

    def __init__(
        self,
        room: RoomPort,
        screen_id: int,
        view: WallView,
        live: LiveViewPort,
        numbers: TileNumbers,
        monotonic: Callable[[], float],
        *,
        keeps_hidden: bool = False,
    ) -> None:
        """`keeps_hidden`: what the board needs is received on while nobody can see the window."""
        super().__init__(view)
        self._keeps_hidden = keeps_hidden
        self._room = room
        self._screen_id = screen_id
        self._view = view
        self._monotonic = monotonic
        self._stage = Stage(live, numbers, monotonic, Thresholds())
        self._switch = StreamSwitch(self._stage, live.seen, monotonic)
        self._presenter = Presenter(self._stage, view, room.cameras, self._switch)
        self._readiness = Readiness(self._stage, self._switch, monotonic)
        self._carousels = Carousels(monotonic)
        self._turns = CarouselTurns(view, self._presenter, self._readiness, self._carousels, self._cast)
        self.sights = Sights()
        """How its pictures are looked at; `see` follows what is changed there."""
        self._board = room.board(screen_id)
        self._hotspot = room.hotspot
        self._parts: tuple[Part, ...] = ()
        self._held: Board | None = None
        self._held_until_s = 0.0
        self._is_laid_out = False
        self.is_away = False
        """Can nobody see the window?"""
        self._is_over = False
        self._lingering = Lingering(self, self._present)
        self._settle_timer = single_shot(self, SETTLE_MS, self._present)
        self._follow_timer = single_shot(self, FOLLOW_MS, self._follow)
        self._wake_timer = single_shot(self, round((WARM_S - WAKE_S) * 1000), self._readiness.wake)
        self._look_timer = QTimer(self, interval=_LOOK_MS)
        self._look_timer.timeout.connect(self._look)
        self._rest_timer = QTimer(self, interval=1000)
        self._rest_timer.timeout.connect(self._tidy)
        view.resized.connect(self._on_resized)
        view.shown_or_hidden.connect(self._on_shown_or_hidden)
        self._show_in_hand()
        self._recast()

    # -- what is there

    @property
    def board(self) -> Board:
        """What is shown, or about to be within a moment."""
        return self._held or self._board

    def parts(self) -> Sequence[Part]:
        """What each cell of the shown layout shows."""
        return (self._parts[self._selected_part],) if self._board.single else self._parts

    def visible_cameras(self) -> list[Camera]:
        """The cameras that have a cell on the wall now, in reading order."""
        return [part.camera for part in self.parts() if part.camera is not None]

    def visible_tiles(self) -> list[Tile]:
        """The tiles painted now, in reading order; empty before the window was first shown."""
        return [tile for tile in self._view.tiles if tile is not None]

    def tile_at(self, cell: int) -> Tile | None:
        """What is painted in a cell."""
        return self._view.tiles[cell] if cell < len(self._view.tiles) else None

    def touring(self) -> Sequence[Touring]:
        """The tours that are under way here."""
        try:
            return self._room.touring(self._screen_id)
        except KeyError:  # This screen has just been closed for good.
            return ()

    def slot_at(self, cell: int) -> int:
        """The place of the slot that a shown cell shows, among all of the board."""
        return self._board.slot_at(cell)

    @property
    def selected_cell(self) -> int:
        """The cell that is framed now."""
        return self._board.selected_cell

    @property
    def selected_part(self) -> Part:
        return self._parts[self._selected_part]

    @property
    def _selected_part(self) -> int:
        return self._board.selected % self._board.layout.size

    @property
    def stage(self) -> Stage:
        """The tiles themselves, for whoever lets them look back."""
        return self._stage

    def tiles_of_selected(self) -> list[Tile]:
        """All that are received of the selected camera, the one that is shown first."""
        return self._switch.tiles_of(self.selected_part)

    # -- what changes it

    def refresh(self) -> None:
        """Show what the room says is to be shown; the same again costs nothing."""
        try:
            wanted = self._room.board(self._screen_id)
        except KeyError:  # This screen has just been closed for good.
            return
        if wanted == self.board:
            return
        if self._must_wait(wanted):
            self._held = wanted
            self._look_timer.start()
            return
        self._show(wanted)

    def take_note(self, event: Event) -> None:
        """A fact has come up."""
        if self._is_over:
            return
        match event:
            case TileChanged() | StreamOpened() | StreamSized() | StreamMeasured():
                self._take_note_of_tile(event)
            case HardwareKnown(hardware):
                self._stage.note_hardware(hardware)
            case SmallerWanted():
                if self._switch.give_way(event):
                    self._present()
            case KeptChanged():
                self._stage.note_kept(event)
            case BoardChanged(self._screen_id) | ScreenSelected():
                self.refresh()
                self._show_in_hand()
            case WarmWanted(self._screen_id, board):
                self._warm_up(board)
            case TouringChanged(self._screen_id):
                self.refresh()
                self._recast()
                self._presenter.give_signs(self._parts)
                self.changed.emit()
            case HotspotChanged():
                self._follow_timer.start()
            case InventoryChanged():
                self._settle_timer.start()

    def see(self) -> None:
        """Paint the pictures as they are looked at, at once; what that needs is asked for when the hand has come to
        rest.
        """
        self._presenter.see(self._parts, self._sights())
        self._settle_timer.start()
        self.changed.emit()

    def choose_anew(self) -> None:
        """A tile looks back, or does so no more: another of its camera's streams may be the one to show."""
        self._present()

    def retry(self) -> None:
        """Try what is selected again, if it is not live."""
        for key in self.selected_part.keys:
            tile = self._stage.find(key)
            if tile is not None and not self._stage.is_resting(key) and not tile.status.is_live:
                self._stage.retry(key)

    def forget_resting(self) -> None:
        """Give back what nobody looks at, before its time: a benchmark weighs what is shown."""
        self._stage.give_back_resting()

    def end(self) -> None:
        """Give everything back, for good."""
        self._is_over = True
        for timer in self.findChildren(QTimer):
            timer.stop()
        self._view.resized.disconnect(self._on_resized)
        self._view.shown_or_hidden.disconnect(self._on_shown_or_hidden)
        self._view.set_tiles(())
        self._stage.give_back_all()

    # -- presenting

    def _show(self, wanted: Board) -> None:
        former, self._board = self._board, wanted
        self._held, self._held_until_s = None, 0.0
        if not wanted.shows_the_same_as(former):
            if self._is_laid_out:
                self._lingering.follow(former, wanted, self._switch.keys)
            self._present()
        else:
            self._view.set_selected(wanted.selected_cell)
            self._presenter.weigh(wanted, self._parts)
        self.changed.emit()

    def _show_in_hand(self) -> None:
        self._view.set_in_hand(self._room.selected_screen in (0, self._screen_id))

    def _recast(self) -> None:
        self._parts = self._cast(self._board)

    def _cast(self, board: Board, turns: Mapping[int, int] | None = None) -> tuple[Part, ...]:
        """`turns`: where a carousel will be, by slot."""

        def turn_of(slot: int) -> int:
            return (turns or {}).get(slot, self._carousels.turn_of(slot))

        return cast(board, self._room.cameras, turn_of, self._hotspot, self.touring())

    def _present(self) -> None:
        if self._carousels.keep(self._board):
            self._look_timer.start()
        self._recast()
        if not self._is_laid_out or self.is_away:
            return
        self.sights.keep(self._board, self._parts)
        sights = self._sights()
        self._readiness.note_shown(self._presenter.plan(self._board, self._parts, sights))
        self._presenter.present(self._board, self._parts, sights, self._goes_on)
        self._rest_timer.start()

    def _sights(self) -> tuple[Sight, ...]:
        return self.sights.of_page(self._board, self._parts)

    def _take_note_of_tile(self, event: TileChanged | StreamFact) -> None:
        tile = self._stage.take_note(event)
        if tile is not None and isinstance(event, TileChanged):
            if self._is_laid_out and not self.is_away:
                self._presenter.settle(self._board, self._parts, self._goes_on)
            self.changed.emit()
        elif tile is not None and isinstance(event, StreamSized):
            self._settle_timer.start()  # Another of the camera's streams may be the right one.

    @property
    def _goes_on(self) -> frozenset[TileKey]:
        """What is decoded though the board does not need it."""
        return self._lingering.keys | self._readiness.keys

    # -- making ready, and waiting for what was made ready

    def _warm_up(self, board: Board) -> None:
        """Connect what comes next; shortly before it comes it is woken."""
        if not self._is_laid_out or self.is_away or self._board.single:
            return
        sizes = self._view.picture_sizes(board.layout, board.page_framings())
        for part, size in zip(self._cast(board), sizes, strict=False):
            self._readiness.warm(part, size)
        self._wake_timer.start()

    def _must_wait(self, wanted: Board) -> bool:
        """Has what was made ready for this board not come yet? Then what is there stays for a moment."""
        if self._held is not None or wanted.single or self._board.single or not self._is_laid_out or self.is_away:
            return False
        if self._has_come(wanted):
            return False
        self._held_until_s = self._monotonic() + HOLD_S
        return True

    def _has_come(self, board: Board) -> bool:
        return self._readiness.has_come(self._cast(board), self._view.tiles)

    def _look(self) -> None:
        """What is waited for, and the carousels."""
        if self._held is not None and (self._has_come(self._held) or self._monotonic() >= self._held_until_s):
            self._show(self._held)
        has_carousels = self._look_at_carousels()
        if self._held is None and not has_carousels:
            self._look_timer.stop()

    # -- carousels and hotspots

    def _look_at_carousels(self) -> bool:
        """Turn them when it is time; is there any? While one picture is shown alone, all stand still."""
        if not self._carousels.keep(self._board):
            return False
        if self._board.single or not self._is_laid_out or self.is_away or self._held is not None:
            return True
        if self._turns.look(self._board, self.sights.places | self._looked_back_at()):
            self._present()
            self.changed.emit()
        return True

    def _looked_back_at(self) -> frozenset[int]:
        """The slots of the page at which somebody looks back."""
        tiles = enumerate(self._view.tiles, self._board.page * self._board.layout.size)
        return frozenset(slot for slot, tile in tiles if tile is not None and tile.looks_back)

    def _follow(self) -> None:
        """The hotspots show another camera; not while somebody looks back at what one of them shows."""
        looked_at = self._looked_back_at() if not self._board.single else frozenset()
        if any(self._board.slots[slot].content == HotspotCell() for slot in looked_at):
            self._follow_timer.start()
            return
        former, self._hotspot = self._hotspot, self._room.hotspot
        if former != self._hotspot and HotspotCell() in self._board.page_contents():
            self._present()
            self.changed.emit()

    # -- settling, going away

    def _on_resized(self) -> None:
        if self._is_laid_out:
            self._settle_timer.start()
        else:
            self._is_laid_out = True
            self._present()
            self.changed.emit()

    def _on_shown_or_hidden(self, is_shown: bool) -> None:
        """What nobody can see is not decoded."""
        self.is_away = not is_shown
        if is_shown:
            self._present()
        else:
            self._stage.rest_all_but(())

    def _tidy(self) -> None:
        """Once a second: what was made ready for nothing rests, what has rested for long is given back."""
        if self.sights.expire(self._monotonic()):
            self.see()
        if self._readiness.expire():
            self._presenter.rest(self._goes_on)
        if not self.is_away and self._switch.lacks_stand_ins():
            self._present()
        goes_on = self._switch.keys if self.is_away and self._keeps_hidden else ()
        self._stage.give_back_rested(_REST_AWAY_S if self.is_away else REST_S, goes_on)
        if self.is_away and not list(self._stage):
            self._rest_timer.stop()
