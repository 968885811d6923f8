"""Takes in what other systems say: read, known by the names of our cameras, and handed to the intake.

Nothing is lost for a wrong name: what is said of a camera that we do not have is an alarm without one, that says so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import replace
from threading import Lock

from wall.model.alarms.camera_names import CameraNames
from wall.model.alarms.signal import Signal, Source
from wall.model.alarms.told import IntakeHealth, Standing, Told
from wall.model.alarms.told_events import IntakeChanged, MessageBroken
from wall.model.events import Event
from wall.model.inventory import Inventory
from wall.services.alarms.others_words import read_message
from wall.services.alarms.ports import TakesSignals

_MOST_STRANGERS = 20
_MOST_PLACES = 1000


class OthersSay:
    """What one way in says. Any thread; `publish` is called on it, or on the db thread. `unix` gives Unix time."""

    def __init__(
        self,
        source: Source,
        intake: TakesSignals,
        inventory: Callable[[], Inventory],
        publish: Callable[[Event], None],
        unix: Callable[[], float],
    ) -> None:
        self._intake = intake
        self._inventory = inventory
        self._publish = publish
        self._unix = unix
        self._lock = Lock()
        self._known: tuple[Inventory | None, CameraNames] = (None, CameraNames(Inventory()))
        self._broken: dict[str, None] = {}
        """Where it was told already that nobody understands it."""
        self.health = IntakeHealth(source, since_s=unix())

    def hear(self, where: str, payload: bytes) -> Future[None]:
        """Done once it is on the disk; at once where there is nothing to keep, or nobody understands it."""
        try:
            return self.hear_or_refuse(where, payload)
        except ValueError:
            return self.take(())

    def hear_or_refuse(self, where: str, payload: bytes) -> Future[None]:
        """The same, for whoever can tell the other system. ValueError, in plain words, where nobody understands it."""
        try:
            told = read_message(where, payload)
        except ValueError as error:
            self._complain(where, str(error))
            raise
        return self.take(told)

    def take(self, told: Sequence[Told]) -> Future[None]:
        """Done once all of it is on the disk."""
        if not told:
            nothing: Future[None] = Future()
            nothing.set_result(None)
            return nothing
        now_s = self._unix()
        done = self._intake.receive([self._signal(each, now_s) for each in told])
        done.add_done_callback(lambda _: self._count())
        return done

    def stand(self, standing: Standing, detail: str = "") -> None:
        """It stands so from now on."""
        with self._lock:
            if (standing, detail) == (self.health.standing, self.health.detail):
                return
            self.health = replace(self.health, standing=standing, detail=detail, since_s=self._unix())
            health = self.health
        self._publish(IntakeChanged(health))

    def _signal(self, told: Told, now_s: float) -> Signal:
        camera_id = self._names().find(told.names, told.number, told.eye)
        detail, topic = told.detail, told.topic
        if camera_id == 0 and (told.number or told.names):
            stranger = str(told.number or told.names[0])
            self._note_stranger(stranger)
            # States of two strangers are not each other's.
            detail, topic = f"{stranger}: {detail}" if detail else stranger, f"{stranger} {topic}"
        return Signal(
            self.health.source,
            told.kind.lower(),  # Rules are about FIRE, too, whose word for it is fire.
            camera_id,
            now_s,
            told.phase,
            topic,
            detail,
            told.told_s,
            key=told.key,
        )

    def _names(self) -> CameraNames:
        inventory = self._inventory()
        of, names = self._known
        if of is not inventory:
            names = CameraNames(inventory)
            self._known = (inventory, names)
        return names

    def _note_stranger(self, name: str) -> None:
        with self._lock:
            if name in self.health.strangers:
                return
            strangers = (*self.health.strangers, name[:80])[-_MOST_STRANGERS:]
            self.health = replace(self.health, strangers=strangers)
            health = self.health
        self._publish(IntakeChanged(health))

    def _complain(self, where: str, why: str) -> None:
        with self._lock:
            self.health = replace(self.health, broken=self.health.broken + 1)
            is_news = where not in self._broken and len(self._broken) < _MOST_PLACES
            if is_news:
                self._broken[where] = None
            health = self.health
        if is_news:
            self._publish(MessageBroken(health.source, where, why))
            self._publish(IntakeChanged(health))

    def _count(self) -> None:
        with self._lock:
            self.health = replace(self.health, taken=self.health.taken + 1)
