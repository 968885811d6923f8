"""Was one that was exchanged for its silence dead, where a device cannot say how it stands? What happens next tells."""

from __future__ import annotations

import asyncio

import pytest

from tests.onvif.events.held import asked, held
from tests.onvif.events.said import GONE, NEWS, NOTHING, STATE, Answers, created
from wall.onvif.events.manners import Manners


def mute() -> Manners:
    """Of a device that does not know SetSynchronizationPoint."""
    manners = Manners()
    manners.cannot_prove()
    return manners


def answers(says: dict[str, list[bytes]]) -> Answers:
    addresses = [created(path) for path in says]
    return {
        "CreatePullPointSubscription": lambda _: addresses.pop(0),
        "PullMessages": lambda each: says[each.path].pop(0),
    }


@pytest.mark.parametrize(
    ("former", "lost_s"), [(NEWS, None), (NOTHING, 100.0), (GONE, None)], ids=["alive", "dead", "ended since"]
)
def test_what_happens_next_tells_whether_the_former_one_was_dead(former: bytes, lost_s: float | None) -> None:
    says = {"/a": [NOTHING, former], "/b": [STATE, NEWS, NOTHING]}

    async def play() -> None:
        async with held(answers(says), mute()) as one:
            await one.point.create()
            one.now_s += 13
            assert await one.values() == []
            assert await one.values() == ["false"], "how it stands says nothing of the former one"
            assert not asked(one, "Unsubscribe")
            assert await one.values() == ["true"]
            assert len(asked(one, "PullMessages")) == 3, "what has happened waits for nothing"
            assert await one.values() == [], "what the former one was told, too, is told once"
            assert one.point.lost_s == lost_s
            assert [each.path for each in asked(one, "Unsubscribe")] == ([] if former is GONE else ["/a"])

    asyncio.run(play())


def test_a_device_that_tells_the_newest_alone_is_not_taken_for_dead_time_and_again() -> None:
    says = {
        "/a": [NOTHING, NOTHING],
        "/b": [NEWS, NOTHING, NOTHING, NOTHING],
        "/c": [NEWS, NOTHING, NOTHING],
        "/d": [NEWS, NOTHING],
    }

    async def play() -> None:
        losses = []
        async with held(answers(says), mute()) as one:
            await one.point.create()
            for _ in range(3):
                one.now_s += 13
                assert await one.values() == []
                assert await one.values() == ["true"]
                assert await one.values() == []
                losses.append(one.point.lost_s)
                one.point.lost_s = None
            assert losses == [100.0, 113.0, None]
            assert [each.path for each in asked(one, "Unsubscribe")] == ["/a", "/b", "/c"]

    asyncio.run(play())
