"""GetNodes (ONVIF PTZ, section 5.1) and PTZ configurations (5.2): what a dome can do."""

from __future__ import annotations

from wall.model.device import Problem, PtzNode, Step
from wall.onvif.reading.tokens import each_of, each_once, token_of, usable_token
from wall.onvif.reading.values import decimal, truth, whole_within
from wall.onvif.xml import Element, child, children, text

_MOST_NODES = 512
_MOST_PRESETS = 10_000
Range = tuple[float, float]


def read_nodes(body: Element) -> tuple[tuple[PtzNode, ...], tuple[Problem, ...]]:
    """The PTZ nodes, each token once."""
    nodes = (_node(each) for each in each_of(body, "PTZNodes", "PTZNode", _MOST_NODES))
    return each_once(nodes, Step.PTZ, "PTZ nodes")


def _node(element: Element) -> PtzNode:
    spaces = child(element, "SupportedPTZSpaces")
    absolute, zoom = _generic(spaces, "AbsolutePanTiltPositionSpace"), _generic(spaces, "AbsoluteZoomPositionSpace")
    return PtzNode(
        token_of(element),
        can_pan_tilt=_has_any(spaces, "PanTilt"),
        can_zoom=_has_any(spaces, "Zoom"),
        can_go_to=absolute is not None or zoom is not None,
        has_home=truth(text(element, "HomeSupported")),
        most_presets=whole_within(text(element, "MaximumNumberOfPresets"), 0, _MOST_PRESETS) or 0,
        pan_limits=_range(absolute, "XRange"),
        tilt_limits=_range(absolute, "YRange"),
        zoom_limits=_range(zoom, "XRange"),
    )


def _has_any(spaces: Element | None, axes: str) -> bool:
    """Is there any way to move these axes?"""
    names = (f"Continuous{axes}VelocitySpace", f"Absolute{axes}PositionSpace", f"Relative{axes}TranslationSpace")
    return any(child(spaces, name) is not None for name in names)


def _generic(spaces: Element | None, name: str) -> Element | None:
    """The generic space of that kind; the first, where none says that it is."""
    found = children(spaces, name)
    return next((each for each in found if "GenericSpace" in text(each, "URI")), found[0] if found else None)


def node_of_configuration(ptz: Element) -> PtzNode:
    """What a PTZ configuration alone tells of its node: as much as is used when the device does not tell its nodes."""
    pan_tilt, zoom = child(ptz, "PanTiltLimits", "Range"), child(ptz, "ZoomLimits", "Range")
    # "Pantt" is how the schema of ONVIF has it.
    absolute = ("DefaultAbsolutePantTiltPositionSpace", "DefaultAbsolutePanTiltPositionSpace")
    goes = [_has_default(ptz, *absolute), _has_default(ptz, "DefaultAbsoluteZoomPositionSpace")]
    moves = ("DefaultContinuousPanTiltVelocitySpace", "DefaultRelativePanTiltTranslationSpace")
    zooms = ("DefaultContinuousZoomVelocitySpace", "DefaultRelativeZoomTranslationSpace")
    return PtzNode(
        usable_token(text(ptz, "NodeToken")),
        can_pan_tilt=goes[0] or pan_tilt is not None or _has_default(ptz, *moves),
        can_zoom=goes[1] or zoom is not None or _has_default(ptz, *zooms),
        can_go_to=any(goes),
        has_home=False,
        most_presets=0,
        pan_limits=_range(pan_tilt, "XRange"),
        tilt_limits=_range(pan_tilt, "YRange"),
        zoom_limits=_range(zoom, "XRange"),
    )


def _has_default(ptz: Element, *names: str) -> bool:
    return any(text(ptz, name) for name in names)


def _range(space: Element | None, name: str) -> Range | None:
    """Least and most; None where they are missing or make no sense."""
    least, most = decimal(text(space, name, "Min")), decimal(text(space, name, "Max"))
    return (least, most) if least is not None and most is not None and least < most else None
