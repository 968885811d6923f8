"""Shares into a dome's numbers and back: nothing leaves its range, and right stays right."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wall.model.ptz.move import Place
from wall.onvif.ptz.reading.abilities import seconds_of
from wall.onvif.ptz.reading.spaces import read_spaces
from wall.onvif.ptz.spaces import Range, Space, Spaces, of_position, of_velocity
from wall.onvif.ptz.templates import duration, number
from wall.onvif.xml import parse

limits = st.floats(-1000, 1000, allow_nan=False)
ranges = st.tuples(limits, limits).filter(lambda two: abs(two[0] - two[1]) > 0.01).map(lambda two: Range(*sorted(two)))
shares = st.floats(-1, 1, allow_nan=False)


@given(ranges, ranges, shares, shares)
def test_positions_stay_in_range_and_come_back(x: Range, y: Range, pan: float, tilt: float) -> None:
    space = Space("u", x, y)
    told = of_position(space, pan, tilt)
    assert x.least <= told[0] <= x.most and y.least <= told[1] <= y.most
    back = Spaces(position=space, positions=(space,)).place((told[0], told[1], "u"), None)
    assert back.pan is not None and back.tilt is not None and back.zoom is None
    assert abs(back.pan - pan) < 1e-6 and abs(back.tilt - tilt) < 1e-6


@given(ranges, shares)
def test_velocities_keep_their_direction(x: Range, share: float) -> None:
    speed = of_velocity(Space("u", x), share, 0)[0]
    if x.least < 0 < x.most:
        assert x.least <= speed <= x.most
    assert speed == 0 or share == 0 or (speed > 0) == (share > 0)


@given(ranges, st.floats(0, 1), st.floats(0, 1))
def test_faster_is_never_slower(x: Range, one: float, other: float) -> None:
    slow, fast = sorted((one, other))
    assert abs(x.both_ways(slow)) <= abs(x.both_ways(fast))
    assert abs(x.both_ways(-slow)) <= abs(x.both_ways(-fast))


@given(st.floats(-1e5, 1e5, allow_nan=False))
def test_numbers_are_what_every_device_reads(value: float) -> None:
    said = number(value)
    assert "e" not in said and said != "-0" and abs(float(said) - value) <= max(1e-4, abs(value) * 1e-5)


@given(st.floats(0.001, 3600))
def test_durations_are_read_back(seconds: float) -> None:
    read = seconds_of(duration(seconds))
    assert read is not None and abs(read - seconds) <= 0.002 + seconds * 1e-5


def test_durations_of_all_kinds() -> None:
    assert [seconds_of(each) for each in ("PT1S", "PT0.5S", "PT1M", "PT1H1M1S", "P0Y0M0DT0H0M10S")] == [
        1,
        0.5,
        60,
        3661,
        10,
    ]
    assert [seconds_of(each) for each in ("", "P", "PT", "1", "PT..S", "P1D", "PTxS")] == [None] * 7


def test_a_position_in_another_space_than_ours_is_read_by_its_own() -> None:
    generic, degrees = Space("g", Range(-1, 1), Range(-1, 1)), Space("d", Range(-180, 180), Range(0, 90))
    spaces = Spaces(position=generic, positions=(generic, degrees))
    assert spaces.place((90, 45, "d"), None) == Place(0.5, 0.0)
    assert spaces.place((0.5, 0.5, ""), None) == Place(0.5, 0.5)
    assert spaces.place((0.5, 0.5, "what"), (1, "")) == Place(0.5, 0.5, None)


def test_a_name_goes_with_what_is_not_the_default() -> None:
    listed = parse(
        b"<Spaces><ContinuousPanTiltVelocitySpace><URI>x/VelocityGenericSpace</URI></ContinuousPanTiltVelocitySpace>"
        b"<ContinuousZoomVelocitySpace><URI>x/ZoomVelocityGenericSpace</URI></ContinuousZoomVelocitySpace></Spaces>"
    )
    configuration = parse(
        b"<C><DefaultContinuousPanTiltVelocitySpace>x/VelocitySpaceDegrees</DefaultContinuousPanTiltVelocitySpace></C>"
    )
    spaces = read_spaces(listed, configuration)
    assert spaces.velocity is not None and spaces.velocity.name == "x/VelocityGenericSpace"
    assert spaces.zoom_velocity is not None and spaces.zoom_velocity.name == ""
