"""The health of cameras: asked for in time, judged honestly, told in batches. With a clock that is handed in."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from random import Random

import pytest

from tests.support.waiting import until
from wall.model.device import Channel, ClockReading, Device, Login, Trouble
from wall.model.errors import UnreachableError
from wall.model.events import Event, HealthChanged, IncidentsChanged
from wall.model.health import Health, SharedCause, Verdict
from wall.model.inventory import CameraRecord, DeviceRecord, Inventory, Site, StreamRecord
from wall.onvif.faults import DeviceFault
from wall.services.check_plan import Pace
from wall.services.health import Clocks, HealthWatch
from wall.services.verdict import Checked, Flow, judge

UNIX_S = 1_600_000_000.0


def device(number: int, **told: object) -> DeviceRecord:
    return DeviceRecord(Device(f"http://10.0.0.{number}/", **told), "city", device_id=number)  # type: ignore[arg-type]


def camera(number: int, device_id: int | None, site_id: int | None = 1, token: str = "") -> CameraRecord:
    streams = (StreamRecord("rtsp://10.0.0.1/", fps=25.0),) if device_id is not None else ()
    return CameraRecord(f"camera {number}", number, "", site_id, device_id, token, streams, camera_id=100 + number)


class Room:
    """A health watch on a clock that a test moves, over devices that answer as the test wants."""

    def __init__(self, devices: int = 4, **more: Callable[[DeviceRecord], bool]) -> None:
        self.now_s = 0.0
        self.events: list[Event] = []
        self.asked: list[int] = []
        self.silent: dict[int, Exception] = {}
        self.offset_s = 0.5
        clocks = Clocks(lambda: self.now_s, lambda: UNIX_S + self.now_s)
        self.watch = HealthWatch(self._check, self.events.append, pace=Pace(), clocks=clocks, random=Random(1), **more)
        numbers = range(1, devices + 1)
        self.watch.follow(
            Inventory(
                (Site("Ngã Sáu", site_id=1),),
                tuple(device(number) for number in numbers),
                (*(camera(number, number) for number in numbers), camera(90, None)),
            )
        )

    async def _check(self, record: DeviceRecord) -> ClockReading | None:
        self.asked.append(record.device_id)
        if record.device_id in self.silent:
            raise self.silent[record.device_id]
        return ClockReading(self.offset_s, UNIX_S + self.now_s) if record.device_id > 0 else None

    async def passes(self, seconds: float) -> None:
        """Steps of half a second, without waiting for any of them."""
        for _ in range(int(seconds * 2)):
            self.watch._begin_due()
            await asyncio.gather(*self.watch._under_way)
            self.watch.tell()
            self.now_s += 0.5

    def verdicts(self) -> list[tuple[Verdict, Trouble | None]]:
        return [(self.watch.health[100 + n].verdict, self.watch.health[100 + n].trouble) for n in range(1, 5)]


def test_every_camera_is_known_and_well_within_seconds_and_stays_so() -> None:
    room = Room()
    asyncio.run(room.passes(3))
    assert room.verdicts() == [(Verdict.WELL, None)] * 4
    asyncio.run(room.passes(120))
    health = room.watch.health[101]
    assert health.checked_s is not None and UNIX_S + room.now_s - health.checked_s < 30
    assert health.up_since_s is not None and health.up_since_s < UNIX_S + 3
    assert 4 * 4 <= len(room.asked) <= 4 * 8


def test_a_plain_stream_is_asked_itself_and_has_no_clock() -> None:
    room = Room(1)
    plain = CameraRecord("plain", 5, streams=(StreamRecord("rtsp://10.0.0.7/"),), camera_id=7)
    room.watch.follow(Inventory((), (), (plain,)))
    asyncio.run(room.passes(3))
    verdicts = [room.watch.health[7].verdict]
    assert room.asked == [-7] and room.watch.clocks == {}
    room.silent[-7] = UnreachableError("gone")
    asyncio.run(room.passes(30))
    assert [*verdicts, room.watch.health[7].verdict] == [Verdict.WELL, Verdict.LOST]


def test_a_camera_without_anything_to_ask_is_not_known_until_its_stream_is_open() -> None:
    room = Room()
    asyncio.run(room.passes(3))
    assert room.watch.health[190].verdict is Verdict.UNKNOWN
    room.watch.note_stream(190, 24.0, 2000.0, 150.0)
    room.watch.tell()
    assert room.watch.health[190] == Health(Verdict.WELL, fps=24.0, kbit_s=2000.0, latency_ms=150.0)
    asyncio.run(room.passes(10))
    assert room.watch.health[190] == Health(Verdict.UNKNOWN)


def test_only_what_changed_is_told_and_all_at_once() -> None:
    room = Room()
    asyncio.run(room.passes(3))
    room.events.clear()
    room.watch.tell()
    assert room.events == []
    room.silent[2] = UnreachableError("gone")
    asyncio.run(room.passes(30))
    told = [event for event in room.events if isinstance(event, HealthChanged)]
    assert any(event.health.get(102, Health(Verdict.WELL)).verdict is Verdict.LOST for event in told)
    assert all(190 not in event.health for event in told)


def test_too_old_is_unknown_and_never_well() -> None:
    room = Room()
    asyncio.run(room.passes(3))
    room.now_s += 31
    room.watch.tell()
    assert room.verdicts() == [(Verdict.UNKNOWN, None)] * 4


@pytest.mark.parametrize(
    ("error", "verdict", "trouble"),
    [
        (UnreachableError("gone"), Verdict.LOST, Trouble.UNREACHABLE),
        (TimeoutError(), Verdict.LOST, Trouble.TIMEOUT),
        (DeviceFault(Trouble.NOT_ONVIF, "a web page"), Verdict.ILL, Trouble.NOT_ONVIF),
        (DeviceFault(Trouble.SESSIONS_FULL), Verdict.ILL, Trouble.SESSIONS_FULL),
    ],
)
def test_what_went_wrong_is_named(error: Exception, verdict: Verdict, trouble: Trouble) -> None:
    room = Room()
    room.silent[1] = error
    asyncio.run(room.passes(3))
    assert room.verdicts()[0] == (verdict, trouble)


def test_a_site_that_falls_silent_is_one_incident_within_seconds() -> None:
    room = Room()
    asyncio.run(room.passes(3))
    room.silent = {n: UnreachableError("dark") for n in range(1, 5)}
    began_s = room.now_s
    asyncio.run(room.passes(35))
    incidents = [event for event in room.events if isinstance(event, IncidentsChanged)]
    (incident,) = incidents[-1].incidents
    assert (incident.cause, incident.cameras) == (SharedCause.POWER_OR_UPLINK, (101, 102, 103, 104))
    assert incident.since_s < UNIX_S + began_s + 25
    room.silent.clear()
    asyncio.run(room.passes(40))
    assert [event for event in room.events if isinstance(event, IncidentsChanged)][-1].incidents == ()
    assert len(incidents) <= 3


def test_a_wrong_clock_needs_attention_and_the_ledger_knows_it() -> None:
    room = Room()
    room.offset_s = -7200.0
    asyncio.run(room.passes(3))
    assert room.verdicts()[0] == (Verdict.ATTENTION, Trouble.CLOCK)
    reading, drift = room.watch.clocks[1]
    assert (reading.offset_s, drift) == (-7200.0, None)


def test_a_held_login_makes_its_cameras_ill() -> None:
    room = Room(is_held=lambda record: record.device_id == 3)
    asyncio.run(room.passes(3))
    assert room.verdicts()[2] == (Verdict.ILL, Trouble.WITHHELD)


def test_it_runs_and_ends_with_nothing_left() -> None:
    async def play() -> list[Event]:
        events: list[Event] = []

        async def check(record: DeviceRecord) -> ClockReading:
            if record.device_id == 2:
                await asyncio.sleep(60)
            return ClockReading(0.0, 0.0)

        watch = HealthWatch(check, events.append)
        watch.follow(Inventory((), (device(1), device(2)), (camera(1, 1), camera(2, 2))))
        running = asyncio.create_task(watch.run())
        await until(lambda: events)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        assert asyncio.all_tasks() == {asyncio.current_task()}
        return events

    (event,) = asyncio.run(play())
    assert isinstance(event, HealthChanged) and event.health[101].verdict is Verdict.WELL


def test_a_mistake_of_ours_reaches_the_crash_handler_and_the_device_is_asked_again() -> None:
    crashes: list[BaseException] = []
    room = Room(1)

    async def play() -> None:
        asyncio.get_running_loop().set_exception_handler(lambda loop, context: crashes.append(context["exception"]))
        room.silent[1] = KeyError("a mistake")
        room.watch._begin_due()
        await until(lambda: crashes)
        room.silent.clear()
        await room.passes(10)

    asyncio.run(play())
    assert isinstance(crashes[0], KeyError) and len(crashes) == 1
    assert room.watch.health[101].verdict is Verdict.WELL


CHECKED = Checked(0.0, UNIX_S, UNIX_S)


@pytest.mark.parametrize(
    ("record", "flow", "verdict", "trouble"),
    [
        (device(1, login=Login.REFUSED), None, Verdict.ILL, Trouble.LOGIN),
        (device(1, login=Login.WITHHELD), None, Verdict.ILL, Trouble.WITHHELD),
        (device(1, channels=(Channel("other", "x"),)), None, Verdict.ILL, Trouble.INCOMPLETE),
        (device(1, channels=(Channel("v1", "x"),)), None, Verdict.WELL, None),
        (device(1), Flow(0, 25.0, 1000, 90), Verdict.WELL, None),
        (device(1), Flow(0, 4.0, 100, 90), Verdict.ATTENTION, None),
    ],
)
def test_a_device_that_answers_is_judged_by_what_is_known_of_it(
    record: DeviceRecord, flow: Flow | None, verdict: Verdict, trouble: Trouble | None
) -> None:
    health = judge(camera(1, 1, token="v1"), record, CHECKED, flow, is_held=False)
    assert (health.verdict, health.trouble) == (verdict, trouble)


def test_one_whose_pictures_arrive_is_not_lost() -> None:
    silent = Checked(0.0, UNIX_S, None, Trouble.TIMEOUT)
    assert judge(camera(1, 1), device(1), silent, None, is_held=False).verdict is Verdict.LOST
    health = judge(camera(1, 1), device(1), silent, Flow(0, 25.0, 900, 90), is_held=False)
    assert (health.verdict, health.trouble) == (Verdict.ATTENTION, Trouble.TIMEOUT)
