"""Where a dome is told in degrees or in shares of its picture, it ends up at the same place."""

from __future__ import annotations

import pytest

from wall.simulator.domes.look import half_view
from wall.simulator.onvif.parsing import Element
from wall.simulator.onvif.soap import SoapFault
from wall.simulator.onvif.spaces import PAN_DEGREES, PAN_TILT_SPACE, Measure, Offered
from wall.simulator.onvif.vectors import read_vector, write_position, write_spaces

DEGREES = Offered((Measure.DEGREES,), (Measure.DEGREES,))


def vector(x: float, y: float, space: str = "") -> Element:
    marks = {"x": str(x), "y": str(y)} | ({"space": f"{PAN_TILT_SPACE}/{space}"} if space else {})
    return Element("", "Position", {}, children=[Element("", "PanTilt", marks)])


def test_degrees_are_read_as_they_are_written() -> None:
    written = write_position("tt:Position", (0.5, -0.25, 0.0), DEGREES)
    assert f'x="{PAN_DEGREES / 2:g}"' in written and "SphericalPositionSpaceDegrees" in written
    read = read_vector(vector(PAN_DEGREES / 2, -5.0), 1.0, "InvalidPosition", DEGREES.position_spaces)
    assert read.pan_tilt == pytest.approx((0.5, -0.25))


def test_a_share_of_the_picture_is_less_the_closer_it_looks() -> None:
    ways = Offered().way_spaces
    for zoom, factor in ((0.0, 1.0), (1.0, 4.0)):
        read = read_vector(vector(1.0, 0.5, "TranslationSpaceFov"), 2.0, "", ways, half_view(zoom))
        assert read.pan_tilt == pytest.approx((1.0 / factor, 0.5 / factor))


def test_a_space_that_it_has_not_is_refused() -> None:
    with pytest.raises(SoapFault, match="no space"):
        read_vector(vector(0.1, 0.1, "Furlongs"), 1.0, "InvalidPosition", Offered().way_spaces)
    with pytest.raises(SoapFault, match="within"):
        read_vector(vector(36.0, 0.0), 1.0, "InvalidPosition", DEGREES.position_spaces)


def test_a_dome_that_can_only_be_pushed_tells_nothing_else() -> None:
    told = write_spaces("tt:Spaces", Offered((), ()))
    assert "Continuous" in told and "Absolute" not in told and "Relative" not in told
