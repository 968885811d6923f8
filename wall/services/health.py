"""Health of the fleet: each device asked for its clock every few seconds, each camera judged by what came back.

One unauthenticated call a check, nothing is logged in and nothing opened: a check can neither lock an account nor use
up a session. The calls are spread evenly (`check_plan`), results older than 30 s are UNKNOWN, and what changed is
published once a second, not once a camera. The same answers feed the clock ledger and the incidents.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from random import Random
from typing import NamedTuple

from wall.model.device import ClockReading, Device, Trouble
from wall.model.errors import WallError
from wall.model.events import Event, HealthChanged, IncidentsChanged
from wall.model.health import Health, Incident, Verdict
from wall.model.inventory import CameraRecord, DeviceRecord, Inventory
from wall.services.check_plan import CheckPlan, Pace
from wall.services.clock_ledger import ClockLedger
from wall.services.judging import Round, groups_of
from wall.services.outage import Outages, Patience
from wall.services.troubles import trouble_of
from wall.services.verdict import Checked, Flow, judge

_LOOK_EVERY_S = 0.1
_TELL_EVERY_S = 1.0
_JUDGED_AT_ONCE = 250
"""A millisecond, after which all others have their turn."""
_PAUSE_S = 0.01
_MOST_AT_ONCE = 64
_FLOW_OLD_S = 5.0
_NOT_ASKED = Health(Verdict.UNKNOWN)

Check = Callable[[DeviceRecord], Awaitable[ClockReading | None]]
"""One unauthenticated question, for the clock where there is one. WallError where the device does not answer it."""


@dataclass(frozen=True, slots=True)
class Clocks:
    """Where the time comes from: monotonic seconds for all ages, Unix seconds for what people read."""

    monotonic: Callable[[], float] = time.monotonic
    unix: Callable[[], float] = time.time


class _Judged(NamedTuple):
    """The health of a camera, and what it was concluded from."""

    camera: CameraRecord
    record: DeviceRecord | None
    checked: Checked | None
    flow: Flow | None
    is_held: bool
    health: Health

    def rests_on(
        self,
        camera: CameraRecord,
        record: DeviceRecord | None,
        checked: Checked | None,
        flow: Flow | None,
        is_held: bool,
    ) -> bool:
        """Was it concluded from these very things?"""
        is_same = self[0] is camera and self[1] is record and self[2] is checked
        return is_same and self[3] is flow and self[4] is is_held


class HealthWatch:
    """Watches the devices of the inventory while `run` runs. On the io loop, but for `health`.

    `is_held` tells whether the login guard holds a device's credential back.
    """

    def __init__(
        self,
        check: Check,
        publish: Callable[[Event], None],
        is_held: Callable[[DeviceRecord], bool] = lambda record: False,
        pace: Pace | None = None,
        clocks: Clocks | None = None,
        random: Random | None = None,
    ) -> None:
        self._check = check
        self._publish = publish
        self._is_held = is_held
        self._pace = pace or Pace()
        self._clocks = clocks or Clocks()
        self._plan = CheckPlan(self._pace, random or Random())
        # A loss counts once two more checks have failed.
        self._outages = Outages(Patience(settle_s=sum(self._pace.again_s[:2])))
        self._devices: dict[int, DeviceRecord] = {}
        self._cameras: dict[int, CameraRecord] = {}
        self._neighbours: dict[int, set[int]] = {}
        self._checked: dict[int, Checked] = {}
        self._flows: dict[int, Flow] = {}
        self._ledgers: dict[int, ClockLedger] = {}
        self._told: dict[int, Health] = {}
        self._groups: list[list[CameraRecord]] = []
        self._round: Round | None = None
        self._judged: dict[int, _Judged] = {}
        self._incidents: tuple[Incident, ...] = ()
        self._under_way: set[asyncio.Task[None]] = set()

    @property
    def health(self) -> dict[int, Health]:
        """What is known of each camera, as it was told last. Any thread."""
        return dict(self._told)

    @property
    def clocks(self) -> dict[int, tuple[ClockReading, float | None]]:
        """The clock ledger: each device's latest reading and its drift in seconds a day."""
        ledgers = self._ledgers.items()
        return {device: (each.latest, each.drift_s_per_day) for device, each in ledgers if each.latest is not None}

    def follow(self, inventory: Inventory) -> None:
        """These are the devices and cameras from now on. What is known of those that stay is kept."""
        plain = [_as_device(camera) for camera in inventory.cameras if camera.device_id is None and camera.streams]
        self._devices = {record.device_id: record for record in (*inventory.devices, *plain)}
        self._cameras = {camera.camera_id: camera for camera in inventory.cameras}
        sites: dict[int, set[int]] = {}
        for camera in inventory.cameras:
            if camera.site_id is not None:
                sites.setdefault(camera.site_id, set()).add(_device_of(camera))
        self._neighbours = {device: devices for devices in sites.values() for device in devices}
        self._checked = {device: each for device, each in self._checked.items() if device in self._devices}
        self._flows = {camera: flow for camera, flow in self._flows.items() if camera in self._cameras}
        self._ledgers = {device: self._ledger(record) for device, record in self._devices.items()}
        self._told = {camera: self._told.get(camera, _NOT_ASKED) for camera in self._cameras}
        self._groups = groups_of(inventory.cameras)
        self._round = None
        self._judged = {camera: each for camera, each in self._judged.items() if camera in self._cameras}
        self._outages.follow(inventory)
        self._plan.follow(self._devices, self._clocks.monotonic())

    def note_stream(self, camera_id: int, fps: float | None, kbit_s: float | None, latency_ms: float | None) -> None:
        """What an open stream delivers now. Said again every few seconds: an old word does not count."""
        if camera_id in self._cameras:
            self._flows[camera_id] = Flow(self._clocks.monotonic(), fps, kbit_s, latency_ms)

    async def run(self) -> None:
        """Check and tell until cancelled."""
        telling = asyncio.create_task(self._tell_on())
        try:
            while not telling.done():
                self._begin_due()
                await asyncio.sleep(_LOOK_EVERY_S)
            telling.result()  # It ends by a mistake only: for the crash handler.
        finally:
            under_way = [telling, *self._under_way]
            for task in under_way:
                task.cancel()
            await asyncio.gather(*under_way, return_exceptions=True)

    async def _tell_on(self) -> None:
        """Tell once a second what has changed, and judge with pauses in between."""
        while True:
            began_s = self._clocks.monotonic()
            judged = self._begin_round()
            for _ in judged.parts(_JUDGED_AT_ONCE):
                await asyncio.sleep(_PAUSE_S)
            if self._round is judged:
                self._publish_round(judged)
            await asyncio.sleep(max(_PAUSE_S, began_s + _TELL_EVERY_S - self._clocks.monotonic()))

    def tell(self) -> None:
        """Publish what has changed since the last time, judged in one go."""
        judged = self._begin_round()
        judged.whole()
        self._publish_round(judged)

    def _begin_round(self) -> Round:
        """Of two the later one counts, and of none whose inventory is not that of now."""
        self._round = Round(self._groups, self._told, self._judge)
        return self._round

    def _publish_round(self, judged: Round) -> None:
        self._told = judged.health
        if judged.changed:
            self._publish(HealthChanged(judged.changed))
        incidents = self._outages.see(judged.health, self._clocks.unix())
        if incidents != self._incidents:
            self._incidents = incidents
            self._publish(IncidentsChanged(incidents))

    def _begin_due(self) -> None:
        places = _MOST_AT_ONCE - len(self._under_way)
        for device in self._plan.due(self._clocks.monotonic(), places):
            task = asyncio.create_task(self._ask(self._devices[device]))
            self._under_way.add(task)
            task.add_done_callback(partial(self._ended, device))

    def _ended(self, device: int, task: asyncio.Task[None]) -> None:
        self._under_way.discard(task)
        error = None if task.cancelled() else task.exception()
        if error is not None:
            # A mistake of ours: for the crash handler. The device is asked again, and is UNKNOWN until it answers.
            self._plan.answered(device, False, self._clocks.monotonic())
            context = {"message": f"the health check of device {device}", "exception": error, "task": task}
            task.get_loop().call_exception_handler(context)

    async def _ask(self, record: DeviceRecord) -> None:
        began_s = self._clocks.monotonic()
        trouble: Trouble | None = None
        reading: ClockReading | None = None
        try:
            async with asyncio.timeout(self._pace.within_s):
                reading = await self._check(record)
        except WallError as error:
            trouble = trouble_of(error)
        except TimeoutError:
            trouble = Trouble.TIMEOUT
        self._note(record.device_id, reading, trouble, began_s)

    def _note(self, device: int, reading: ClockReading | None, trouble: Trouble | None, began_s: float) -> None:
        if device not in self._devices:
            return  # It was removed meanwhile.
        now_s, unix_s = self._clocks.monotonic(), self._clocks.unix()
        before = self._checked.get(device)
        up_since_s = None if trouble else unix_s if before is None else before.up_since_s or unix_s
        answer_ms = None if trouble else (now_s - began_s) * 1000
        offset_s = reading.offset_s if reading else before.offset_s if before else None
        self._checked[device] = Checked(now_s, unix_s, up_since_s, trouble, answer_ms, offset_s)
        if reading is not None:
            self._ledgers[device].note(reading)
        self._plan.answered(device, trouble is None, now_s)
        if trouble is not None and (before is None or before.trouble is None):
            # One of a site fell silent: are the others there? Whoever waits for the answer is told in seconds.
            self._plan.hurry(self._neighbours.get(device, ()), now_s)

    def _judge(self, camera: CameraRecord) -> Health:
        """By what is known now. All that it rests on is replaced, never changed: the same again is the same health."""
        now_s, device = self._clocks.monotonic(), _device_of(camera)
        record = self._devices.get(device)
        checked = self._checked.get(device)
        flow = self._flows.get(camera.camera_id)
        if checked is not None and now_s - checked.at_s > self._pace.old_s:
            checked = None
        if flow is not None and now_s - flow.at_s > _FLOW_OLD_S:
            flow = None
        is_held = record is not None and self._is_held(record)
        before = self._judged.get(camera.camera_id)
        if before is not None and before.rests_on(camera, record, checked, flow, is_held):
            return before.health
        health = judge(camera, record, checked, flow, is_held)
        self._judged[camera.camera_id] = _Judged(camera, record, checked, flow, is_held, health)
        return health

    def _ledger(self, record: DeviceRecord) -> ClockLedger:
        known = self._ledgers.get(record.device_id)
        return known or ClockLedger(record.device.clock, record.drift_s_per_day)


def _device_of(camera: CameraRecord) -> int:
    """Whom to ask for it; a plain RTSP source is a device of its own, with an id below 0."""
    return camera.device_id if camera.device_id is not None else -camera.camera_id


def _as_device(camera: CameraRecord) -> DeviceRecord:
    return DeviceRecord(Device(camera.streams[0].url), device_id=_device_of(camera))
