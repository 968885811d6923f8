"""What a client sees of a dome: always what the dome looks at, and drawn only while it must be."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import av
import pytest

from tests.simulator.domes.watching import HOME_S, PATIENCE_S, DomeCity, Seen, dome_city
from wall.simulator.domes.look import USUAL, Look

SAME, OTHER = 9.0, 12.0
"""Grey levels on average: what the encoder and the lighter grain make, and what another place makes at least."""
ROUND = HOME_S * 15


@pytest.fixture(scope="module")
def city(cache: Path) -> Iterator[DomeCity]:
    with dome_city(cache) as running:
        yield running


@pytest.fixture(scope="module")
def h265_city(cache: Path) -> Iterator[DomeCity]:
    with dome_city(cache, "h265") as running:
        yield running


@pytest.fixture(autouse=True)
def _home(city: DomeCity) -> Iterator[None]:
    yield
    city.drive(lambda dome, now_s: dome.go(now_s, (0.0, 0.0), 0.0))
    city.until_rest()


def in_order(seen: list[Seen]) -> bool:
    """Numbers count on; a busy machine may leave out some, none comes twice."""
    numbers = [each.number for each in seen if each.number is not None]
    steps = [(after - before) % ROUND for before, after in pairwise(numbers)]
    return len(steps) == len(seen) - 1 and all(0 < step <= 10 for step in steps) and steps.count(1) > len(steps) * 0.7


def test_a_dome_at_rest_replays_and_draws_nothing(city: DomeCity) -> None:
    with city.watched() as watcher:
        seen = watcher.next(20)
        assert city.live == []
    assert in_order(seen)
    assert max(city.differs(each, USUAL) for each in seen) < SAME


def test_the_picture_is_what_the_dome_looks_at(city: DomeCity, caplog: pytest.LogCaptureFixture) -> None:
    follows(city, caplog)


def test_and_in_h265(h265_city: DomeCity, caplog: pytest.LogCaptureFixture) -> None:
    follows(h265_city, caplog)


def follows(city: DomeCity, caplog: pytest.LogCaptureFixture) -> None:
    """It moves, and a client sees where, without complaint."""
    av.logging.set_level(av.logging.WARNING)
    caplog.set_level(logging.WARNING)
    there = Look(0.5, 0.2, 0.0)
    with city.watched() as watcher:
        watcher.next(3)
        caplog.clear()
        start = len(watcher.seen)
        moved_s = time.monotonic()
        city.drive(lambda dome, now_s: dome.go(now_s, (there.pan, there.tilt), None))
        first = watcher.wait(lambda seen: city.differs(seen, USUAL) > OTHER, start)
        watcher.wait(lambda seen: city.differs(seen, there) < SAME, start)
        assert city.live == [f"{city.camera.number}/sub"]
        city.until_rest()
        rest = watcher.next(10)[5:]
        # A client that came in the middle of a group is behind until then.
        live = watcher.seen.index(watcher.wait(lambda seen: seen.is_key, start))
        everything = watcher.seen[live:]
    assert first.at_s - moved_s < 2.0
    assert all(city.differs(each, there) < city.differs(each, USUAL) / 2 for each in rest)
    assert in_order(everything)
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING] == []


def test_a_place_costs_nothing_once_it_was_shown_for_a_round(city: DomeCity) -> None:
    there = Look(-0.4, 0.0, 0.3)
    city.drive(lambda dome, now_s: dome.go(now_s, (there.pan, there.tilt), there.zoom))
    with city.watched() as watcher:
        wait_until_replayed(city)
        start = len(watcher.seen)
        replayed = watcher.next(ROUND // 2)
        around = watcher.seen[start - 10 : start + ROUND // 2]
        assert city.live == []
    assert max(city.differs(each, there) for each in replayed) < SAME
    assert in_order(around)
    with city.watched() as watcher:
        assert max(city.differs(each, there) for each in watcher.next(5)) < SAME
        assert city.live == []


def wait_until_replayed(city: DomeCity) -> None:
    deadline_s = time.monotonic() + PATIENCE_S
    while city.live or city.dome.is_moving(time.monotonic()):
        assert time.monotonic() < deadline_s, "it is drawn for ever"
        time.sleep(0.05)


def test_a_second_client_sees_the_same_and_main_agrees(city: DomeCity) -> None:
    there = Look(0.3, -0.5, 0.0)
    city.drive(lambda dome, now_s: dome.go(now_s, (there.pan, there.tilt), 0.0))
    city.until_rest()
    with city.watched() as first, city.watched() as second:
        first.next(5)
        assert city.differs(second.seen[0], there) < SAME, "never a picture of where it was before"
        assert max(city.differs(each, there) for each in second.next(5)) < SAME
        with city.watched("main") as main:
            (seen,) = main.next()
    assert abs((seen.number or 0) - (first.seen[-1].number or 0)) % ROUND < 15


def test_nobody_watching_nothing_is_drawn(city: DomeCity) -> None:
    city.drive(lambda dome, now_s: dome.go(now_s, (0.9, 0.0), 0.0))
    assert city.live == []
    with city.watched() as watcher:
        watcher.next()
        assert city.live != []
    deadline_s = time.monotonic() + 10
    while city.live:
        assert time.monotonic() < deadline_s
        time.sleep(0.02)


def test_a_frozen_dome_stays_where_it_was_seen(city: DomeCity) -> None:
    city.drive(lambda dome, now_s: dome.go(now_s, (0.6, 0.0), 0.0))
    city.until_rest()
    with city.watched() as watcher:
        watcher.next(3)
        device = city.city.devices[city.camera.device - 1]
        with city.fault("frozen", device):
            city.drive(lambda dome, now_s: dome.go(now_s, (-0.6, 0.0), 0.0))
            city.until_rest()
            held = watcher.next(10)
            assert len({each.number for each in held[4:]}) == 1
            assert city.differs(held[-1], Look(0.6)) < OTHER
        start = len(watcher.seen)
        watcher.wait(lambda seen: city.differs(seen, Look(-0.6)) < SAME, start)
