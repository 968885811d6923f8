"""GetStatus and the presets' places (ONVIF PTZ, sections 5.5 and 5.4.2)."""

from __future__ import annotations

from wall.model.ptz.move import Place
from wall.model.ptz.status import PtzStatus
from wall.onvif.ptz.spaces import Spaces
from wall.onvif.reading.tokens import each_of, token_of
from wall.onvif.reading.values import decimal, said
from wall.onvif.xml import Element, attribute, child, text

_MOST_PRESETS = 1024
_MOVING = {"MOVING": True, "IDLE": False}
_WELL = frozenset({"", "no error", "none", "ok", "no", "0", "noerror"})


def read_status(body: Element, spaces: Spaces) -> PtzStatus:
    """What it tells of itself; much of it may be missing."""
    status = child(body, "PTZStatus")
    place = _place(child(status, "Position"), spaces)
    error = said(status, "Error")
    return PtzStatus(place, _is_moving(child(status, "MoveStatus")), "" if error.lower() in _WELL else error)


def read_preset_place(body: Element, token: str, spaces: Spaces) -> Place | None:
    """Where one preset of an answer to GetPresets looks; None where it does not tell."""
    presets = each_of(body, "Presets", "Preset", _MOST_PRESETS)
    found = next((each for each in presets if token_of(each) == token), None)
    return _place(child(found, "PTZPosition"), spaces)


def _place(element: Element | None, spaces: Spaces) -> Place | None:
    pan_tilt, zoom = child(element, "PanTilt"), child(element, "Zoom")
    x, y, z = _number(pan_tilt, "x"), _number(pan_tilt, "y"), _number(zoom, "x")
    told = None if pan_tilt is None or x is None or y is None else (x, y, attribute(pan_tilt, "space"))
    closeness = None if zoom is None or z is None else (z, attribute(zoom, "space"))
    if told is None and closeness is None:
        return None
    place = spaces.place(told, closeness)
    return None if place == Place() else place


def _number(element: Element | None, name: str) -> float | None:
    return None if element is None else decimal(attribute(element, name))


def _is_moving(element: Element | None) -> bool | None:
    """True where one part moves; None where none says that it does and one does not say."""
    told = [_MOVING.get(text(element, name).upper()) for name in ("PanTilt", "Zoom") if text(element, name)]
    if any(told):
        return True
    return None if not told or None in told else False
