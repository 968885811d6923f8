"""What showing a stream costs: a model of figures measured once, made true by what the running machine is seen to use.

CPU is in cores (CPU-seconds per second), memory in MB, the network in kbit/s. The first figures were measured on the
machine of the design notes, with walls of 1 to 36 pictures at 15 a second, 1280x720 at 2 Mbit/s in 1870x1052 and
932x524, 640x360 at 512 kbit/s in 622x350, 466x262 and 310x174.
"""

from __future__ import annotations

import math
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
_SCALE_MPIX, _SCALE_STREAM_MPIX = 0.0015, 0.00058
"""For each million of pixels that is written, and that is read."""
_PICTURE = {Decoder.VLC: 0.00060, Decoder.FFMPEG: 0.00020}
"""What each picture costs beside its pixels: waking threads, calls; and libVLC shows some once more."""
_PAINT_MPIX, _PAINT = 0.0006, 0.00007
_TICK, _TICKS = 0.00093, 62.0
"""For each time that anything is painted, and how often that may be in a second: many pictures share one."""
_WINDOW = 0.009
"""What the window costs whatever it shows: looking for new pictures, judging, being told."""
_KEYFRAMES_EVERY_S = 2.0
_SHOWN_AGAIN = 12.5
"""libVLC shows its last picture again so often where no other comes, and scales it each time."""
_KEYFRAME_SHARE = 1.6
"""A keyframe is dearer to decode than a picture between two."""

_DECODER_MB = {Decoder.VLC: 7.0, Decoder.FFMPEG: 4.0}
_REFERENCES = 6
_SHARED_PICTURES = 3

_SLOWLY = 0.2
_LEAST, _MOST = 0.2, 8.0
_SEEN_SHARE = 0.2
"""Of what all decode: less says nothing of a decoder."""
_ALIKE = 0.5


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
    seen: frozenset[Decoder] = frozenset()
    """Those decoders of which something was learnt."""

    def cost_of(self, load: Load) -> Cost:
        """Of one stream."""
        decode, paint = _decode_cores(load), _paint_cores(load)
        factor = self.decode_factors[load.ease.decoder]
        return Cost(decode * factor, paint * self.paint_factor, _memory_mb(load), load.kbit_s)

    def total(self, loads: Iterable[Load]) -> Cost:
        """Of all of them, and of the window around them."""
        loads = list(loads)
        return sum(map(self.cost_of, loads), self.around(sum(map(shown_rate, loads))) if loads else Cost())

    def around(self, pictures: float) -> Cost:
        """Of the window that shows so many pictures a second in all, beside what each of them costs."""
        ticks = _TICKS * -math.expm1(-pictures / _TICKS)  # Of those that fall as they like.
        return Cost(paint=(_WINDOW + _TICK * ticks) * self.paint_factor)

    def learnt(self, loads: Iterable[Load], decode_cores: float, paint_cores: float | None) -> CostModel:
        """The model after the machine was seen to use so much for these; one that is seen says little alone.

        What was seen is shared out between the decoders as the model has it. One that was never seen goes half of the
        way: a machine that is slow with one is not fast with the other. Not to be told of a machine that is overrun: it
        uses what there is, not what it would need. `paint_cores` is None where the window did more than painting these.
        """
        loads = list(loads)
        thought = self.total(loads)
        if thought.cores <= 0:
            return self
        shares = {
            decoder: self.total(load for load in loads if load.ease.decoder is decoder).decode / (thought.decode or 1.0)
            for decoder in Decoder
        }
        seen = self.seen | {decoder for decoder, share in shares.items() if share >= _SEEN_SHARE}
        factors = {
            decoder: _nearer(factor, decode_cores, thought.decode, shares[decoder] if decoder in seen else _ALIKE)
            for decoder, factor in self.decode_factors.items()
        }
        if paint_cores is None:
            return replace(self, decode_factors=factors, seen=seen)
        return CostModel(factors, _nearer(self.paint_factor, paint_cores, thought.paint, 1.0), seen)


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


def shown_rate(load: Load) -> float:
    """Pictures shown a second."""
    return _rate(load) / (2 if load.ease.level is Level.HALF_RATE else 1)


def _scaled_rate(load: Load) -> float:
    rate = shown_rate(load)
    is_shown_again = load.ease.decoder is Decoder.VLC and load.ease.level is Level.KEYFRAMES and not load.is_resting
    return max(rate, min(load.fps, _SHOWN_AGAIN)) if is_shown_again else rate


def _decode_cores(load: Load) -> float:
    receive = _RECEIVE + _RECEIVE_KBIT * load.kbit_s
    each = _mpix(load.stream) * _DECODE_MPIX * _CODEC_SHARE[load.codec]
    if load.codec is not Codec.MJPEG and _mpix(load.stream) >= _COARSE_FROM * _mpix(load.shown):
        each *= _COARSE_SHARE
    if load.ease.level is Level.KEYFRAMES:
        each *= _KEYFRAME_SHARE
    scale = (_mpix(load.shown) * _SCALE_MPIX + _mpix(load.stream) * _SCALE_STREAM_MPIX) * _scaled_rate(load)
    return receive + each * _rate(load) + _PICTURE[load.ease.decoder] * max(_rate(load), _scaled_rate(load)) + scale


def _paint_cores(load: Load) -> float:
    return (_mpix(load.shown) * _PAINT_MPIX + _PAINT) * shown_rate(load)


def _memory_mb(load: Load) -> float:
    shared = _SHARED_PICTURES * _mpix(load.shown) * 4
    if load.is_resting:
        return shared + load.kbit_s / 8000 * _KEYFRAMES_EVERY_S
    return shared + _mpix(load.stream) * 1.5 * _REFERENCES + _DECODER_MB[load.ease.decoder]


def _mpix(size: tuple[int, int]) -> float:
    return size[0] * size[1] / 1e6
