"""Alarms on the wall: pictures that pop up, and the bell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from wall.model.alarms.alarm import Alarm
from wall.ui.alarms.alarm_screen import on_no_screen
from wall.ui.alarms.facts import AlarmFacts
from wall.ui.alarms.pop_ups import PopUps
from wall.ui.alarms.sounding import BellPort, Sounding
from wall.ui.console.parts import Notice
from wall.ui.ptz.port import PtzPort
from wall.ui.room_port import RoomPort
from wall.ui.signals import EventBridge


@contextmanager
def popping_up(
    facts: AlarmFacts,
    room: RoomPort,
    ptz: PtzPort | None,
    events: EventBridge,
    usual_screen: Callable[[Alarm], int] = on_no_screen,
) -> Iterator[PopUps]:
    """Pictures of alarms come and go for as long as the context lasts."""
    pop_ups = PopUps(facts, room, ptz, events, usual_screen=usual_screen)
    try:
        yield pop_ups
    finally:
        pop_ups.end()


@contextmanager
def ringing_out(facts: AlarmFacts, bell: BellPort, events: EventBridge, notice: Notice | None) -> Iterator[Sounding]:
    """The bell rings for as long as the context lasts. Where nobody can hear it, `notice` says so."""
    say, complain = (notice.say, notice.complain) if notice is not None else (_nobody, _nobody)
    sounding = Sounding(facts, bell, events, complain, say)
    try:
        yield sounding
    finally:
        sounding.end()


def _nobody(_text: str) -> None:
    """A wall without a console has nowhere to say it: the band on the tile is what is left."""
