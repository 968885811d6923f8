"""What is settled of a dome goes before what it tells."""

from __future__ import annotations

import pytest

from wall.model.ptz.ability import PtzAbility
from wall.model.ptz.aim import Point, centring
from wall.model.ptz.heading import heading_deg
from wall.model.ptz.move import Place
from wall.model.ptz.settings import DomeSettings, settled

TELLS = PtzAbility(pan_tilt=True, absolute=True, pan_degrees=(0.0, 90.0))


@pytest.mark.parametrize("ends", [(0.0, 0.0), (0.0, 0.5), (-400.0, 400.0), (0.0, 1000.0), (float("nan"), 10.0)])
def test_a_range_that_cannot_be_is_refused(ends: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match="720"):
        DomeSettings(pan_degrees=ends)


def test_the_range_of_pan_is_that_which_was_settled() -> None:
    assert settled(TELLS, DomeSettings()) is TELLS
    assert settled(TELLS, DomeSettings(pan_degrees=(-180.0, 180.0))).pan_degrees == (-180.0, 180.0)


def test_a_pan_that_rises_to_the_left_is_so_on_the_map_and_under_a_click() -> None:
    right, left = (settled(TELLS, DomeSettings(pan_degrees=ends)) for ends in ((-180.0, 180.0), (180.0, -180.0)))
    there = Place(0.25, 0.0, 0.0)
    assert heading_deg(there, right.pan_degrees, 0.0) == 45.0
    assert heading_deg(there, left.pan_degrees, 0.0) == 315.0
    one, other = (centring(Point(0.5, 0.0), each, there) for each in (right, left))
    assert one is not None and other is not None and one.pan == -other.pan > 0
