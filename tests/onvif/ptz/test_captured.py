"""What real domes answered, as it was captured."""

from __future__ import annotations

from tests.onvif.fixtures import REOLINK, exchanges, needs_captures, single_reply
from wall.model.ptz.status import PtzStatus
from wall.onvif.faults import read_body
from wall.onvif.ptz.reading.abilities import auxiliary_of, has_home, has_tours, most_presets, node_of
from wall.onvif.ptz.reading.imaging import focus_speeds, is_focus_automatic, read_exposure
from wall.onvif.ptz.reading.spaces import read_spaces
from wall.onvif.ptz.reading.status import read_status
from wall.onvif.ptz.spaces import Range, unknown_spaces
from wall.onvif.reading.presets import read_presets
from wall.onvif.xml import Element, child

pytestmark = needs_captures


def told(call: str) -> Element:
    found = next(each for each in exchanges(REOLINK) if each.call == call)
    return read_body(found.status, {}, found.reply)


def test_a_dome_that_does_not_tell_where_it_looks() -> None:
    """It also sends our own security header back."""
    assert read_status(told("GetStatus"), unknown_spaces()) == PtzStatus(None, False)
    assert read_presets(told("GetPresets"))[0] == ()


def test_a_lens_that_cannot_be_moved() -> None:
    assert focus_speeds(told("GetMoveOptions")) is None
    settings = told("GetImagingSettings")
    assert read_exposure(settings).iris is None and not is_focus_automatic(settings)


def test_the_node_of_a_dome() -> None:
    node = node_of(read_body(200, {}, single_reply("get_nodes_success")), "PTZNodeToken")
    listed = child(node, "SupportedPTZSpaces")
    assert listed is not None
    spaces = read_spaces(listed, None)
    assert spaces.velocity is not None and spaces.velocity.name == "" and spaces.velocity.x == Range(-1, 1)
    assert spaces.zoom_position is not None and spaces.zoom_position.x == Range(0, 1)
    assert spaces.speed is not None and spaces.way_of_view is None and spaces.pan_degrees is None
    assert "lighton" in auxiliary_of(node) and len(auxiliary_of(node)) == 11
    assert has_home(node) and has_tours(node) and most_presets(node) == 300
