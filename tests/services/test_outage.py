"""Cameras of a site lost together are one incident, with its likely cause."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.model.device import Device, Trouble
from wall.model.health import Health, Incident, SharedCause, Verdict
from wall.model.inventory import CameraRecord, DeviceRecord, Inventory, Site
from wall.services.outage import Outages, Patience

WELL = Health(Verdict.WELL)
LOST = Health(Verdict.LOST, Trouble.TIMEOUT)
REFUSED = Health(Verdict.ILL, Trouble.LOGIN)
UNKNOWN = Health(Verdict.UNKNOWN)
PATIENCE = Patience(settle_s=8, together_s=120)

# Site 1: four single cameras 1..4 on devices 1..4, one of them with another login. Site 2: a recorder (device 5) with
# cameras 5..8, and camera 9 on device 6. Site 3: one recorder (device 7) with cameras 10, 11. Site 4: one camera, 12.
DEVICES = tuple(
    DeviceRecord(Device(f"http://10.0.0.{n}/"), credential="other" if n == 4 else "city", device_id=n)
    for n in range(1, 9)
)
PLACED = [*((n, 1, n) for n in range(1, 5)), *((n, 2, 5) for n in range(5, 9)), (9, 2, 6), (10, 3, 7), (11, 3, 7)]
CAMERAS = tuple(
    CameraRecord(f"camera {camera}", camera, site_id=site, device_id=device, camera_id=camera)
    for camera, site, device in [*PLACED, (12, 4, 8)]
)
SITES = tuple(Site(f"site {n}", site_id=n) for n in range(1, 5))


class Watched:
    """A city whose cameras are seen every five seconds."""

    def __init__(self) -> None:
        self.outages = Outages(PATIENCE)
        self.outages.follow(Inventory(SITES, DEVICES, CAMERAS))
        self.now_s = 1000.0
        self.health = {camera.camera_id: WELL for camera in CAMERAS}
        self.see(0)

    def see(self, seconds: float, **changes: Health) -> tuple[Incident, ...]:
        """Let time pass in steps of five seconds, with `c3=LOST` from the start on."""
        self.health.update({int(name[1:]): health for name, health in changes.items()})
        incidents = self.outages.see(self.health, self.now_s)
        for _ in range(int(seconds // 5)):
            self.now_s += 5
            incidents = self.outages.see(self.health, self.now_s)
        return incidents


@pytest.fixture
def city() -> Watched:
    return Watched()


def named(*cameras: int, health: Health = LOST) -> dict[str, Health]:
    return {f"c{camera}": health for camera in cameras}


def causes(incidents: tuple[Incident, ...]) -> list[tuple[SharedCause, tuple[int, ...]]]:
    return [(incident.cause, incident.cameras) for incident in incidents]


def test_a_whole_site_silent_is_its_power_or_uplink(city: Watched) -> None:
    (incident,) = city.see(10, **named(1, 2, 3, 4))
    assert incident == Incident(1, "site 1", (1, 2, 3, 4), 4, SharedCause.POWER_OR_UPLINK, 1000.0)


def test_a_mixed_site_silent_is_its_power_too(city: Watched) -> None:
    assert causes(city.see(10, **named(5, 6, 7, 8, 9))) == [(SharedCause.POWER_OR_UPLINK, (5, 6, 7, 8, 9))]


def test_all_lost_being_channels_of_one_device_it_is_the_recorder(city: Watched) -> None:
    assert causes(city.see(10, **named(5, 6, 7, 8))) == [(SharedCause.RECORDER, (5, 6, 7, 8))]
    assert causes(city.see(10, **named(10, 11)))[1] == (SharedCause.RECORDER, (10, 11))


def test_most_of_a_site_silent_is_its_supply_all_the_same(city: Watched) -> None:
    assert causes(city.see(10, **named(1, 2, 3))) == [(SharedCause.POWER_OR_UPLINK, (1, 2, 3))]


def test_two_of_four_are_two_lost_cameras(city: Watched) -> None:
    assert city.see(60, **named(1, 3)) == ()


def test_one_lost_camera_is_no_incident_not_even_as_a_whole_site(city: Watched) -> None:
    assert city.see(60, **named(1, 12)) == ()


def test_all_refusing_one_login_it_is_the_login(city: Watched) -> None:
    assert causes(city.see(10, **named(1, 2, 3, 4, health=REFUSED))) == [(SharedCause.LOGIN, (1, 2, 3))]


def test_it_counts_only_once_it_has_lasted(city: Watched) -> None:
    assert city.see(5, **named(1, 2, 3, 4)) == ()
    assert city.see(5) != ()


def test_a_flapping_camera_makes_no_incident_and_a_blink_of_the_network_neither(city: Watched) -> None:
    city.see(0, **named(1))
    for _ in range(20):
        assert city.see(5, **named(2, 3, 4)) == ()
        assert city.see(5, **named(2, 3, 4, health=WELL)) == ()


def test_a_site_that_comes_back_for_a_moment_is_the_same_incident(city: Watched) -> None:
    began = city.see(10, **named(1, 2, 3, 4))
    assert city.see(5, **named(1, 2, 3, 4, health=WELL)) == began
    assert city.see(30, **named(1, 2, 3, 4)) == began
    assert city.see(10, **named(1, 2, 3, 4, health=WELL)) == ()


def test_cameras_that_come_back_one_by_one_shrink_it(city: Watched) -> None:
    city.see(10, **named(1, 2, 3, 4))
    assert causes(city.see(10, **named(1, 2, health=WELL))) == [(SharedCause.POWER_OR_UPLINK, (3, 4))]
    assert city.see(10, **named(3, health=WELL)) == ()


def test_what_stays_lost_after_the_power_is_back_can_be_the_recorder(city: Watched) -> None:
    city.see(10, **named(5, 6, 7, 8, 9))
    assert causes(city.see(10, **named(9, health=WELL))) == [(SharedCause.RECORDER, (5, 6, 7, 8))]


def test_a_camera_lost_last_week_does_not_belong_to_it(city: Watched) -> None:
    city.see(600, **named(1))
    (incident,) = city.see(10, **named(2, 3, 4))
    assert (incident.cause, incident.cameras) == (SharedCause.POWER_OR_UPLINK, (2, 3, 4))
    assert incident.since_s == 1600.0


def test_not_knowing_is_neither_loss_nor_return(city: Watched) -> None:
    assert city.see(60, **named(1, 2, 3, 4, health=UNKNOWN)) == ()
    began = city.see(10, **named(1, 2, 3, 4))
    assert city.see(60, **named(1, 2, 3, 4, health=UNKNOWN)) == began


def test_the_gravest_comes_first_and_removed_cameras_are_forgotten(city: Watched) -> None:
    incidents = city.see(10, **named(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11))
    assert [len(incident.cameras) for incident in incidents] == [5, 4, 2]
    city.outages.follow(Inventory(SITES, DEVICES, CAMERAS[4:]))
    assert {incident.site_id for incident in city.see(5)} == {2, 3}


STATES = st.sampled_from([WELL, LOST, REFUSED, UNKNOWN])


@given(st.lists(st.tuples(st.sampled_from(CAMERAS), STATES, st.integers(0, 40)), max_size=60))
def test_whatever_happens_incidents_are_of_one_site_and_name_each_camera_once(
    steps: list[tuple[CameraRecord, Health, int]],
) -> None:
    city = Watched()
    sites = {camera.camera_id: camera.site_id for camera in CAMERAS}
    for camera, health, seconds in steps:
        incidents = city.see(seconds, **named(camera.camera_id, health=health))
        told = [each for incident in incidents for each in incident.cameras]
        assert len(told) == len(set(told))
        assert all(len(incident.cameras) > 1 for incident in incidents)
        assert all(sites[each] == incident.site_id for incident in incidents for each in incident.cameras)
