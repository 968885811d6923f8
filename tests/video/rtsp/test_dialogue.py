"""The dialogue with cameras of good and of odd manners."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from tests.video.rtsp.cameras import SDP, Asked, Camera, Recorder, failure, on_air, reply, watch
from tests.video.rtsp.packets import goodbye, interleaved, rtp, sender_report
from wall.model.errors import BusyError, UnauthorizedError, UnreachableError, UnsupportedError, WallError
from wall.model.stream import Codec, Credentials, Transport
from wall.model.tile import Cause
from wall.video.rtsp import Limits

IDR = b"\x65\x88idr"
LOGIN = Credentials("admin", "very secret")
BASE = "Content-Type: application/sdp"


def pictures(count: int = 3, channel: int = 0) -> list[bytes]:
    return [interleaved(rtp(IDR, n, n * 6000, marker=True), channel) for n in range(count)]


def seen(camera: Camera, count: int = 3, **how: Any) -> Recorder:
    """Watch some pictures of a camera."""

    async def run() -> Recorder:
        async with on_air(camera):
            recorder = await watch(camera.url, count, **how)
            await camera.gone.wait()
            return recorder

    return asyncio.run(run())


def failed(camera: Camera, **how: Any) -> WallError:
    """Receive from a camera until it fails."""

    async def run() -> WallError:
        async with on_air(camera):
            return await failure(camera.url, **how)

    return asyncio.run(run())


def answering(**statuses: str) -> Camera:
    """A camera that refuses some methods."""
    refusals = {name: (lambda asked, status=status: reply(asked, status=status)) for name, status in statuses.items()}
    return Camera(media=pictures(), answers=dict(refusals))


def test_a_camera_of_good_manners() -> None:
    camera = Camera(media=pictures())
    recorder = seen(camera)
    assert camera.methods == ["OPTIONS", "DESCRIBE", "SETUP", "PLAY", "TEARDOWN"]
    assert [asked.uri.removeprefix(camera.url) for asked in camera.asked] == ["", "", "/track1", "", ""]
    assert [asked.headers.get("session") for asked in camera.asked[3:]] == ["12345678"] * 2
    assert recorder.info is not None
    assert (recorder.info.codec, recorder.info.transport) == (Codec.H264, Transport.TCP)
    assert [unit.data for unit in recorder.units] == [b"\0\0\0\1" + IDR] * 3


def test_pictures_before_the_answer_to_play() -> None:
    assert len(seen(Camera(before_play_answer=pictures())).units) == 3


@pytest.mark.parametrize(
    "transport",
    ["RTP/AVP/TCP;unicast;interleaved=4-5", "RTP/AVP/TCP;interleaved=4-5;ssrc=0C17F00D;mode=PLAY"],
)
def test_channels_that_the_camera_chose(transport: str) -> None:
    camera = Camera(media=[interleaved(rtp(b"sound", 1), 0), *pictures(channel=4)])
    camera.answers["SETUP"] = lambda asked: reply(asked, f"Transport: {transport}", "Session: 1")
    assert len(seen(camera).units) == 3


def test_answers_without_the_polish() -> None:
    def careless(asked: Asked) -> bytes:
        head, blank, body = camera.usual(asked).partition(b"\r\n\r\n")
        return (head + blank).replace(b" OK", b"").replace(b": ", b":").replace(b"\r\n", b"\n") + body

    camera = Camera(media=pictures())
    camera.answers = dict.fromkeys(("OPTIONS", "DESCRIBE", "SETUP", "PLAY"), careless)
    assert len(seen(camera).units) == 3


def test_answers_that_do_not_count() -> None:
    camera = Camera(media=pictures())

    def without_number(asked: Asked) -> bytes:
        early = reply(asked, status="100 Continue") + b"RTSP/1.0 200 OK\r\nCSeq: 0\r\n\r\n"
        return early + camera.usual(asked).replace(f"CSeq: {asked.headers['cseq']}\r\n".encode(), b"")

    camera.answers = dict.fromkeys(("OPTIONS", "DESCRIBE", "SETUP", "PLAY"), without_number)
    assert len(seen(camera).units) == 3


@pytest.mark.parametrize(
    ("base", "control", "asked"),
    [
        ("rtsp://10.9.8.7/other/", "track1", "rtsp://10.9.8.7/other/track1"),
        ("rtsp://10.9.8.7/other", "track1", "rtsp://10.9.8.7/other/track1"),
        ("rtsp://10.9.8.7/other/", "rtsp://10.1.1.1/abs/1", "rtsp://10.1.1.1/abs/1"),
        ("rtsp://10.9.8.7/other", "*", "rtsp://10.9.8.7/other"),
    ],
)
def test_control_addresses_go_over_the_connection_there_is(base: str, control: str, asked: str) -> None:
    camera = Camera(media=pictures())
    body = SDP.replace("track1", control).encode()
    camera.answers["DESCRIBE"] = lambda request: reply(request, BASE, f"Content-Base: {base}", body=body)
    seen(camera)
    assert camera.asked[2].uri == asked
    assert camera.asked[3].uri == base


def test_no_address_in_the_description() -> None:
    camera = Camera(sdp=SDP.replace("a=control:track1\r\n", "").replace("a=control:*\r\n", ""), media=pictures())
    seen(camera)
    assert {asked.uri for asked in camera.asked} == {camera.url}


def test_options_may_be_unknown() -> None:
    assert len(seen(answering(OPTIONS="501 Not Implemented")).units) == 3


@pytest.mark.parametrize(
    ("method", "status", "kind", "cause"),
    [
        ("DESCRIBE", "403 Forbidden", UnauthorizedError, Cause.LOGIN),
        ("DESCRIBE", "404 Not Found", UnreachableError, Cause.NOT_FOUND),
        ("DESCRIBE", "301 Moved", UnreachableError, Cause.NOT_FOUND),
        ("DESCRIBE", "453 Not Enough Bandwidth", BusyError, Cause.SESSIONS_FULL),
        ("SETUP", "453 Not Enough Bandwidth", BusyError, Cause.SESSIONS_FULL),
        ("PLAY", "503 Service Unavailable", BusyError, Cause.SESSIONS_FULL),
        ("SETUP", "454 Session Not Found", UnreachableError, Cause.ENDED),
        ("DESCRIBE", "415 Unsupported Media Type", UnsupportedError, Cause.CODEC),
        ("PLAY", "500 Internal Server Error", UnreachableError, Cause.CAMERA_FAULT),
        ("SETUP", "461 Unsupported Transport", UnsupportedError, Cause.TRANSPORT),
    ],
)
def test_refusals(method: str, status: str, kind: type[WallError], cause: Cause) -> None:
    error = failed(answering(**{method: status}))
    assert (type(error), error.cause) == (kind, cause)


def test_a_refused_start_gives_the_session_back() -> None:
    camera = answering(PLAY="503 Service Unavailable")
    failed(camera)
    assert camera.methods[-1] == "TEARDOWN"


class Guarded(Camera):
    """A camera that wants a login for everything, and counts wrong ones."""

    right: bool = True
    wrong_attempts: int = 0
    challenge = 'Digest realm="cam", nonce="n1", algorithm=MD5'

    def usual(self, asked: Asked) -> bytes:
        if "authorization" in asked.headers and self.right:
            return super().usual(asked)
        self.wrong_attempts += "authorization" in asked.headers
        return reply(asked, f"WWW-Authenticate: {self.challenge}", status="401 Unauthorized")


@pytest.mark.parametrize("challenge", [Guarded.challenge, 'Basic realm="cam"'])
def test_a_login_costs_no_wrong_attempt(challenge: str) -> None:
    camera = Guarded(media=pictures())
    camera.challenge = challenge
    seen(camera, credentials=LOGIN)
    assert camera.wrong_attempts == 0
    assert camera.methods == ["OPTIONS", "DESCRIBE", "SETUP", "PLAY", "TEARDOWN"]


def test_a_nonce_that_went_out_of_date_is_renewed() -> None:
    camera = Guarded(media=pictures())
    stale = 'WWW-Authenticate: Digest realm="cam", nonce="n2", stale=true'

    def describe(asked: Asked) -> bytes:
        if 'nonce="n2"' in asked.headers.get("authorization", ""):
            return camera.usual(asked)
        if "authorization" in asked.headers:
            return reply(asked, stale, status="401 Unauthorized")
        return camera.usual(asked)

    camera.answers = {"OPTIONS": lambda asked: reply(asked), "DESCRIBE": describe}
    assert len(seen(camera, credentials=LOGIN).units) == 3


def test_a_login_that_only_the_second_request_needs() -> None:
    camera = Guarded(media=pictures(), answers={"OPTIONS": lambda asked: reply(asked)})
    seen(camera, credentials=LOGIN)
    assert camera.methods == ["OPTIONS", "DESCRIBE", "DESCRIBE", "SETUP", "PLAY", "TEARDOWN"]
    assert camera.wrong_attempts == 0


def test_a_wrong_login_costs_one_attempt() -> None:
    camera = Guarded()
    camera.right = False
    error = failed(camera, credentials=LOGIN)
    assert (type(error), error.cause, camera.wrong_attempts) == (UnauthorizedError, Cause.LOGIN, 1)
    assert "secret" not in f"{error} {error!r} {error.__cause__!r} {error.__context__!r}"


def test_a_missing_login_is_asked_for() -> None:
    camera = Guarded()
    assert failed(camera).cause is Cause.LOGIN_NEEDED
    assert camera.wrong_attempts == 0


def test_461_to_tcp_leads_to_udp_and_to_an_error_if_that_is_refused() -> None:
    camera = answering(SETUP="461 Unsupported Transport")
    failed(camera)
    lines = [asked.headers["transport"] for asked in camera.asked if asked.method == "SETUP"]
    assert ["TCP" in line for line in lines] == [True, False]


@pytest.mark.parametrize("transport", [Transport.TCP, Transport.UDP])
def test_a_demanded_transport_is_the_only_one_tried(transport: Transport) -> None:
    camera = answering(SETUP="461 Unsupported Transport")
    failed(camera, transport=transport)
    assert camera.methods.count("SETUP") == 1


def test_the_camera_may_ask_us() -> None:
    asking = [
        b"OPTIONS rtsp://127.0.0.1/ RTSP/1.0\r\nCSeq: 1\r\n\r\n",
        b"SET_PARAMETER rtsp://127.0.0.1/ RTSP/1.0\r\nCSeq: 2\r\nContent-Length: 3\r\n\r\na:b",
        b"ANNOUNCE rtsp://127.0.0.1/ RTSP/1.0\r\nCSeq: 3\r\n\r\n",
    ]
    camera = Camera(media=[*asking, *pictures()])
    seen(camera)
    assert [answer.split(b"\r\n")[:2] for answer in camera.answered_to_us] == [
        [b"RTSP/1.0 200 OK", b"CSeq: 1"],
        [b"RTSP/1.0 200 OK", b"CSeq: 2"],
        [b"RTSP/1.0 501 Not Implemented", b"CSeq: 3"],
    ]


@pytest.mark.parametrize(
    "ending",
    [
        interleaved(goodbye(), 1),
        b"TEARDOWN rtsp://127.0.0.1/ RTSP/1.0\r\nCSeq: 1\r\n\r\n",
        interleaved(rtp(b"x", 9, payload_type=98)) + interleaved(rtp(b"x", 10, payload_type=98)),
    ],
)
def test_ways_to_say_goodbye(ending: bytes) -> None:
    assert failed(Camera(media=[*pictures(), ending])).cause is Cause.ENDED


def test_a_closed_connection_is_an_end() -> None:
    error = failed(Camera(media=pictures(), then_close=True))
    assert (type(error), error.cause) == (UnreachableError, Cause.ENDED)


def test_silence_after_pictures() -> None:
    camera = Camera(media=pictures())
    error = failed(camera, limits=Limits(silent_s=0.3))
    assert error.cause is Cause.SILENT
    assert camera.methods[-1] == "TEARDOWN"


def test_silence_from_the_start_is_borne_longer() -> None:
    sink = Recorder()
    error = failed(Camera(), limits=Limits(first_packet_s=0.5, silent_s=0.1), sink=sink)
    assert error.cause is Cause.SILENT
    assert "0.5 s" in error.detail


def test_the_clock_of_the_camera() -> None:
    camera = Camera(media=[*pictures(1), interleaved(sender_report(0.0), 1), *pictures(3)])
    assert seen(camera, 2).offsets[0] < -1_000_000_000


def kept_alive(camera: Camera, signs: int) -> list[Asked]:
    """Receive until that many signs of life came; return them."""

    async def run() -> list[Asked]:
        async with on_air(camera):
            task = asyncio.ensure_future(failure(camera.url, limits=Limits(first_packet_s=60)))
            await asyncio.wait_for(camera.played.wait(), 10)
            while len(camera.asked) < 4 + signs:
                camera.heard.clear()
                await camera.heard.wait()
            found = camera.asked[4:]
            task.cancel()
            await asyncio.wait({task})
            return found

    return asyncio.run(asyncio.wait_for(run(), 15))


def test_signs_of_life() -> None:
    camera = Camera(media=pictures())
    camera.answers["SETUP"] = lambda asked: reply(asked, "Session: 7;timeout=2")
    (sign,) = kept_alive(camera, 1)
    assert (sign.method, sign.uri, sign.headers["session"]) == ("GET_PARAMETER", camera.url, "7")


def test_signs_of_life_of_another_kind_where_the_first_is_unknown() -> None:
    camera = answering(GET_PARAMETER="501 Not Implemented")
    camera.answers["SETUP"] = lambda asked: reply(asked, "Session: 7;timeout=1")
    assert [sign.method for sign in kept_alive(camera, 2)] == ["GET_PARAMETER", "OPTIONS"]


def test_signs_of_life_without_public() -> None:
    camera = answering(OPTIONS="200 OK")
    camera.answers["SETUP"] = lambda asked: reply(asked, "Session: 7;timeout=1")
    assert [sign.method for sign in kept_alive(camera, 1)] == ["OPTIONS"]


def test_a_session_that_is_gone_is_an_end() -> None:
    camera = answering(GET_PARAMETER="454 Session Not Found")
    camera.answers["SETUP"] = lambda asked: reply(asked, "Session: 7;timeout=1")
    assert failed(camera).cause is Cause.ENDED


def test_reports_go_to_the_camera() -> None:
    received: list[bytes] = []

    async def run() -> None:
        camera = Camera(media=pictures(), on_packet=received.append)
        async with on_air(camera):
            await failure(camera.url, limits=Limits(report_s=0.05, silent_s=0.5))

    asyncio.run(run())
    assert received[0][:2] == b"\x81\xc9"


class Desk:
    """Hands out a login, or says why not; hears what became of it."""

    def __init__(self, login: Credentials | Cause) -> None:
        self.login = login
        self.asked = 0
        self.heard: list[bool] = []

    async def request(self) -> Credentials:
        self.asked += 1
        await asyncio.sleep(0.05)
        if isinstance(self.login, Cause):
            raise UnauthorizedError(cause=self.login)
        return self.login

    def told(self, *, accepted: bool) -> None:
        self.heard.append(accepted)


CHALLENGE = 'WWW-Authenticate: Digest realm="r", nonce="abc"'


def guarded(*, takes: bool = True, asks_at: str = "DESCRIBE") -> Camera:
    """A camera that wants a login from some method on, and takes any, or none."""
    camera = Camera(media=pictures())

    def wants(asked: Asked) -> bytes:
        if "authorization" in asked.headers and takes:
            return camera.usual(asked)
        return reply(asked, CHALLENGE, status="401 Unauthorized")

    camera.answers = dict.fromkeys(["DESCRIBE", "SETUP", "PLAY", asks_at], wants)
    return camera


def test_the_desk_is_asked_once_and_only_when_the_camera_asks() -> None:
    desk = Desk(LOGIN)
    assert len(seen(guarded(), desk=desk).units) == 3
    assert (desk.asked, desk.heard) == (1, [True])
    open_to_all = Desk(LOGIN)
    assert len(seen(Camera(media=pictures()), desk=open_to_all).units) == 3
    assert (open_to_all.asked, open_to_all.heard) == (0, [])


@pytest.mark.parametrize("asks_at", ["OPTIONS", "DESCRIBE"])
def test_the_desk_hears_of_a_refusal_once(asks_at: str) -> None:
    desk = Desk(LOGIN)
    camera = guarded(takes=False, asks_at=asks_at)
    assert failed(camera, desk=desk).cause is Cause.LOGIN
    assert (desk.asked, desk.heard) == (1, [False])
    assert sum("authorization" in asked.headers for asked in camera.asked) == 1


def test_forbidden_is_a_refusal_too() -> None:
    desk, camera = Desk(LOGIN), guarded()
    camera.answers["DESCRIBE"] = lambda asked: reply(
        asked, CHALLENGE, status="403 Forbidden" if "authorization" in asked.headers else "401 Unauthorized"
    )
    assert failed(camera, desk=desk).cause is Cause.LOGIN
    assert desk.heard == [False]


@pytest.mark.parametrize("cause", [Cause.LOGIN_NEEDED, Cause.LOGIN_WITHHELD])
def test_a_login_that_is_not_handed_out_is_not_sent(cause: Cause) -> None:
    desk, camera = Desk(cause), guarded()
    assert failed(camera, desk=desk).cause is cause
    assert not any("authorization" in asked.headers for asked in camera.asked)
    assert desk.heard == []


def test_a_camera_that_dies_decides_nothing() -> None:
    desk, camera = Desk(LOGIN), guarded()
    camera.answers["SETUP"] = lambda asked: reply(asked, status="503 Busy")
    camera.answers["DESCRIBE"] = lambda asked: reply(
        asked, CHALLENGE, status="503 Busy" if "authorization" in asked.headers else "401 Unauthorized"
    )
    assert failed(camera, desk=desk).cause is Cause.SESSIONS_FULL
    assert desk.heard == []
