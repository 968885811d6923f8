"""What Media and Media2 tell in the same way: which profile is asked for, and the configurations in it.

Each channel has two profiles, main and sub, over one video source; some makes have more, or list fewer. A dome's
profiles carry its PTZ configuration.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from wall.simulator.onvif.call import Action, Call
from wall.simulator.onvif.catalogue import capabilities_response
from wall.simulator.onvif.markup import Markup, joined, tag
from wall.simulator.onvif.profile import Profile
from wall.simulator.onvif.soap import SoapFault, invalid_argument
from wall.simulator.onvif.spaces import VELOCITY, ZOOM_SPACE, Offered

KEPT = 1024
"""How many pieces of answers are kept: most are the same for many devices."""


def asked_profile(call: Call, field: str = "ProfileToken") -> Profile:
    """The profile that a field of the call names; SoapFault ter:NoProfile where there is none."""
    token = call.token(field)
    found = call.unit.profiles.get(token)
    if found is None:
        raise invalid_argument("NoProfile", f"there is no profile {token!r}")
    return found


def asked_encoder(call: Call, token: str) -> Profile:
    """The profile whose encoder configuration has that token; SoapFault ter:NoConfig where there is none."""
    profiles = call.unit.profiles.values()
    found = next((each for each in profiles if each.has_encoder and each.encoder == token), None)
    if found is None:
        raise invalid_argument("NoConfig", f"there is no video encoder configuration {token!r}")
    return found


def with_encoder(profiles: Iterable[Profile]) -> list[Profile]:
    """Those that have an encoder configuration."""
    return [profile for profile in profiles if profile.has_encoder]


def stream_uri(call: Call) -> str:
    """The RTSP address, without login, of the profile asked for; SoapFault where it has no stream."""
    profile, unit = asked_profile(call), call.unit
    if not profile.is_playable:
        reason = f"the profile {profile.token!r} has no stream"
        raise SoapFault("Receiver", ("ter:Action", "ter:IncompleteConfiguration"), reason)
    camera, name = unit.cameras[profile.channel - 1], profile.stream.name
    url = unit.parts.addresses.rtsp_url(camera, name, host=call.where.host)
    return unit.habits.addressing.stream(url, name)


def snapshot_uri(call: Call) -> str:
    """The HTTP address of the JPEG of the channel whose profile is asked for, in the size of its stream."""
    profile = asked_profile(call)
    url = call.where.url(f"snapshot/{picture_name(profile.channel, profile.stream.name)}")
    return call.unit.habits.addressing.snapshot(url, profile.stream.name)


def picture_name(channel: int, stream: str) -> str:
    """What the picture of a channel's stream is called: the main stream's by the channel alone."""
    return str(channel) if stream == "main" else f"{channel}-{stream}"


def resolution(profile: Profile, told: tuple[int, int] | None) -> Markup:
    """The size of the stream's picture, or what is told in its place: of this stream, or by a make of main streams."""
    stream = profile.stream
    made_up = stream.said or (told if stream.name == "main" else None)
    width, height = made_up or (stream.width, stream.height)
    return tag("tt:Resolution", tag("tt:Width", width), tag("tt:Height", height))


@lru_cache(maxsize=KEPT)
def source_configuration(name: str, profile: Profile) -> Markup:
    """A video source configuration, as an element of that name."""
    width, height = profile.bounds
    return tag(
        name,
        tag("tt:Name", profile.source),
        tag("tt:UseCount", 2),
        tag("tt:SourceToken", profile.source_token),
        tag("tt:Bounds", x=0, y=0, width=width, height=height),
        token=profile.source,
    )


@lru_cache(maxsize=KEPT)
def ptz_configuration(name: str, channel: int, offered: Offered) -> Markup:
    """A PTZ configuration, as an element of that name."""
    positions, ways = offered.position_spaces[:1], offered.way_spaces[:1]
    spaces = (
        *(("DefaultAbsolutePantTiltPositionSpace", space.uri) for space in positions),
        *(("DefaultAbsoluteZoomPositionSpace", f"{ZOOM_SPACE}/PositionGenericSpace") for _ in positions),
        *(("DefaultRelativePanTiltTranslationSpace", space.uri) for space in ways),
        *(("DefaultRelativeZoomTranslationSpace", f"{ZOOM_SPACE}/TranslationGenericSpace") for _ in ways),
        ("DefaultContinuousPanTiltVelocitySpace", VELOCITY.uri),
        ("DefaultContinuousZoomVelocitySpace", f"{ZOOM_SPACE}/VelocityGenericSpace"),
    )
    speed = joined(tag("tt:PanTilt", x=1.0, y=1.0), tag("tt:Zoom", x=1.0))
    return tag(
        name,
        tag("tt:Name", f"PTZConfig_{channel}"),
        tag("tt:UseCount", 2),
        tag("tt:NodeToken", f"PTZNode_{channel}"),
        *(tag(f"tt:{default}", space) for default, space in spaces),
        tag("tt:DefaultPTZSpeed", speed),
        tag("tt:DefaultPTZTimeout", "PT10S"),
        token=f"PTZConfig_{channel}",
    )


def shared_actions(prefix: str) -> dict[str, Action]:
    """The calls that both services answer in the same way, each in its own namespace."""

    def get_service_capabilities(call: Call) -> Markup:
        return capabilities_response(prefix)

    def get_video_source_configurations(call: Call) -> Markup:
        mains = (profile for profile in call.unit.profiles.values() if profile.stream.name == "main")
        each = {profile.channel: profile for profile in mains if profile.has_source}
        parts = (source_configuration(f"{prefix}:Configurations", profile) for profile in each.values())
        return tag(f"{prefix}:GetVideoSourceConfigurationsResponse", *parts)

    def set_synchronization_point(call: Call) -> Markup:
        # Accepted; every stream has a keyframe within 2 s anyway.
        asked_profile(call)
        return tag(f"{prefix}:SetSynchronizationPointResponse")

    return {
        "GetServiceCapabilities": get_service_capabilities,
        "GetVideoSourceConfigurations": get_video_source_configurations,
        "SetSynchronizationPoint": set_synchronization_point,
    }
