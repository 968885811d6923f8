"""A simulated city with short clips, for tests of its streams."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from tests.simulator.footage import footage, stock
from tests.simulator.rtsp_client import RtspClient
from wall.simulator.faults import FaultValue
from wall.simulator.server import Settings, Simulator

T = TypeVar("T")
PATIENCE_S = 20.0


class Streaming:
    """The running city, from any thread."""

    def __init__(self, loop: asyncio.AbstractEventLoop, simulator: Simulator) -> None:
        self._loop = loop
        self.simulator = simulator

    def call(self, work: Coroutine[Any, Any, T]) -> T:
        """Run something in the city's loop."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(PATIENCE_S)

    def ask(self, question: Callable[[], T]) -> T:
        """The result of a plain function, called in the city's loop."""

        async def answer() -> T:
            return question()

        return self.call(answer())

    def port(self, camera: int = 1) -> int:
        """The RTSP port of a camera's device."""
        device = self.simulator.city.cameras[camera - 1].device
        return self.simulator.parts.addresses.rtsp[device]

    def client(self, path: str = "/1/sub", camera: int = 1, **options: Any) -> RtspClient:
        """A client of a camera's device."""
        return RtspClient(self.port(camera), path, **options)

    @property
    def sessions(self) -> int:
        """How many sessions there are."""
        return self.ask(lambda: sum(len(listener.sessions) for listener in self.simulator.rtsp.values()))

    @contextmanager
    def fault(self, name: str, value: FaultValue | None = None, camera: int = 1) -> Iterator[None]:
        """Break a camera for a while."""
        self.call(self._switch(name, camera, True, value))
        try:
            yield
        finally:
            self.call(self._switch(name, camera, False, None))

    async def _switch(self, name: str, camera: int, on: bool, value: FaultValue | None) -> None:
        self.simulator.faults.set(name, [camera], on, value)
        await self.simulator.settled()


@contextmanager
def streaming_city(
    cache: Path, codec: str = "h264", cameras: int = 2, max_sessions: int = 4, sound: str = ""
) -> Iterator[Streaming]:
    """A city whose cameras show a short clip; what faults ask for is in the cache."""
    stock(cache, codec)
    settings = Settings(
        cameras,
        cameras,
        port=0,
        control_port=0,
        cache=cache,
        footage=footage(codec),
        sound=sound,
        max_sessions=max_sessions,
        prepare_clips=False,
    )
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, name="city")
    # One worker, started now: a later one would look like a thread that some test left behind.
    loop.set_default_executor(ThreadPoolExecutor(1))
    thread.start()
    running = Streaming(loop, Simulator(settings))
    try:
        running.call(asyncio.to_thread(int))
        running.call(running.simulator.start())
        yield running
    finally:
        running.call(running.simulator.stop())
        running.call(loop.shutdown_default_executor())
        loop.call_soon_threadsafe(loop.stop)
        thread.join(PATIENCE_S)
        loop.close()
