"""Screens and the displays they belong to: by what a display is, never by its place in a list. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from wall.model.board import Board, Slot
from wall.model.grid import Rect
from wall.model.view import CameraCell


@dataclass(frozen=True, slots=True)
class DisplayId:
    """What a display says of itself (EDID), and the connector it hangs on. Many tell no serial, or share one."""

    maker: str = ""
    model: str = ""
    serial: str = ""
    connector: str = ""

    @property
    def label(self) -> str:
        """For people."""
        named = " ".join(part for part in (self.maker, self.model, self.serial) if part)
        return f"{named} ({self.connector})" if named and self.connector else named or self.connector


@dataclass(frozen=True, slots=True)
class Display:
    """A display that is there now, and where it lies on the desktop (logical pixels)."""

    identity: DisplayId
    area: Rect
    is_primary: bool = False


@dataclass(frozen=True, slots=True)
class Screen:
    """One window of the wall. `display` None: it stands where the operator has put it."""

    name: str
    number: int
    """What an operator calls it by, from 1."""
    display: DisplayId | None = None
    kiosk: bool = False
    """Full screen, without a way out but by the console."""
    area: Rect | None = None
    """Where its window stood last, in logical pixels; for a screen without a display."""
    screen_id: int = 0
    """0 until it is kept."""


def placed(screens: Sequence[Screen], displays: Sequence[Display]) -> dict[int, Display]:
    """Which screen (by id) is on which display; a screen whose display is gone is not in it.

    A display belongs to a screen when all of its identity is the same; then when maker, model and serial are; then,
    where no serial is told, when maker, model and connector are (all empty but the connector, for one that tells
    nothing of itself). Each display is given once; the better match is made first, whatever the order of either. Of
    two screens that name the very same display the lower number has it. Where two displays or two screens fit equally
    nothing is guessed: a wrong wall is worse than a question.
    """
    by_number = sorted(screens, key=lambda screen: (screen.number, screen.screen_id), reverse=True)
    claims = {screen.display: screen.screen_id for screen in by_number if screen.display is not None}
    found: dict[int, Display] = {}
    left = list(displays)
    for is_same in _WAYS:
        waiting = [(wanted, screen_id) for wanted, screen_id in claims.items() if screen_id not in found]
        pairs = [(screen_id, d) for wanted, screen_id in waiting for d in left if is_same(wanted, d.identity)]
        for screen_id, display in pairs:
            if sum(screen_id == other_id or display is other for other_id, other in pairs) == 1:
                found[screen_id] = display
                left.remove(display)
    return found


def _all_the_same(one: DisplayId, other: DisplayId) -> bool:
    return one == other


def _same_panel(one: DisplayId, other: DisplayId) -> bool:
    return bool(one.serial) and (one.maker, one.model, one.serial) == (other.maker, other.model, other.serial)


def _same_kind_and_place(one: DisplayId, other: DisplayId) -> bool:
    same = (one.maker, one.model, one.connector) == (other.maker, other.model, other.connector)
    return same and bool(one.connector) and not (one.serial and other.serial)


_WAYS = (_all_the_same, _same_panel, _same_kind_and_place)


@dataclass(frozen=True, slots=True)
class Refuge:
    """A host screen's board with the priority tiles of screens whose panel is gone. Show `board`, keep `own`.

    When the host's operator changes what is shown, go on with `followed`; when a panel is back, with `given_back`.
    """

    board: Board
    guests: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    """Places of the host's slots, and where their content came from: screen id and slot."""
    hidden: Mapping[int, Slot] = field(default_factory=dict)
    """What stood there before the guest, by the same places."""

    @property
    def own(self) -> Board:
        """The host's board as it is without guests, the operator's changes included."""
        return _with_slots(self.board, self.hidden)

    def without_guests(self, board: Board) -> Board:
        """The host's own board after the operator has made `board` of what was shown."""
        return self.followed(board).own

    def followed(self, board: Board) -> Refuge:
        """The same guests after the operator has made `board` of what was shown, in one step.

        A guest that was exchanged with another cell takes what it hides along; one that was emptied away still hides
        it; where something else was put the host's former camera is in the memory of that cell. Another view that is
        called up sends all guests away.
        """
        if _is_another_view(self.board, board):
            return Refuge(board)
        guests, hidden, covered = dict[int, tuple[int, int]](), dict[int, Slot](), dict[int, Slot]()
        for place, origin in self.guests.items():
            now = self._place_in(board, place)
            if now is None:
                covered[place] = _slot(board, place).remembering(self.hidden[place])
            else:
                guests[now], hidden[now] = origin, self.hidden[place]
        return Refuge(_with_slots(board, covered), guests, hidden)

    def given_back(self, screen_id: int) -> Refuge:
        """The guests of one screen are gone again, and what they hid is back; those of others stay where they are."""
        leaving = [place for place, (origin, _) in self.guests.items() if origin == screen_id]
        board = _with_slots(self.board, {place: self.hidden[place] for place in leaving})
        guests = {place: origin for place, origin in self.guests.items() if place not in leaving}
        return Refuge(board, guests, {place: self.hidden[place] for place in guests})

    def _place_in(self, board: Board, place: int) -> int | None:
        """Where the guest of a place is after one step; None where something else was put over it."""
        guest, there = _slot(self.board, place), _slot(board, place)
        if there.is_like(guest):
            return place
        partners = (other for other, slot in enumerate(board.slots) if slot == guest)
        exchanged = next((other for other in partners if _slot(self.board, other) == there), None)
        return place if exchanged is None and there.content is None else exchanged


def refuge(host: Board, lost: Mapping[int, Board], priority: Mapping[int, int]) -> Refuge:
    """Where the priority cameras that lost screens showed go: into empty cells of the host's page, then in place of
    lesser ones, the last cells first. `host` has no guests yet; `lost` are boards by screen id.

    `priority` is by camera id, higher is more important, 0 is ordinary and does not move. What is on the page already
    does not come twice. The selected cell is never taken, for somebody is at work there, unless the board is all empty;
    hotspots and carousels are not taken either.
    """
    first = host.page * host.layout.size
    page = range(first, first + host.layout.size)
    rank = {place: _rank(host.slots[place], priority) for place in page if place != host.selected or host.is_empty}
    open_places = sorted(rank, key=lambda place: (rank[place], -place))
    there = {content.camera_id for content in host.page_contents() if isinstance(content, CameraCell)}
    guests = dict[int, tuple[int, int]]()
    arrived = dict[int, Slot]()
    for importance, screen_id, source, camera in _moving(lost, priority):
        if camera in there or not open_places or rank[open_places[0]] >= importance:
            continue
        place = open_places.pop(0)
        arrived[place] = Slot(CameraCell(camera))
        guests[place] = (screen_id, source)
        there.add(camera)
    return Refuge(_with_slots(host, arrived), guests, {place: host.slots[place] for place in guests})


def _moving(lost: Mapping[int, Board], priority: Mapping[int, int]) -> Iterable[tuple[int, int, int, int]]:
    """What has to move, the most important first: importance, screen, slot, camera."""
    found = [
        (priority.get(content.camera_id, 0), screen_id, place, content.camera_id)
        for screen_id, board in lost.items()
        for place, content in enumerate(board.page_contents(), board.page * board.layout.size)
        if isinstance(content, CameraCell)
    ]
    return sorted((each for each in found if each[0] > 0), key=lambda each: (-each[0], each[1], each[2]))


def _rank(slot: Slot, priority: Mapping[int, int]) -> int:
    """How important what stands there is; an empty cell is the least."""
    if slot.content is None:
        return -1
    return priority.get(slot.content.camera_id, 0) if isinstance(slot.content, CameraCell) else 1 << 30


def _is_another_view(before: Board, now: Board) -> bool:
    """Was another view called up? One that was only saved under a new name has the same slots."""
    return (before.view_id, before.title) != (now.view_id, now.title) and before.slots != now.slots


def _slot(board: Board, place: int) -> Slot:
    """What is in a slot; an empty one where there is none: another layout drops empty pages."""
    return board.slots[place] if place < len(board.slots) else Slot()


def _with_slots(board: Board, changed: Mapping[int, Slot]) -> Board:
    """The same board with other slots in some places, further pages for them where it must."""
    if not changed:
        return board
    slots = [_slot(board, place) for place in range(max(len(board.slots), max(changed) + 1))]
    for place, slot in changed.items():
        slots[place] = slot
    return replace(board, slots=tuple(slots))
