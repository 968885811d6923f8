"""Brings alarms onto the screens that their rules name, and what stood there back afterwards."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, QTimer

from wall.model.alarms import kinds
from wall.model.alarms.alarm import Alarm
from wall.model.alarms.push import is_to_be_escalated
from wall.model.alarms.rule import Rule
from wall.model.alarms.state import State
from wall.model.board import Board, Lent, Slot
from wall.model.dome_events import PtzStood
from wall.model.events import BoardChanged, Event
from wall.model.ptz.operator import Rank
from wall.model.view import CameraCell
from wall.ui.alarms.alarm_screen import on_no_screen
from wall.ui.alarms.eyes import at_its_site, eyes_on
from wall.ui.alarms.facts import AlarmFacts
from wall.ui.alarms.popup_places import most_at_once, places
from wall.ui.alarms.popup_queue import PopUpQueue
from wall.ui.ptz.port import PtzPort
from wall.ui.room_port import RoomPort
from wall.ui.signals import EventBridge

_AGAIN_MS = 1000
"""What found no place is tried again: a dome is let go, a picture closed."""


class PopUps(QObject):
    """One for all screens of the wall; UI thread. An alarm has at most one place on a screen: on the one that its rule
    names, else on that which `usual_screen` gives by its id (0 for none), and, where the supervisor is to be told, on
    his. It is shown by its camera, or one of its site; where there is none, in words (`AlarmFacts.cards`), over a cell
    and not in the board: there is nothing to be brought back.

    Who puts something else into the slot has taken the alarm's picture away: it does not come again there. What alarms
    have taken is kept with the board: after a crash it goes on, and what stood there comes back when the alarm ends,
    but not under a hand that drives the alarm's dome there: then when it is let go.
    """

    def __init__(
        self,
        facts: AlarmFacts,
        room: RoomPort,
        ptz: PtzPort | None,
        events: EventBridge,
        parent: QObject | None = None,
        usual_screen: Callable[[Alarm], int] = on_no_screen,
    ) -> None:
        super().__init__(parent)
        self._facts = facts
        self._room = room
        self._ptz = ptz
        self._events = events
        self._usual_screen = usual_screen
        self._rules: dict[int, Rule] = {}
        self._queues: defaultdict[int, PopUpQueue] = defaultdict(PopUpQueue)
        """Those that nobody has acknowledged and that belong onto a screen, by its id."""
        self._shown: dict[int, list[Lent]] = {}
        self._taken_away: set[tuple[int, int]] = set()
        """Screen and alarm."""
        self._halted: set[int] = set()
        """The screens whose tour was under way when the first alarm came."""
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self._plan_all)
        facts.changed.connect(self._take)
        facts.rules_changed.connect(self._read_rules)
        events.happened.connect(self._take_note, Qt.ConnectionType.QueuedConnection)
        self._adopt()
        self._read_rules()

    def shown(self, screen_id: int) -> Sequence[Lent]:
        """What stands on a screen because of alarms."""
        return tuple(self._shown.get(screen_id, ()))

    def screen_of(self, alarm: Alarm) -> int:
        """On which it pops up, by its id; 0 for none. Where that of its rule was removed, the usual one or the first:
        who asked for a pop-up shall have one.
        """
        rule = self._rules.get(alarm.rule_id)
        if rule is None:
            return 0
        wanted, there = rule.response.screen_id, [each.screen_id for each in self._room.screens]
        if wanted in there:
            return wanted
        usual = self._usual_screen(alarm)
        return usual if usual or not wanted or not there else there[0]

    def end(self) -> None:
        """Bring everything back that stood there before, and hear no more."""
        self._again.stop()
        self._facts.changed.disconnect(self._take)
        self._facts.rules_changed.disconnect(self._read_rules)
        self._events.happened.disconnect(self._take_note)
        self._queues.clear()
        self._ptz = None  # Nobody drives anything once the program has ended.
        self._plan_all()

    # -- what happens

    def _adopt(self) -> None:
        """What a program that was killed has left there."""
        for screen in self._room.screens:
            board = self._room.board(screen.screen_id)
            left = [each for each in board.lent if board.has_lent(each)]
            if left:
                self._shown[screen.screen_id] = left

    def _read_rules(self) -> None:
        self._rules = {rule.rule_id: rule for rule in self._facts.port.rules()}
        self._queues.clear()
        self._take(self._facts.open_alarms)
        self._plan_all()

    def _take(self, alarms: Iterable[Alarm]) -> None:
        screens = {each for alarm in alarms for each in self._queue(alarm)}
        for screen_id in screens:
            self._plan(screen_id)

    def _queue(self, alarm: Alarm) -> Iterable[int]:
        """Onto the screen where it belongs, and away from every other; where that is news."""
        wanted = self._screens_of(alarm)
        camera_id = self._camera_of(alarm) if wanted else 0
        for screen_id, queue in list(self._queues.items()):
            if screen_id not in wanted and queue.drop(alarm.alarm_id):
                yield screen_id
        for screen_id in wanted:
            if self._queues[screen_id].put(alarm, camera_id):
                yield screen_id

    def _screens_of(self, alarm: Alarm) -> set[int]:
        """Where it belongs now: its rule's, and the supervisor's; not from where somebody has taken it away."""
        rule = self._rules.get(alarm.rule_id)
        if alarm.state is not State.NEW or rule is None:
            return set()
        screens = {self.screen_of(alarm)}
        if (rule.response.push and not alarm.is_drill) or is_to_be_escalated(alarm, rule):
            screens.add(self._facts.supervisor_screen)
        return {each for each in screens if each and (each, alarm.alarm_id) not in self._taken_away}

    def _take_note(self, event: Event) -> None:
        if isinstance(event, PtzStood | BoardChanged) and self._facts.cards:
            self._plan_all()  # A card gives way at once.
        if isinstance(event, BoardChanged) and self._shown.get(event.screen_id):
            self._note_hand(event.screen_id)
        elif isinstance(event, PtzStood | BoardChanged) and self._is_called_for and not self._again.isActive():
            self._again.start()

    @property
    def _is_called_for(self) -> bool:
        """Does anything wait for a place, or stand where something else shall come back?"""
        return any(self._queues.values()) or any(self._shown.values())

    def _note_hand(self, screen_id: int) -> None:
        """What the operator has put somewhere else, or away, is his."""
        board = self._board(screen_id)
        for each in self.shown(screen_id):
            if board is None or not board.has_lent(each):
                self._shown[screen_id].remove(each)
                self._taken_away.add((screen_id, each.alarm_id))
                self._queues[screen_id].drop(each.alarm_id)

    # -- what belongs where

    def _camera_of(self, alarm: Alarm) -> int:
        """The first of its cameras that can be shown, else the most important one of its site; 0: words must do. Of a
        site that is out there is nothing to be seen.
        """
        if alarm.kind == kinds.OUTAGE:
            return 0
        cameras = self._room.cameras
        for some_of in (eyes_on, at_its_site):
            for each in some_of(alarm, cameras):
                if cameras.camera(each) is not None:
                    return each
        return 0

    def _plan_all(self) -> None:
        for screen in self._room.screens:
            self._plan(screen.screen_id)

    def _plan(self, screen_id: int) -> None:
        board = self._board(screen_id)
        queue = self._queues[screen_id]
        if board is None or not (queue or self._shown.get(screen_id) or self._facts.cards.of(screen_id)):
            return
        wanted = queue.first(most_at_once(board))
        after, kept = board, []
        for each in self.shown(screen_id):
            if each.alarm_id in wanted or (after.has_lent(each) and self._is_driven(each.camera_id)):
                kept.append(each)
            elif after.has_lent(each):
                after = _with_slot(after, each.place, each.before)
        for alarm, camera_id in wanted.values():
            if camera_id and not _has(kept, alarm) and not _is_seen(after, camera_id):
                after, kept = self._with_alarm(screen_id, after, wanted, alarm, kept)
        self._shown[screen_id] = kept
        after = replace(after, lent=tuple(kept))
        if after != board:
            self._show(screen_id, after, is_alarmed=bool(kept))
        cards = self._cards(screen_id, after, [alarm for alarm, camera_id in wanted.values() if not camera_id])
        self._facts.cards.put(screen_id, cards)
        placed = {*(each.alarm_id for each in kept), *(alarm.alarm_id for alarm in cards.values())}
        if placed != wanted.keys() and not self._again.isActive():
            self._again.start()

    def _cards(self, screen_id: int, board: Board, alarms: Iterable[Alarm]) -> dict[int, Alarm]:
        """Where those stand that have no picture: where each stood before, if it may stay there."""
        before = {alarm.alarm_id: place for place, alarm in self._facts.cards.of(screen_id).items()}
        taken = {each.place for each in board.lent}
        placed: dict[int, Alarm] = {}
        for alarm in alarms:
            free = [each for each in self._free(screen_id, board, alarm) if each not in taken and each not in placed]
            if free:
                former = before.get(alarm.alarm_id)
                placed[former if former in free else free[0]] = alarm
        return placed

    def _show(self, screen_id: int, board: Board, *, is_alarmed: bool) -> None:
        """A tour of the whole screen halts by what is changed here, and goes on when the last alarm has left it."""
        if self._tours(screen_id, is_paused=False):
            self._halted.add(screen_id)
        self._room.show(screen_id, board)
        if not is_alarmed and screen_id in self._halted:
            self._halted.discard(screen_id)
            if self._tours(screen_id, is_paused=True):
                self._room.pause_tour(screen_id)

    def _tours(self, screen_id: int, *, is_paused: bool) -> bool:
        return any(each.cell is None and each.is_paused is is_paused for each in self._room.touring(screen_id))

    def _with_alarm(
        self, screen_id: int, board: Board, wanted: Mapping[int, tuple[Alarm, int]], alarm: Alarm, kept: list[Lent]
    ) -> tuple[Board, list[Lent]]:
        """The board with the alarm's camera on it, where there is a place. The cell that its rule wishes is a place
        even where a less urgent one stands, which looks for another then.
        """
        camera_id, wished = wanted[alarm.alarm_id][1], self._wished(screen_id, alarm)
        free = self._free(screen_id, board, alarm)
        taken = {each.place: each for each in kept}
        if wished is not None and free and free[0] == board.page * board.layout.size + wished:
            holder = taken.get(free[0])
            if holder is not None and _is_less_urgent(wanted.get(holder.alarm_id), alarm):
                del taken[free[0]]
                board, kept = _with_slot(board, free[0], holder.before), [each for each in kept if each is not holder]
        place = next((each for each in free if each not in taken), None)
        if place is None:
            return board, kept
        before = board.slots[place]
        shown = _with_slot(board, place, before.with_content(CameraCell(camera_id)))
        return shown, [*kept, Lent(alarm.alarm_id, place, camera_id, before)]

    def _free(self, screen_id: int, board: Board, alarm: Alarm) -> Sequence[int]:
        """The slots that it may have there, the best first."""
        return places(
            board,
            alarm.priority,
            self._is_driven,
            {each.cell for each in self._room.touring(screen_id) if each.cell is not None},
            self._room.cameras.priorities(),
            self._wished(screen_id, alarm),
        )

    def _wished(self, screen_id: int, alarm: Alarm) -> int | None:
        """The cell that its rule names on that screen."""
        response = self._rules[alarm.rule_id].response
        return response.cell if screen_id == response.screen_id else None

    def _is_driven(self, camera_id: int) -> bool:
        """Does a person hold the dome, or does it move? The program's own hands give way."""
        if self._ptz is None:
            return False
        hold = self._ptz.standing(camera_id).hold
        return hold is not None and hold.operator.rank is not Rank.SYSTEM

    def _board(self, screen_id: int) -> Board | None:
        is_there = any(screen.screen_id == screen_id for screen in self._room.screens)
        return self._room.board(screen_id) if is_there else None


def _has(kept: Iterable[Lent], alarm: Alarm) -> bool:
    return any(each.alarm_id == alarm.alarm_id for each in kept)


def _is_less_urgent(holder: tuple[Alarm, int] | None, alarm: Alarm) -> bool:
    return holder is not None and holder[0].priority > alarm.priority


def _with_slot(board: Board, place: int, slot: Slot) -> Board:
    """The hand stays where it is."""
    return replace(board, slots=(*board.slots[:place], slot, *board.slots[place + 1 :]))


def _is_seen(board: Board, camera_id: int) -> bool:
    if board.single:
        return board.selected_content == CameraCell(camera_id)
    return CameraCell(camera_id) in board.page_contents()
