"""How long to wait before the next try."""

import itertools
import random

import pytest

from wall.model.tile import Cause
from wall.video.backoff import Backoff


def waits(chance: float, cause: Cause = Cause.REFUSED, count: int = 8) -> list[float]:
    backoff = Backoff(lambda: chance)
    return [round(backoff.delay_s(cause), 6) for _ in range(count)]


def test_it_doubles_up_to_three_seconds() -> None:
    assert waits(1.0) == [0.25, 0.5, 1, 2, 3, 3, 3, 3]


def test_chance_takes_off_at_most_a_fifth() -> None:
    assert waits(0.0) == [0.2, 0.4, 0.8, 1.6, 2.4, 2.4, 2.4, 2.4]


def test_cameras_that_failed_together_do_not_knock_together() -> None:
    chance = random.Random(1).random
    delays = [Backoff(chance).delay_s(Cause.REFUSED) for _ in range(640)]
    assert len(set(delays)) == 640
    in_bins = [sum(0.2 + n / 100 <= each < 0.21 + n / 100 for each in delays) for n in range(5)]
    assert all(each > 80 for each in in_bins)


def test_success_begins_anew() -> None:
    backoff = Backoff(lambda: 1.0)
    for _ in itertools.repeat(None, 5):
        backoff.delay_s(Cause.RESET)
    backoff.succeeded()
    assert backoff.delay_s(Cause.RESET) == 0.25


@pytest.mark.parametrize("cause", [Cause.SESSIONS_FULL, Cause.CODEC, Cause.NO_VIDEO, Cause.NOT_VIDEO])
def test_what_will_not_change_by_itself_is_asked_slowly_from_the_start(cause: Cause) -> None:
    assert waits(1.0, cause, 3) == [4, 4, 4]
