"""Focus and iris (ONVIF Imaging, sections 5.2 to 5.4)."""

from __future__ import annotations

from dataclasses import dataclass

from wall.onvif.ptz.spaces import Range
from wall.onvif.reading.values import decimal
from wall.onvif.xml import Element, child, children, text

_EXPOSURE = ("ExposureTime", "Gain")


@dataclass(frozen=True, slots=True)
class Exposure:
    """What is set now. `kept` are the values that must go with a changed iris, by their names."""

    iris: float | None
    kept: tuple[tuple[str, float], ...]


def focus_speeds(body: Element) -> Range | None:
    """Of continuous focus moves; None where the lens has none (GetMoveOptions)."""
    continuous = child(body, "MoveOptions", "Continuous")
    return None if continuous is None else _range(child(continuous, "Speed"), Range(-1.0, 1.0))


def iris_range(body: Element) -> Range | None:
    """Of an iris that can be set by hand: dB, 0 is open (GetOptions)."""
    exposure = child(body, "ImagingOptions", "Exposure")
    modes = {text(each).upper() for each in children(exposure, "Mode")}
    iris = child(exposure, "Iris")
    return None if iris is None or (modes and "MANUAL" not in modes) else _range(iris, None)


def is_focus_automatic(body: Element) -> bool:
    """Does the camera focus by itself (GetImagingSettings)?"""
    return text(body, "ImagingSettings", "Focus", "AutoFocusMode").upper() == "AUTO"


def read_exposure(body: Element) -> Exposure:
    """GetImagingSettings."""
    exposure = child(body, "ImagingSettings", "Exposure")
    numbers = ((name, decimal(text(exposure, name))) for name in _EXPOSURE)
    return Exposure(decimal(text(exposure, "Iris")), tuple((name, x) for name, x in numbers if x is not None))


def _range(element: Element | None, fallback: Range | None) -> Range | None:
    least, most = decimal(text(element, "Min")), decimal(text(element, "Max"))
    if least is None or most is None:
        return fallback
    return None if least == most else Range(min(least, most), max(least, most))
