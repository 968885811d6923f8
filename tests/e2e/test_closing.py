"""Closing: within two seconds, whatever the cameras do, and nothing stays behind."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication

from tests.e2e.figures import Figures
from tests.e2e.leftovers import Belongings
from tests.e2e.room import START_WITHIN_S, Room, open_room
from tests.e2e.small_cameras import in_a_thread
from wall.bench.control import Control
from wall.bench.crowd import Crowd
from wall.demo import City
from wall.model.camera import Camera, streams_of
from wall.model.stream import Source

pytestmark = [pytest.mark.timeout(240), pytest.mark.alone]

CLOSED_S, CLOSED_IN_A_CROWD_S = 2.0, 5.0


@contextmanager
def timed(figures: Figures, what: str) -> Iterator[ExitStack]:
    """Enter walls into the stack; leaving it is what is measured, and nothing may be left behind."""
    before, stack = Belongings.now(), ExitStack()
    with stack:
        yield stack
        crowd, begin_s = Crowd(), time.monotonic()
        stack.close()
        closed_s = time.monotonic() - begin_s
        figures.note(what, closed_s=closed_s)
    assert before.left_after(1) == []
    assert closed_s < crowd.allows(CLOSED_S, CLOSED_IN_A_CROWD_S)


@pytest.fixture(scope="module", autouse=True)
def warm(qapp: QCoreApplication, city: City) -> None:
    """What the first window of a program opens for good is no leak of the second.

    A camera that had the wall for itself would be opened again, in its larger stream, while one looks.
    """
    with open_room(qapp, city.cameras[:1], 3, 2) as room:
        room.all_move()


def test_a_live_wall_closes(qapp: QCoreApplication, city: City, figures: Figures) -> None:
    with timed(figures, "live wall closes") as stack:
        room = stack.enter_context(open_room(qapp, city.cameras, 3, 2))
        room.all_move()


def test_a_wall_that_is_only_starting_closes(qapp: QCoreApplication, city: City, figures: Figures) -> None:
    with timed(figures, "starting wall closes") as stack:
        room = stack.enter_context(open_room(qapp, city.cameras, 3, 2))
        room.spin(0.1)


def test_a_wall_of_silent_cameras_closes(qapp: QCoreApplication, city: City, figures: Figures) -> None:
    """Cameras that stall must not hold it: libVLC's known dead-lock [VlcMedia 62; vlc-qt 297]."""
    everyone = [camera.number for camera in city.cameras]
    with closing(Control(city.control)) as control:
        control.status()  # It keeps its connection, which is none of the wall's.
        try:
            with timed(figures, "silent wall closes") as stack:
                room = stack.enter_context(open_room(qapp, city.cameras, 3, 2))
                room.all_move()
                room.do(partial(control.set_fault, "silent", everyone, on=True))
                room.wait(lambda: not any(room.is_live(n) for n in range(5)), START_WITHIN_S, "all late")
        finally:
            control.set_fault("silent", everyone, on=False)


def test_a_wall_of_cameras_that_never_answer_closes(qapp: QCoreApplication, figures: Figures) -> None:
    async def say_nothing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard.append(await reader.read(4096))
        await reader.read()

    heard: list[bytes] = []
    with in_a_thread([say_nothing]) as (url,), socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen(0)
        urls = [url] * 4 + [f"rtsp://127.0.0.1:{deaf.getsockname()[1]}/"] * 4
        cameras = [Camera(n, str(n), streams_of(Source(each))) for n, each in enumerate(urls, 1)]
        with timed(figures, "mute wall closes") as stack:
            room = stack.enter_context(open_room(qapp, cameras, 3, 3))
            room.wait(lambda: len(heard) >= 4, START_WITHIN_S, "asked")


def test_a_wall_with_a_hung_decode_process_closes(qapp: QCoreApplication, city: City, figures: Figures) -> None:
    with timed(figures, "wall with a hung process closes") as stack:
        room: Room = stack.enter_context(open_room(qapp, city.cameras, 3, 2))
        room.all_move()
        for decoder in room.decoders():
            decoder.suspend()
