"""Sound as cameras encode it: G.711 in both laws at 8 kHz, AAC-LC at 16 kHz, one channel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import av
import numpy as np
from av.audio.codeccontext import AudioCodecContext
from av.audio.frame import AudioFrame
from numpy.typing import NDArray

from wall.simulator.sounds.hum import hum

SOUNDS = ("pcmu", "pcma", "aac")
_LAWS = {"pcmu": "pcm_mulaw", "pcma": "pcm_alaw"}
_G711_HZ, _G711_SAMPLES, _G711_UNITS = 8000, 320, 50
"""Packets of 40 ms, as many cameras send them; two seconds of them."""
_AAC_HZ, _AAC_SAMPLES, _AAC_UNITS = 16000, 1024, 32
_AAC_BIT_S = 32_000


@dataclass(frozen=True, slots=True)
class SoundClip:
    """A loop of encoded sound. `config` is AAC's AudioSpecificConfig (ISO/IEC 14496-3), else empty."""

    codec: str
    rate_hz: int
    unit_samples: int
    units: tuple[bytes, ...]
    config: bytes = b""


def encode_sound(codec: str, hz: float) -> SoundClip:
    """The hum of that pitch, in a codec of `SOUNDS`."""
    if codec in _LAWS:
        samples = hum(hz, _G711_HZ, _G711_SAMPLES * _G711_UNITS)
        data = b"".join(_encoded(_encoder(_LAWS[codec], _G711_HZ, "s16"), [samples]))
        units = tuple(data[at : at + _G711_SAMPLES] for at in range(0, len(data), _G711_SAMPLES))
        return SoundClip(codec, _G711_HZ, _G711_SAMPLES, units)
    return _aac(hum(hz, _AAC_HZ, _AAC_SAMPLES * _AAC_UNITS))


def _aac(samples: NDArray[np.int16]) -> SoundClip:
    """The second of three rounds: it begins as it ends, where the first one begins with silence."""
    encoder = _encoder("aac", _AAC_HZ, "fltp")
    encoder.bit_rate = _AAC_BIT_S
    plain = (samples / 32768).astype(np.float32)
    frames = [plain[at : at + _AAC_SAMPLES] for at in range(0, len(plain), _AAC_SAMPLES)]
    units = _encoded(encoder, frames * 3)[_AAC_UNITS : 2 * _AAC_UNITS]
    return SoundClip("aac", _AAC_HZ, _AAC_SAMPLES, tuple(units), bytes(encoder.extradata or b"")[:2])


def _encoder(name: str, rate_hz: int, samples: str) -> AudioCodecContext:
    encoder = cast(AudioCodecContext, av.CodecContext.create(name, "w"))
    encoder.sample_rate, encoder.layout, encoder.format = rate_hz, "mono", samples
    return encoder


def _encoded(encoder: AudioCodecContext, frames: list[NDArray[np.int16]] | list[NDArray[np.float32]]) -> list[bytes]:
    packets: list[bytes] = []
    for samples in frames:
        frame = AudioFrame.from_ndarray(samples.reshape(1, -1), format=encoder.format.name, layout="mono")
        frame.sample_rate = encoder.sample_rate
        packets += [bytes(packet) for packet in encoder.encode(frame)]
    return packets + [bytes(packet) for packet in encoder.encode(None) if packet.size]
