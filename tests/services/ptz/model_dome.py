"""A dome and its network in virtual time: what is sent may come late, twice as late, in another order, or never."""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from wall.model.ptz.move import STILL, Velocity
from wall.services.ptz.drive import Command, Drive, Kind, Outcome

CALL_S = 5.0


@dataclass(frozen=True, slots=True)
class Passage:
    """How one command fares: done so long after it was sent, answered so long after that. None: it gets lost."""

    done_after_s: float | None = 0.002
    answered_after_s: float | None = 0.002
    is_refused: bool = False


@dataclass
class ModelDome:
    """`swallows` so many stops, with a yes. `keeps_time`: does it keep to the timeout of a move?"""

    swallows: int = 0
    keeps_time: bool = True
    velocity: Velocity = STILL
    until_s: float = 0.0
    moved_s: float = -1.0
    """When it moved last."""

    def do(self, command: Command, now_s: float, timeout_s: float) -> None:
        self.pass_time(now_s)
        if command.kind is Kind.MOVE:
            self.velocity = command.velocity
            self.until_s = now_s + timeout_s if self.keeps_time else float("inf")
        elif self.swallows:
            self.swallows -= 1
        else:
            self.velocity = STILL

    def pass_time(self, now_s: float) -> None:
        if not self.velocity.is_still:
            self.moved_s = min(now_s, self.until_s)
            if now_s >= self.until_s:
                self.velocity = STILL


@dataclass
class World:
    """Lets time go on for a drive and its dome."""

    drive: Drive
    dome: ModelDome
    passages: Iterator[Passage] = field(default_factory=lambda: itertools.repeat(Passage()))
    now_s: float = 0.0
    moves_out: int = 0
    most_moves_out: int = 0
    sent: list[Command] = field(default_factory=list)
    _coming: list[tuple[float, int, Callable[[], None]]] = field(default_factory=list)
    _count: Iterator[int] = field(default_factory=itertools.count)

    def want(self, velocity: Velocity) -> None:
        self.drive.want(velocity, self.now_s)
        self._pump()

    def run(self, seconds: float) -> None:
        end_s = self.now_s + seconds
        while True:
            due_s = self.drive.next_s(self.now_s)
            at_s = min(end_s, self._coming[0][0] if self._coming else end_s, end_s if due_s is None else due_s)
            self.now_s = max(self.now_s, at_s)
            self.dome.pass_time(self.now_s)
            while self._coming and self._coming[0][0] <= self.now_s:
                heapq.heappop(self._coming)[2]()
            self._pump()
            if self.now_s >= end_s:
                return

    def _pump(self) -> None:
        for command in self.drive.due(self.now_s):
            self.sent.append(command)
            self._send(command, next(self.passages))

    def _send(self, command: Command, passage: Passage) -> None:
        is_move = command.kind is Kind.MOVE
        self.moves_out += is_move
        self.most_moves_out = max(self.most_moves_out, self.moves_out)

        def do() -> None:
            self.dome.do(command, self.now_s, 1.0)

        def answer(outcome: Outcome) -> None:
            self.moves_out -= is_move
            self.drive.answered(command, outcome, self.now_s)

        if passage.is_refused:
            self._at(passage.answered_after_s or 0.0, lambda: answer(Outcome.REFUSED))
            return
        if passage.done_after_s is not None:
            self._at(passage.done_after_s, do)
        after_s = None if passage.answered_after_s is None else (passage.done_after_s or 0.0) + passage.answered_after_s
        if passage.done_after_s is None or after_s is None or after_s >= CALL_S:
            self._at(CALL_S, lambda: answer(Outcome.UNKNOWN))
        else:
            self._at(after_s, lambda: answer(Outcome.DONE))

    def _at(self, after_s: float, what: Callable[[], None]) -> None:
        heapq.heappush(self._coming, (self.now_s + after_s, next(self._count), what))
