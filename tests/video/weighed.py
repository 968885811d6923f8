"""What fifty players leave behind in memory: a program of its own, `python -m tests.video.weighed MODULE ENGINE`.

Prints the megabytes before and after.
"""

from __future__ import annotations

import ctypes
import gc
import sys
from importlib import import_module

import psutil

from tests.support.resources import threads
from tests.support.waiting import wait_until
from tests.video.encoded import moving
from tests.video.screen import Screen
from wall.model.stream import Codec
from wall.video.engine import Engine


def play_and_close(engine: Engine, times: int) -> None:
    """Players of all codecs, one after the other, some closed before they show anything."""
    quiet = threads()
    for number in range(times):
        codec = list(Codec)[number % 3]
        playing = Screen(engine, codec, (320, 180))
        playing.feed(moving(codec)[:3])
        if number % 2:
            playing.wait_for_more()
        playing.close()
        del playing
    wait_until(lambda: threads() <= quiet and engine.overdue_s() == 0, 10, "threads stay behind")
    gc.collect()


def _resident_mb() -> float:
    """What this process really uses: the allocator gives back first what it only keeps for later."""
    ctypes.CDLL(None).malloc_trim(0)
    return float(psutil.Process().memory_info().rss) / 1e6


if __name__ == "__main__":
    made: Engine = getattr(import_module(sys.argv[1]), sys.argv[2])()
    play_and_close(made, 50)  # The allocator's arenas grow with the first ones, then no more.
    before_mb = _resident_mb()
    play_and_close(made, 50)
    print(before_mb, _resident_mb())
