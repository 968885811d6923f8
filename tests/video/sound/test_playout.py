"""A constant time after they came, without a seam, whatever clocks and networks do."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from wall.video.sound.playout import AHEAD_US, HEARD_AFTER_US, PREPARED_US, PlayoutClock

PACKET_US = 40_000
HOUR_US = 3_600_000_000


def test_the_first_is_heard_in_time() -> None:
    assert PlayoutClock().place(5_000_000, PACKET_US) == 5_000_000 + HEARD_AFTER_US


def test_what_comes_unevenly_is_heard_evenly() -> None:
    clock, chance = PlayoutClock(), random.Random(1)
    placed = [clock.place(n * PACKET_US + chance.randrange(30_000), PACKET_US) for n in range(500)]
    steps = [later - former for former, later in pairwise(each for each in placed if each is not None)]
    assert len(steps) == 499
    assert all(abs(step - PACKET_US) <= PACKET_US // 50 for step in steps)


@pytest.mark.parametrize("faster", [1.0005, 0.9995])
def test_a_camera_whose_clock_goes_wrong_is_followed(faster: float) -> None:
    """Half a thousandth is ten times what clocks are off; after an hour that would be 1.8 s."""
    clock, arrived_us, delay_us = PlayoutClock(), 0.0, 0
    while arrived_us < HOUR_US:
        at_us = clock.place(round(arrived_us), PACKET_US)
        assert at_us is not None
        delay_us = at_us - round(arrived_us)
        arrived_us += PACKET_US / faster
    assert abs(delay_us - HEARD_AFTER_US) < 10_000


def test_after_a_pause_it_begins_anew() -> None:
    clock = PlayoutClock()
    clock.place(0, PACKET_US)
    assert clock.place(2_000_000, PACKET_US) == 2_000_000 + HEARD_AFTER_US


def test_no_delay_piles_up_behind_a_jam() -> None:
    clock = PlayoutClock()
    clock.place(0, PACKET_US)
    jammed = [clock.place(1_000_000, PACKET_US) for _ in range(25)]
    heard = [at_us for at_us in jammed if at_us is not None]
    assert 2 < len(heard) < 10 and jammed[-1] is None
    assert max(heard) - 1_000_000 <= HEARD_AFTER_US + AHEAD_US
    assert min(heard) - 1_000_000 >= PREPARED_US
