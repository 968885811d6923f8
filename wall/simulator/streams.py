"""One clip for all cameras, instead of the drawn city: the bench's, or a file's."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

import av

from wall.simulator.city import Camera, City, StreamSpec, usual_sound
from wall.simulator.clips.clip import AccessUnit, Clip

_BENCH = StreamSpec("main", "h264", 640, 360, 15, 512)
SOME, NONE = "some", "none"
_NAMES = ("main", "sub", "third", "fourth")
_CODECS = {"h264": ("h264", "h264_mp4toannexb"), "hevc": ("h265", "hevc_mp4toannexb")}


@dataclass(frozen=True, slots=True)
class Footage:
    """What every camera's main and sub stream show. `clip` is None where the shelf can make it."""

    style: str
    spec: StreamSpec
    clip: Clip | None = None


def bench_footage() -> Footage:
    """The measuring clip: as a camera's sub stream, with a sensor's noise."""
    return Footage("bench", _BENCH)


def file_footage(path: Path) -> Footage:
    """A video file's own H.264 or H.265 packets. ValueError says why a file cannot be played."""
    try:
        with av.open(str(path)) as container:
            clip = _clip_of(container)
    except (OSError, av.error.FFmpegError, IndexError) as error:
        raise ValueError(f"{path} cannot be read as a video: {error}") from error
    kbit_s = sum(len(unit.data) for unit in clip.units) * clip.fps // len(clip.units) // 125
    return Footage("file", StreamSpec("main", clip.codec, clip.width, clip.height, clip.fps, kbit_s), clip)


def _clip_of(container: av.container.InputContainer) -> Clip:
    stream = container.streams.video[0]
    name = stream.codec_context.name
    if name not in _CODECS:
        raise ValueError(f"only H.264 and H.265 can be replayed, not {name}")
    if stream.codec_context.has_b_frames:
        raise ValueError("the file has B-frames; cameras send none, and neither does the simulator")
    codec, to_annex_b = _CODECS[name]
    bitstream = av.bitstream.BitStreamFilterContext(to_annex_b, stream)
    packets = [part for packet in container.demux(stream) for part in bitstream.filter(packet)]
    units = [AccessUnit(bytes(packet), packet.is_keyframe) for packet in packets if packet.size]
    while units and not units[0].is_key:
        units.pop(0)
    if not units:
        raise ValueError("the file has no keyframe")
    fps = max(1, round(float(stream.average_rate or 25)))
    return Clip(codec, stream.codec_context.width, stream.codec_context.height, fps, tuple(units))


def parse_streams(text: str) -> tuple[StreamSpec, ...]:
    """The streams of a camera as somebody types them: `1280x720,640x360`, and `160x90:640x360` for one that sends the
    former size and says the latter. ValueError says what would be right.
    """
    streams = tuple(_stream(name, word) for name, word in zip(_NAMES, text.split(","), strict=False))
    if not 2 <= len(streams) == text.count(",") + 1:
        raise ValueError(f"a camera has 2 to {len(_NAMES)} streams, as in 1280x720,640x360, not {text!r}")
    return streams


def _stream(name: str, text: str) -> StreamSpec:
    sent, _, said = text.partition(":")
    width, height = _size(sent)
    return StreamSpec(name, "", width, height, 15, max(64, 2048 * width * height // (1280 * 720)), _size(said or sent))


def _size(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{2,4})x(\d{2,4})", text.strip())
    if found is None or int(found[1]) % 2 or int(found[2]) % 2:
        raise ValueError(f"a size is two even numbers, as in 640x360, not {text!r}")
    return int(found[1]), int(found[2])


def with_streams(city: City, streams: tuple[StreamSpec, ...]) -> City:
    """The city with those streams on every camera, each in the camera's own codec."""

    def of(camera: Camera) -> Camera:
        codec = camera.streams[0].codec
        return replace(camera, streams=tuple(replace(stream, codec=codec) for stream in streams))

    return replace(city, cameras=tuple(of(camera) for camera in city.cameras))


def with_footage(city: City, footage: Footage) -> City:
    """The city with that footage on every stream, and without sound."""
    streams = (replace(footage.spec, name="main"), replace(footage.spec, name="sub"))
    return replace(city, cameras=tuple(replace(camera, streams=streams, sound="") for camera in city.cameras))


def with_sound(city: City, sound: str) -> City:
    """The city with the usual microphones (`SOME`), with none (`NONE`), or with one on every camera, in that codec."""

    def of(camera: Camera) -> str:
        return usual_sound(camera.number) if sound == SOME else "" if sound == NONE else sound

    return replace(city, cameras=tuple(replace(camera, sound=of(camera)) for camera in city.cameras))
