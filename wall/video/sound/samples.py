"""From what a camera sends to the samples that are played: one channel of 48 kHz, sixteen bits."""

from __future__ import annotations

from array import array
from collections.abc import Iterator

import av
from av.audio.resampler import AudioResampler

from wall.model.sound import SoundCodec
from wall.video.rtsp import SoundInfo

RATE_HZ = 48_000
SAMPLE_BYTES = 2
_ADTS_HEADER = 7
_ONE = 1 << 16


class SampleMaker:
    """Decodes one stream. What is damaged gives fewer samples, or none."""

    def __init__(self, info: SoundInfo) -> None:
        self._is_aac = info.codec is SoundCodec.AAC
        self._decoder = av.CodecContext.create(info.codec.value, "r")
        if not self._is_aac:
            self._decoder.sample_rate, self._decoder.layout = info.clock_rate, "mono"
        self._resampler = AudioResampler(format="s16", layout="mono", rate=RATE_HZ)

    def samples(self, unit: bytes) -> bytes:
        """Of the next unit."""
        return b"".join(self._decoded(packet) for packet in (adts_frames(unit) if self._is_aac else (unit,)))

    def _decoded(self, packet: bytes) -> bytes:
        try:
            frames = [
                out for frame in self._decoder.decode(av.Packet(packet)) for out in self._resampler.resample(frame)
            ]
        except av.FFmpegError:
            return b""
        return b"".join(bytes(frame.planes[0])[: frame.samples * SAMPLE_BYTES] for frame in frames)


def adts_frames(unit: bytes) -> Iterator[bytes]:
    """The frames of a unit, by the lengths in their headers (ISO/IEC 13818-7, 6.2)."""
    at = 0
    while at + _ADTS_HEADER <= len(unit):
        length = (unit[at + 3] & 3) << 11 | unit[at + 4] << 3 | unit[at + 5] >> 5
        if length < _ADTS_HEADER:
            return
        yield unit[at : at + length]
        at += length


def amplified(samples: bytes, gain: float) -> bytes:
    """The samples, louder or quieter; 1 leaves them as they are. Ours, and not the device's: no other program's sound,
    and no setting of the system, is changed by it.
    """
    if gain == 1:
        return samples
    factor = round(gain * _ONE)
    return array("h", (each * factor >> 16 for each in array("h", samples))).tobytes()


def lasts_us(samples: bytes) -> int:
    """For how long they sound."""
    return len(samples) // SAMPLE_BYTES * 1_000_000 // RATE_HZ
