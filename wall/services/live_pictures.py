"""Builds what shows live pictures of its real parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from wall.model.events import Event
from wall.model.video import VideoSettings
from wall.services.io import IoLoop
from wall.services.live_view import LiveView
from wall.services.login_desk import Desks
from wall.services.stream_scene import RemembersScenes
from wall.services.usage import Meter, Pids, Usage
from wall.video.hardware.probe import found
from wall.video.setup import decode_pool


@contextmanager
def live_pictures(
    io: IoLoop,
    publish: Callable[[Event], None],
    log: Path,
    desks: Desks,
    settings: VideoSettings,
    scenes: RemembersScenes | None = None,
) -> Iterator[LiveView]:
    """A live view that runs while the context does. Not to be called on the io loop."""
    pool = decode_pool(log, settings.buffer)

    def measuring(decoders: Pids, beside: Pids) -> Callable[[], Usage | None]:
        return Meter(decoders, beside).look

    live = LiveView(
        io.loop,
        publish,
        pool,
        desks=desks,
        settings=settings,
        measuring=measuring,
        find_hardware=found,
        log=lambda line: _append(line, log),
        scenes=scenes,
    )
    io.request(live.start()).result()
    try:
        yield live
    finally:
        io.request(live.stop()).result()


def _append(line: str, log: Path) -> None:
    """With the time of the day. A log that cannot be written stops nothing."""
    with suppress(OSError), log.open("a", encoding="utf-8") as file:
        file.write(f"{datetime.now().astimezone().isoformat(timespec='seconds')} {line}\n")
