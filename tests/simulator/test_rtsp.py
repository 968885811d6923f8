"""A camera's RTSP, spoken to over a socket: what it answers, in which state, and to whom."""

from __future__ import annotations

import pytest

from tests.simulator.rtsp_client import TCP, udp_ports
from tests.simulator.streaming import Streaming
from wall.simulator.digest import Account
from wall.simulator.rtsp import connection


def test_options_need_no_login(city: Streaming) -> None:
    with city.client() as client:
        answer = client.ask("OPTIONS", login=False)
    assert answer.code == 200
    assert {"DESCRIBE", "SETUP", "PLAY", "PAUSE", "TEARDOWN", "GET_PARAMETER"} <= {
        word.strip() for word in answer.headers["public"].split(",")
    }


def test_all_else_needs_one(city: Streaming) -> None:
    with city.client() as client:
        for method in ("DESCRIBE", "SETUP", "PLAY", "PAUSE", "TEARDOWN", "GET_PARAMETER", "SET_PARAMETER"):
            answer = client.ask(method, login=False)
            assert answer.code == 401
            assert answer.headers["www-authenticate"].startswith('Digest realm="')


def test_a_wrong_password_is_refused_again(city: Streaming) -> None:
    with city.client(account=Account("admin", "wrong")) as client:
        assert client.ask("DESCRIBE").code == 401


def test_describe_says_what_is_sent(city: Streaming) -> None:
    with city.client() as client:
        answer = client.ask("DESCRIBE")
    assert answer.headers["content-type"] == "application/sdp"
    assert answer.headers["content-base"] == f"{client.url}/"
    lines = answer.body.split("\r\n")
    assert "m=video 0 RTP/AVP 96" in lines
    assert "a=rtpmap:96 H264/90000" in lines
    assert "a=control:trackID=0" in lines
    assert f"s={city.simulator.city.cameras[0].name} (sub)" in lines


@pytest.mark.parametrize("path", ["/2/sub", "/0/sub", "/1/third", "/1", "/", "/x/sub", "/1/sub/a/b"])
def test_there_is_no_other_stream(city: Streaming, path: str) -> None:
    with city.client(path) as client:
        assert client.ask("DESCRIBE").code == 404


def test_a_session_from_setup_to_teardown(city: Streaming) -> None:
    with city.client() as client:
        answer = client.play("RTP/AVP/TCP;unicast;interleaved=4-5")
        assert answer.code == 200
        assert answer.headers["session"].endswith(";timeout=60")
        first = next(client.packets(4))
        assert f"seq={first.sequence};rtptime={first.timestamp}" in answer.headers["rtp-info"]
        assert client.ask("GET_PARAMETER").code == 200
        assert client.ask("TEARDOWN").code == 200
        assert city.sessions == 0
        client.session = ""
        assert client.ask("TEARDOWN").code == 454


def test_sequence_and_time_run_on(city: Streaming) -> None:
    with city.client() as client:
        client.play()
        frames = client.frames(20)
    packets = [packet for frame in frames for packet in frame]
    sequences = [packet.sequence for packet in packets]
    assert sequences == [(sequences[0] + i) % 65536 for i in range(len(packets))]
    times = [frame[0].timestamp for frame in frames]
    assert times == [(times[0] + 6000 * i) % 2**32 for i in range(20)]
    assert all(len({packet.timestamp for packet in frame}) == 1 for frame in frames)


def test_pause_stops_and_play_goes_on(city: Streaming) -> None:
    with city.client() as client:
        client.play()
        client.frames(3)
        assert client.ask("PAUSE").code == 200
        assert client.is_quiet(0.3)
        assert client.ask("PLAY").code == 200
        client.frames(2)


def test_states_are_kept(city: Streaming) -> None:
    with city.client() as client:
        assert client.ask("PLAY").code == 455
        assert client.ask("PAUSE").code == 455
        assert client.ask("SETUP", "Transport: RTP/AVP;multicast").code == 461
        assert client.ask("SETUP", f"Transport: {TCP}").code == 200
        assert client.ask("SETUP", f"Transport: {TCP}").code == 455
        other = client.url.replace("sub", "main")
        assert client.ask("SETUP", f"Transport: {TCP}", url=other).code == 459
        assert client.ask("RECORD").code == 501
        client.session = "ffff"
        assert client.ask("PLAY").code == 454


def test_sessions_are_limited(city: Streaming) -> None:
    clients = [city.client() for _ in range(5)]
    try:
        for client in clients[:4]:
            assert client.play().code == 200
        assert clients[4].ask("DESCRIBE").code == 453
        assert clients[0].ask("TEARDOWN").code == 200
        assert clients[4].play().code == 200
    finally:
        for client in clients:
            client.close()


def test_a_client_that_goes_takes_its_session_along(city: Streaming) -> None:
    with city.client() as client:
        client.play()
    with city.client() as other:
        while city.sessions:
            other.ask("OPTIONS")


@pytest.mark.parametrize("data", [b"GET / HTTP/1.1\r\n\r\n", b"\x00" * 17000, b"OPTIONS * RTSP/1.0\r\n\r\n" * 40])
def test_rubbish_ends_the_connection_with_a_word(city: Streaming, data: bytes) -> None:
    with city.client() as client:
        client.send(data)
        assert client.wait_for_end() in ("closed", "reset")
    with city.client() as client:
        assert client.ask("DESCRIBE").code == 200


def test_udp_comes_to_the_client_s_ports_from_the_server_s(city: Streaming) -> None:
    with city.client() as client, udp_ports() as (rtp, rtcp, transport):
        assert client.ask("DESCRIBE").code == 200
        answer = client.ask("SETUP", f"Transport: {transport}")
        client.ask("PLAY")
        ports = answer.headers["transport"].partition("server_port=")[2].partition(";")[0].split("-")
        packet, sender = rtp.recvfrom(2000)
        report, reporter = rtcp.recvfrom(2000)
    assert [str(sender[1]), str(reporter[1])] == ports
    assert int(ports[0]) % 2 == 0
    assert int(ports[1]) == int(ports[0]) + 1
    assert packet[1] & 0x7F == 96
    assert report[1] == 200


def test_reports_come_first_and_say_goodbye_at_the_end(city: Streaming) -> None:
    with city.client() as client:
        client.play()
        report = next(client.packets(1)).data
        client.frames(2)
        client.ask("TEARDOWN")
        goodbye = next(client.packets(1)).data
    assert report[1] == 200
    assert goodbye[1] == 203


def test_who_says_nothing_loses_his_session(city: Streaming, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "SESSION_TIMEOUT_S", 0.4)
    with city.client() as silent:
        silent.play()
        assert silent.wait_for_end() == "closed"


def test_a_receiver_report_keeps_it(city: Streaming, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "SESSION_TIMEOUT_S", 1.0)
    with city.client() as client, udp_ports() as (rtp, rtcp, transport):
        client.ask("DESCRIBE")
        answer = client.ask("SETUP", f"Transport: {transport}")
        client.ask("PLAY")
        port = int(answer.headers["transport"].partition("server_port=")[2].partition("-")[2].partition(";")[0])
        for _ in range(30):  # two seconds of frames
            rtp.recvfrom(2000)
            rtcp.sendto(b"\x80\xc9\x00\x01\x00\x00\x00\x01", ("127.0.0.1", port))
        assert client.ask("GET_PARAMETER").code == 200


def test_who_does_not_read_is_sent_away(city: Streaming, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wall.simulator.rtsp.session.STUCK_S", 0.3)
    monkeypatch.setattr("wall.simulator.rtsp.sink.FULL_BYTES", 0)
    monkeypatch.setattr(connection, "SEND_BUFFER_BYTES", 4096)
    with city.client() as client, city.fault("frozen"):
        # Keyframes only: the small buffers are soon full.
        client.shrink()
        client.play()
        with city.client() as other:
            other.play()
            while city.sessions > 1:
                other.frames(1)


@pytest.mark.parametrize(
    "query", ["?transportmode=unicast&profile=sub&proto=Onvif", "?subtype=1&amp;unicast=true", "?name=Kenh%201%20sub"]
)
def test_addresses_as_makes_tell_them_play(city: Streaming, query: str) -> None:
    with city.client(f"/1/sub{query}") as client:
        client.play()
        assert len(client.frames(2)) == 2
