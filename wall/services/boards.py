"""What stands on each screen: shown, brought back, and given refuge while a panel is gone.

Each screen has a board of its own, which is kept, and shows it with the guests that it has (`wall.model.screen`).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping

from wall.model.board import Board
from wall.model.screen import Refuge, refuge
from wall.model.view import View

STEPS_BACK = 50


class Boards:
    """On one thread. `tell` hears what a screen shows from now on, `keep` what is its own.

    Screens are known by their ids; KeyError for one that is not there.
    """

    def __init__(
        self,
        priorities: Callable[[], Mapping[int, int]],
        tell: Callable[[int, Board], None],
        keep: Callable[[int, Board], None],
    ) -> None:
        self._priorities = priorities
        self._tell = tell
        self._keep = keep
        self._refuges: dict[int, Refuge] = {}
        """In the order of the screens' numbers."""
        self._past: dict[int, deque[Board]] = {}
        self._lost: dict[int, int | None] = {}
        """Screens whose panel is gone, and where their cameras have found refuge."""

    def follow(self, boards: Mapping[int, Board]) -> None:
        """These are the screens now, by number. A board is for one that is new: who is there goes on as it is.

        It is told and not kept: it comes from the disk, or is what a screen shows of which nothing is kept.
        """
        gone = self._refuges.keys() - boards.keys()
        new = boards.keys() - self._refuges.keys()
        self._refuges = {each: self._refuges.get(each) or Refuge(boards[each]) for each in boards}
        for each in gone:
            self._past.pop(each, None)
            self._lost.pop(each, None)
        for each in new:
            self._tell(each, boards[each])
        if gone:
            self._gather_anew()

    def shown(self, screen_id: int) -> Board:
        """What is to be seen there, guests included."""
        return self._refuges[screen_id].board

    def own(self, screen_id: int) -> Board:
        """What stands there without guests."""
        return self._refuges[screen_id].own

    def is_lost(self, screen_id: int) -> bool:
        """Is its panel gone?"""
        return screen_id in self._lost

    def is_guest(self, screen_id: int, place: int) -> bool:
        """Does a slot show a camera of a lost screen?"""
        return place in self._refuges[screen_id].guests

    def show(self, screen_id: int, board: Board) -> None:
        """An operator has made this of what was shown."""
        before = self._refuges[screen_id]
        own = before.own
        if board.view_id != before.board.view_id and board.slots != before.board.slots:
            self._become(screen_id, self._with_guests(screen_id, board))
        else:
            self._become(screen_id, before.followed(board))
        if _arranged(self.own(screen_id)) != _arranged(own):
            self._push(screen_id, own)

    def call_up(self, screen_id: int, view: View) -> None:
        """A view comes onto a screen; the guests of lost screens stay with it."""
        own = self.own(screen_id)
        self._become(screen_id, self._with_guests(screen_id, own.called_up(view)))
        if _arranged(self.own(screen_id)) != _arranged(own):
            self._push(screen_id, own)

    def turn(self, screen_id: int, board: Board) -> None:
        """The same as `show`, by a tour or the program: no step to go back."""
        self._become(screen_id, self._refuges[screen_id].followed(board))

    def turn_own(self, screen_id: int, own: Board) -> None:
        """Another board of its own, by a tour: guests stay, and there is no step to go back."""
        self._become(screen_id, self._with_guests(screen_id, own))

    def remember(self, screen_id: int) -> None:
        """What stands there now is what one step back leads to."""
        self._push(screen_id, self.own(screen_id))

    def undo(self, screen_id: int) -> bool:
        """One step back; False where there is none."""
        past, now = self._past.get(screen_id, deque()), _arranged(self.own(screen_id))
        while past:
            before = past.pop()
            if _arranged(before) != now:
                self._become(screen_id, self._with_guests(screen_id, before))
                return True
        return False

    def panel_lost(self, screen_id: int) -> None:
        """Its priority cameras go to the next screen that is there; those it has given refuge to go on with them."""
        if screen_id not in self._refuges or screen_id in self._lost:
            return
        self._become(screen_id, Refuge(self.own(screen_id)))
        self._lost[screen_id] = None
        for each, host in self._lost.items():
            self._lost[each] = None if host == screen_id else host
        self._gather_homeless()

    def panel_back(self, screen_id: int) -> None:
        """Its cameras go home."""
        host = self._lost.pop(screen_id, None)
        if host is not None:
            self._become(host, self._refuges[host].given_back(screen_id))
        self._gather_homeless()

    def _become(self, screen_id: int, now: Refuge) -> None:
        before, self._refuges[screen_id] = self._refuges[screen_id], now
        if now.board != before.board:
            self._tell(screen_id, now.board)
        if now.own != before.own:
            self._keep(screen_id, now.own)
            host = self._lost.get(screen_id)
            if host is not None and now.own.page_contents() != before.own.page_contents():
                self._become(host, self._with_guests(host, self.own(host)))

    def _with_guests(self, host: int, own: Board) -> Refuge:
        lost = {each: self.own(each) for each, where in self._lost.items() if where == host}
        return refuge(own, lost, self._priorities()) if lost else Refuge(own)

    def _gather_anew(self) -> None:
        """A screen was closed for good: its guests look for another host, and its own cameras are nobody's guests."""
        for each in self._refuges:
            self._become(each, Refuge(self.own(each)))
        self._lost = dict.fromkeys(self._lost)
        self._gather_homeless()

    def _gather_homeless(self) -> None:
        """Who has no host yet gets the next screen that is there: by number, and after the last the first."""
        order = list(self._refuges)
        hosts = set()
        for each in [each for each, host in self._lost.items() if host is None]:
            here = order.index(each)
            there = next((other for other in (*order[here:], *order[:here]) if other not in self._lost), None)
            self._lost[each] = there
            hosts.add(there)
        for host in hosts - {None}:
            assert host is not None
            self._become(host, self._with_guests(host, self.own(host)))

    def _push(self, screen_id: int, own: Board) -> None:
        self._past.setdefault(screen_id, deque(maxlen=STEPS_BACK)).append(own)


def standing(board: Board) -> tuple[object, ...]:
    """What is shown, and nothing of where the hand is. Memories belong to their contents."""
    return board.layout, tuple(slot.content for slot in board.slots)


def _arranged(board: Board) -> tuple[object, ...]:
    """The same, and how pictures stand in their cells."""
    return standing(board), tuple(slot.framing for slot in board.slots)
