"""Finding the sound in a session description (RFC 4566, RFC 3551, RFC 3640). No I/O."""

from __future__ import annotations

import binascii
from dataclasses import dataclass, field

from wall.model.errors import UnsupportedError
from wall.model.sound import SoundCodec
from wall.model.tile import Cause
from wall.video.rtsp.sdp import Section, format_parameters, rtpmap, sections

_CODECS = {"PCMU": SoundCodec.PCMU, "PCMA": SoundCodec.PCMA, "MPEG4-GENERIC": SoundCodec.AAC}
_G711_HZ = 8000
_STATIC_NAMES = {0: "PCMU", 3: "GSM", 4: "G723", 8: "PCMA", 9: "G722", 14: "MPA", 18: "G729"}
_BACKWARDS = "sendonly"
"""So ONVIF's way back to a loudspeaker is marked (Streaming Specification, 5.3): nothing comes from there."""


@dataclass(frozen=True, slots=True)
class AuLayout:
    """How the header of an AAC access unit is laid out, in bits (RFC 3640, 3.2.1): the unit's size, then its index."""

    size_bits: int = 13
    index_bits: int = 3


@dataclass(frozen=True, slots=True)
class SoundMedia:
    """The one sound of a description that we shall receive; the rest as in `sdp.VideoMedia`."""

    codec: SoundCodec
    payload_type: int
    clock_rate: int
    control: str
    session_control: str
    other_types: frozenset[int]
    config: bytes = field(default=b"", repr=False)
    """AAC's AudioSpecificConfig (ISO/IEC 14496-3, 1.6.2.1)."""
    layout: AuLayout = AuLayout()


def find_sound(body: bytes) -> SoundMedia:
    """Choose the first sound that can be played.

    Raises MalformedReplyError when this is no description, UnsupportedError when it has no sound (NO_SOUND) or only
    such as cannot be played (SOUND_FORMAT).
    """
    session, medias = sections(body.decode("utf-8", "replace"))
    names: list[str] = []
    for media in medias:
        if not media.first.lower().startswith("audio") or media.has(_BACKWARDS):
            continue
        types = [int(part) for part in media.first.split()[3:] if part.isascii() and part.isdigit()]
        for payload_type in types:
            name, rate = rtpmap(media, payload_type)
            name = name or _STATIC_NAMES.get(payload_type, f"payload type {payload_type}")
            names.append(name)
            if (found := _sound(session, media, name, payload_type, rate, frozenset(types))) is not None:
                return found
    if not names:
        raise UnsupportedError("the camera's description names no sound", cause=Cause.NO_SOUND)
    raise UnsupportedError(f"the camera's sound is {', '.join(names)[:80]}", cause=Cause.SOUND_FORMAT)


def _sound(
    session: Section, media: Section, name: str, payload_type: int, rate: int, types: frozenset[int]
) -> SoundMedia | None:
    codec = _CODECS.get(name)
    if codec is None:
        return None
    controls = media.get("control"), session.get("control")
    if codec is not SoundCodec.AAC:
        return SoundMedia(codec, payload_type, _G711_HZ, *controls, types - {payload_type})
    parameters = format_parameters(media.for_type("fmtp", payload_type))
    config, layout = _config(parameters.get("config", "")), _layout(parameters)
    if config is None or layout is None:
        return None
    return SoundMedia(codec, payload_type, rate, *controls, types - {payload_type}, config, layout)


def _config(text: str) -> bytes | None:
    """The configuration, which is written in hexadecimal digits; without it nothing can be decoded."""
    try:
        config = binascii.unhexlify(text.strip('"'))
    except (binascii.Error, ValueError):
        return None
    return config if len(config) >= 2 else None


def _layout(parameters: dict[str, str]) -> AuLayout | None:
    """None for interleaved units and other modes of RFC 3640, which no camera is known to send."""
    values = [parameters.get(name, "") for name in ("sizelength", "indexlength")]
    if not all(value.isascii() and value.isdigit() for value in values):
        return None
    size_bits, index_bits = (int(value) for value in values)
    return AuLayout(size_bits, index_bits) if 0 < size_bits <= 16 and size_bits + index_bits <= 32 else None
