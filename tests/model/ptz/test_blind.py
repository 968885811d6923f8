"""Where a dome looks, and which duty zones nobody watches."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.model.geo.course import destination
from wall.model.geo.mercator import bearing_deg
from wall.model.geo.sight import Eye
from wall.model.inventory import Position
from wall.model.ptz.blind import Blind, BlindSpot, blind_spots, zone_of
from wall.model.ptz.duty import DutyView
from wall.model.ptz.heading import heading_deg, seen_deg
from wall.model.ptz.move import Place
from wall.model.ptz.standing import Duty, PtzStanding

HERE = Position(21.1861, 106.0763)
VIEW = DutyView(1, "5", "Ngã Sáu")


def board(
    standing: PtzStanding, *, lost: bool = False, watched: bool = True, others: tuple[Eye, ...] = ()
) -> tuple[BlindSpot, ...]:
    eyes = {eye.camera_id: eye for eye in (Eye(1, HERE, 90.0), *others)}
    zone = zone_of(VIEW, HERE, 90.0)
    return blind_spots([zone], lambda _camera: standing, {1} if lost else (), {1} if watched else (), eyes)


def test_a_zone_is_watched_while_its_dome_looks_there_and_stands_on_a_screen() -> None:
    assert board(PtzStanding(1, duty=Duty.THERE)) == ()
    assert [each.why for each in board(PtzStanding(1, duty=Duty.THERE), watched=False)] == [Blind.UNSEEN]


def test_who_turned_it_away_and_when_it_goes_back_stands_on_the_board() -> None:
    (row,) = board(PtzStanding(1, duty=Duty.AWAY, moved_by="an", returns_at_s=99.0))
    assert (row.camera_id, row.why, row.moved_by, row.returns_at_s) == (1, Blind.AWAY, "an", 99.0)
    assert board(PtzStanding(1, duty=Duty.RETURNING))[0].why is Blind.RETURNING
    assert board(PtzStanding(1))[0].why is Blind.UNKNOWN
    assert board(PtzStanding(1, duty=Duty.THERE), lost=True)[0].why is Blind.LOST


def test_another_camera_that_sees_the_zone_is_named_unless_it_is_lost() -> None:
    beyond = destination(HERE, 90.0, 80.0)
    facing, turned = Eye(2, beyond, 270.0), Eye(3, beyond, 90.0)
    (row,) = board(PtzStanding(1, duty=Duty.AWAY), others=(facing, turned))
    assert row.seen_by == (2,)
    eyes = {2: facing}
    (row,) = blind_spots([zone_of(VIEW, HERE, 90.0)], lambda _: PtzStanding(1, duty=Duty.AWAY), {2}, (), eyes)
    assert row.seen_by == ()


def test_the_gravest_comes_first_and_before_it_what_nobody_else_sees() -> None:
    standings = {n: PtzStanding(n, duty=duty) for n, duty in enumerate((Duty.RETURNING, Duty.AWAY, Duty.THERE))}
    zones = [zone_of(DutyView(n, "1"), None, None) for n in standings]
    rows = blind_spots(zones, standings.__getitem__, {2}, (), {})
    assert [(each.camera_id, each.why) for each in rows] == [(2, Blind.LOST), (1, Blind.AWAY), (0, Blind.RETURNING)]


def test_a_dome_looks_where_its_pan_says() -> None:
    assert heading_deg(Place(0.0), None, 30.0) == 30.0
    assert heading_deg(Place(0.5), None, 300.0) == 30.0
    assert heading_deg(Place(-1.0), (0.0, 340.0), 180.0) == 10.0
    assert heading_deg(Place(None), None, 30.0) is None and heading_deg(Place(0.1), None, None) is None
    assert seen_deg(Place(0, 0, 0.0), 60.0) == 60.0 and seen_deg(Place(0, 0, 0.5), 60.0) is None


@given(st.floats(-1, 1), st.floats(0, 359), st.floats(1, 180))
def test_a_heading_is_a_direction_and_grows_with_the_pan(pan: float, middle: float, half: float) -> None:
    found = heading_deg(Place(pan), (-half, half), middle)
    assert found is not None and 0 <= found < 360
    assert (found - middle - pan * half + 180) % 360 - 180 == pytest.approx(0, abs=1e-6)


def test_a_zone_lies_where_the_dome_looks_at_its_preset() -> None:
    spot = zone_of(VIEW, HERE, 45.0).spot
    assert spot is not None and bearing_deg(HERE, spot) == pytest.approx(45, abs=0.1)
    assert zone_of(VIEW, None, 45.0).spot is None and zone_of(VIEW, HERE, None).spot is None
