"""The wall on an RTSP server that nobody here wrote: each codec, login and transport, all on one wall at once."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from PySide6.QtCore import QCoreApplication

from tests.e2e.room import START_WITHIN_S, Room, open_room
from tests.support.gst import Auth, Codec, GstServer, Protocols, start_gst_server
from tests.ui.pixels import cell_image, differing
from wall.model.camera import Camera, streams_of
from wall.model.grid import Rect
from wall.model.stream import Credentials, Source, Transport
from wall.model.tile import Cause, TileState, TileStatus

pytestmark = pytest.mark.timeout(240)

AGAIN_WITHIN_S = 12.0
ROADS: list[tuple[Codec, Auth, Protocols]] = [
    ("h264", "none", "tcp"),
    ("h264", "basic", "udp"),
    ("h264", "digest", "tcp"),
    ("h265", "none", "udp"),
    ("h265", "basic", "tcp"),
    ("h265", "digest", "udp"),
    ("mjpeg", "none", "tcp"),
    ("mjpeg", "basic", "udp"),
    ("mjpeg", "digest", "tcp"),
]
"""Every pair of two of the three."""


def camera_of(server: GstServer, number: int = 1) -> Camera:
    login = None if server.auth == "none" else Credentials(server.user, server.password)
    transport = Transport.AUTO if server.protocols == "any" else Transport(server.protocols)
    return Camera(
        number, f"{server.codec} {server.auth} {server.protocols}", streams_of(Source(server.url, login, transport))
    )


def test_a_stream_that_ends_is_named_and_asked_for_again(qapp: QCoreApplication) -> None:
    with start_gst_server(seconds=3) as server, open_room(qapp, [camera_of(server)], 1, 1) as room:
        room.wait(lambda: room.is_live(0), START_WITHIN_S, "live")
        ended = TileStatus(TileState.NO_SIGNAL, Cause.ENDED)
        room.wait(lambda: room.status(0) == ended, AGAIN_WITHIN_S, "ended")
        since_s = time.monotonic()
        room.wait(lambda: room.is_live(0) and room.changes_since(0, since_s) > 3, AGAIN_WITHIN_S, "live again")


@pytest.mark.parametrize("protocols", ["tcp", "udp"])
def test_a_server_restarted_in_mid_stream(qapp: QCoreApplication, protocols: Protocols) -> None:
    with (
        start_gst_server(protocols=protocols) as stays,
        start_gst_server(protocols=protocols) as server,
        open_room(qapp, [camera_of(server, 1), camera_of(stays, 2)], 2, 1) as room,
    ):
        room.wait(lambda: room.is_live(0) and room.is_live(1), START_WITHIN_S, "live")
        room.do(server.stop)
        refused = TileStatus(TileState.NO_SIGNAL, Cause.REFUSED)
        room.wait(lambda: room.status(0) == refused, AGAIN_WITHIN_S, "refused")
        assert room.tile(0).shown_image() is not None, "the last picture stays"
        room.do(server.start)
        since_s = time.monotonic()
        room.wait(lambda: room.is_live(0) and room.changes_since(0, since_s) > 3, AGAIN_WITHIN_S, "live again")
        assert room.is_live(1) and room.changes_since(1, since_s) > 3, "the other went on"


@pytest.mark.parametrize(
    ("credentials", "cause"),
    [(None, Cause.LOGIN_NEEDED), (Credentials("admin", "wrong"), Cause.LOGIN)],
    ids=["none", "wrong"],
)
def test_a_login_it_refuses(qapp: QCoreApplication, credentials: Credentials | None, cause: Cause) -> None:
    with start_gst_server(auth="digest") as server:
        camera = Camera(1, "refused", streams_of(Source(server.url, credentials)))
        with open_room(qapp, [camera], 1, 1) as room:
            refused = TileStatus(TileState.LOGIN_REFUSED, cause)
            room.wait(lambda: room.status(0) == refused, START_WITHIN_S, "refused")


@pytest.fixture(scope="module")
def nine(qapp: QCoreApplication) -> Iterator[Room]:
    """Their tests stand last: nine encoders and decoders would go on beside the others."""
    with ExitStack() as stack:
        servers = [stack.enter_context(start_gst_server(*road)) for road in ROADS]
        cameras = [camera_of(server, number) for number, server in enumerate(servers, 1)]
        yield stack.enter_context(open_room(qapp, cameras, 3, 3))


@pytest.mark.parametrize("number", range(len(ROADS)), ids=["-".join(road) for road in ROADS])
def test_is_live_and_its_pixels_move(nine: Room, number: int) -> None:
    nine.wait(lambda: nine.is_live(number), START_WITHIN_S, "live")
    before = cell_image(nine.window, number)
    area = Rect(0, before.height() // 8, before.width(), before.height() * 3 // 4)

    def moves() -> bool:
        # Not looked at just once: the ball of the test pattern comes back to where it was.
        return differing(before, cell_image(nine.window, number), area) > 50

    nine.wait(moves, START_WITHIN_S, "new pixels")
    assert nine.status(number).state is TileState.LIVE  # A white ball on black: it may be called black.
