"""The fleet login guard: a wrong password reaches one camera, not six hundred.

Cameras lock an account, or an address, after a few wrong passwords; a fleet that shares a login could be locked out by
one typing error. The rules, for each credential:

- *Not proven*: it is sent to one device at a time, all others wait. Accepted there, it is proven. Refused there, it
  is held: sent nowhere until an operator releases it.
- *Proven*: a device that refuses it is never sent it again (until an operator gives it to that device anew). Refused by
  three devices in a row, it is held. To make that a promise and not a race, no more are under way at any moment than
  may still refuse it: three, less those that just did. It costs nothing measurable: a login is one call of twenty.
- *Sessions full, a clock too far off, a device that dies meanwhile*: neither proof nor refusal; the next device has its
  turn. After `MOST_UNDECIDED` in a row it is withheld from all who wait, until somebody wishes for it again.

Here is only the state machine: no clock, no network, one thread. `login_desk` lets devices wait for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from wall.model.device import Login, Trouble

MOST_REFUSALS = 3
"""Refusals in a row after which even a proven credential is held."""
MOST_UNDECIDED = 8
"""Trials in a row that prove nothing, before a credential is withheld."""

_NEITHER = frozenset({Trouble.SESSIONS_FULL, Trouble.CLOCK, Trouble.UNREACHABLE, Trouble.TIMEOUT})


class Answer(Enum):
    """What a device that wants to log in is told."""

    SEND = "send it"
    WAIT = "wait until it is proven elsewhere"
    WITHHELD = "do not send it"


@dataclass(slots=True)
class _Standing:
    """How one credential stands. `refused` holds devices in a row, with their addresses."""

    proven: bool = False
    held: bool = False
    undecided: int = 0
    sent: set[str] = field(default_factory=set)
    stopped: set[str] = field(default_factory=set)
    refused: dict[str, str] = field(default_factory=dict)

    def places(self) -> int:
        """How many devices may have it under way at once."""
        return MOST_REFUSALS - len(self.refused) if self.proven else 1


class LoginGuard:
    """Decides for each credential (by its name) and device (by its key) whether a login may be sent."""

    def __init__(self) -> None:
        self._standings: dict[str, _Standing] = {}

    def recall(self, credential: str, refused: Mapping[str, str], is_held: bool) -> None:
        """What was known when the program last ended: devices that refused it, with their addresses; was it held?"""
        standing = self._of(credential)
        standing.stopped.update(refused)
        if is_held:
            standing.held, standing.refused = True, dict(refused)

    def ask(self, credential: str, device: str) -> Answer:
        """May it be sent to this device now? SEND takes a place: `tell` or `leave` must follow."""
        standing = self._of(credential)
        if device in standing.sent:
            return Answer.SEND
        exhausted = not standing.proven and standing.undecided >= MOST_UNDECIDED
        if standing.held or exhausted or device in standing.stopped:
            return Answer.WITHHELD
        if len(standing.sent) >= standing.places():
            return Answer.WAIT
        standing.sent.add(device)
        return Answer.SEND

    def tell(self, credential: str, device: str, outcome: Login, trouble: Trouble | None = None, at: str = "") -> bool:
        """What became of a login that was sent; `at` is the device's address. Gives whether it is held from now on.

        What comes from a device that has no place is ignored: a late answer decides nothing.
        """
        standing = self._of(credential)
        if device not in standing.sent:
            return False
        standing.sent.discard(device)
        if outcome is Login.PROVEN:
            standing.proven, standing.undecided = True, 0
            standing.refused.clear()
        elif outcome is Login.REFUSED and trouble not in _NEITHER:
            return self._refuse(standing, device, at)
        elif outcome is not Login.NOT_NEEDED:
            standing.undecided += 1
        return False

    def hear(self, credential: str, device: str, *, accepted: bool, at: str = "") -> bool:
        """A device that had accepted it before was asked again, without a place. Gives whether it is held from now on.

        That is for who asks every device every few seconds: it may have three refusals under way at a time.
        """
        standing = self._of(credential)
        if accepted:
            standing.refused.clear()
            return False
        return not standing.held and self._refuse(standing, device, at)

    def leave(self, credential: str, device: str) -> None:
        """The device goes without having told anything: its place is free."""
        self.tell(credential, device, Login.UNTRIED)

    def wish(self, credential: str, devices: Iterable[str]) -> None:
        """An operator gives this credential to these devices: they are not stopped any more. What is held stays so."""
        standing = self._of(credential)
        standing.undecided = 0
        standing.stopped.difference_update(devices)

    def release(self, credential: str) -> None:
        """An operator decides that it may be tried again: as one not yet proven."""
        under_way = self._of(credential).sent
        self._standings[credential] = _Standing(sent=set(under_way))

    def renew(self, credential: str) -> None:
        """Another login is kept under this name now: nothing of the former counts, nor what it still has under way."""
        self._standings[credential] = _Standing()

    def is_proven(self, credential: str) -> bool:
        return self._of(credential).proven

    def is_open(self, credential: str, device: str) -> bool:
        """Proven, and held back from this device by no rule?"""
        return self.is_proven(credential) and not self.withholds(credential, device)

    def is_held(self, credential: str) -> bool:
        return self._of(credential).held

    def withholds(self, credential: str, device: str) -> bool:
        """Is it held back from this device, by whichever rule?"""
        standing = self._of(credential)
        return standing.held or device in standing.stopped

    def refused_by(self, credential: str) -> tuple[str, ...]:
        """The addresses that refused it, in a row."""
        return tuple(self._of(credential).refused.values())

    def _refuse(self, standing: _Standing, device: str, at: str) -> bool:
        standing.stopped.add(device)
        standing.refused[device] = at or device
        standing.held = not standing.proven or len(standing.refused) >= MOST_REFUSALS
        return standing.held

    def _of(self, credential: str) -> _Standing:
        return self._standings.setdefault(credential, _Standing())
