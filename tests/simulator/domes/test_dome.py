"""A dome does as it is told, or as its quirks have it, and remembers what it did."""

from __future__ import annotations

import pytest

from wall.simulator.domes.dome import MAX_PRESETS, PAN_GAIN, PAN_SPEED, Dome, Quirks
from wall.simulator.domes.told import dome_json, record_json

RAMP_S = PAN_SPEED / PAN_GAIN


def test_an_axis_that_is_not_named_goes_on() -> None:
    dome = Dome()
    dome.run(0.0, (0.5, 0.0), 0.5, 10.0)
    dome.stop(1.0, pan_tilt=True, zoom=False)
    assert dome.speed(2.0) == pytest.approx((0.0, 0.0, 0.25))


def test_presets_run_out() -> None:
    dome = Dome()
    kept = [dome.keep("", "", 0.0) for _ in range(MAX_PRESETS + 1)]
    assert kept[-1] is None
    assert len({preset.token for preset in kept if preset}) == MAX_PRESETS


def test_a_stop_is_ignored_once_for_each_motion() -> None:
    dome, deaf = Dome(), Quirks(ignored_stops=1)
    assert dome.stop(0.0)
    for start_s in (1.0, 5.0):
        dome.run(start_s, (0.1, 0.0), None, 10.0, deaf)
        assert not dome.stop(start_s + 0.5)
        assert dome.is_moving(start_s + 1.0)
        assert dome.stop(start_s + 1.0)
        assert not dome.is_moving(start_s + 2.0)


def test_inverted_axes_go_the_other_way() -> None:
    dome = Dome()
    dome.run(0.0, (0.2, 0.2), None, 1.0, Quirks(inverts=(-1, 1)))
    pan, tilt, _ = dome.position(5.0)
    assert pan == pytest.approx(-tilt) and tilt > 0


def test_the_record_tells_when_it_moved_and_when_it_stood() -> None:
    dome = Dome()
    assert dome_json(7, dome, 0.5)["stopped_s"] is None
    dome.note(1.0, "ContinuousMove", timeout_s=1.0)
    dome.run(1.0, (0.5, 0.0), None, 1.0)
    dome.run(1.8, (0.5, 0.0), None, 1.0)
    told = dome_json(7, dome, 2.0)
    assert (told["camera"], told["moving"], told["stopped_s"]) == (7, True, None)
    assert told["rests_s"] == pytest.approx(2.8 + RAMP_S / 2)
    dome.stop(2.0)
    told = dome_json(7, dome, 4.0)
    assert (told["moving"], told["stopped_s"]) == (False, pytest.approx(2.0 + RAMP_S / 2))
    assert told["last_command"]["name"] == "ContinuousMove"


def test_the_record_tells_where_it_was_although_it_is_elsewhere_now() -> None:
    dome = Dome()
    dome.go(1.0, (0.5, 0.0), None)
    dome.go(9.0, (-0.5, 0.2), None)
    told = record_json(7, dome, 20.0, 0.0)
    assert [motion["from_s"] for motion in told["motions"]] == [1.0, 9.0]
    path = {round(at_s, 2): pan for at_s, pan, *_ in told["path"]}
    assert path[1.0] == 0.0 and path[9.0] == 0.5
    assert record_json(7, dome, 20.0, 8.0)["path"][0][0] == 9.0
    assert record_json(7, dome, 9.5, 0.0)["motions"][1]["to_s"] is None
