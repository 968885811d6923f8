"""Facts at a pace that can be drawn: in order, the newest of each, nothing lost."""

from __future__ import annotations

import asyncio
import time

from tests.support.waiting import until
from wall.model.events import CredentialHeld, Event
from wall.services.pacing import Pacing


def held(name: str, *by: str) -> CredentialHeld:
    return CredentialHeld(name, by)


def test_the_first_comes_at_once_and_of_the_others_the_newest() -> None:
    async def play() -> list[Event]:
        events: list[Event] = []
        pacing = Pacing(events.append)
        pacing.tell("a", held("a"))
        assert events == [held("a")]
        for number in range(5):
            pacing.tell("a", held("a", str(number)))
            pacing.tell("b", held("b", str(number)))
        assert len(events) == 1
        await until(lambda: len(events) == 3)
        pacing.close()
        return events

    assert asyncio.run(play()) == [held("a"), held("a", "4"), held("b", "4")]


def test_a_storm_becomes_a_walk_and_all_of_it_arrives() -> None:
    async def play() -> tuple[int, list[Event]]:
        events: list[Event] = []
        pacing = Pacing(events.append)
        began_s = time.monotonic()
        for number in range(100):
            pacing.tell(number, held(str(number)))
        at_once = len(events)
        await until(lambda: len(events) == 100)
        assert time.monotonic() - began_s > 0.2
        pacing.close()
        return at_once, events

    at_once, events = asyncio.run(play())
    assert at_once == 1
    assert events == [held(str(number)) for number in range(100)]


def test_closed_it_says_what_it_still_knows() -> None:
    async def play() -> list[Event]:
        events: list[Event] = []
        pacing = Pacing(events.append)
        pacing.tell("a", held("a"))
        pacing.tell("b", held("b"))
        pacing.close()
        return events

    assert asyncio.run(play()) == [held("a"), held("b")]
