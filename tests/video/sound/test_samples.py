"""What is decoded is what was sent, in one form, as loud as it is wanted."""

from __future__ import annotations

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from tests.support.heard import loudest_hz, loudness
from wall.model.sound import Loudness, SoundCodec
from wall.model.stream import Transport
from wall.video.rtsp import SoundInfo
from wall.video.rtsp.depacketize.aac import AacDepacketizer, shape_of
from wall.video.rtsp.sound_sdp import AuLayout
from wall.video.sound.samples import RATE_HZ, SampleMaker, amplified, lasts_us

HZ = 500.0
ENCODERS = {SoundCodec.PCMU: "pcm_mulaw", SoundCodec.PCMA: "pcm_alaw", SoundCodec.AAC: "aac"}


def tone(rate_hz: int, seconds: float = 1.0) -> NDArray[np.int16]:
    at = np.arange(round(rate_hz * seconds)) / rate_hz
    return np.round(8000 * np.sin(2 * np.pi * HZ * at)).astype(np.int16)


def units(codec: SoundCodec, rate_hz: int, layout: str = "mono") -> list[bytes]:
    """A tone, as a depacketizer delivers it."""
    encoder = av.CodecContext.create(ENCODERS[codec], "w")
    assert isinstance(encoder, av.AudioCodecContext)
    is_aac = codec is SoundCodec.AAC
    encoder.sample_rate, encoder.layout, encoder.format = rate_hz, layout, "fltp" if is_aac else "s16"
    found, size = [], 1024 if is_aac else 320
    plain = tone(rate_hz)
    for at in range(0, len(plain) - size, size):
        part = plain[at : at + size].reshape(1, -1)
        channels = np.repeat((part / 32768).astype(np.float32), len(encoder.layout.channels), 0) if is_aac else part
        frame = av.AudioFrame.from_ndarray(channels, format=encoder.format.name, layout=layout)
        frame.sample_rate = rate_hz
        found += [bytes(packet) for packet in encoder.encode(frame)]
    return [_adts(unit, bytes(encoder.extradata or b"")) for unit in found] if is_aac else found


def _adts(unit: bytes, config: bytes) -> bytes:
    shape = shape_of(config)
    assert shape is not None
    depacketizer = AacDepacketizer(shape, AuLayout())
    packet = memoryview(b"\0\x10" + (len(unit) << 3).to_bytes(2, "big") + unit)
    assert depacketizer.add(packet, 0, len(packet))
    return depacketizer.take()[0]


def maker(codec: SoundCodec, rate_hz: int) -> SampleMaker:
    return SampleMaker(SoundInfo(codec, rate_hz, Transport.TCP))


@pytest.mark.parametrize(
    ("codec", "rate_hz", "layout"),
    [
        (SoundCodec.PCMU, 8000, "mono"),
        (SoundCodec.PCMA, 8000, "mono"),
        (SoundCodec.AAC, 16000, "mono"),
        (SoundCodec.AAC, 48000, "stereo"),
    ],
)
def test_the_tone_that_was_sent(codec: SoundCodec, rate_hz: int, layout: str) -> None:
    sent = units(codec, rate_hz, layout)
    made = maker(codec, rate_hz)
    heard = np.frombuffer(b"".join(made.samples(unit) for unit in sent), np.int16)
    assert len(heard) == pytest.approx(RATE_HZ, rel=0.15)
    assert loudest_hz(heard, RATE_HZ) == pytest.approx(HZ, abs=3)
    assert loudness(heard[4800:]) == pytest.approx(8000 / 32768 / 2**0.5, rel=0.1)


def test_several_frames_in_a_unit() -> None:
    sent = units(SoundCodec.AAC, 16000)
    one, other = maker(SoundCodec.AAC, 16000), maker(SoundCodec.AAC, 16000)
    assert other.samples(b"".join(sent)) == b"".join(one.samples(unit) for unit in sent)


@pytest.mark.parametrize("damaged", [b"", b"\xff\xf1", b"\xff\xf1\x60\x40\x02\x1f\xfc" + bytes(40), bytes(64)])
def test_damage_is_not_heard_for_long(damaged: bytes) -> None:
    made = maker(SoundCodec.AAC, 16000)
    made.samples(damaged)
    heard = np.frombuffer(b"".join(made.samples(unit) for unit in units(SoundCodec.AAC, 16000)), np.int16)
    assert loudest_hz(heard, RATE_HZ) == pytest.approx(HZ, abs=3)


def test_louder_and_quieter() -> None:
    samples = tone(RATE_HZ).tobytes()
    assert amplified(samples, 1.0) is samples
    half = np.frombuffer(amplified(samples, Loudness(70).gain), np.int16)
    assert loudness(half) == pytest.approx(0.49 * loudness(tone(RATE_HZ)), rel=0.01)
    assert amplified(samples, Loudness(70, is_muted=True).gain) == bytes(len(samples))
    assert lasts_us(samples) == 1_000_000


def test_the_loudest_does_not_overflow() -> None:
    edges = np.array([-32768, 32767], np.int16).tobytes()
    assert np.frombuffer(amplified(edges, Loudness(90).gain), np.int16).tolist() == [-26542, 26541]
