"""The Media2 service (ver20): the same profiles as Media, and the only one that can say H.265."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from wall.simulator.onvif.call import Action, Call
from wall.simulator.onvif.catalogue import capabilities_response
from wall.simulator.onvif.markup import Markup, tag
from wall.simulator.onvif.profiles import (
    Profile,
    asked_encoder,
    asked_profile,
    profiles_of,
    ptz_configuration,
    resolution,
    snapshot_uri,
    source_configuration,
    stream_uri,
)
from wall.simulator.onvif.soap import invalid_argument

_ENCODINGS = {"h264": "H264", "h265": "H265", "mjpeg": "JPEG"}
_PROFILES = {"h264": "Main", "h265": "Main"}
_PROTOCOLS = ("RtspUnicast", "RTSP")


def get_service_capabilities(call: Call) -> Markup:
    """What the Media2 service can do."""
    return capabilities_response("tr2")


def get_profiles(call: Call) -> Markup:
    """Profiles, one or all, with the configurations of the kinds asked for (Media2, section 5.2.2)."""
    profiles = [asked_profile(call, "Token")] if call.body.say("Token") else profiles_of(call)
    kinds = {kind.text.strip() for kind in call.body.all("Type")}
    return tag("tr2:GetProfilesResponse", *(_profile(profile, kinds) for profile in profiles))


def _profile(profile: Profile, kinds: set[str]) -> Markup:
    parts = []
    if kinds & {"All", "VideoSource"}:
        parts.append(source_configuration("tr2:VideoSource", profile.camera))
    if kinds & {"All", "VideoEncoder"}:
        parts.append(_encoder("tr2:VideoEncoder", profile))
    if profile.camera.ptz and kinds & {"All", "PTZ"}:
        parts.append(ptz_configuration("tr2:PTZ", profile.camera))
    configurations = tag("tr2:Configurations", *parts) if kinds else Markup("")
    name = tag("tr2:Name", profile.token)
    return tag("tr2:Profiles", name, configurations, token=profile.token, fixed=True)


def _encoder(name: str, profile: Profile) -> Markup:
    stream = profile.stream
    marks: dict[str, str | int] = {"token": profile.encoder}
    if stream.codec in _PROFILES:
        marks |= {"GovLength": stream.fps * 2, "Profile": _PROFILES[stream.codec]}
    rate = (tag("tt:FrameRateLimit", float(stream.fps)), tag("tt:BitrateLimit", stream.kbit_s))
    return tag(
        name,
        tag("tt:Name", profile.encoder),
        tag("tt:UseCount", 1),
        tag("tt:Encoding", _ENCODINGS[stream.codec]),
        resolution(profile),
        tag("tt:RateControl", *rate, ConstantBitRate=True),
        tag("tt:Quality", 5.0),
        **marks,
    )


def get_video_encoder_configurations(call: Call) -> Markup:
    """Encoder configurations: one, those of a profile, or all."""
    if token := call.body.say("ConfigurationToken"):
        profiles = [asked_encoder(call, token)]
    else:
        profiles = [asked_profile(call)] if call.body.say("ProfileToken") else profiles_of(call)
    parts = (_encoder("tr2:Configurations", profile) for profile in profiles)
    return tag("tr2:GetVideoEncoderConfigurationsResponse", *parts)


def get_video_source_configurations(call: Call) -> Markup:
    """One video source configuration a channel."""
    parts = (source_configuration("tr2:Configurations", camera) for camera in call.unit.cameras)
    return tag("tr2:GetVideoSourceConfigurationsResponse", *parts)


def get_stream_uri(call: Call) -> Markup:
    """The RTSP address of a profile."""
    profile = asked_profile(call)
    protocol = call.body.say("Protocol") or "RTSP"
    if protocol not in _PROTOCOLS:
        raise invalid_argument("InvalidStreamSetup", f"no {protocol} here")
    return tag("tr2:GetStreamUriResponse", tag("tr2:Uri", stream_uri(call, profile)))


def get_snapshot_uri(call: Call) -> Markup:
    """The HTTP address of a JPEG."""
    return tag("tr2:GetSnapshotUriResponse", tag("tr2:Uri", snapshot_uri(call, asked_profile(call))))


def set_synchronization_point(call: Call) -> Markup:
    """Accepted; every stream has a keyframe within 2 s anyway."""
    asked_profile(call)
    return tag("tr2:SetSynchronizationPointResponse")


ACTIONS: Mapping[str, Action] = MappingProxyType(
    {
        "GetServiceCapabilities": get_service_capabilities,
        "GetProfiles": get_profiles,
        "GetVideoEncoderConfigurations": get_video_encoder_configurations,
        "GetVideoSourceConfigurations": get_video_source_configurations,
        "GetStreamUri": get_stream_uri,
        "GetSnapshotUri": get_snapshot_uri,
        "SetSynchronizationPoint": set_synchronization_point,
    }
)
