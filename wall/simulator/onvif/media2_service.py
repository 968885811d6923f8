"""The Media2 service (ver20): the same profiles as Media, and the only one that can say H.265."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from wall.simulator.onvif import profiles as shared
from wall.simulator.onvif.call import Action, Call
from wall.simulator.onvif.habits.media import Media
from wall.simulator.onvif.markup import Markup, tag
from wall.simulator.onvif.profile import Profile
from wall.simulator.onvif.soap import invalid_argument
from wall.simulator.onvif.spaces import Offered

_ENCODINGS = {"h264": "H264", "h265": "H265", "mjpeg": "JPEG"}
_PROFILES = {"h264": "Main", "h265": "Main"}
_PROTOCOLS = ("RtspUnicast", "RTSP")


def get_profiles(call: Call) -> Markup:
    """Profiles, one or all, with the configurations of the kinds asked for (Media2, section 5.2.2)."""
    asked = call.body.say("Token")
    profiles = (shared.asked_profile(call, "Token"),) if asked else call.unit.listed["tr2"]
    kinds = frozenset(kind.text.strip() for kind in call.body.all("Type")) & {
        "All",
        "VideoSource",
        "VideoEncoder",
        "PTZ",
    }
    media, offered = call.unit.habits.media, call.unit.habits.ptz.spaces
    return tag("tr2:GetProfilesResponse", *(_profile(profile, kinds, media, offered) for profile in profiles))


@lru_cache(maxsize=shared.KEPT)
def _profile(profile: Profile, kinds: frozenset[str], media: Media, offered: Offered) -> Markup:
    parts = []
    if profile.has_source and kinds & {"All", "VideoSource"}:
        parts.append(shared.source_configuration("tr2:VideoSource", profile))
    if profile.has_encoder and kinds & {"All", "VideoEncoder"}:
        parts.append(_encoder("tr2:VideoEncoder", profile, media))
    if profile.ptz and kinds & {"All", "PTZ"}:
        parts.append(shared.ptz_configuration("tr2:PTZ", profile.channel, offered))
    configurations = tag("tr2:Configurations", *parts) if kinds else Markup("")
    return tag("tr2:Profiles", tag("tr2:Name", profile.name), configurations, token=profile.token, fixed=True)


def _encoder(name: str, profile: Profile, media: Media) -> Markup:
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
        shared.resolution(profile, media.size),
        tag("tt:RateControl", *rate, ConstantBitRate=True),
        tag("tt:Quality", 5.0),
        **marks,
    )


def get_video_encoder_configurations(call: Call) -> Markup:
    """Encoder configurations: one, those of a profile, or all."""
    if token := call.body.say("ConfigurationToken"):
        profiles = [shared.asked_encoder(call, token)]
    else:
        asked = call.body.say("ProfileToken")
        profiles = shared.with_encoder([shared.asked_profile(call)] if asked else call.unit.listed["tr2"])
    parts = (_encoder("tr2:Configurations", profile, call.unit.habits.media) for profile in profiles)
    return tag("tr2:GetVideoEncoderConfigurationsResponse", *parts)


def get_stream_uri(call: Call) -> Markup:
    """The RTSP address of a profile."""
    shared.asked_profile(call)
    protocol = call.body.say("Protocol") or "RTSP"
    if protocol not in _PROTOCOLS:
        raise invalid_argument("InvalidStreamSetup", f"no {protocol} here")
    return tag("tr2:GetStreamUriResponse", tag("tr2:Uri", shared.stream_uri(call)))


def get_snapshot_uri(call: Call) -> Markup:
    """The HTTP address of a JPEG."""
    return tag("tr2:GetSnapshotUriResponse", tag("tr2:Uri", shared.snapshot_uri(call)))


ACTIONS: Mapping[str, Action] = MappingProxyType(
    shared.shared_actions("tr2")
    | {
        "GetProfiles": get_profiles,
        "GetVideoEncoderConfigurations": get_video_encoder_configurations,
        "GetStreamUri": get_stream_uri,
        "GetSnapshotUri": get_snapshot_uri,
    }
)
