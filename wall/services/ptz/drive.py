"""What one dome is told, and when: moves while a hand wants them, stops until it has surely stopped. Pure.

A move is in force for `Pace.timeout_s` at most: the camera ends it by itself, as far as it keeps to that. While it is
wanted it is said again in time. There is one move under way at a time; what is wanted meanwhile replaces what was, and
goes out with the answer. A stop waits for nothing, and is said again as long as it is not answered, and while anything
that was sent before may still come to be done. There are cameras that say yes to the first stop and go on: so it takes
two that were answered after everything else.

A camera that answers after 5 s moves for a second of each five, in steps, and is told of (`answers_after_s`). To send
it the next moves without waiting for its answers would be smooth with those that do at once what they answer late; but
those that also do it late would have seconds of moves before them when the hand lets go, each of which lasts its time.
Nobody can tell the two apart by their answers, so neither gets more than one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from wall.model.ptz.move import STILL, Velocity


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds."""

    timeout_s: float = 1.0
    """What cameras are told: so long does a move last by itself."""
    renewed_after_s: float = 0.4
    after_refusal_s: float = 0.5
    """No further move for so long after one that came to nothing."""
    settling_s: float = 0.1
    """A move waits so long for the answer to a stop, lest the camera does the two in the other order."""
    second_stop_s: float = 0.15
    patience_s: tuple[float, ...] = (0.4, 0.8, 1.6, 3.2, 6.4)
    """A stop without an answer is said again after so long, and again."""
    most_patience_s: float = 2.0
    """A camera that always takes its time is given half as much again, but no more than this."""
    after_failed_stop_s: tuple[float, ...] = (0.1, 0.2, 0.4, 0.8, 1.6, 3.0, 5.0, 10.0)
    loose_s: float = 6.0
    """So long after it was sent may a move still be done that was never answered: there are cameras that take 5 s."""
    loose_stop_s: float = 1.0
    """How often it is stopped meanwhile."""
    told_late_s: float = 0.5
    """A stop that is not confirmed by then is told of."""
    gives_up_s: float = 30.0
    """So long is a dome told to stop that has never said yes to any move: it may not even be there."""


class Kind(Enum):
    MOVE = "move"
    STOP = "stop"


class Outcome(Enum):
    DONE = "the camera said yes"
    REFUSED = "it said no: nothing of it will be done"
    UNKNOWN = "no answer, or none that tells: it may have been done, or may yet be"


@dataclass(frozen=True, slots=True)
class Command:
    kind: Kind
    serial: int
    sent_s: float
    velocity: Velocity = STILL
    is_after_all: bool = True
    """Was every move before it answered when it was sent?"""


class Drive:
    """One dome. Times are monotonic seconds, handed in, and never go back.

    Whoever calls anything then has to send what is `due`, and to ask again at `next_s`.
    """

    def __init__(self, pace: Pace | None = None) -> None:
        self._pace = pace or Pace()
        self._wanted = STILL
        self._serial = 0
        self._move: Command | None = None
        """Under way."""
        self._last_move: Command | None = None
        self._stops: list[Command] = []
        """Under way."""
        self._last_stop = 0
        self._may_move = False
        self._has_moved = False
        """Has it said yes to a move since it stood?"""
        self._loose_until_s = float("-inf")
        self._move_not_before_s = float("-inf")
        self._stop_due_s = float("inf")
        self._stopping_since_s = 0.0
        self._yes = 0
        self._is_told = False
        """Has it said yes to a stop since the last move was sent?"""
        self._unanswered = 0
        self._failed = 0
        self._answers_after_s = 0.0
        """It takes so long of late."""

    @property
    def wanted(self) -> Velocity:
        return self._wanted

    @property
    def may_move(self) -> bool:
        """Is it not sure that it stands, as far as hands go?"""
        return self._may_move

    @property
    def answers_after_s(self) -> float:
        """It takes so long of late."""
        return self._answers_after_s

    @property
    def is_moving(self) -> bool:
        """Is it wanted to move, or has it not said yes to a stop yet?"""
        return self._may_move and not (self._wanted.is_still and self._is_told)

    def is_stop_unconfirmed(self, now_s: float) -> bool:
        is_late = now_s - self._stopping_since_s >= self._pace.told_late_s
        return self._wanted.is_still and self._may_move and not self._is_told and is_late

    def is_free(self, now_s: float) -> bool:
        """May it be sent somewhere, without a stop or a late move coming in between?"""
        is_stopped = not self._may_move or (self._yes > 0 and now_s >= self._loose_until_s)
        return self._wanted.is_still and self._move is None and is_stopped

    def want(self, velocity: Velocity, now_s: float) -> None:
        """What the hands want, all together."""
        if velocity == self._wanted:
            return
        self._wanted = velocity
        if velocity.is_still:
            self._begin_stopping(now_s)

    def suspect(self, now_s: float) -> None:
        """It may be moving, whatever is known: have it stopped, unless a hand moves it."""
        self._may_move = self._has_moved = True
        self._is_told = False
        if self._wanted.is_still:
            self._begin_stopping(now_s)

    def forget(self) -> None:
        """It is sent somewhere now, or gone: no stop is to come after that."""
        self._stand()

    def due(self, now_s: float) -> tuple[Command, ...]:
        """What is to be sent now; counts as sent."""
        if not self._wanted.is_still:
            return (self._send_move(now_s),) if now_s >= self._move_due_s(now_s) else ()
        if not self._may_move:
            return ()
        if not self._has_moved and now_s - self._stopping_since_s >= self._pace.gives_up_s:
            self._stand()
            return ()
        return (self._send_stop(now_s),) if now_s >= self._stop_due_s else ()

    def next_s(self, now_s: float) -> float | None:
        """When something will be due if nothing happens; None: never."""
        if not self._wanted.is_still:
            due_s = self._move_due_s(now_s)
            return None if due_s == float("inf") else due_s
        return self._stop_due_s if self._may_move else None

    def answered(self, command: Command, outcome: Outcome, now_s: float) -> None:
        """What became of a command; said once for each."""
        if outcome is Outcome.DONE:
            self._answers_after_s = max(now_s - command.sent_s, 0.7 * self._answers_after_s)
        if command.kind is Kind.MOVE:
            self._move_answered(command, outcome, now_s)
        else:
            self._stops = [each for each in self._stops if each.serial != command.serial]
            self._stop_answered(command, outcome, now_s)

    # -- moves

    def _move_due_s(self, now_s: float) -> float:
        if self._move is not None:
            return float("inf")
        last = self._last_move
        is_news = last is None or last.velocity != self._wanted or last.serial < self._last_stop
        due_s = float("-inf") if is_news or last is None else last.sent_s + self._pace.renewed_after_s
        settled_s = max((each.sent_s + self._pace.settling_s for each in self._stops), default=float("-inf"))
        return max(due_s, settled_s, self._move_not_before_s)

    def _send_move(self, now_s: float) -> Command:
        command = Command(Kind.MOVE, self._next_serial(), now_s, self._wanted)
        self._move = self._last_move = command
        self._may_move = True
        self._is_told = False
        self._yes = 0
        return command

    def _move_answered(self, command: Command, outcome: Outcome, now_s: float) -> None:
        self._move = None
        if outcome is Outcome.DONE:
            self._has_moved = True
        else:
            self._move_not_before_s = now_s + self._pace.after_refusal_s
        if outcome is Outcome.UNKNOWN:
            self._loose_until_s = max(self._loose_until_s, command.sent_s + self._pace.loose_s, now_s + 1.0)
        is_certain = not self._has_moved and now_s >= self._loose_until_s
        if outcome is Outcome.REFUSED and is_certain:
            self._stand()
        elif self._wanted.is_still:
            self._stop_due_s = now_s  # A stop that was sent before may have been done before.

    # -- stops

    def _begin_stopping(self, now_s: float) -> None:
        self._stopping_since_s = self._stop_due_s = now_s
        self._yes = self._unanswered = self._failed = 0

    def _send_stop(self, now_s: float) -> Command:
        command = Command(Kind.STOP, self._next_serial(), now_s, is_after_all=self._is_settled(now_s))
        self._stops.append(command)
        self._last_stop = command.serial
        usual_s = min(1.5 * self._answers_after_s, self._pace.most_patience_s)
        self._stop_due_s = now_s + max(usual_s, _nth(self._pace.patience_s, self._unanswered))
        self._unanswered += 1
        return command

    def _stop_answered(self, command: Command, outcome: Outcome, now_s: float) -> None:
        is_old = self._last_move is not None and command.serial < self._last_move.serial
        if is_old or not self._wanted.is_still or not self._may_move:
            return
        if outcome is not Outcome.DONE:
            self._stop_due_s = now_s + _nth(self._pace.after_failed_stop_s, self._failed)
            self._failed += 1
            return
        self._is_told = True
        self._failed = self._unanswered = 0
        self._yes += command.is_after_all
        if self._yes >= 2:
            self._stand()
        elif command.is_after_all:
            self._stop_due_s = now_s + self._pace.second_stop_s
        elif self._is_settled(now_s):
            self._stop_due_s = now_s
        elif not self._stops:
            self._stop_due_s = now_s + self._pace.loose_stop_s  # Or with the answer to the move that is under way.

    def _is_settled(self, now_s: float) -> bool:
        return self._move is None and now_s >= self._loose_until_s

    def _stand(self) -> None:
        self._last_stop = self._serial  # What is wanted next is news, whatever it is.
        self._may_move = self._has_moved = False
        self._is_told = True
        self._stop_due_s = float("inf")

    def _next_serial(self) -> int:
        self._serial += 1
        return self._serial


def _nth(waits_s: tuple[float, ...], number: int) -> float:
    """The last one over and over."""
    return waits_s[min(number, len(waits_s) - 1)]
