"""GetProfiles of Media (ONVIF Media, section 5.3) and of Media2 (ONVIF Media2, section 5.2): what can be watched.

Both are read into the same: a `RawProfile`. In Media a profile's configurations are its children
(`VideoEncoderConfiguration`); in Media2 they are under `Configurations` and named shorter (`VideoEncoder`).
"""

from __future__ import annotations

from dataclasses import dataclass

from wall.model.device import Problem, PtzNode, Step
from wall.onvif.reading.nodes import node_of_configuration
from wall.onvif.reading.tokens import each_of, each_once, token_of, usable_token
from wall.onvif.reading.values import codec_of, decimal_within, said, whole_within
from wall.onvif.xml import Element, child, text

_MOST_PROFILES = 1024
_MOST_KBPS = 1_000_000
"""More means "no limit"."""


@dataclass(frozen=True, slots=True)
class RawProfile:
    """A profile as one service tells it. "" and None are what it does not tell."""

    token: str
    name: str = ""
    source_token: str = ""
    source_name: str = ""
    has_encoder: bool = False
    encoding: str = ""
    """In one spelling: H264, H265, JPEG, MPEG4, or as told."""
    width: int | None = None
    height: int | None = None
    fps: float | None = None
    bitrate_kbps: int | None = None
    ptz_token: str = ""
    """Of the PTZ configuration."""
    ptz_node: str = ""
    """The token of the node that the PTZ configuration belongs to."""
    ptz: PtzNode | None = None
    """What the PTZ configuration tells of its node, for devices that do not tell their nodes. None: no PTZ."""
    is_media2: bool = False
    """Only Media2 tells of it: addresses must be asked there."""


def read_profiles(body: Element, *, is_media2: bool = False) -> tuple[tuple[RawProfile, ...], tuple[Problem, ...]]:
    """The profiles of either service, each token once. What a profile lacks is for `assemble` to say."""
    profiles = (_profile(each, is_media2) for each in each_of(body, "Profiles", "Profile", _MOST_PROFILES))
    return each_once(profiles, Step.PROFILES, "profiles")


def _profile(element: Element, is_media2: bool) -> RawProfile:
    configurations = child(element, "Configurations")
    source = _configuration(element, configurations, "VideoSource")
    encoder = _configuration(element, configurations, "VideoEncoder")
    ptz = _configuration(element, configurations, "PTZ")
    rate = child(encoder, "RateControl")
    return RawProfile(
        token_of(element),
        said(element, "Name"),
        usable_token(text(source, "SourceToken")),
        said(source, "Name"),
        encoder is not None,
        _encoding(encoder),
        whole_within(text(encoder, "Resolution", "Width"), 1, 100_000),
        whole_within(text(encoder, "Resolution", "Height"), 1, 100_000),
        decimal_within(text(rate, "FrameRateLimit"), 0.001, 1000),
        whole_within(text(rate, "BitrateLimit"), 1, _MOST_KBPS),
        token_of(ptz) if ptz is not None else "",
        usable_token(text(ptz, "NodeToken")),
        node_of_configuration(ptz) if ptz is not None else None,
        is_media2,
    )


def _configuration(profile: Element, configurations: Element | None, kind: str) -> Element | None:
    found = child(configurations, kind)
    return child(profile, f"{kind}Configuration") if found is None else found


def _encoding(encoder: Element | None) -> str:
    """As told, or by the part that only one encoding has (ONVIF Media, 5.5)."""
    parts = (name for name in ("H264", "MPEG4") if child(encoder, name) is not None)
    told = text(encoder, "Encoding") or next(parts, "")
    return codec_of(told)[1] if told else ""
