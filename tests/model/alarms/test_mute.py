"""Of which cameras something is muted."""

from __future__ import annotations

from wall.model.alarms import kinds
from wall.model.alarms.mute import Mute, muted_cameras

AT_SITE = {1: (11, 12), 2: (21,)}


def cameras_of(site_id: int) -> tuple[int, ...]:
    return AT_SITE.get(site_id, ())


def test_a_mute_concerns_its_camera_or_those_of_its_site() -> None:
    camera, site = Mute(11, 0, 60.0, "sửa"), Mute(0, 1, 90.0, "lễ hội", kinds=frozenset({kinds.MOTION}))
    assert muted_cameras((camera, site), cameras_of) == {11: (camera, site), 12: (site,)}
    assert muted_cameras((), cameras_of) == {}
    assert muted_cameras((Mute(0, 9, 60.0, "điểm đã bỏ"),), cameras_of) == {}


def test_what_is_heard_all_the_same_is_not_muted() -> None:
    assert muted_cameras((Mute(11, 0, 60.0, "?", kinds=frozenset({kinds.PANIC})),), cameras_of) == {}
    some = Mute(11, 0, 60.0, "?", kinds=frozenset({kinds.PANIC, kinds.LINE}))
    assert muted_cameras((some,), cameras_of) == {11: (some,)}
