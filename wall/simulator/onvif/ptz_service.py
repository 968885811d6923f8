"""The PTZ service (ver20): moves, presets and status of domes.

Only domes offer it. Positions really change with time, and the pictures of the drawn city follow them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from wall.simulator.city import Camera
from wall.simulator.domes.axis import Axis
from wall.simulator.domes.dome import MAX_PRESETS, Dome, Preset, Quirks
from wall.simulator.domes.lens import AUXILIARY
from wall.simulator.domes.look import half_view
from wall.simulator.domes.tours import MAX_TOURS
from wall.simulator.onvif.call import Action, Call
from wall.simulator.onvif.catalogue import capabilities_response
from wall.simulator.onvif.habits.ptz import Ptz
from wall.simulator.onvif.markup import Markup, joined, tag
from wall.simulator.onvif.profiles import KEPT, asked_profile, ptz_configuration
from wall.simulator.onvif.soap import SoapFault, invalid_argument, not_supported
from wall.simulator.onvif.spaces import Space
from wall.simulator.onvif.times import parse_duration_s, utc_text
from wall.simulator.onvif.vectors import Vector, read_vector, write_position, write_spaces

DEFAULT_TIMEOUT_S = 10.0
MAX_TIMEOUT_S = 60.0
_FOR_EVER_S = 3600.0


def asked_dome(call: Call) -> Dome:
    """The dome behind ProfileToken; SoapFault where that profile cannot move."""
    profile = asked_profile(call)
    dome = call.unit.domes.get(profile.channel)
    if dome is None:
        raise invalid_argument("NoPTZProfile", "this profile has no PTZ configuration")
    dome.settle(now_s(call))
    return dome


def _quirks(call: Call) -> Quirks:
    return call.unit.quirks_of(asked_profile(call).channel)


def now_s(call: Call) -> float:
    return call.unit.parts.monotonic()


def _ptz(call: Call) -> Ptz:
    return call.unit.habits.ptz


def _domes(call: Call) -> list[Camera]:
    return [camera for camera in call.unit.cameras if camera.ptz]


def get_service_capabilities(call: Call) -> Markup:
    """What the PTZ service can do."""
    return capabilities_response("tptz")


def get_nodes(call: Call) -> Markup:
    """One node a dome."""
    return tag("tptz:GetNodesResponse", *(_node(camera.channel, _ptz(call)) for camera in _domes(call)))


def get_node(call: Call) -> Markup:
    """One node."""
    camera = call.camera(call.token("NodeToken"), "PTZNode", "PTZNode_{}".format, "NoEntity")
    return tag("tptz:GetNodeResponse", _node(camera.channel, _ptz(call)))


@lru_cache(maxsize=KEPT)
def _node(channel: int, ptz: Ptz) -> Markup:
    operations = (tag("tt:PTZPresetTourOperation", each) for each in ("Start", "Stop", "Pause"))
    tour = tag("tt:SupportedPresetTour", tag("tt:MaximumNumberOfPresetTours", MAX_TOURS), *operations)
    return tag(
        "tptz:PTZNode",
        tag("tt:Name", f"PTZNode_{channel}"),
        write_spaces("tt:SupportedPTZSpaces", ptz.spaces),
        tag("tt:MaximumNumberOfPresets", MAX_PRESETS),
        tag("tt:HomeSupported", True),
        *(tag("tt:AuxiliaryCommands", each) for each in (AUXILIARY if ptz.has_helpers else ())),
        tag("tt:Extension", tour) if ptz.has_tours else Markup(""),
        token=f"PTZNode_{channel}",
        FixedHomePosition=False,
    )


def get_configurations(call: Call) -> Markup:
    """One configuration a dome."""
    parts = (ptz_configuration("tptz:PTZConfiguration", camera.channel, _ptz(call).spaces) for camera in _domes(call))
    return tag("tptz:GetConfigurationsResponse", *parts)


def get_configuration(call: Call) -> Markup:
    """One configuration."""
    camera = call.camera(call.token("PTZConfigurationToken"), "PTZConfig", "PTZConfig_{}".format, "NoConfig")
    inner = ptz_configuration("tptz:PTZConfiguration", camera.channel, _ptz(call).spaces)
    return tag("tptz:GetConfigurationResponse", inner)


def get_configuration_options(call: Call) -> Markup:
    """Spaces and the range of the move timeout."""
    call.camera(call.token("ConfigurationToken"), "PTZConfig", "PTZConfig_{}".format, "NoConfig")
    timeout = (tag("tt:Min", "PT0.1S"), tag("tt:Max", f"PT{MAX_TIMEOUT_S:g}S"))
    options = joined(write_spaces("tt:Spaces", _ptz(call).spaces), tag("tt:PTZTimeout", *timeout))
    return tag("tptz:GetConfigurationOptionsResponse", tag("tptz:PTZConfigurationOptions", options))


def get_status(call: Call) -> Markup:
    """Where the dome is and whether it moves."""
    dome, at_s = asked_dome(call), now_s(call)
    pan_tilt = _moving(at_s, dome.pan, dome.tilt)
    position = write_position("tt:Position", dome.position(at_s), _ptz(call).spaces)
    status = tag(
        "tptz:PTZStatus",
        position if call.unit.habits.ptz.tells_position else Markup(""),
        tag("tt:MoveStatus", tag("tt:PanTilt", pan_tilt), tag("tt:Zoom", _moving(at_s, dome.zoom))),
        tag("tt:UtcTime", utc_text(call.unit.now_s())),
    )
    return tag("tptz:GetStatusResponse", status)


def _moving(at_s: float, *axes: Axis) -> str:
    return "MOVING" if any(axis.is_moving(at_s) for axis in axes) else "IDLE"


def continuous_move(call: Call) -> Markup:
    """Move until stopped, or until the timeout."""
    dome = asked_dome(call)
    velocity = read_vector(call.body.child("Velocity"), 1.0, "InvalidVelocity")
    at_s, quirks, timeout_s = now_s(call), _quirks(call), _timeout_s(call)
    dome.note(at_s, "ContinuousMove", pan_tilt=velocity.pan_tilt, zoom=velocity.zoom, timeout_s=timeout_s)
    for_s = _FOR_EVER_S if quirks.ignores_timeout else timeout_s
    dome.run(at_s, velocity.pan_tilt, velocity.zoom, for_s, quirks)
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
    dome = asked_dome(call)
    offered = _offered(call, _ptz(call).spaces.position_spaces)
    target = read_vector(call.body.child("Position"), 1.0, "InvalidPosition", offered)
    _go(call, dome, target)
    return tag("tptz:AbsoluteMoveResponse")


def _offered(call: Call, spaces: tuple[Space, ...]) -> tuple[Space, ...]:
    if not spaces:
        raise not_supported(call.body.name)
    return spaces


def relative_move(call: Call) -> Markup:
    """Move by so much from here; the way ends at the limits."""
    dome = asked_dome(call)
    pan, tilt, zoom = dome.position(now_s(call))
    offered, turned = _offered(call, _ptz(call).spaces.way_spaces), _quirks(call).inverts
    way = read_vector(call.body.child("Translation"), 2.0, "InvalidTranslation", offered, half_view(zoom))
    target = Vector(
        None if way.pan_tilt is None else (pan + way.pan_tilt[0] * turned[0], tilt + way.pan_tilt[1] * turned[1]),
        None if way.zoom is None else zoom + way.zoom,
    )
    _go(call, dome, target)
    return tag("tptz:RelativeMoveResponse")


def _go(call: Call, dome: Dome, target: Vector) -> None:
    speed = read_vector(call.body.child("Speed"), 1.0, "InvalidSpeed")
    zoom_speed = 1.0 if speed.zoom is None else speed.zoom
    at_s = now_s(call)
    dome.note(at_s, call.body.name, pan_tilt=target.pan_tilt, zoom=target.zoom)
    dome.go(at_s, target.pan_tilt, target.zoom, speed.pan_tilt or (1.0, 1.0), zoom_speed)


def stop(call: Call) -> Markup:
    """Stand still, except for the part that is named false."""
    dome = asked_dome(call)
    pan_tilt, zoom = (call.body.say(name) not in ("false", "0") for name in ("PanTilt", "Zoom"))
    at_s = now_s(call)
    is_done = dome.stop(at_s, pan_tilt, zoom)
    dome.note(at_s, "Stop", is_ignored=not is_done, pan_tilt=pan_tilt, zoom=zoom)
    return tag("tptz:StopResponse")


def get_presets(call: Call) -> Markup:
    """Every preset with its position."""
    named = call.unit.habits.ptz.names_presets
    presets = (
        tag(
            "tptz:Preset",
            tag("tt:Name", preset.name) if named else Markup(""),
            write_position("tt:PTZPosition", preset.position, _ptz(call).spaces),
            token=preset.token,
        )
        for preset in asked_dome(call).presets.values()
    )
    return tag("tptz:GetPresetsResponse", *presets)


def set_preset(call: Call) -> Markup:
    """Store the present position as a new preset, or in place of an old one."""
    dome, token, name = asked_dome(call), call.body.say("PresetToken") or "", call.body.say("PresetName") or ""
    if token and token not in dome.presets:
        raise _no_preset(token)
    if len(name) > 64:
        raise invalid_argument("InvalidPresetName", "a preset's name has at most 64 letters")
    if token and not name:
        name = dome.presets[token].name
    preset = dome.keep(name, token, now_s(call))
    if preset is None:
        raise SoapFault("Receiver", ("ter:Action", "ter:TooManyPresets"), f"there are {MAX_PRESETS} presets")
    return tag("tptz:SetPresetResponse", tag("tptz:PresetToken", preset.token))


def goto_preset(call: Call) -> Markup:
    """Move to a preset."""
    dome = asked_dome(call)
    pan, tilt, zoom = _asked_preset(call, dome).position
    _go(call, dome, Vector((pan, tilt), zoom))
    return tag("tptz:GotoPresetResponse")


def remove_preset(call: Call) -> Markup:
    """Forget a preset."""
    dome = asked_dome(call)
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
    dome = asked_dome(call)
    pan, tilt, zoom = dome.home
    _go(call, dome, Vector((pan, tilt), zoom))
    return tag("tptz:GotoHomePositionResponse")


def set_home_position(call: Call) -> Markup:
    """Let the present position be home."""
    dome = asked_dome(call)
    dome.home = dome.position(now_s(call))
    return tag("tptz:SetHomePositionResponse")


def send_auxiliary_command(call: Call) -> Markup:
    """Wiper and lamp."""
    dome, command = asked_dome(call), call.body.say("AuxiliaryData") or ""
    if not _ptz(call).has_helpers or not dome.switch(command):
        raise invalid_argument("InvalidAuxiliaryCommand", f"there is no auxiliary command {command!r}")
    dome.note(now_s(call), "SendAuxiliaryCommand", command=command)
    return tag("tptz:SendAuxiliaryCommandResponse", tag("tptz:AuxiliaryResponse", command))


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
        "SendAuxiliaryCommand": send_auxiliary_command,
    }
)
