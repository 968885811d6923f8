"""The Media service (ver10): profiles, configurations, stream and snapshot addresses.

It knows no H.265. A profile with an H.265 stream is listed here without an encoder configuration, and
whole in Media2, as the specification would have it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from wall.simulator.city import Camera
from wall.simulator.onvif.call import Action, Call
from wall.simulator.onvif.catalogue import capabilities_response
from wall.simulator.onvif.markup import Markup, tag
from wall.simulator.onvif.profiles import (
    Profile,
    asked_encoder,
    asked_profile,
    multicast_off,
    profiles_of,
    ptz_configuration,
    resolution,
    snapshot_uri,
    source_configuration,
    stream_uri,
)
from wall.simulator.onvif.soap import invalid_argument

_ENCODINGS = {"h264": "H264", "mjpeg": "JPEG"}


def get_service_capabilities(call: Call) -> Markup:
    """What the Media service can do."""
    return capabilities_response("trt")


def get_profiles(call: Call) -> Markup:
    """Every profile with its configurations."""
    profiles = (_profile("trt:Profiles", profile) for profile in profiles_of(call))
    return tag("trt:GetProfilesResponse", *profiles)


def get_profile(call: Call) -> Markup:
    """One profile."""
    return tag("trt:GetProfileResponse", _profile("trt:Profile", asked_profile(call)))


def _profile(name: str, profile: Profile) -> Markup:
    parts = [
        tag("tt:Name", profile.token),
        source_configuration("tt:VideoSourceConfiguration", profile.camera),
    ]
    if profile.stream.codec in _ENCODINGS:
        parts.append(_encoder("tt:VideoEncoderConfiguration", profile))
    if profile.camera.ptz:
        parts.append(ptz_configuration("tt:PTZConfiguration", profile.camera))
    return tag(name, *parts, token=profile.token, fixed=True)


def _encoder(name: str, profile: Profile) -> Markup:
    stream = profile.stream
    rate = (("FrameRateLimit", stream.fps), ("EncodingInterval", 1), ("BitrateLimit", stream.kbit_s))
    h264 = tag("tt:H264", tag("tt:GovLength", stream.fps * 2), tag("tt:H264Profile", "Main"))
    return tag(
        name,
        tag("tt:Name", profile.encoder),
        tag("tt:UseCount", 1),
        tag("tt:Encoding", _ENCODINGS[stream.codec]),
        resolution(profile),
        tag("tt:Quality", 5.0),
        tag("tt:RateControl", *(tag(f"tt:{limit}", value) for limit, value in rate)),
        h264 if stream.codec == "h264" else Markup(""),
        multicast_off(),
        tag("tt:SessionTimeout", "PT60S"),
        token=profile.encoder,
    )


def get_video_sources(call: Call) -> Markup:
    """One video source a channel."""
    return tag("trt:GetVideoSourcesResponse", *(_source(camera) for camera in call.unit.cameras))


def _source(camera: Camera) -> Markup:
    main = camera.streams[0]
    size = (tag("tt:Width", main.width), tag("tt:Height", main.height))
    parts = (tag("tt:Framerate", float(main.fps)), tag("tt:Resolution", *size))
    return tag("trt:VideoSources", *parts, token=f"VideoSource_{camera.channel}")


def get_video_source_configurations(call: Call) -> Markup:
    """One video source configuration a channel."""
    parts = (source_configuration("trt:Configurations", camera) for camera in call.unit.cameras)
    return tag("trt:GetVideoSourceConfigurationsResponse", *parts)


def get_video_encoder_configurations(call: Call) -> Markup:
    """Every encoder configuration that this service can tell."""
    told = (profile for profile in profiles_of(call) if profile.stream.codec in _ENCODINGS)
    parts = (_encoder("trt:Configurations", profile) for profile in told)
    return tag("trt:GetVideoEncoderConfigurationsResponse", *parts)


def get_video_encoder_configuration(call: Call) -> Markup:
    """One encoder configuration."""
    profile = asked_encoder(call, call.token("ConfigurationToken"))
    if profile.stream.codec not in _ENCODINGS:
        raise invalid_argument("NoConfig", "this encoder configuration is told by Media2 only")
    inner = _encoder("trt:Configuration", profile)
    return tag("trt:GetVideoEncoderConfigurationResponse", inner)


def get_stream_uri(call: Call) -> Markup:
    """The RTSP address of a profile (Media, section 5.15.1)."""
    profile = asked_profile(call)
    protocol = call.body.say("StreamSetup", "Transport", "Protocol") or "RTSP"
    if call.body.say("StreamSetup", "Stream") == "RTP-Multicast" or protocol not in ("UDP", "TCP", "RTSP"):
        raise invalid_argument("InvalidStreamSetup", f"no multicast and no {protocol} here")
    return tag("trt:GetStreamUriResponse", _media_uri(stream_uri(call, profile)))


def get_snapshot_uri(call: Call) -> Markup:
    """The HTTP address of a JPEG."""
    return tag("trt:GetSnapshotUriResponse", _media_uri(snapshot_uri(call, asked_profile(call))))


def _media_uri(uri: str) -> Markup:
    return tag(
        "trt:MediaUri",
        tag("tt:Uri", uri),
        tag("tt:InvalidAfterConnect", False),
        tag("tt:InvalidAfterReboot", False),
        tag("tt:Timeout", "PT0S"),
    )


def set_synchronization_point(call: Call) -> Markup:
    """Accepted; every stream has a keyframe within 2 s anyway."""
    asked_profile(call)
    return tag("trt:SetSynchronizationPointResponse")


ACTIONS: Mapping[str, Action] = MappingProxyType(
    {
        "GetServiceCapabilities": get_service_capabilities,
        "GetProfiles": get_profiles,
        "GetProfile": get_profile,
        "GetVideoSources": get_video_sources,
        "GetVideoSourceConfigurations": get_video_source_configurations,
        "GetVideoEncoderConfigurations": get_video_encoder_configurations,
        "GetVideoEncoderConfiguration": get_video_encoder_configuration,
        "GetStreamUri": get_stream_uri,
        "GetSnapshotUri": get_snapshot_uri,
        "SetSynchronizationPoint": set_synchronization_point,
    }
)
