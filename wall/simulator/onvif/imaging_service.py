"""The Imaging service (ver20): brightness and its kin of each video source; pictures do not follow."""

from __future__ import annotations

import math
from collections.abc import Mapping
from types import MappingProxyType

from wall.simulator.onvif.call import Action, Call
from wall.simulator.onvif.catalogue import capabilities_response
from wall.simulator.onvif.imaging import LEVELS, MODES, ImagingSettings
from wall.simulator.onvif.markup import Markup, tag
from wall.simulator.onvif.parsing import Element
from wall.simulator.onvif.soap import SoapFault, invalid_argument

# The schema's order; a setting is a level, a mode as text, or a mode in an element of its own.
_ORDER = (
    "BacklightCompensation",
    "Brightness",
    "ColorSaturation",
    "Contrast",
    "Exposure",
    "Focus",
    "IrCutFilter",
    "Sharpness",
    "WideDynamicRange",
    "WhiteBalance",
)
_MODE_ELEMENT = MappingProxyType({"Focus": "AutoFocusMode"})


def _channel(call: Call) -> int:
    return call.camera(
        call.token("VideoSourceToken"), "VideoSource", call.unit.habits.tokens.source_of, "NoSource"
    ).channel


def get_service_capabilities(call: Call) -> Markup:
    """What the Imaging service can do."""
    return capabilities_response("timg")


def get_imaging_settings(call: Call) -> Markup:
    """What is set."""
    settings = call.unit.imaging[_channel(call)]
    inner = tag("timg:ImagingSettings", *(_setting(settings, name) for name in _ORDER))
    return tag("timg:GetImagingSettingsResponse", inner)


def _setting(settings: ImagingSettings, name: str) -> Markup:
    if name in LEVELS:
        return tag(f"tt:{name}", float(settings.levels[name]))
    if name == "IrCutFilter":
        return tag("tt:IrCutFilter", settings.modes[name])
    return tag(f"tt:{name}", tag(f"tt:{_MODE_ELEMENT.get(name, 'Mode')}", settings.modes[name]))


def get_options(call: Call) -> Markup:
    """What may be set."""
    _channel(call)
    inner = tag("timg:ImagingOptions", *(_option(name) for name in _ORDER))
    return tag("timg:GetOptionsResponse", inner)


def _option(name: str) -> Markup:
    if name in LEVELS:
        low, high = LEVELS[name]
        return tag(f"tt:{name}", tag("tt:Min", low), tag("tt:Max", high))
    if name == "IrCutFilter":
        return Markup("".join(tag("tt:IrCutFilterModes", mode) for mode in MODES[name]))
    element = "AutoFocusModes" if name == "Focus" else "Mode"
    return tag(f"tt:{name}", *(tag(f"tt:{element}", mode) for mode in MODES[name]))


def set_imaging_settings(call: Call) -> Markup:
    """Change what is named, all of it or nothing."""
    channel, given = _channel(call), call.body.child("ImagingSettings")
    if given is None:
        raise invalid_argument("InvalidArgs", "ImagingSettings is missing")
    levels = {name: _level(given, name) for name in LEVELS if given.child(name) is not None}
    modes = {name: _mode(given, name) for name in MODES if given.child(name) is not None}
    try:
        call.unit.imaging[channel] = call.unit.imaging[channel].changed(levels, modes)
    except ValueError as error:
        raise _invalid(str(error)) from None
    return tag("timg:SetImagingSettingsResponse")


def _level(given: Element, name: str) -> float:
    try:
        level = float(given.say(name) or "")
    except ValueError:
        raise _invalid(f"{name} must be a number") from None
    if not math.isfinite(level):
        raise _invalid(f"{name} must be a number")
    return level


def _mode(given: Element, name: str) -> str:
    path = (name,) if name == "IrCutFilter" else (name, _MODE_ELEMENT.get(name, "Mode"))
    return given.say(*path) or ""


def _invalid(reason: str) -> SoapFault:
    return invalid_argument("SettingsInvalid", reason)


ACTIONS: Mapping[str, Action] = MappingProxyType(
    {
        "GetServiceCapabilities": get_service_capabilities,
        "GetImagingSettings": get_imaging_settings,
        "GetOptions": get_options,
        "SetImagingSettings": set_imaging_settings,
    }
)
