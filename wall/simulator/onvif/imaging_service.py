"""The Imaging service (ver20): brightness and its kin of each video source, focus and iris of domes.

The pictures of domes follow focus and iris, and nothing else.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from types import MappingProxyType

from wall.simulator.domes.dome import Dome
from wall.simulator.domes.lens import IRIS_DB
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


def source_channel(call: Call) -> int:
    """The channel whose video source is meant; SoapFault where there is none."""
    return call.camera(
        call.token("VideoSourceToken"), "VideoSource", call.unit.habits.tokens.source_of, "NoSource"
    ).channel


def get_service_capabilities(call: Call) -> Markup:
    """What the Imaging service can do."""
    return capabilities_response("timg")


def get_imaging_settings(call: Call) -> Markup:
    """What is set."""
    channel = source_channel(call)
    settings, dome = call.unit.imaging[channel], call.unit.domes.get(channel)
    inner = tag("timg:ImagingSettings", *(_setting(settings, name, dome) for name in _ORDER))
    return tag("timg:GetImagingSettingsResponse", inner)


def _setting(settings: ImagingSettings, name: str, dome: Dome | None) -> Markup:
    if name in LEVELS:
        return tag(f"tt:{name}", float(settings.levels[name]))
    if name == "IrCutFilter":
        return tag("tt:IrCutFilter", settings.modes[name])
    if name == "Exposure" and dome is not None:
        return tag("tt:Exposure", tag("tt:Mode", settings.modes[name]), tag("tt:Iris", dome.lens.iris_db))
    return tag(f"tt:{name}", tag(f"tt:{_MODE_ELEMENT.get(name, 'Mode')}", settings.modes[name]))


def get_options(call: Call) -> Markup:
    """What may be set."""
    is_dome = source_channel(call) in call.unit.domes
    inner = tag("timg:ImagingOptions", *(_option(name, is_dome) for name in _ORDER))
    return tag("timg:GetOptionsResponse", inner)


def _option(name: str, is_dome: bool) -> Markup:
    if name in LEVELS:
        low, high = LEVELS[name]
        return tag(f"tt:{name}", tag("tt:Min", low), tag("tt:Max", high))
    if name == "IrCutFilter":
        return Markup("".join(tag("tt:IrCutFilterModes", mode) for mode in MODES[name]))
    element = "AutoFocusModes" if name == "Focus" else "Mode"
    low, high = IRIS_DB
    iris = tag("tt:Iris", tag("tt:Min", low), tag("tt:Max", high)) if is_dome and name == "Exposure" else Markup("")
    return tag(f"tt:{name}", *(tag(f"tt:{element}", mode) for mode in MODES[name]), iris)


def set_imaging_settings(call: Call) -> Markup:
    """Change what is named, all of it or nothing."""
    channel, given = source_channel(call), call.body.child("ImagingSettings")
    if given is None:
        raise invalid_argument("InvalidArgs", "ImagingSettings is missing")
    levels = {name: _level(given, name) for name in LEVELS if given.child(name) is not None}
    modes = {name: _mode(given, name) for name in MODES if given.child(name) is not None}
    iris_db = _iris_db(given) if channel in call.unit.domes else None
    try:
        call.unit.imaging[channel] = call.unit.imaging[channel].changed(levels, modes)
    except ValueError as error:
        raise _invalid(str(error)) from None
    if channel in call.unit.domes:
        _set_lens(call, channel, iris_db)
    return tag("timg:SetImagingSettingsResponse")


def _iris_db(given: Element) -> float | None:
    if given.child("Exposure", "Iris") is None:
        return None
    iris_db = _number(given, "Exposure", "Iris")
    if not IRIS_DB[0] <= iris_db <= IRIS_DB[1]:
        raise _invalid(f"Iris must be {IRIS_DB[0]:g} to {IRIS_DB[1]:g}")
    return iris_db


def _set_lens(call: Call, channel: int, iris_db: float | None) -> None:
    dome, modes = call.unit.domes[channel], call.unit.imaging[channel].modes
    at_s = call.unit.parts.monotonic()
    dome.settle(at_s)
    dome.lens.set_focus(dome.position(at_s)[2], is_automatic=modes["Focus"] == "AUTO")
    dome.lens.is_iris_automatic = modes["Exposure"] == "AUTO"
    if iris_db is not None:
        dome.lens.iris_db = iris_db


def _level(given: Element, name: str) -> float:
    return _number(given, name)


def _number(given: Element, *path: str) -> float:
    try:
        number = float(given.say(*path) or "")
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise _invalid(f"{path[-1]} must be a number")
    return number


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
