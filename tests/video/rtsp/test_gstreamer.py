"""Against an RTSP server that nobody here wrote: every pair of codec, login and transport decodes cleanly."""

from __future__ import annotations

import asyncio
from itertools import pairwise

import pytest

from tests.support.gst import Auth, Codec, GstServer, Protocols, start_gst_server
from tests.video.rtsp.cameras import failure, watch
from tests.video.rtsp.clips import decoded
from wall.model.errors import UnauthorizedError, UnreachableError, UnsupportedError, WallError
from wall.model.stream import Credentials, Transport
from wall.model.tile import Cause

PICTURES = 12
DECODERS = {"h264": "h264", "h265": "hevc", "mjpeg": "mjpeg"}


def login(server: GstServer) -> Credentials | None:
    return None if server.auth == "none" else Credentials(server.user, server.password)


@pytest.mark.parametrize(
    ("codec", "auth", "protocols"),
    [
        ("h264", "none", "tcp"),
        ("h264", "basic", "udp"),
        ("h264", "digest", "tcp"),
        ("h265", "none", "udp"),
        ("h265", "basic", "tcp"),
        ("h265", "digest", "udp"),
        ("mjpeg", "none", "tcp"),
        ("mjpeg", "basic", "tcp"),
        ("mjpeg", "digest", "udp"),
    ],
)
def test_pictures_arrive_whole(codec: Codec, auth: Auth, protocols: Protocols) -> None:
    with start_gst_server(codec, auth, protocols) as server:
        seen = asyncio.run(watch(server.url, PICTURES, login(server)))
    assert seen.info is not None
    assert seen.info.transport.value == protocols, "AUTO finds the one that is offered"
    assert not any(unit.damaged for unit in seen.units)
    assert seen.units[0].keyframe
    assert decoded(DECODERS[codec], (unit.data for unit in seen.units)) == len(seen.units)
    times_s = [unit.media_s for unit in seen.units]
    steps_s = [later - sooner for sooner, later in pairwise(times_s)]
    assert steps_s == pytest.approx([1 / 15] * len(steps_s), abs=0.002)


@pytest.mark.parametrize("codec", ["h264", "h265"])
def test_parameter_sets_of_the_description_fit(codec: Codec) -> None:
    """They make a decoder of their own: a picture without its own decodes behind them."""
    with start_gst_server(codec) as server:
        seen = asyncio.run(watch(server.url, 1))
    assert seen.info is not None
    start = seen.info.parameter_sets
    picture = seen.units[0].data
    assert start
    assert decoded(DECODERS[codec], [start + picture]) == 1


@pytest.mark.parametrize("auth", ["basic", "digest"])
@pytest.mark.parametrize(
    ("credentials", "cause"),
    [(None, Cause.LOGIN_NEEDED), (Credentials("admin", "wrong"), Cause.LOGIN)],
)
def test_refused_logins(auth: Auth, credentials: Credentials | None, cause: Cause) -> None:
    with start_gst_server(auth=auth) as server:
        error = asyncio.run(failure(server.url, credentials))
    assert (type(error), error.cause) == (UnauthorizedError, cause)


@pytest.mark.parametrize(("protocols", "demanded"), [("tcp", Transport.UDP), ("udp", Transport.TCP)])
def test_a_demanded_transport_that_is_not_offered(protocols: Protocols, demanded: Transport) -> None:
    with start_gst_server(protocols=protocols) as server:
        error = asyncio.run(failure(server.url, transport=demanded))
    assert isinstance(error, UnsupportedError)


def test_no_such_stream() -> None:
    with start_gst_server() as server:
        error = asyncio.run(failure(server.url + "/nothing"))
    assert (type(error), error.cause) == (UnreachableError, Cause.NOT_FOUND)


@pytest.mark.parametrize("transport", [Transport.TCP, Transport.UDP])
def test_a_stream_that_ends(transport: Transport) -> None:
    with start_gst_server(seconds=1) as server:
        error = asyncio.run(failure(server.url, transport=transport))
    assert (type(error), error.cause) == (UnreachableError, Cause.ENDED)


def test_a_server_that_dies_and_comes_back() -> None:
    async def run(server: GstServer) -> WallError:
        watching = asyncio.ensure_future(failure(server.url))
        await watch(server.url, 3)
        await asyncio.to_thread(server.stop)
        return await watching

    with start_gst_server() as server:
        error = asyncio.run(run(server))
        assert error.cause in (Cause.ENDED, Cause.RESET)
        assert asyncio.run(failure(server.url)).cause is Cause.REFUSED
        server.start()
        assert asyncio.run(watch(server.url, 3)).units
