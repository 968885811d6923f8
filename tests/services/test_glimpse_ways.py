"""Which way to a picture is tried, and when another one."""

from __future__ import annotations

import pytest

from wall.model.errors import BusyError, MalformedReplyError, UnauthorizedError, UnreachableError, WallError
from wall.model.glimpse import Way
from wall.model.tile import Cause
from wall.services.glimpse_ways import Ways

ALL = [Way.TILE, Way.SNAPSHOT, Way.KEYFRAME]
REMOTE = [Way.SNAPSHOT, Way.KEYFRAME]


def test_the_cheapest_first() -> None:
    ways = Ways()
    assert ways.choose(ALL, 0.0) is Way.TILE
    assert ways.choose(REMOTE, 0.0) is Way.SNAPSHOT
    assert ways.choose([], 0.0) is None


@pytest.mark.parametrize(
    "error",
    [
        MalformedReplyError(cause=Cause.NOT_VIDEO),
        MalformedReplyError(cause=Cause.OVERSIZE),
    ],
)
def test_what_is_not_given_is_not_asked_for_again_for_long(error: WallError) -> None:
    ways = Ways()
    assert ways.failed(Way.SNAPSHOT, error, 100.0)
    assert ways.choose(REMOTE, 101.0) is Way.KEYFRAME
    assert ways.choose(REMOTE, 690.0) is Way.KEYFRAME
    assert ways.choose(REMOTE, 701.0) is Way.SNAPSHOT


@pytest.mark.parametrize(
    "error",
    [UnreachableError(), UnreachableError(cause=Cause.TIMEOUT), BusyError(), UnreachableError(cause=Cause.RESET)],
)
def test_what_does_not_answer_gives_the_other_way_a_turn(error: WallError) -> None:
    ways = Ways()
    assert not ways.failed(Way.SNAPSHOT, error, 100.0)
    assert ways.choose(REMOTE, 110.0) is Way.KEYFRAME
    assert ways.choose(REMOTE, 131.0) is Way.SNAPSHOT


def test_what_hung_the_decoder_is_left_alone() -> None:
    ways = Ways()
    assert ways.failed(Way.SNAPSHOT, MalformedReplyError(cause=Cause.DECODER), 100.0)
    assert ways.choose([Way.SNAPSHOT], 101.0) is None and ways.is_harmful
    assert ways.choose(REMOTE, 101.0) is Way.KEYFRAME
    assert ways.choose([Way.SNAPSHOT], 701.0) is Way.SNAPSHOT
    ways.worked(Way.SNAPSHOT)
    assert not ways.is_harmful


def test_where_all_fail_the_one_that_has_waited_longest() -> None:
    ways = Ways()
    ways.failed(Way.SNAPSHOT, MalformedReplyError(), 100.0)
    ways.failed(Way.KEYFRAME, UnreachableError(), 100.0)
    assert ways.choose(REMOTE, 101.0) is Way.KEYFRAME
    assert ways.choose([Way.SNAPSHOT], 101.0) is Way.SNAPSHOT


@pytest.mark.parametrize("cause", [Cause.LOGIN, Cause.LOGIN_WITHHELD, Cause.LOGIN_NEEDED])
def test_a_refused_login_opens_no_other_way(cause: Cause) -> None:
    ways = Ways()
    assert not ways.failed(Way.SNAPSHOT, UnauthorizedError(cause=cause), 100.0)
    assert ways.choose(REMOTE, 100.0) is Way.SNAPSHOT


def test_what_works_again_is_used_again() -> None:
    ways = Ways()
    ways.failed(Way.SNAPSHOT, MalformedReplyError(), 100.0)
    ways.worked(Way.SNAPSHOT)
    assert ways.choose(REMOTE, 101.0) is Way.SNAPSHOT
