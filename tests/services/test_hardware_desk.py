"""Hardware that was found is used, what it is worth is told, and a wall plays whatever comes of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from tests.services.test_live_view import LIVE, START_WITHIN_S, source
from tests.support.waiting import wait_until
from wall.demo import running_city
from wall.model.events import Event, HardwareKnown, StreamMeasured, TileChanged
from wall.model.hardware import Hardware, NoHardware
from wall.model.video import VideoSettings
from wall.services.hardware_desk import HardwareDesk
from wall.services.io import IoLoop
from wall.services.live_view import LiveView
from wall.video.hardware import va
from wall.video.logins import LoginKeeper
from wall.video.pool import DecodePool
from wall.video.reports import HardwareFailed, Report

FOUND = Hardware(va.WAY, "Intel iHD", None)


async def find() -> Hardware:
    return FOUND


def test_a_wall_plays_with_what_was_found() -> None:
    """Here there is none: libVLC finds that out by itself, and the figures say that the processor decodes."""
    events: list[Event] = []

    def make_pool(on_report: Callable[[Report], None], logins: LoginKeeper) -> DecodePool:
        return DecodePool(1, on_report, None, logins)

    with running_city(1, 1, "--clip", "bench") as city, IoLoop() as io:
        live = LiveView(io.loop, events.append, make_pool, find_hardware=find)
        io.request(live.start()).result(START_WITHIN_S)
        try:
            feed = live.show(1, source(city), 320, 180)
            wait_until(lambda: [e.status for e in events if isinstance(e, TileChanged)][-1:] == [LIVE], START_WITHIN_S)
            assert feed.hold() is not None
            wait_until(lambda: any(isinstance(e, StreamMeasured) for e in events), START_WITHIN_S)
        finally:
            io.request(live.stop()).result(START_WITHIN_S)
    assert live.hardware() == FOUND and HardwareKnown(FOUND) in events
    assert not any(event.in_hardware for event in events if isinstance(event, StreamMeasured))


def test_a_wall_that_may_not_looks_for_nothing() -> None:
    def make_pool(on_report: Callable[[Report], None], logins: LoginKeeper) -> DecodePool:
        return DecodePool(1, on_report, None, logins)

    with IoLoop() as io:
        live = LiveView(
            io.loop, lambda _: None, make_pool, settings=VideoSettings(may_use_hardware=False), find_hardware=find
        )
        assert live.hardware() == Hardware(why_not=NoHardware.OFF)


def test_hardware_that_fails_in_one_process_is_given_up_in_all() -> None:
    """And so in those that are started later."""
    events: list[Event] = []
    lines: list[str] = []

    async def run() -> None:
        pool = DecodePool(1, lambda _report: None)
        await pool.start()
        desk = HardwareDesk(pool, events.append, find, lines.append)
        try:
            assert desk.hardware.why_not is NoHardware.NOT_LOOKED
            await desk.look()
            assert desk.hardware == FOUND
            desk.failed(HardwareFailed())
            desk.failed(HardwareFailed(is_lost=True))
        finally:
            await pool.stop()

    asyncio.run(run())
    failed = Hardware("", "Intel iHD", NoHardware.FAILED)
    assert events == [HardwareKnown(FOUND), HardwareKnown(failed)]
    assert lines == [
        "decoding in hardware: Intel iHD (vaapi_drm)",
        "decoding in software: the graphics device gave no pictures (Intel iHD)",
    ]


def test_a_driver_that_broke_down_is_named_as_the_reason() -> None:
    lines: list[str] = []

    async def run() -> Hardware:
        pool = DecodePool(1, lambda _report: None)
        desk = HardwareDesk(pool, lambda _event: None, find, lines.append)
        await desk.look()
        desk.failed(HardwareFailed(is_lost=True))
        return desk.hardware

    assert asyncio.run(run()).why_not is NoHardware.LOST
    assert lines[-1].endswith("a decoder broke down that used the graphics device (Intel iHD)")


def test_where_it_is_switched_off_the_log_says_so() -> None:
    lines: list[str] = []

    async def run() -> None:
        await HardwareDesk(DecodePool(1, lambda _report: None), lambda _event: None, None, lines.append).look()

    asyncio.run(run())
    assert lines == ["decoding in software: switched off"]
