"""The session description of one stream (RFC 4566, as RFC 2326 appendix C wants it)."""

from __future__ import annotations

from wall.simulator.rtp.packets import CLOCK_HZ, PacketClip
from wall.simulator.rtp.sound import PacketSound

TRACK, SOUND_TRACK = "trackID=0", "trackID=1"


def describe(clip: PacketClip, title: str, host: str, kbit_s: int, sound: PacketSound | None = None) -> str:
    """What DESCRIBE answers for a stream that plays this clip, with a sound; `title` is the camera's name."""
    lines = [
        "v=0",
        f"o=- 1 1 IN IP4 {host}",
        f"s={title}",
        "c=IN IP4 0.0.0.0",
        "t=0 0",
        "a=control:*",
        "a=range:npt=now-",
        f"m=video 0 RTP/AVP {clip.payload_type}",
        f"b=AS:{kbit_s}",
        f"a=rtpmap:{clip.payload_type} {clip.encoding}/{CLOCK_HZ}",
        f"a=framerate:{clip.fps}",
        f"a=control:{TRACK}",
    ]
    if clip.format_parameters:
        lines.insert(-2, f"a=fmtp:{clip.payload_type} {clip.format_parameters}")
    return "\r\n".join([*lines, *(_sound_lines(sound) if sound else ()), ""])


def _sound_lines(sound: PacketSound) -> list[str]:
    payload_type = sound.payload_type
    lines = [
        f"m=audio 0 RTP/AVP {payload_type}",
        f"a=rtpmap:{payload_type} {sound.encoding}/{sound.rate_hz}/1",
        f"a=control:{SOUND_TRACK}",
    ]
    if sound.format_parameters:
        lines.insert(-1, f"a=fmtp:{payload_type} {sound.format_parameters}")
    return lines
