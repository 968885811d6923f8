"""The thread of replay: everybody has a turn, and it takes no more than its share of a core."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import psutil
import pytest

from tests.support.waiting import wait_until
from tests.video.buffer.shelves import info, shelved
from tests.video.encoded import encode, moving, quarters
from tests.video.replay.looking import FRAME_S, keep
from wall.model.playhead import Playhead
from wall.model.stream import Codec
from wall.video.memory import PictureMemory, PictureReader
from wall.video.replay import ReplayEngine, ReplayPlayer


@pytest.fixture(scope="module")
def engine() -> ReplayEngine:
    """Its thread ends with the process."""
    engine = ReplayEngine()
    with playing(engine, list(moving(Codec.H264)), Playhead(0, time.monotonic()), 1):
        pass
    return engine


@contextmanager
def playing(
    engine: ReplayEngine, units: list[bytes], head: Playhead, count: int, group: int = 15
) -> Iterator[tuple[list[ReplayPlayer], list[PictureReader]]]:
    """So many players of the same units, which came from 0 s on."""
    with ExitStack() as stack:
        room = stack.enter_context(shelved(None, memory_bytes=64 << 20))
        players, readers = [], []
        for tile in range(count):
            buffer = room.shelf.buffer(tile)
            buffer.begin(info())
            keep(buffer, units, 0, group=group)
            memory = PictureMemory.create(320, 180)
            stack.callback(memory.close)
            players.append(engine.player(buffer, memory, head))
            stack.callback(engine.close, players[-1])
            readers.append(PictureReader(memory))
        yield players, readers


def replay_cpu_s() -> float:
    """What all threads have used: the others rest."""
    return float(sum(thread.user_time + thread.system_time for thread in psutil.Process().threads()))


def _shows(reader: PictureReader, moment_s: float) -> bool:
    """Does it show that moment by now, or the one after it?"""
    picture = reader.hold()
    return picture is not None and moment_s - 0.01 < picture.picture_s < moment_s + 0.11


def test_sixteen_that_stand_are_all_shown_soon(engine: ReplayEngine) -> None:
    with playing(engine, list(moving(Codec.H264)), Playhead(2.0, time.monotonic(), 0.0), 16) as (players, readers):
        took_s = wait_until(lambda: all(_shows(reader, 1.9) for reader in readers), 10)
        assert took_s < 5, "0.1 s on a machine of one's own"
        wait_until(lambda: all(player.due_s() > time.monotonic() + 100 for player in players), 5)


def test_steered_together_they_move_together(engine: ReplayEngine) -> None:
    units = list(moving(Codec.H264))
    with playing(engine, units, Playhead(0.5, time.monotonic(), 0.0), 4) as (players, readers):
        wait_until(lambda: all(reader.has_newer() for reader in readers), 10)
        head = Playhead(1.5, time.monotonic(), 0.0)
        for player in players:
            engine.steer(player, head)
        wait_until(lambda: all(abs(reader.hold().picture_s - 1.5) < FRAME_S for reader in readers), 10)  # type: ignore[union-attr]


def test_it_takes_no_more_than_its_share_and_skips_what_it_cannot_decode(engine: ReplayEngine) -> None:
    """Eight large streams at eight times their speed would take several cores."""
    units = encode(Codec.H264, [quarters(1280, 720, number) for number in range(30)], keyframe_every=15) * 8
    with playing(engine, units, Playhead(0, time.monotonic(), 8.0), 8) as (_, readers):
        wait_until(lambda: all(reader.has_newer() for reader in readers), 10)
        began_s, used_s = time.monotonic(), replay_cpu_s()
        time.sleep(1.5)
        share = (replay_cpu_s() - used_s) / (time.monotonic() - began_s)
        assert share < 0.85, "six tenths, and what this test itself takes"
        moments = [reader.hold().picture_s for reader in readers]  # type: ignore[union-attr]
        assert min(moments) > 2, "all have come on"
