"""The streams, played by FFmpeg's demuxer and decoders: a client that nobody here wrote."""

from __future__ import annotations

import logging

import av
import pytest

from tests.simulator.streaming import Streaming
from wall.simulator.clips.strip import read
from wall.simulator.parts import DEMO_PASSWORD, DEMO_USER

COMPLAINTS = logging.WARNING


def numbers(port: int, transport: str, count: int) -> list[int | None]:
    """The counters of the first pictures of a stream."""
    url = f"rtsp://{DEMO_USER}:{DEMO_PASSWORD}@127.0.0.1:{port}/1/sub"
    read_so_far: list[int | None] = []
    with av.open(url, options={"rtsp_transport": transport}, timeout=10) as container:
        for packet in container.demux(video=0):
            for frame in packet.decode():
                assert isinstance(frame, av.VideoFrame)
                read_so_far.append(read(frame.to_ndarray(format="gray")))
            if len(read_so_far) >= count:
                break
    return read_so_far


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """What FFmpeg says."""
    av.logging.set_level(av.logging.WARNING)
    caplog.set_level(COMPLAINTS)
    return caplog


@pytest.mark.parametrize("transport", ["tcp", "udp"])
@pytest.mark.parametrize("codec", ["h264", "h265"])
def test_every_picture_arrives_in_order_and_without_complaint(
    codec: str,
    transport: str,
    city: Streaming,
    h265_city: Streaming,
    log: pytest.LogCaptureFixture,
) -> None:
    played = numbers((city if codec == "h264" else h265_city).port(), transport, 40)
    first = played[0]
    assert first in (0, 30)
    assert played == [(first + i) % 60 for i in range(len(played))]
    assert [record.getMessage() for record in log.records if record.levelno >= COMPLAINTS] == []


def test_what_was_sent_is_in_the_journal(city: Streaming) -> None:
    played = numbers(city.port(2), "tcp", 10)
    sent = city.ask(lambda: city.simulator.sent.last(2, "sub"))
    at = [number for number, _ in sent].index(played[0] or 0)
    assert [number for number, _ in sent[at : at + 10]] == played[:10]
    times = [time_s for _, time_s in sent[-10:]]
    assert times == sorted(times)
