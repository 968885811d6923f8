"""A small drawn city with a dome, and a client of FFmpeg's that watches it from a thread of its own."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from tests.simulator.running import Running, running_city
from wall.simulator.city import Camera
from wall.simulator.clips.encode import encode, planes_of, stamped
from wall.simulator.clips.store import save
from wall.simulator.clips.strip import read
from wall.simulator.domes.dome import Dome
from wall.simulator.domes.look import USUAL, Look
from wall.simulator.domes.orders import Order, What
from wall.simulator.domes.scenery import Scenery
from wall.simulator.parts import DEMO_PASSWORD, DEMO_USER
from wall.simulator.rtsp.choice import recipe_for
from wall.simulator.streams import parse_streams

SIZE = (320, 180)
HOME_S = 2
"""As long as a round is here: the true one takes ten times as long."""
PATIENCE_S = 20.0
_AT_ONCE = {"rtsp_transport": "tcp", "fflags": "nobuffer", "analyzeduration": "0", "probesize": "32"}
Grey = NDArray[np.uint8]


@dataclass(frozen=True)
class Seen:
    """One picture as it came."""

    at_s: float
    number: int | None
    picture: Grey
    is_key: bool


class Watcher:
    """Plays a stream until it is closed; keeps what it saw."""

    def __init__(self, port: int, path: str = "/1/sub") -> None:
        self._url = f"rtsp://{DEMO_USER}:{DEMO_PASSWORD}@127.0.0.1:{port}{path}"
        self._is_over = threading.Event()
        self.seen: list[Seen] = []
        self._thread = threading.Thread(target=self._play, name="watcher")
        self._thread.start()

    def close(self) -> None:
        self._is_over.set()
        self._thread.join(PATIENCE_S)

    def wait(self, is_so: Callable[[Seen], bool], since: int = 0) -> Seen:
        """The first picture, from so many on, of which that is true."""
        deadline_s = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline_s:
            found = next((seen for seen in self.seen[since:] if is_so(seen)), None)
            if found is not None:
                return found
            time.sleep(0.01)
        raise AssertionError(f"that was not seen among {len(self.seen) - since} pictures")

    def next(self, count: int = 1) -> list[Seen]:
        """So many pictures that come from now on."""
        start = len(self.seen)
        self.wait(lambda _: len(self.seen) >= start + count, start)
        return self.seen[start : start + count]

    def _play(self) -> None:
        with av.open(self._url, options=_AT_ONCE, timeout=10) as container:
            for packet in container.demux(video=0):
                for frame in packet.decode():
                    assert isinstance(frame, av.VideoFrame)
                    grey = np.asarray(frame.to_ndarray(format="gray"), np.uint8)
                    self.seen.append(Seen(time.monotonic(), read(grey), grey, frame.key_frame))
                if self._is_over.is_set():
                    return


class DomeCity(Running):
    """`camera` is its first dome."""

    camera: Camera
    scenery: Scenery

    @property
    def dome(self) -> Dome:
        return self.simulator.parts.domes[self.camera.number]

    def drive(self, work: Callable[[Dome, float], object]) -> None:
        """Tell the dome something in the city's loop."""

        async def do() -> None:
            work(self.dome, time.monotonic())

        self.call(do())

    def until_rest(self) -> None:
        deadline_s = time.monotonic() + PATIENCE_S
        while self.dome.is_moving(time.monotonic()):
            assert time.monotonic() < deadline_s
            time.sleep(0.02)

    @property
    def live(self) -> list[str]:
        return self.simulator.feeds.live

    @contextmanager
    def watched(self, stream: str = "sub") -> Iterator[Watcher]:
        port = self.simulator.parts.addresses.rtsp[self.camera.device]
        watcher = Watcher(port, f"/1/{stream}")
        try:
            watcher.wait(lambda _: True)
            yield watcher
        finally:
            watcher.close()

    def differs(self, seen: Seen, look: Look) -> float:
        """How far a picture is, on average, from how the scene looks there. The strip is left out."""
        drawn = self.scenery.picture(look, SIZE, (seen.number or 0) / 15).convert("L")
        rows = slice(SIZE[1] // 10, None)
        return float(np.mean(np.abs(seen.picture[rows].astype(int) - np.asarray(drawn)[rows].astype(int))))


@contextmanager
def dome_city(cache: Path, codec: str = "h264") -> Iterator[DomeCity]:
    """Forty cameras; the first dome of that codec has a short clip of what it sees at rest."""
    with running_city(cache, 40, 6, recorders=False, streams=parse_streams("480x270,320x180")) as running:
        running.__class__ = DomeCity
        assert isinstance(running, DomeCity)
        running.camera = running.city.cameras_of(running.first("dome", codec))[0]
        running.scenery = Scenery(running.camera.scene, cache)
        _stock(cache, running.camera, running.scenery)
        # Started now: later they would look like what some test left behind.
        running.call(_one_worker())
        recipe = recipe_for("city", running.camera, running.camera.streams[0], {})
        running.call(running.simulator.feeds.studio.make(Order(What.PREPARE, "", recipe, USUAL)))
        yield running


async def _one_worker() -> None:
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(1))
    await asyncio.to_thread(int)


def _stock(cache: Path, camera: Camera, scenery: Scenery) -> None:
    for spec in camera.streams:
        recipe = recipe_for("city", camera, spec, {})
        size = recipe.width, recipe.height
        drawn = (np.asarray(scenery.picture(USUAL, size, n / recipe.fps)) for n in range(HOME_S * recipe.fps))
        (clip,) = encode(stamped(planes_of(drawn, size)), [recipe])
        save(cache, recipe, clip)
