"""A camera's sound: what DESCRIBE says of it, and that what comes is a quiet tone of the camera's own."""

from __future__ import annotations

from collections.abc import Iterator

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from tests.simulator.rtsp_client import TCP, RtspClient, udp_ports
from tests.simulator.streaming import Streaming, streaming_city
from tests.support.heard import loudest_hz, loudness
from wall.simulator.city import build_city
from wall.simulator.sounds.encode import SOUNDS, encode_sound
from wall.simulator.sounds.hum import hum, pitch_hz
from wall.simulator.streams import bench_footage, with_footage, with_sound

DECODERS = {"pcmu": "pcm_mulaw", "pcma": "pcm_alaw", "aac": "aac"}
SOUND_TCP = "RTP/AVP/TCP;unicast;interleaved=2-3"


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Streaming]:
    """Six cameras: 1, 3 and 5 with µ-law, AAC and A-law, the others without sound."""
    with streaming_city(tmp_path_factory.mktemp("clips"), cameras=6, sound="some") as running:
        yield running


def decoded(codec: str, units: list[bytes], config: bytes = b"") -> NDArray[np.int16]:
    """By FFmpeg."""
    decoder = av.CodecContext.create(DECODERS[codec], "r")
    assert isinstance(decoder, av.AudioCodecContext)
    decoder.sample_rate, decoder.layout = 16000 if config else 8000, "mono"
    if config:
        decoder.extradata = config
    frames = [frame for unit in units for frame in decoder.decode(av.Packet(unit))]
    samples = np.concatenate([frame.to_ndarray().reshape(-1) for frame in frames])
    return samples if samples.dtype == np.int16 else np.round(samples * 32767).astype(np.int16)


@pytest.mark.parametrize("codec", SOUNDS)
def test_a_loop_sounds_without_a_seam(codec: str) -> None:
    clip = encode_sound(codec, 500)
    rate_hz = clip.rate_hz
    samples = decoded(codec, list(clip.units) * 2, clip.config)
    assert loudest_hz(samples, rate_hz) == pytest.approx(500, abs=2)
    assert 0.02 < loudness(samples) < 0.1, "quiet, and not silent"
    steps = np.abs(np.diff(samples[rate_hz // 4 :].astype(int)))
    assert steps.max() < 2500, "nothing clicks"


def test_cameras_sound_differently() -> None:
    assert len({pitch_hz(camera) for camera in range(1, 17)}) == 16
    assert loudest_hz(hum(700, 8000, 16000), 8000) == pytest.approx(700, abs=1)


def test_half_of_the_city_has_it_and_clips_have_none() -> None:
    city = build_city(60, 20)
    assert [camera.sound for camera in city.cameras[:6]] == ["pcmu", "", "aac", "", "pcma", ""]
    assert not any(camera.sound for camera in with_footage(city, bench_footage()).cameras)
    assert {camera.sound for camera in with_sound(city, "aac").cameras} == {"aac"}
    assert with_sound(with_sound(city, "none"), "some") == city


def test_what_is_described(city: Streaming) -> None:
    said = {}
    for camera in (1, 2, 3, 5):
        with city.client(camera=camera) as client:
            said[camera] = client.ask("DESCRIBE").body.split("\r\n")
    assert "m=audio 0 RTP/AVP 0" in said[1] and "a=rtpmap:0 PCMU/8000/1" in said[1]
    assert "m=audio 0 RTP/AVP 8" in said[5] and "a=rtpmap:8 PCMA/8000/1" in said[5]
    assert "a=rtpmap:97 MPEG4-GENERIC/16000/1" in said[3]
    assert any(line.startswith("a=fmtp:97") and "mode=AAC-hbr" in line and "config=1408" in line for line in said[3])
    assert not any("audio" in line for line in said[2])


@pytest.mark.parametrize(("camera", "codec", "skipped"), [(1, "pcmu", 0), (5, "pcma", 0), (3, "aac", 4)])
def test_sound_alone(city: Streaming, camera: int, codec: str, skipped: int) -> None:
    with city.client(camera=camera) as client:
        _set_up_sound(client)
        info = client.ask("PLAY").headers["rtp-info"]
        packets = [packet for packet, _ in zip(client.packets(), range(16), strict=False)]
    first = packets[0]
    assert f"/trackID=1;seq={first.sequence};rtptime={first.timestamp}" in info
    tick = packets[1].timestamp - first.timestamp
    assert [packet.timestamp for packet in packets] == [(first.timestamp + tick * i) % 2**32 for i in range(16)]
    units = [packet.payload[skipped:] for packet in packets]
    samples = decoded(codec, units, b"\x14\x08" if skipped else b"")
    assert loudest_hz(samples, 16000 if skipped else 8000) == pytest.approx(pitch_hz(camera), abs=12)


def test_both_tracks_are_one_session(city: Streaming) -> None:
    with city.client(camera=1) as client:
        assert client.ask("DESCRIBE").code == 200
        assert client.ask("SETUP", f"Transport: {TCP}", url=f"{client.url}/trackID=0").code == 200
        session = client.session
        assert client.ask("SETUP", f"Transport: {SOUND_TCP}", url=f"{client.url}/trackID=1").code == 200
        assert client.session == session
        assert client.ask("SETUP", f"Transport: {SOUND_TCP}", url=f"{client.url}/trackID=1").code == 455
        assert client.ask("PLAY").headers["rtp-info"].count("url=") == 2
        assert next(client.packets(2)).payload_type == 0
        assert next(client.packets(0)).payload_type == 96
        assert client.ask("TEARDOWN").code == 200
    assert city.sessions == 0


def test_who_has_no_sound_has_no_track(city: Streaming) -> None:
    with city.client(camera=2) as client:
        assert client.ask("DESCRIBE").code == 200
        assert client.ask("SETUP", f"Transport: {TCP}", url=f"{client.url}/trackID=1").code == 404


def test_over_udp_and_silent(city: Streaming) -> None:
    with udp_ports() as (rtp, _, transport), city.client(camera=5) as client:
        _set_up_sound(client, transport)
        assert client.ask("PLAY").code == 200
        assert len(rtp.recv(2048)) == 12 + 320
        with city.fault("silent", camera=5):
            rtp.settimeout(0.2)
            with pytest.raises(TimeoutError):
                for _ in range(20):
                    rtp.recv(2048)


def _set_up_sound(client: RtspClient, transport: str = TCP) -> None:
    assert client.ask("DESCRIBE").code == 200
    assert client.ask("SETUP", f"Transport: {transport}", url=f"{client.url}/trackID=1").code == 200
