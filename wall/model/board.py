"""What stands on one screen, and where the hand is. Values: every wish gives a new one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import chain, repeat

from wall.model.framing import Framing
from wall.model.layout import Layout
from wall.model.view import CameraCell, CarouselCell, Content, HotspotCell, View

MEMORY = 8
"""How many cameras a cell remembers."""

_ALONE = Layout.plain(1, 1)


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for one content, and the cameras that stood there before (the last is the latest) and after.

    None of them is the one that stands there now, and none comes twice.
    """

    content: Content | None = None
    back: tuple[int, ...] = ()
    forward: tuple[int, ...] = ()
    framing: Framing = Framing.FIT
    """How pictures stand here, whichever camera it is; an empty slot has none of its own."""

    def __post_init__(self) -> None:
        if self.content is None:
            object.__setattr__(self, "framing", Framing.FIT)

    def with_content(self, content: Content | None) -> Slot:
        """Show something else; the camera that was there is remembered. What going back had left is forgotten."""
        return self if content == self.content else Slot(content, framing=self.framing).remembering(self)

    def remembering(self, former: Slot) -> Slot:
        """The same, where `former` has stood until now."""
        own = self._own()
        before = [each for each in (*former.back, *former._own(), *self.back) if each not in own]
        return replace(self, back=_latest(before))

    def gone_back(self) -> Slot:
        """The camera that stood here before."""
        if not self.back:
            return self
        *rest, camera = self.back
        return Slot(CameraCell(camera), tuple(rest), (*self._own(), *self.forward)[:MEMORY], self.framing)

    def gone_forward(self) -> Slot:
        """The camera that was left by going back."""
        if not self.forward:
            return self
        camera, *rest = self.forward
        return Slot(CameraCell(camera), (*self.back, *self._own())[-MEMORY:], tuple(rest), self.framing)

    def is_like(self, other: Slot) -> bool:
        """Is it the same, but for how its picture stands?"""
        return replace(self, framing=other.framing) == other

    def _own(self) -> tuple[int, ...]:
        return (self.content.camera_id,) if isinstance(self.content, CameraCell) else ()


def _latest(cameras: Iterable[int]) -> tuple[int, ...]:
    """The last ones, each once, where it came last."""
    once = tuple(dict.fromkeys(reversed(tuple(cameras))))
    return once[:MEMORY][::-1]


@dataclass(frozen=True, slots=True)
class Lent:
    """A place that an alarm's camera has for a while, and the slot that is to come back there."""

    alarm_id: int
    place: int
    camera_id: int
    before: Slot


@dataclass(frozen=True, slots=True)
class Board:
    """Slots in pages of one layout; `selected` is the place of the selected slot among all, `single` shows it alone.

    There are always whole pages of slots, and only a slot with something in it is shown alone. `view_id` is the view
    that was called up, 0 for none; `title` is its name. `lent` is what alarms have taken; who puts something else there
    has made that place his own, whatever stands in `lent`.
    """

    layout: Layout
    slots: tuple[Slot, ...] = ()
    selected: int = 0
    single: bool = False
    view_id: int = 0
    title: str = ""
    lent: tuple[Lent, ...] = ()

    def __post_init__(self) -> None:
        pages = max(1, -(-len(self.slots) // self.layout.size))
        missing = pages * self.layout.size - len(self.slots)
        object.__setattr__(self, "slots", (*self.slots, *(Slot() for _ in range(missing))))
        object.__setattr__(self, "selected", min(max(self.selected, 0), len(self.slots) - 1))
        object.__setattr__(self, "single", self.single and self.selected_content is not None)

    # -- what is there

    @property
    def shown_layout(self) -> Layout:
        return _ALONE if self.single else self.layout

    @property
    def page(self) -> int:
        return self.selected // self.layout.size

    @property
    def pages(self) -> int:
        return len(self.slots) // self.layout.size

    @property
    def selected_cell(self) -> int:
        """The cell of the shown layout that is selected."""
        return 0 if self.single else self.selected % self.layout.size

    def slot_at(self, cell: int) -> int:
        """The place of the slot that a cell of the shown layout shows. IndexError where there is no such cell."""
        if not 0 <= cell < self.shown_layout.size:
            raise IndexError(f"there is no cell {cell + 1}")
        return self.selected if self.single else self.page * self.layout.size + cell

    def content_at(self, cell: int) -> Content | None:
        """What a cell of the shown layout shows."""
        return self.slots[self.slot_at(cell)].content

    def page_framings(self) -> tuple[Framing, ...]:
        """How pictures stand in the cells of this page, whether shown or behind the single view."""
        first = self.page * self.layout.size
        return tuple(slot.framing for slot in self.slots[first : first + self.layout.size])

    def page_contents(self) -> tuple[Content | None, ...]:
        """What stands on this page, whether shown or behind the single view."""
        first = self.page * self.layout.size
        return tuple(slot.content for slot in self.slots[first : first + self.layout.size])

    @property
    def selected_content(self) -> Content | None:
        return self.slots[self.selected].content

    @property
    def is_empty(self) -> bool:
        return all(slot.content is None for slot in self.slots)

    def shows_the_same_as(self, former: Board) -> bool:
        """Has at most the hand moved, on a page of the layout?"""
        same = (former.layout, former.slots, former.page) == (self.layout, self.slots, self.page)
        return same and not former.single and not self.single

    # -- what is put where

    def put(self, cell: int, content: Content | None) -> Board:
        """Show something in a cell, which is then selected; None empties it. The same again changes nothing."""
        place = self.slot_at(cell)
        return replace(self._with(place, self.slots[place].with_content(content)), selected=place)

    def put_next(self, content: Content) -> Board:
        """Show something in the first empty cell of this page, else in the selected one."""
        empty = next((cell for cell, each in enumerate(self.page_contents()) if each is None), None)
        if self.single or empty is None:
            return self.put(self.selected_cell, content)
        return self.put(empty, content)

    def swapped(self, one: int, other: int) -> Board:
        """Two cells change their contents, memories included; the hand goes along to the second one."""
        return self.exchanged(self.slot_at(one), self.slot_at(other))

    def exchanged(self, one: int, other: int) -> Board:
        """The same for two slots, wherever they are among all."""
        slots = list(self.slots)
        slots[one], slots[other] = slots[other], slots[one]
        return replace(self, slots=tuple(slots), selected=other)

    def emptied(self, place: int) -> Board:
        """Nothing stands in a slot any more; the hand stays where it is."""
        return self._with(place, self.slots[place].with_content(None))

    def framed(self, framing: Framing) -> Board:
        """Pictures stand like that in the selected cell from now on."""
        return self._with(self.selected, replace(self.slots[self.selected], framing=framing))

    def gone_back(self) -> Board:
        """The selected cell's former camera."""
        return self._with(self.selected, self.slots[self.selected].gone_back())

    def gone_forward(self) -> Board:
        return self._with(self.selected, self.slots[self.selected].gone_forward())

    def with_layout(self, layout: Layout) -> Board:
        """Cut the screen anew: contents stay in their order, the page is then the one with the selected one.

        Empty pages at the end are dropped. A hand on an empty page goes to the nearest slot with something in it.
        """
        filled = self._filled()
        kept = self.slots[: max(filled, default=0) + 1]
        board = Board(layout, kept, self.selected, False, self.view_id, self.title)
        if not filled or any(content is not None for content in board.page_contents()):
            return board
        return replace(board, selected=min(filled, key=lambda place: abs(place - self.selected)))

    # -- where the hand is

    def selected_at(self, cell: int) -> Board:
        """Select a cell; outside the layout nothing changes."""
        return replace(self, selected=self.slot_at(cell)) if 0 <= cell < self.shown_layout.size else self

    def moved(self, dx: int, dy: int) -> Board:
        """Move the hand by one cell; in the single view, to the next or former slot with something in it."""
        if self.single:
            return self._to_filled(dx or dy)
        return self.selected_at(self.layout.step(self.selected_cell, dx, dy))

    def turned(self, pages: int) -> Board:
        """Turn pages; in the single view, slots."""
        if self.single:
            return self._to_filled(pages)
        if not 0 <= self.page + pages < self.pages:
            return self
        return replace(self, selected=self.selected + pages * self.layout.size)

    def opened(self) -> Board:
        """Show the selected slot alone, if something stands there."""
        return replace(self, single=True)

    def closed(self) -> Board:
        """Back to the layout."""
        return replace(self, single=False)

    # -- views

    @staticmethod
    def of_view(view: View) -> Board:
        """The board that a view calls up."""
        pairs = zip(view.contents, chain(view.framings, repeat(Framing.FIT)), strict=False)
        slots = tuple(Slot(content, framing=framing) for content, framing in pairs)
        return Board(view.layout, slots, view_id=view.view_id, title=view.name)

    def called_up(self, view: View) -> Board:
        """A view comes onto this screen: each cell remembers the camera that stood there."""
        board = Board.of_view(view)
        before = self.slots[self.page * self.layout.size :]
        former = (*before, *(Slot() for _ in board.slots))
        pairs = zip(former, board.slots, strict=False)
        return replace(board, slots=tuple(_called_up(old, new) for old, new in pairs))

    def has_lent(self, lent: Lent) -> bool:
        """Does the alarm's camera still stand where it was put?"""
        return lent.place < len(self.slots) and self.slots[lent.place].content == CameraCell(lent.camera_id)

    def as_view(self, name: str, folder: str = "", owner: str = "", view_id: int = 0) -> View:
        """What stands here, to be saved."""
        contents = [slot.content for slot in self.slots]
        while contents and contents[-1] is None:
            contents.pop()
        framings = tuple(slot.framing for slot in self.slots)
        return View(name, self.layout, tuple(contents), folder, owner, view_id, framings)

    def differs_from(self, view: View) -> bool:
        """Has something been changed since the view was called up?"""
        mine, kept = self.as_view(view.name), Board.of_view(view).as_view(view.name)
        return (mine.layout, mine.contents, mine.framings) != (kept.layout, kept.contents, kept.framings)

    def _with(self, place: int, slot: Slot) -> Board:
        return replace(self, slots=(*self.slots[:place], slot, *self.slots[place + 1 :]))

    def _filled(self) -> list[int]:
        return [place for place, slot in enumerate(self.slots) if slot.content is not None]

    def _to_filled(self, steps: int) -> Board:
        ahead = [place for place in self._filled() if (place - self.selected) * steps > 0]
        if not ahead:
            return self
        ahead = ahead if steps > 0 else ahead[::-1]
        return replace(self, selected=ahead[min(abs(steps), len(ahead)) - 1])


def _called_up(former: Slot, wanted: Slot) -> Slot:
    """What a view shows in a slot, as the view has it framed."""
    return replace(former.with_content(wanted.content), framing=wanted.framing)


def shown_camera(content: Content | None, turn: int, hotspot: int | None) -> int | None:
    """The id of the camera that a content shows now. `turn` counts a carousel's steps, `hotspot` is the selected."""
    match content:
        case CameraCell(camera_id):
            return camera_id
        case CarouselCell(cameras):
            return cameras[turn % len(cameras)]
        case HotspotCell():
            return hotspot
    return None
