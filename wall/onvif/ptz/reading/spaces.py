"""GetConfigurationOptions and GetNode (ONVIF PTZ, sections 5.2.4 and 5.1.3): the spaces of a dome."""

from __future__ import annotations

from wall.onvif.ptz.spaces import Range, Space, Spaces
from wall.onvif.reading.values import decimal
from wall.onvif.xml import Element, child, children, text

_FULL_CIRCLE, _UPRIGHT = Range(-180.0, 180.0), Range(-90.0, 90.0)
_UNIT, _POSITIVE = Range(-1.0, 1.0), Range(0.0, 1.0)
_OF_VIEW = "TranslationSpaceFov"
_MOST = 64
_DEFAULTS = {
    # "Pantt" is how the schema of ONVIF has it.
    "AbsolutePanTiltPositionSpace": ("DefaultAbsolutePantTiltPositionSpace", "DefaultAbsolutePanTiltPositionSpace"),
    "AbsoluteZoomPositionSpace": ("DefaultAbsoluteZoomPositionSpace",),
    "RelativePanTiltTranslationSpace": ("DefaultRelativePanTiltTranslationSpace",),
    "RelativeZoomTranslationSpace": ("DefaultRelativeZoomTranslationSpace",),
    "ContinuousPanTiltVelocitySpace": ("DefaultContinuousPanTiltVelocitySpace",),
    "ContinuousZoomVelocitySpace": ("DefaultContinuousZoomVelocitySpace",),
}


def read_spaces(listed: Element, configuration: Element | None) -> Spaces:
    """From a list of spaces (`Spaces` of options, `SupportedPTZSpaces` of a node). `configuration` has the defaults."""
    usual = {kind: _first_said(configuration, names) for kind, names in _DEFAULTS.items()}
    zoom_ways = _spaces(listed, "RelativeZoomTranslationSpace", usual)
    ways = _spaces(listed, "RelativePanTiltTranslationSpace", usual, has_tilt=True)
    positions = _spaces(listed, "AbsolutePanTiltPositionSpace", usual, has_tilt=True)
    zoom_positions = _spaces(listed, "AbsoluteZoomPositionSpace", usual)
    return Spaces(
        velocity=_best(_spaces(listed, "ContinuousPanTiltVelocitySpace", usual, has_tilt=True)),
        zoom_velocity=_best(_spaces(listed, "ContinuousZoomVelocitySpace", usual)),
        position=_best(positions),
        zoom_position=_best(zoom_positions),
        way=_best([each for each in ways if not each.uri.endswith(_OF_VIEW)]),
        zoom_way=_best([each for each in zoom_ways if not each.uri.endswith(_OF_VIEW)]),
        way_of_view=next((each for each in ways if each.uri.endswith(_OF_VIEW)), None),
        speed=_best(_spaces(listed, "PanTiltSpeedSpace", usual)),
        zoom_speed=_best(_spaces(listed, "ZoomSpeedSpace", usual)),
        positions=tuple(positions),
        zoom_positions=tuple(zoom_positions),
        pan_degrees=next(((each.x.least, each.x.most) for each in positions if _is_degrees(each.uri)), None),
    )


def has_spaces(listed: Element | None) -> bool:
    """Is there anything in the list at all?"""
    return listed is not None and any(child(listed, kind) is not None for kind in _DEFAULTS)


def _first_said(configuration: Element | None, names: tuple[str, ...]) -> str:
    return next((said for name in names if (said := text(configuration, name))), "")


def _best(spaces: list[Space]) -> Space | None:
    return next((each for each in spaces if "Generic" in each.uri), spaces[0] if spaces else None)


def _spaces(listed: Element, kind: str, usual: dict[str, str], *, has_tilt: bool = False) -> list[Space]:
    found = (_space(each, kind, usual.get(kind, ""), has_tilt) for each in children(listed, kind)[:_MOST])
    return [space for space in found if space is not None]


def _space(element: Element, kind: str, usual: str, has_tilt: bool) -> Space | None:
    """None for a range without width."""
    uri = text(element, "URI")
    fallback = _fallback(uri, kind)
    x = _range(child(element, "XRange"), fallback)
    y = _range(child(element, "YRange"), _UPRIGHT if fallback is _FULL_CIRCLE else fallback) if has_tilt else None
    if x is None or (has_tilt and y is None):
        return None
    is_default = uri == usual if usual else "Generic" in uri
    return Space(uri, x, y, "" if is_default else uri)


def _range(element: Element | None, fallback: Range) -> Range | None:
    """`fallback` where it is missing, endless or no number; None where least and most are the same."""
    least, most = decimal(text(element, "Min")), decimal(text(element, "Max"))
    if least is None or most is None:
        return fallback
    if least == most:
        return None
    return Range(min(least, most), max(least, most))


def _fallback(uri: str, kind: str) -> Range:
    if _is_degrees(uri):
        return _FULL_CIRCLE
    return _POSITIVE if "Speed" in kind or kind == "AbsoluteZoomPositionSpace" else _UNIT


def _is_degrees(uri: str) -> bool:
    return "degree" in uri.lower() or "spherical" in uri.lower()
