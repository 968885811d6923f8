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
    where no serial is told, when maker, model and connector are; at last by the connector alone where the display
    tells nothing of itself. Each display is given once; the better match is made first, whatever the order.
    """
    found: dict[int, Display] = {}
    left = list(displays)
    for is_same in _WAYS:
        for screen in screens:
            if screen.display is None or screen.screen_id in found:
                continue
            fitting = [display for display in left if is_same(screen.display, display.identity)]
            # Two that cannot be told apart: neither is right, and a wrong wall is worse than a question.
            if len(fitting) == 1 or (fitting and is_same is _all_the_same):
                found[screen.screen_id] = fitting[0]
                left.remove(fitting[0])
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
    """A host screen's board with the priority tiles of screens whose panel is gone."""

    board: Board
    guests: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    """Cells (slots of the host) and where their content came from: screen id and slot."""


def refuge(host: Board, lost: Mapping[int, Board], priority: Mapping[int, int]) -> Refuge:
    """Where the priority cameras of lost screens go: into empty cells of this page, then in place of lesser ones.

    `priority` is by camera id, higher is more important, 0 is ordinary and does not move. What is shown already does
    not come twice. The selected cell of the host is never taken: somebody is at work there.
    """
    first = host.page * host.layout.size
    places = [
        place for place in range(first, first + host.layout.size) if place != host.selected or _is_free(host, place)
    ]
    rank = {place: _rank(host.slots[place], priority) for place in places}
    open_places = sorted(places, key=lambda place: (rank[place], -place))
    there = {slot.content.camera_id for slot in host.slots if isinstance(slot.content, CameraCell)}
    slots, guests = list(host.slots), dict[int, tuple[int, int]]()
    for importance, screen_id, source, camera in _moving(lost, priority):
        if camera in there or not open_places or rank[open_places[0]] >= importance:
            continue
        place = open_places.pop(0)
        slots[place] = Slot(CameraCell(camera))
        guests[place] = (screen_id, source)
        there.add(camera)
    return Refuge(replace(host, slots=tuple(slots)), guests)


def _moving(lost: Mapping[int, Board], priority: Mapping[int, int]) -> Iterable[tuple[int, int, int, int]]:
    """What has to move, the most important first: importance, screen, slot, camera."""
    found = [
        (priority.get(slot.content.camera_id, 0), screen_id, place, slot.content.camera_id)
        for screen_id, board in sorted(lost.items())
        for place, slot in enumerate(board.slots)
        if isinstance(slot.content, CameraCell)
    ]
    return sorted((each for each in found if each[0] > 0), key=lambda each: (-each[0], each[1], each[2]))


def _rank(slot: Slot, priority: Mapping[int, int]) -> int:
    """How important what stands there is; an empty cell is the least."""
    if slot.content is None:
        return -1
    return priority.get(slot.content.camera_id, 0) if isinstance(slot.content, CameraCell) else 1 << 30


def _is_free(board: Board, place: int) -> bool:
    return board.slots[place].content is None
