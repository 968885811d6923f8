"""The PTZ service (ver20): moves, presets and status of domes.

Only domes offer it. Positions really change with time; the pictures do not follow them yet.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from wall.simulator.city import Camera
from wall.simulator.onvif.call import Action, Call
from wall.simulator.onvif.catalogue import capabilities_response
from wall.simulator.onvif.dome import MAX_PRESETS, Axis, Dome, Preset
from wall.simulator.onvif.markup import Markup, joined, tag
from wall.simulator.onvif.profiles import KEPT, asked_profile, ptz_configuration
from wall.simulator.onvif.soap import SoapFault, invalid_argument
from wall.simulator.onvif.times import parse_duration_s, utc_text
from wall.simulator.onvif.vectors import Vector, read_vector, write_position, write_spaces

DEFAULT_TIMEOUT_S = 10.0
MAX_TIMEOUT_S = 60.0


def _dome(call: Call) -> Dome:
    """The dome behind ProfileToken; SoapFault where that profile cannot move."""
    profile = asked_profile(call)
    dome = call.unit.domes.get(profile.channel)
    if dome is None:
        raise invalid_argument("NoPTZProfile", "this profile has no PTZ configuration")
    return dome


def _now_s(call: Call) -> float:
    return call.unit.parts.monotonic()


def _domes(call: Call) -> list[Camera]:
    return [camera for camera in call.unit.cameras if camera.ptz]


def get_service_capabilities(call: Call) -> Markup:
    """What the PTZ service can do."""
    return capabilities_response("tptz")


def get_nodes(call: Call) -> Markup:
    """One node a dome."""
    return tag("tptz:GetNodesResponse", *(_node(camera.channel) for camera in _domes(call)))


def get_node(call: Call) -> Markup:
    """One node."""
    camera = call.camera(call.token("NodeToken"), "PTZNode", "PTZNode_{}".format, "NoEntity")
    return tag("tptz:GetNodeResponse", _node(camera.channel))


@lru_cache(maxsize=KEPT)
def _node(channel: int) -> Markup:
    return tag(
        "tptz:PTZNode",
        tag("tt:Name", f"PTZNode_{channel}"),
        write_spaces("tt:SupportedPTZSpaces"),
        tag("tt:MaximumNumberOfPresets", MAX_PRESETS),
        tag("tt:HomeSupported", True),
        token=f"PTZNode_{channel}",
        FixedHomePosition=False,
    )


def get_configurations(call: Call) -> Markup:
    """One configuration a dome."""
    parts = (ptz_configuration("tptz:PTZConfiguration", camera.channel) for camera in _domes(call))
    return tag("tptz:GetConfigurationsResponse", *parts)


def get_configuration(call: Call) -> Markup:
    """One configuration."""
    camera = call.camera(call.token("PTZConfigurationToken"), "PTZConfig", "PTZConfig_{}".format, "NoConfig")
    inner = ptz_configuration("tptz:PTZConfiguration", camera.channel)
    return tag("tptz:GetConfigurationResponse", inner)


def get_configuration_options(call: Call) -> Markup:
    """Spaces and the range of the move timeout."""
    call.camera(call.token("ConfigurationToken"), "PTZConfig", "PTZConfig_{}".format, "NoConfig")
    timeout = (tag("tt:Min", "PT0.1S"), tag("tt:Max", f"PT{MAX_TIMEOUT_S:g}S"))
    options = joined(write_spaces("tt:Spaces"), tag("tt:PTZTimeout", *timeout))
    return tag("tptz:GetConfigurationOptionsResponse", tag("tptz:PTZConfigurationOptions", options))


def get_status(call: Call) -> Markup:
    """Where the dome is and whether it moves."""
    dome, now_s = _dome(call), _now_s(call)
    pan_tilt = _moving(now_s, dome.pan, dome.tilt)
    position = write_position("tt:Position", dome.position(now_s))
    status = tag(
        "tptz:PTZStatus",
        position if call.unit.habits.ptz.tells_position else Markup(""),
        tag("tt:MoveStatus", tag("tt:PanTilt", pan_tilt), tag("tt:Zoom", _moving(now_s, dome.zoom))),
        tag("tt:UtcTime", utc_text(call.unit.now_s())),
    )
    return tag("tptz:GetStatusResponse", status)


def _moving(now_s: float, *axes: Axis) -> str:
    return "MOVING" if any(axis.is_moving(now_s) for axis in axes) else "IDLE"


def continuous_move(call: Call) -> Markup:
    """Move until stopped, or until the timeout."""
    dome = _dome(call)
    velocity = read_vector(call.body.child("Velocity"), 1.0, "InvalidVelocity")
    dome.run(_now_s(call), velocity.pan_tilt, velocity.zoom, _timeout_s(call))
    return tag("tptz:ContinuousMoveResponse")


def _timeout_s(call: Call) -> float:
    text = call.body.say("Timeout")
    if not text:
        return DEFAULT_TIMEOUT_S
    timeout_s = parse_duration_s(text)
    if timeout_s is None or timeout_s < 0:
        raise invalid_argument("TimeoutNotSupported", "Timeout must be a duration such as PT1S")
    return min(timeout_s, MAX_TIMEOUT_S)


def absolute_move(call: Call) -> Markup:
    """Move to a position."""
    dome = _dome(call)
    target = read_vector(call.body.child("Position"), 1.0, "InvalidPosition")
    _go(call, dome, target)
    return tag("tptz:AbsoluteMoveResponse")


def relative_move(call: Call) -> Markup:
    """Move by so much from here; the way ends at the limits."""
    dome = _dome(call)
    way = read_vector(call.body.child("Translation"), 2.0, "InvalidTranslation")
    pan, tilt, zoom = dome.position(_now_s(call))
    target = Vector(
        None if way.pan_tilt is None else (pan + way.pan_tilt[0], tilt + way.pan_tilt[1]),
        None if way.zoom is None else zoom + way.zoom,
    )
    _go(call, dome, target)
    return tag("tptz:RelativeMoveResponse")


def _go(call: Call, dome: Dome, target: Vector) -> None:
    speed = read_vector(call.body.child("Speed"), 1.0, "InvalidSpeed")
    zoom_speed = 1.0 if speed.zoom is None else speed.zoom
    dome.go(_now_s(call), target.pan_tilt, target.zoom, speed.pan_tilt or (1.0, 1.0), zoom_speed)


def stop(call: Call) -> Markup:
    """Stand still, except for the part that is named false."""
    dome = _dome(call)
    pan_tilt, zoom = (call.body.say(name) not in ("false", "0") for name in ("PanTilt", "Zoom"))
    dome.stop(_now_s(call), pan_tilt, zoom)
    return tag("tptz:StopResponse")


def get_presets(call: Call) -> Markup:
    """Every preset with its position."""
    named = call.unit.habits.ptz.names_presets
    presets = (
        tag(
            "tptz:Preset",
            tag("tt:Name", preset.name) if named else Markup(""),
            write_position("tt:PTZPosition", preset.position),
            token=preset.token,
        )
        for preset in _dome(call).presets.values()
    )
    return tag("tptz:GetPresetsResponse", *presets)


def set_preset(call: Call) -> Markup:
    """Store the present position as a new preset, or in place of an old one."""
    dome, token, name = _dome(call), call.body.say("PresetToken") or "", call.body.say("PresetName") or ""
    if token and token not in dome.presets:
        raise _no_preset(token)
    if len(name) > 64:
        raise invalid_argument("InvalidPresetName", "a preset's name has at most 64 letters")
    if token and not name:
        name = dome.presets[token].name
    preset = dome.keep(name, token, _now_s(call))
    if preset is None:
        raise SoapFault("Receiver", ("ter:Action", "ter:TooManyPresets"), f"there are {MAX_PRESETS} presets")
    return tag("tptz:SetPresetResponse", tag("tptz:PresetToken", preset.token))


def goto_preset(call: Call) -> Markup:
    """Move to a preset."""
    dome = _dome(call)
    pan, tilt, zoom = _asked_preset(call, dome).position
    _go(call, dome, Vector((pan, tilt), zoom))
    return tag("tptz:GotoPresetResponse")


def remove_preset(call: Call) -> Markup:
    """Forget a preset."""
    dome = _dome(call)
    del dome.presets[_asked_preset(call, dome).token]
    return tag("tptz:RemovePresetResponse")


def _asked_preset(call: Call, dome: Dome) -> Preset:
    token = call.token("PresetToken")
    if token not in dome.presets:
        raise _no_preset(token)
    return dome.presets[token]


def _no_preset(token: str) -> SoapFault:
    return invalid_argument("NoToken", f"there is no preset {token!r}")


def goto_home_position(call: Call) -> Markup:
    """Move to where the dome belongs."""
    dome = _dome(call)
    pan, tilt, zoom = dome.home
    _go(call, dome, Vector((pan, tilt), zoom))
    return tag("tptz:GotoHomePositionResponse")


def set_home_position(call: Call) -> Markup:
    """Let the present position be home."""
    dome = _dome(call)
    dome.home = dome.position(_now_s(call))
    return tag("tptz:SetHomePositionResponse")


ACTIONS: Mapping[str, Action] = MappingProxyType(
    {
        "GetServiceCapabilities": get_service_capabilities,
        "GetNodes": get_nodes,
        "GetNode": get_node,
        "GetConfigurations": get_configurations,
        "GetConfiguration": get_configuration,
        "GetConfigurationOptions": get_configuration_options,
        "GetStatus": get_status,
        "ContinuousMove": continuous_move,
        "AbsoluteMove": absolute_move,
        "RelativeMove": relative_move,
        "Stop": stop,
        "GetPresets": get_presets,
        "SetPreset": set_preset,
        "GotoPreset": goto_preset,
        "RemovePreset": remove_preset,
        "GotoHomePosition": goto_home_position,
        "SetHomePosition": set_home_position,
    }
)
