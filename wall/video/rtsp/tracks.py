"""The two tracks that can be received of a camera: how each is found, put together and told of. No I/O."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from wall.model.errors import UnsupportedError
from wall.model.sound import SoundCodec
from wall.model.stream import Transport
from wall.model.tile import Cause
from wall.video.rtsp.depacketize import Depacketizer, depacketizer_for
from wall.video.rtsp.depacketize.aac import AacDepacketizer, shape_of
from wall.video.rtsp.depacketize.g711 import G711Depacketizer
from wall.video.rtsp.limits import Limits
from wall.video.rtsp.rtp import RtpStream
from wall.video.rtsp.sdp import VideoMedia, find_video
from wall.video.rtsp.sound_sdp import SoundMedia, find_sound
from wall.video.rtsp.sound_stream import SoundStream
from wall.video.rtsp.units import AccessUnit, SoundInfo, StreamInfo


class Media(Protocol):
    """What a description says of a track, as far as all have it."""

    @property
    def control(self) -> str: ...

    @property
    def session_control(self) -> str: ...


M = TypeVar("M", bound=Media)
I = TypeVar("I")  # noqa: E741


@dataclass(frozen=True, slots=True)
class Track(Generic[M, I]):
    """A kind of track."""

    find: Callable[[bytes], M]
    """In a description. Raises WallError."""
    stream: Callable[[M, Limits, Callable[[AccessUnit], None]], RtpStream]
    """Puts its packets together. Raises UnsupportedError."""
    info: Callable[[M, Transport], I]
    """What a sink is told."""


def _video_stream(media: VideoMedia, limits: Limits, deliver: Callable[[AccessUnit], None]) -> RtpStream:
    depacketizer = depacketizer_for(media)
    types = media.payload_type, media.other_types
    return RtpStream(depacketizer, *types, media.clock_rate, limits.unit_bytes, time.monotonic, deliver)


def _video_info(media: VideoMedia, transport: Transport) -> StreamInfo:
    return StreamInfo(media.codec, media.clock_rate, media.parameter_sets, transport)


def _sound_stream(media: SoundMedia, limits: Limits, deliver: Callable[[AccessUnit], None]) -> SoundStream:
    depacketizer: Depacketizer = G711Depacketizer()
    if media.codec is SoundCodec.AAC:
        shape = shape_of(media.config)
        if shape is None:
            raise UnsupportedError("the camera's AAC is of an unusual kind", cause=Cause.SOUND_FORMAT)
        depacketizer = AacDepacketizer(shape, media.layout)
    types = media.payload_type, media.other_types
    return SoundStream(depacketizer, *types, media.clock_rate, limits.unit_bytes, time.monotonic, deliver)


def _sound_info(media: SoundMedia, transport: Transport) -> SoundInfo:
    return SoundInfo(media.codec, media.clock_rate, transport)


VIDEO = Track(find_video, _video_stream, _video_info)
SOUND = Track(find_sound, _sound_stream, _sound_info)
