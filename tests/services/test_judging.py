"""A city judged a few cameras at a time: nobody is left out, no site is torn apart, and only what changed is thought of
again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.model.device import ClockReading, Device, Login, Trouble
from wall.model.events import Event, HealthChanged
from wall.model.health import Health, Verdict
from wall.model.inventory import CameraRecord, DeviceRecord, Inventory, Site, StreamRecord
from wall.services import health as health_service
from wall.services.check_plan import Pace
from wall.services.health import Clocks, HealthWatch
from wall.services.judging import Round, groups_of
from wall.services.verdict import judge as plain_judge

HEALTHS = (Health(Verdict.UNKNOWN), Health(Verdict.WELL), Health(Verdict.LOST, Trouble.TIMEOUT))
DEVICES = tuple(DeviceRecord(Device(f"http://10.0.0.{n}/"), "city", device_id=n) for n in (1, 2, 3))
SITES = (Site("Ngã Sáu", site_id=1), Site("Chợ Nhớn", site_id=2))
CAMERAS = (
    CameraRecord("recorder, eye 1", 1, site_id=1, device_id=1, camera_id=1),
    CameraRecord("recorder, eye 2", 2, site_id=1, device_id=1, camera_id=2),
    CameraRecord("another of the site", 3, site_id=1, device_id=2, camera_id=3),
    CameraRecord("without a site", 4, device_id=3, camera_id=4),
    CameraRecord("a plain stream", 5, site_id=2, streams=(StreamRecord("rtsp://10.0.0.9/"),), camera_id=5),
)
FAST = (StreamRecord("rtsp://10.0.0.1/", fps=100.0),)
"""A stream that gives 25 pictures a second should then give more."""


def cameras_at(sites: Sequence[int]) -> list[CameraRecord]:
    return [CameraRecord(f"camera {n}", n, site_id=site, camera_id=n) for n, site in enumerate(sites, 1)]


@given(
    st.lists(st.integers(1, 6), max_size=40).map(cameras_at),
    st.dictionaries(st.integers(1, 40), st.sampled_from(HEALTHS)),
    st.integers(1, 12),
)
def test_in_parts_it_concludes_what_it_concludes_in_one_go(
    cameras: list[CameraRecord], told: dict[int, Health], at_least: int
) -> None:
    now = {each.camera_id: HEALTHS[each.camera_id % 3] for each in cameras}
    in_parts = Round(groups_of(cameras), told, lambda camera: now[camera.camera_id])
    at_once = Round(groups_of(cameras), told, lambda camera: now[camera.camera_id])
    for _ in in_parts.parts(at_least):
        pass
    at_once.whole()
    assert in_parts.health == at_once.health == now
    changed = {camera: health for camera, health in now.items() if told.get(camera) != health}
    assert in_parts.changed == at_once.changed == changed


@given(st.lists(st.integers(1, 6), max_size=40).map(cameras_at), st.integers(1, 12))
def test_a_pause_comes_soon_enough_and_never_within_a_site(cameras: list[CameraRecord], at_least: int) -> None:
    judged = Round(groups_of(cameras), {}, lambda camera: HEALTHS[0])
    largest = max((len(group) for group in groups_of(cameras)), default=0)
    before = 0
    for _ in judged.parts(at_least):
        assert at_least <= len(judged.health) - before < at_least + largest
        before = len(judged.health)
        torn = {each.site_id for each in cameras if each.camera_id in judged.health} & {
            each.site_id for each in cameras if each.camera_id not in judged.health
        }
        assert not torn
    assert len(judged.health) - before < at_least + largest


def test_cameras_stand_together_by_site_then_by_device() -> None:
    lonely = CameraRecord("alone", 6, camera_id=6)
    ids = [[each.camera_id for each in group] for group in groups_of((*CAMERAS, lonely))]
    assert ids == [[1, 2, 3], [4], [5], [6]]


class Watched:
    """A watch whose devices answer, fall silent, are held and replaced as a test wants. Its clock is the test's."""

    def __init__(self, *, remembers: bool = True) -> None:
        self.now_s = 0.0
        self.held: set[int] = set()
        self.faster: set[int] = set()
        self.refusing: set[int] = set()
        self.told: dict[int, Health] = {}
        self._remembers = remembers
        clocks = Clocks(lambda: self.now_s, lambda: 1e9 + self.now_s)
        self.watch = HealthWatch(self._never, self._hear, lambda r: r.device_id in self.held, Pace(), clocks, Random(1))
        self.follow()

    async def _never(self, record: DeviceRecord) -> ClockReading | None:
        raise AssertionError("nobody runs it")

    def _hear(self, event: Event) -> None:
        if isinstance(event, HealthChanged):
            self.told |= event.health

    def follow(self) -> None:
        devices = (
            replace(each, device=replace(each.device, login=Login.REFUSED)) if each.device_id in self.refusing else each
            for each in DEVICES
        )
        cameras = (replace(each, streams=FAST) if each.camera_id in self.faster else each for each in CAMERAS)
        self.watch.follow(Inventory(SITES, tuple(devices), tuple(cameras)))

    def do(self, step: tuple[str, int]) -> None:
        what, which = step
        match what:
            case "answers":
                self.watch._note(which, ClockReading(7.0 * (which == 2), 1e9), None, self.now_s)
            case "is silent":
                self.watch._note(which, None, Trouble.TIMEOUT, self.now_s)
            case "shows":
                self.watch.note_stream(which, 25.0, 900.0, 90.0)
            case "is held":
                self.held ^= {which}
            case "has a faster stream":
                self.faster ^= {which}
                self.follow()
            case "refuses the login":
                self.refusing ^= {which}
                self.follow()
            case _:
                self.now_s += which * 4
        if not self._remembers:
            self.watch._judged.clear()
        self.watch.tell()


WHAT = ("answers", "is silent", "shows", "is held", "has a faster stream", "refuses the login", "time passes")
STEPS = st.tuples(st.sampled_from(WHAT), st.integers(1, 3))


@given(st.lists(STEPS, max_size=25))
def test_what_is_remembered_is_what_would_be_concluded_anew(steps: list[tuple[str, int]]) -> None:
    remembering, thinking = Watched(), Watched(remembers=False)
    for step in steps:
        remembering.do(step)
        thinking.do(step)
        assert remembering.watch.health == thinking.watch.health
        assert remembering.told == thinking.told


def test_only_cameras_of_which_something_changed_are_thought_of_again(monkeypatch: pytest.MonkeyPatch) -> None:
    thought_of: list[int] = []

    def judge(camera: CameraRecord, *rest: object) -> Health:
        thought_of.append(camera.camera_id)
        return plain_judge(camera, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(health_service, "judge", judge)
    watched = Watched()
    watched.do(("time passes", 0))
    assert sorted(thought_of) == [1, 2, 3, 4, 5]
    thought_of.clear()
    watched.do(("time passes", 0))
    assert thought_of == []
    watched.do(("answers", 1))
    assert thought_of == [1, 2], "both eyes of the recorder"
    watched.do(("shows", 3))
    assert thought_of == [1, 2, 3]
    watched.do(("time passes", 2))
    assert thought_of == [1, 2, 3, 3], "its stream has not told anything for too long"
    watched.do(("is held", 3))
    assert thought_of == [1, 2, 3, 3, 4]
    watched.do(("has a faster stream", 2))
    assert 2 in thought_of[5:] and not {1, 3, 4} & set(thought_of[5:])
