"""What showing a stream costs: a model of figures measured once, made true by what the running machine is seen to use.

CPU is in cores (CPU-seconds per second), memory in MB, the network in kbit/s. The first figures were measured on the
machine of the design notes, with 36 tiles of 310x174 from 640x360 at 15 pictures a second and 512 kbit/s.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from wall.model.stream import Codec
from wall.model.video import Decoder, Ease, Level

_RECEIVE, _RECEIVE_KBIT = 0.0008, 2.5e-6
_DECODE_MPIX = 0.0034
_COARSE_SHARE = 0.78
"""Of the decoding, where nothing is deblocked."""
_COARSE_FROM = 3.0
_CODEC_SHARE = {Codec.H264: 1.0, Codec.H265: 1.15, Codec.MJPEG: 1.0}
_SCALE_MPIX = 0.0026
_PICTURE = {Decoder.VLC: 0.00030, Decoder.FFMPEG: 0.00012}
"""What each picture costs beside its pixels: waking threads, calls."""
_PAINT_MPIX, _PAINT = 0.0021, 0.00004
_KEYFRAMES_EVERY_S = 2.0
_KEYFRAME_SHARE = 1.6
"""A keyframe is dearer to decode than a picture between two."""

_DECODER_MB = {Decoder.VLC: 7.0, Decoder.FFMPEG: 4.0}
_REFERENCES = 6
_SHARED_PICTURES = 3

_SLOWLY = 0.2
_LEAST, _MOST = 0.2, 8.0


@dataclass(frozen=True, slots=True)
class Load:
    """One stream as it is decoded. Sizes in pixels; `shown` is what the picture has on the wall."""

    codec: Codec
    stream: tuple[int, int]
    shown: tuple[int, int]
    fps: float
    kbit_s: float
    ease: Ease = field(default_factory=Ease)
    is_resting: bool = False
    """Received, and not decoded."""

    def eased(self, ease: Ease) -> Load:
        """The same decoded otherwise."""
        return replace(self, ease=ease)


@dataclass(frozen=True, slots=True)
class Cost:
    """What it takes."""

    decode: float = 0.0
    """Cores, of the decode processes."""
    paint: float = 0.0
    """Cores, of the window's own process."""
    memory_mb: float = 0.0
    kbit_s: float = 0.0

    @property
    def cores(self) -> float:
        return self.decode + self.paint

    def __add__(self, other: Cost) -> Cost:
        return Cost(
            self.decode + other.decode,
            self.paint + other.paint,
            self.memory_mb + other.memory_mb,
            self.kbit_s + other.kbit_s,
        )


@dataclass(frozen=True, slots=True)
class Forecast:
    """What would be needed if it were shown, of how many cores, and how many streams would be decoded with less."""

    cost: Cost
    there: float
    eased: int


@dataclass(frozen=True, slots=True)
class CostModel:
    """`cost_of` a load, by the first figures times what was learnt of this machine."""

    decode_factors: Mapping[Decoder, float] = field(default_factory=lambda: dict.fromkeys(Decoder, 1.0))
    paint_factor: float = 1.0

    def cost_of(self, load: Load) -> Cost:
        """Of one stream."""
        decode, paint = _decode_cores(load), _paint_cores(load)
        factor = self.decode_factors[load.ease.decoder]
        return Cost(decode * factor, paint * self.paint_factor, _memory_mb(load), load.kbit_s)

    def total(self, loads: Iterable[Load]) -> Cost:
        """Of all of them."""
        return sum(map(self.cost_of, loads), Cost())

    def learnt(self, loads: Iterable[Load], decode_cores: float, paint_cores: float) -> CostModel:
        """The model after the machine was seen to use so much for these; one that is seen says little alone.

        What was seen is shared out between the decoders as the model has it. Not to be told of a machine that is
        overrun: it uses what there is, not what it would need.
        """
        loads = list(loads)
        thought = self.total(loads)
        if thought.cores <= 0:
            return self
        factors = dict(self.decode_factors)
        for decoder in Decoder:
            share = self.total(load for load in loads if load.ease.decoder is decoder).decode / (thought.decode or 1.0)
            factors[decoder] = _nearer(factors[decoder], decode_cores, thought.decode, share)
        return CostModel(factors, _nearer(self.paint_factor, paint_cores, thought.paint, 1.0))


def _nearer(factor: float, seen: float, thought: float, share: float) -> float:
    """A step towards the factor that would have been right, the longer the more of it was in what was seen."""
    if thought <= 0:
        return factor
    right = factor * seen / thought
    return min(_MOST, max(_LEAST, factor + (right - factor) * _SLOWLY * share))


def _rate(load: Load) -> float:
    """Pictures decoded a second."""
    if load.is_resting:
        return 0.0
    if load.ease.level is Level.KEYFRAMES:
        return min(load.fps, 1 / _KEYFRAMES_EVERY_S)
    return load.fps


def _shown_rate(load: Load) -> float:
    return _rate(load) / (2 if load.ease.level is Level.HALF_RATE else 1)


def _decode_cores(load: Load) -> float:
    receive = _RECEIVE + _RECEIVE_KBIT * load.kbit_s
    each = _mpix(load.stream) * _DECODE_MPIX * _CODEC_SHARE[load.codec]
    if load.codec is not Codec.MJPEG and _mpix(load.stream) >= _COARSE_FROM * _mpix(load.shown):
        each *= _COARSE_SHARE
    if load.ease.level is Level.KEYFRAMES:
        each *= _KEYFRAME_SHARE
    scale = _mpix(load.shown) * _SCALE_MPIX * _shown_rate(load)
    return receive + (each + _PICTURE[load.ease.decoder]) * _rate(load) + scale


def _paint_cores(load: Load) -> float:
    return (_mpix(load.shown) * _PAINT_MPIX + _PAINT) * _shown_rate(load)


def _memory_mb(load: Load) -> float:
    shared = _SHARED_PICTURES * _mpix(load.shown) * 4
    if load.is_resting:
        return shared + load.kbit_s / 8000 * _KEYFRAMES_EVERY_S
    return shared + _mpix(load.stream) * 1.5 * _REFERENCES + _DECODER_MB[load.ease.decoder]


def _mpix(size: tuple[int, int]) -> float:
    return size[0] * size[1] / 1e6
