"""The simulated city is plausible, whole, and the same each time."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wall.simulator.city import City, build_city
from wall.simulator.devices import make_called
from wall.simulator.names import SCENES, WARDS


@pytest.fixture(scope="module")
def whole() -> City:
    return build_city(640, 180)


def test_same_seed_same_city(whole: City) -> None:
    assert build_city(640, 180) == whole


def test_other_seed_other_devices(whole: City) -> None:
    other = build_city(640, 180, seed=7)
    assert {d.endpoint for d in other.devices}.isdisjoint(d.endpoint for d in whole.devices)


def test_it_has_the_size_asked_for(whole: City) -> None:
    assert (len(whole.cameras), len(whole.sites)) == (640, 180)


def test_every_site_has_a_camera(whole: City) -> None:
    assert {camera.site for camera in whole.cameras} == {site.number for site in whole.sites}


def test_shares_are_about_right(whole: City) -> None:
    count = len(whole.cameras)
    recorded = sum(len(d.channels) for d in whole.devices if d.kind == "recorder")
    h265 = sum(camera.streams[0].codec == "h265" for camera in whole.cameras)
    assert 0.13 <= sum(camera.ptz for camera in whole.cameras) / count <= 0.17
    assert 0.08 <= recorded / count <= 0.12
    assert 0.25 <= h265 / count <= 0.35


def test_recorders_have_4_8_and_16_channels(whole: City) -> None:
    sizes = {len(device.channels) for device in whole.devices if device.kind == "recorder"}
    assert sizes == {4, 8, 16}


def test_names_are_unique_and_identities_too(whole: City) -> None:
    for values in (
        [camera.name for camera in whole.cameras],
        [site.name for site in whole.sites],
        [device.serial for device in whole.devices],
        [device.endpoint for device in whole.devices],
        [device.mac for device in whole.devices],
    ):
        assert Counter(values).most_common(1)[0][1] == 1


def test_it_lies_in_bac_ninh(whole: City) -> None:
    assert {site.ward for site in whole.sites} == {ward.name for ward in WARDS}
    for lat, lon in [(s.lat, s.lon) for s in whole.sites] + [(c.lat, c.lon) for c in whole.cameras]:
        assert 21.12 < lat < 21.23
        assert 106.01 < lon < 106.13


def test_both_streams_share_the_codec(whole: City) -> None:
    for camera in whole.cameras:
        main, sub = camera.streams
        assert (main.codec, main.width, sub.width) == (sub.codec, 1280, 640)


def test_every_scene_is_seen(whole: City) -> None:
    assert {SCENES[camera.scene] for camera in whole.cameras} == set(SCENES)


def test_a_small_city_has_one_of_everything() -> None:
    small = build_city(24, 8)
    assert {device.kind for device in small.devices} == {"camera", "dome", "recorder"}
    assert {camera.streams[0].codec for camera in small.cameras} == {"h264", "h265"}


@given(cameras=st.integers(1, 300), sites=st.integers(1, 300), seed=st.integers(0, 2**32))
@settings(deadline=None, max_examples=40)
def test_every_city_is_consistent(cameras: int, sites: int, seed: int) -> None:
    city = build_city(cameras, sites, seed)
    assert [camera.number for camera in city.cameras] == list(range(1, cameras + 1))
    assert len(city.sites) == min(sites, cameras)
    assert len({camera.name for camera in city.cameras}) == cameras
    seen = [number for device in city.devices for number in device.channels]
    assert sorted(seen) == list(range(1, cameras + 1))
    for device in city.devices:
        behind = city.cameras_of(device)
        assert [camera.channel for camera in behind] == list(range(1, len(behind) + 1))
        assert {(camera.device, camera.site) for camera in behind} == {(device.number, device.site)}
        assert all(camera.ptz == (device.kind == "dome") for camera in behind)


@pytest.mark.parametrize(("cameras", "sites"), [(0, 1), (-1, 1), (5000, 1), (1, 0)])
def test_a_wrong_size_is_named(cameras: int, sites: int) -> None:
    with pytest.raises(ValueError, match="must be"):
        build_city(cameras, sites)


@pytest.mark.parametrize("recorders", [True, False])
@given(devices=st.integers(1, 300), sites=st.integers(1, 300))
@settings(deadline=None, max_examples=20)
def test_there_are_exactly_as_many_devices_as_asked_for(devices: int, sites: int, recorders: bool) -> None:
    city = build_city(1, sites, devices=devices, recorders=recorders)
    assert len(city.devices) == devices
    assert {camera.site for camera in city.cameras} == {site.number for site in city.sites}
    if not recorders:
        assert len(city.cameras) == devices


def test_640_devices_have_recorders_among_them() -> None:
    city = build_city(1, 180, devices=640)
    assert {len(device.channels) for device in city.devices} == {1, 4, 8, 16}


def test_one_make_can_make_everything() -> None:
    city = build_city(24, 8, make=make_called("song-cau"))
    assert {device.maker for device in city.devices} == {"Song Cau"}
    with pytest.raises(ValueError, match="no make is called 'nix'; there are: Dong Son Vision"):
        make_called("nix")
