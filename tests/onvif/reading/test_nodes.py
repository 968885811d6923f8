"""What a dome can do."""

from __future__ import annotations

from tests.onvif.fixtures import needs_captures, single_reply
from tests.onvif.reading.replies import answer
from wall.model.device import Problem, PtzNode, Step, Trouble
from wall.onvif.faults import read_body
from wall.onvif.reading.nodes import read_nodes

PAN_TILT = "http://www.onvif.org/ver10/tptz/PanTiltSpaces/"


def space(name: str, uri: str, **ranges: str) -> str:
    inner = (
        f"<tt:{axis}><tt:Min>{told.split()[0]}</tt:Min><tt:Max>{told.split()[1]}</tt:Max></tt:{axis}>"
        for axis, told in ranges.items()
    )
    return f"<tt:{name}><tt:URI>{uri}</tt:URI>{''.join(inner)}</tt:{name}>"


def node(spaces: str, rest: str = "", token: str = "N") -> str:
    inner = f"<tt:SupportedPTZSpaces>{spaces}</tt:SupportedPTZSpaces>{rest}"
    return f'<tptz:PTZNode token="{token}">{inner}</tptz:PTZNode>'


def read(*nodes: str) -> tuple[tuple[PtzNode, ...], tuple[Problem, ...]]:
    return read_nodes(answer(f"<tptz:GetNodesResponse>{''.join(nodes)}</tptz:GetNodesResponse>"))


def test_the_generic_space_gives_the_limits() -> None:
    degrees = space(
        "AbsolutePanTiltPositionSpace", f"{PAN_TILT}SphericalPositionSpace", XRange="-180 180", YRange="0 90"
    )
    generic = space("AbsolutePanTiltPositionSpace", f"{PAN_TILT}PositionGenericSpace", XRange="-1 1", YRange="-1 0.5")
    rest = "<tt:HomeSupported>true</tt:HomeSupported><tt:MaximumNumberOfPresets>256</tt:MaximumNumberOfPresets>"
    assert read(node(degrees + generic, rest)) == (
        (PtzNode("N", True, False, True, True, 256, (-1.0, 1.0), (-1.0, 0.5)),),
        (),
    )


def test_a_dome_that_can_only_be_pushed() -> None:
    spaces = space("ContinuousPanTiltVelocitySpace", "x") + space("ContinuousZoomVelocitySpace", "x")
    assert read(node(spaces))[0] == (PtzNode("N", True, True, False, False, 0),)


def test_a_node_that_tells_nothing_can_do_nothing() -> None:
    assert read('<tptz:PTZNode token="N"/>')[0] == (PtzNode("N", False, False, False, False, 0),)


def test_limits_that_make_no_sense_are_none() -> None:
    odd = space("AbsolutePanTiltPositionSpace", "x", XRange="1 -1", YRange="nan inf")
    (one,), _ = read(node(odd, "<tt:MaximumNumberOfPresets>-3</tt:MaximumNumberOfPresets>"))
    assert (one.pan_limits, one.tilt_limits, one.most_presets) == (None, None, 0)


def test_a_token_counts_once() -> None:
    nodes, problems = read(node(""), node(""), node("", token=""))
    assert len(nodes) == 1
    assert [(each.step, each.trouble) for each in problems] == [
        (Step.PTZ, Trouble.DUPLICATE),
        (Step.PTZ, Trouble.INCOMPLETE),
    ]


@needs_captures
def test_a_captured_node() -> None:
    assert read_nodes(read_body(200, {}, single_reply("get_nodes_success"))) == (
        (PtzNode("PTZNodeToken", True, True, True, True, 300, (-1.0, 1.0), (-1.0, 1.0), (0.0, 1.0)),),
        (),
    )
