"""Each fault as a client of the camera meets it, and its end."""

from __future__ import annotations

import socket
import struct
import time
from itertools import pairwise

import pytest

from tests.simulator.rtsp_client import TCP, Packet, RtspClient
from tests.simulator.streaming import Streaming


def is_fine(city: Streaming) -> bool:
    """Whether a new client gets pictures."""
    with city.client() as client:
        return client.play().code == 200 and len(client.frames(12)) == 12


def payload(frame: list[Packet]) -> bytes:
    return b"".join(packet.payload for packet in frame)


@pytest.mark.parametrize("value", ["key", "gop"])
def test_frozen_goes_on_sending_the_same_picture(city: Streaming, value: str) -> None:
    with city.client() as client:
        client.play()
        client.frames(3)
        with city.fault("frozen", value):
            frames = client.frames(35)[5:]
            times = [frame[0].timestamp for frame in frames]
            assert times == [(times[0] + 6000 * i) % 2**32 for i in range(30)]
            if value == "key":
                assert len({payload(frame) for frame in frames}) == 1
            else:
                # Fifteen pictures of a still, over and over.
                assert payload(frames[0]) == payload(frames[15])
        assert len({payload(frame) for frame in client.frames(8)[3:]}) > 1


def test_silent_says_nothing_and_keeps_the_connection(city: Streaming) -> None:
    with city.client() as client:
        client.play()
        client.frames(3)
        with city.fault("silent"):
            client.drain()
            assert client.is_quiet(0.4)
            assert client.ask("GET_PARAMETER").code == 200
        assert is_key(client.frames(1)[0])


def is_key(frame: list[Packet]) -> bool:
    """Whether a frame begins with H.264's parameter sets, as keyframes do."""
    return frame[0].payload[0] & 0x1F == 7


def test_refused_closes_the_door_and_opens_it_again(city: Streaming) -> None:
    port = city.port()
    with city.client() as client:
        client.play()
        with city.fault("refused"):
            assert client.wait_for_end() in ("closed", "reset")
            with pytest.raises(ConnectionRefusedError):
                socket.create_connection(("127.0.0.1", port), 5)
            # Its neighbour is another device.
            with city.client(camera=2) as other:
                assert other.play().code == 200
    assert is_fine(city)


def test_reset_resets_now_and_after_ten_frames(city: Streaming) -> None:
    with city.client() as client:
        client.play()
        client.frames(2)
        with city.fault("reset"):
            assert client.wait_for_end() == "reset"
            with city.client() as again:
                again.play()
                frames = 0
                with pytest.raises(ConnectionResetError):
                    for packet in again.packets():
                        frames += packet.marker
            # A reset throws away what was not read yet.
            assert frames <= 10
    assert is_fine(city)


def test_a_changed_password_refuses_the_old_one(city: Streaming) -> None:
    with city.client() as client:
        client.play()
        with city.fault("password"):
            assert client.wait_for_end() == "closed"
            with city.client() as again:
                assert again.ask("DESCRIBE").code == 401
    assert is_fine(city)


def test_sessions_full_admits_nobody(city: Streaming) -> None:
    with city.client() as client:
        client.play()
        with city.fault("sessions-full"):
            assert client.wait_for_end() == "closed"
            with city.client() as again:
                assert again.ask("DESCRIBE").code == 453
                assert again.ask("SETUP", f"Transport: {TCP}").code == 453
    assert is_fine(city)


def test_a_slow_first_frame_comes_late(city: Streaming) -> None:
    with city.fault("slow-first-frame", 0.6), city.client() as client:
        start_s = time.monotonic()
        assert client.play().code == 200
        client.frames(1)
        assert time.monotonic() - start_s >= 0.6
    assert is_fine(city)


def test_corrupt_changes_payloads_but_no_headers(city: Streaming) -> None:
    with city.client() as client:
        client.play()
        good = {payload(frame) for frame in client.frames(60)}
        with city.fault("corrupt"):
            frames = client.frames(8)[4:]
            assert not good & {payload(frame) for frame in frames}
            assert {packet.payload_type for frame in frames for packet in frame} == {96}
        client.frames(4)
        assert {payload(frame) for frame in client.frames(8)} <= good


def test_loss_leaves_holes_in_the_numbers(city: Streaming) -> None:
    with city.fault("loss", 50), city.client() as client:
        client.play()
        packets = client.packets()
        sequences = [next(packets).sequence for _ in range(30)]
    steps = [(b - a) % 65536 for a, b in pairwise(sequences)]
    assert 1 in steps
    assert any(step > 1 for step in steps)


def test_everything_is_lost(city: Streaming) -> None:
    with city.fault("loss", 100), city.client() as client:
        client.play()
        assert next(client.packets(1)).data[1] == 200
        assert client.is_quiet(0.3)


def report_time_s(client: RtspClient) -> float:
    client.play()
    seconds: int = struct.unpack_from("!I", next(client.packets(1)).data, 8)[0]
    return seconds - 2_208_988_800.0


def test_a_skewed_clock_shows_in_the_reports(city: Streaming) -> None:
    with city.client() as client:
        assert abs(report_time_s(client) - time.time()) < 10
    with city.fault("clock-skew", -7200), city.client() as client:
        assert abs(report_time_s(client) - time.time() + 7200) < 10


def test_another_resolution_comes_in_band(city: Streaming) -> None:
    with city.client() as client:
        client.play()
        before = next(frame for frame in client.frames(35) if is_key(frame))
        with city.fault("resolution"):
            after = key_unlike(client, before)
            assert after[0].payload[:1] == before[0].payload[:1]
        assert key_like(client, before)


def key_unlike(client: RtspClient, other: list[Packet]) -> list[Packet]:
    """The next keyframe with another parameter set than that frame's."""
    frames = (client.frames(1)[0] for _ in range(100))
    return next(frame for frame in frames if is_key(frame) and frame[0].payload != other[0].payload)


def key_like(client: RtspClient, other: list[Packet]) -> bool:
    """Whether a keyframe with the same parameter set comes again."""
    frames = (client.frames(1)[0] for _ in range(100))
    return any(is_key(frame) and frame[0].payload == other[0].payload for frame in frames)


def test_another_codec_comes_with_another_payload_type(city: Streaming) -> None:
    with city.client() as client:
        client.play()
        assert client.frames(1)[0][0].payload_type == 96
        with city.fault("codec"):
            assert any(client.frames(1)[0][0].payload_type == 97 for _ in range(100))
            with city.client() as again:
                assert "a=rtpmap:97 H265/90000" in again.ask("DESCRIBE").body
        assert any(client.frames(1)[0][0].payload_type == 96 for _ in range(100))


def test_an_outage_resets_and_closes(city: Streaming) -> None:
    with city.client() as client:
        client.play()
        client.frames(1)
        with city.fault("outage"):
            assert client.wait_for_end() == "reset"
            with pytest.raises(ConnectionRefusedError):
                socket.create_connection(("127.0.0.1", city.port()), 5)
            # The listener stays closed until the last reason for it has gone.
            with city.fault("refused"):
                pass
            with pytest.raises(ConnectionRefusedError):
                socket.create_connection(("127.0.0.1", city.port()), 5)
    assert is_fine(city)
