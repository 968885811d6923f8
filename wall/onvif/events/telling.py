"""Makes signals of notifications: news only, each once.

A device says how everything stands whenever it is asked, and after every gap. What is on is remembered, so that only
what has become another is told: also what began or ended while nobody listened. *Changed* is news even where it says
the same again: some devices never tell the end of anything.
"""

from __future__ import annotations

from collections.abc import Iterable

from wall.model.alarms.signal import Phase, Signal, Source
from wall.onvif.events.meaning import Meaning
from wall.onvif.events.notification import Items, Notification, Operation
from wall.onvif.events.topics import meaning_of
from wall.onvif.events.whose import Whose

_MOST_ON = 1000
"""Of objects in fields some devices never tell that they are gone."""

_What = tuple[str, Items, Items]


class Telling:
    """For one device, over all its subscriptions. `whose` may be exchanged."""

    def __init__(self, whose: Whose) -> None:
        self.whose = whose
        self._on: dict[_What, None] = {}

    def signals(self, notifications: Iterable[Notification], now_s: float) -> tuple[Signal, ...]:
        """What is new in them; `now_s` is our own Unix time of their arrival."""
        found = (self._signal(each, now_s) for each in notifications)
        return tuple(signal for signal in found if signal is not None)

    def _signal(self, notification: Notification, now_s: float) -> Signal | None:
        meaning = meaning_of(notification)
        phase = None if meaning is None else self._phase(notification, meaning)
        if meaning is None or phase is None:
            return None
        return Signal(
            Source.ONVIF,
            meaning.kind,
            self.whose.camera(notification),
            now_s,
            phase,
            notification.topic,
            meaning.detail,
            notification.told_s,
        )

    def _phase(self, notification: Notification, meaning: Meaning) -> Phase | None:
        """None: nothing has changed."""
        what = (notification.words, notification.source, notification.key)
        was_on = what in self._on
        if notification.operation is Operation.DELETED or meaning.is_on is False:
            self._on.pop(what, None)
            return Phase.ENDS if was_on else None
        is_news = notification.operation is Operation.CHANGED
        if meaning.is_on is None:
            return Phase.PULSE if is_news else None
        self._remember(what)
        return Phase.BEGINS if is_news or not was_on else None

    def _remember(self, what: _What) -> None:
        self._on.pop(what, None)
        self._on[what] = None
        if len(self._on) > _MOST_ON:
            del self._on[next(iter(self._on))]
