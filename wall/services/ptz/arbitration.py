"""Who may move a dome: whoever has it in hand, has reserved it, or may take it from them by rank. Pure.

`Arbiter` is what the desk asks. It must be answered at once, from what is known here: a backend that several desks
share answers from its last word and tells `Domes.hold_changed` when that changes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from wall.model.ptz.operator import Hold, Operator, Rank
from wall.model.tile import Cause

LINGERS_S = 5.0
"""So long after the last movement it is still in the hand."""
GIVEN_S = 15.0
"""So long is it kept for somebody to whom it was given, or who has taken it, to begin."""
_MOST_MINUTES = 24 * 60.0


class Arbiter(Protocol):
    """Wishes give NONE where they come true, else why not. Times are monotonic seconds. On the io loop."""

    def hold(self, camera_id: int, now_s: float) -> Hold | None: ...

    def grasp(self, camera_id: int, operator: Operator, now_s: float) -> Cause:
        """Somebody begins to move it, or goes on. It is held until `leave`, and `LINGERS_S` longer."""
        ...

    def leave(self, camera_id: int, now_s: float) -> None:
        """It is not moved any more."""
        ...

    def reserve(self, camera_id: int, operator: Operator, seconds: float, now_s: float) -> Cause: ...

    def release(self, camera_id: int, operator: Operator, now_s: float) -> Cause: ...

    def request(self, camera_id: int, operator: Operator, now_s: float) -> Cause: ...

    def answer(self, camera_id: int, operator: Operator, gives: bool, now_s: float) -> Cause: ...

    def take_over(self, camera_id: int, operator: Operator, now_s: float) -> Cause: ...

    def next_s(self) -> float | None:
        """When a hold ends by itself next."""
        ...


@dataclass(frozen=True, slots=True)
class _Held:
    operator: Operator
    is_moved: bool = False
    kept_until_s: float = 0.0
    reserved_until_s: float | None = None
    asked_by: Operator | None = None

    def is_reserved(self, now_s: float) -> bool:
        return self.reserved_until_s is not None and now_s < self.reserved_until_s

    def is_over(self, now_s: float) -> bool:
        return not self.is_moved and not self.is_reserved(now_s) and now_s >= self.kept_until_s

    @property
    def until_s(self) -> float | None:
        return None if self.is_moved else max(self.kept_until_s, self.reserved_until_s or 0.0)


class OneDesk:
    """An `Arbiter` for the operators of one program, one after another at one desk."""

    def __init__(self) -> None:
        self._held: dict[int, _Held] = {}

    def hold(self, camera_id: int, now_s: float) -> Hold | None:
        held = self._now(camera_id, now_s)
        if held is None:
            return None
        is_reserved = held.is_reserved(now_s)
        until_s = held.reserved_until_s if is_reserved else held.until_s
        return Hold(held.operator, until_s, is_reserved, held.asked_by)

    def grasp(self, camera_id: int, operator: Operator, now_s: float) -> Cause:
        held = self._now(camera_id, now_s)
        if not _gives_way(held, operator):
            return Cause.HELD
        mine = held if held is not None and held.operator == operator else _Held(operator)
        self._held[camera_id] = replace(mine, is_moved=True)
        return Cause.NONE

    def leave(self, camera_id: int, now_s: float) -> None:
        held = self._now(camera_id, now_s)
        if held is not None and held.is_moved:
            lingers_s = 0.0 if held.operator.rank is Rank.SYSTEM else LINGERS_S
            self._held[camera_id] = replace(held, is_moved=False, kept_until_s=now_s + lingers_s)

    def reserve(self, camera_id: int, operator: Operator, seconds: float, now_s: float) -> Cause:
        held = self._now(camera_id, now_s)
        if not _gives_way(held, operator):
            return Cause.HELD
        mine = held if held is not None and held.operator == operator else _Held(operator)
        until_s = now_s + min(max(0.0, seconds), _MOST_MINUTES * 60)
        self._held[camera_id] = replace(mine, reserved_until_s=until_s)
        return Cause.NONE

    def release(self, camera_id: int, operator: Operator, now_s: float) -> Cause:
        held = self._now(camera_id, now_s)
        if held is None:
            return Cause.NONE
        if held.operator != operator:
            return Cause.HELD
        self._held[camera_id] = replace(held, reserved_until_s=None, kept_until_s=now_s)
        return Cause.NONE

    def request(self, camera_id: int, operator: Operator, now_s: float) -> Cause:
        held = self._now(camera_id, now_s)
        if _gives_way(held, operator):
            if held is None or held.operator != operator:
                self._held[camera_id] = _Held(operator, kept_until_s=now_s + GIVEN_S)
            return Cause.NONE
        assert held is not None
        if held.asked_by is None or held.asked_by.rank < operator.rank:
            self._held[camera_id] = replace(held, asked_by=operator)
        return Cause.NONE

    def answer(self, camera_id: int, operator: Operator, gives: bool, now_s: float) -> Cause:
        held = self._now(camera_id, now_s)
        if held is None or held.asked_by is None:
            return Cause.NONE
        if held.operator != operator:
            return Cause.HELD
        given = _Held(held.asked_by, kept_until_s=now_s + GIVEN_S)
        self._held[camera_id] = given if gives else replace(held, asked_by=None)
        return Cause.NONE

    def take_over(self, camera_id: int, operator: Operator, now_s: float) -> Cause:
        held = self._now(camera_id, now_s)
        if held is not None and held.operator == operator:
            return Cause.NONE
        if not _gives_way(held, operator) and held is not None and operator.rank <= held.operator.rank:
            return Cause.OUTRANKED
        self._held[camera_id] = _Held(operator, kept_until_s=now_s + GIVEN_S)
        return Cause.NONE

    def next_s(self) -> float | None:
        return min((each.until_s for each in self._held.values() if each.until_s is not None), default=None)

    def _now(self, camera_id: int, now_s: float) -> _Held | None:
        """Who holds it now. What is over goes to whoever has asked for it."""
        held = self._held.get(camera_id)
        if held is None or not held.is_over(now_s):
            return held
        del self._held[camera_id]
        if held.asked_by is None:
            return None
        # From when it ended, not from when somebody looks.
        self._held[camera_id] = _Held(held.asked_by, kept_until_s=(held.until_s or now_s) + GIVEN_S)
        return self._now(camera_id, now_s)


def _gives_way(held: _Held | None, operator: Operator) -> bool:
    """The system gives way to every person."""
    if held is None or held.operator == operator:
        return True
    return held.operator.rank is Rank.SYSTEM and operator.rank is not Rank.SYSTEM
