"""The Media service (ver10): profiles, configurations, stream and snapshot addresses.

It knows no H.265. A profile with an H.265 stream is listed here without an encoder configuration, and
whole in Media2, as the specification would have it. Some makes say "H265" here all the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from wall.simulator.city import Camera
from wall.simulator.onvif.call import Action, Call
from wall.simulator.onvif.habits.media import Media
from wall.simulator.onvif.markup import Markup, tag
from wall.simulator.onvif.profile import Profile
from wall.simulator.onvif.profiles import (
    KEPT,
    asked_encoder,
    asked_profile,
    ptz_configuration,
    resolution,
    shared_actions,
    snapshot_uri,
    source_configuration,
    stream_uri,
    with_encoder,
)
from wall.simulator.onvif.soap import invalid_argument
from wall.simulator.onvif.spaces import Offered

_ENCODINGS = {"h264": "H264", "mjpeg": "JPEG"}


def get_profiles(call: Call) -> Markup:
    """Every profile with its configurations."""
    media, offered = call.unit.habits.media, call.unit.habits.ptz.spaces
    profiles = (_profile("trt:Profiles", profile, media, offered) for profile in call.unit.listed["trt"])
    return tag("trt:GetProfilesResponse", *profiles)


def get_profile(call: Call) -> Markup:
    """One profile."""
    habits = call.unit.habits
    profile = _profile("trt:Profile", asked_profile(call), habits.media, habits.ptz.spaces)
    return tag("trt:GetProfileResponse", profile)


@lru_cache(maxsize=KEPT)
def _profile(name: str, profile: Profile, media: Media, offered: Offered) -> Markup:
    parts = [tag("tt:Name", profile.name)]
    if profile.has_source:
        parts.append(source_configuration("tt:VideoSourceConfiguration", profile))
    if profile.has_encoder and _can_say(profile, media):
        parts.append(_encoder("tt:VideoEncoderConfiguration", profile, media))
    if profile.ptz:
        parts.append(ptz_configuration("tt:PTZConfiguration", profile.channel, offered))
    return tag(name, *parts, token=profile.token, fixed=True)


def _can_say(profile: Profile, media: Media) -> bool:
    return profile.stream.codec in _ENCODINGS or media.says_h265


def _encoder(name: str, profile: Profile, media: Media) -> Markup:
    stream = profile.stream
    rate = (("FrameRateLimit", stream.fps), ("EncodingInterval", 1), ("BitrateLimit", stream.kbit_s))
    h264 = tag("tt:H264", tag("tt:GovLength", stream.fps * 2), tag("tt:H264Profile", "Main"))
    return tag(
        name,
        tag("tt:Name", profile.encoder),
        tag("tt:UseCount", 1),
        tag("tt:Encoding", _ENCODINGS.get(stream.codec, "H265")),
        resolution(profile, media.size),
        tag("tt:Quality", 5.0),
        tag("tt:RateControl", *(tag(f"tt:{limit}", value) for limit, value in rate)),
        h264 if stream.codec == "h264" else Markup(""),
        _multicast_off(),
        tag("tt:SessionTimeout", "PT60S"),
        token=profile.encoder,
    )


def _multicast_off() -> Markup:
    """The multicast settings that a configuration must have, with nothing in them."""
    address = tag("tt:Address", tag("tt:Type", "IPv4"), tag("tt:IPv4Address", "0.0.0.0"))
    rest = (tag("tt:Port", 0), tag("tt:TTL", 1), tag("tt:AutoStart", False))
    return tag("tt:Multicast", address, *rest)


def get_video_sources(call: Call) -> Markup:
    """One video source a channel."""
    tokens = call.unit.habits.tokens
    parts = (_source(camera, tokens.source_of(camera.channel)) for camera in call.unit.cameras)
    return tag("trt:GetVideoSourcesResponse", *parts)


def _source(camera: Camera, token: str) -> Markup:
    main = camera.streams[0]
    size = (tag("tt:Width", main.width), tag("tt:Height", main.height))
    return tag("trt:VideoSources", tag("tt:Framerate", float(main.fps)), tag("tt:Resolution", *size), token=token)


def get_video_encoder_configurations(call: Call) -> Markup:
    """Every encoder configuration that this service can tell."""
    media = call.unit.habits.media
    told = (each for each in with_encoder(call.unit.listed["trt"]) if _can_say(each, media))
    parts = (_encoder("trt:Configurations", profile, media) for profile in told)
    return tag("trt:GetVideoEncoderConfigurationsResponse", *parts)


def get_video_encoder_configuration(call: Call) -> Markup:
    """One encoder configuration."""
    media, profile = call.unit.habits.media, asked_encoder(call, call.token("ConfigurationToken"))
    if not _can_say(profile, media):
        raise invalid_argument("NoConfig", "this encoder configuration is told by Media2 only")
    inner = _encoder("trt:Configuration", profile, media)
    return tag("trt:GetVideoEncoderConfigurationResponse", inner)


def get_stream_uri(call: Call) -> Markup:
    """The RTSP address of a profile (Media, section 5.15.1)."""
    asked_profile(call)
    protocol = call.body.say("StreamSetup", "Transport", "Protocol") or "RTSP"
    if call.body.say("StreamSetup", "Stream") == "RTP-Multicast" or protocol not in ("UDP", "TCP", "RTSP"):
        raise invalid_argument("InvalidStreamSetup", f"no multicast and no {protocol} here")
    return tag("trt:GetStreamUriResponse", _media_uri(stream_uri(call)))


def get_snapshot_uri(call: Call) -> Markup:
    """The HTTP address of a JPEG."""
    return tag("trt:GetSnapshotUriResponse", _media_uri(snapshot_uri(call)))


def _media_uri(uri: str) -> Markup:
    return tag(
        "trt:MediaUri",
        tag("tt:Uri", uri),
        tag("tt:InvalidAfterConnect", False),
        tag("tt:InvalidAfterReboot", False),
        tag("tt:Timeout", "PT0S"),
    )


ACTIONS: Mapping[str, Action] = MappingProxyType(
    shared_actions("trt")
    | {
        "GetProfiles": get_profiles,
        "GetProfile": get_profile,
        "GetVideoSources": get_video_sources,
        "GetVideoEncoderConfigurations": get_video_encoder_configurations,
        "GetVideoEncoderConfiguration": get_video_encoder_configuration,
        "GetStreamUri": get_stream_uri,
        "GetSnapshotUri": get_snapshot_uri,
    }
)
