"""Builds what shows live pictures of its real parts: decode processes, the live view, the decode budget."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from wall.model.events import Event
from wall.model.video import VideoSettings
from wall.services.budget import Budget
from wall.services.io import IoLoop
from wall.services.live_view import LiveView
from wall.services.login_desk import Desks
from wall.services.usage import Meter
from wall.video.setup import decode_pool


@contextmanager
def live_pictures(
    io: IoLoop, publish: Callable[[Event], None], log: Path, desks: Desks, settings: VideoSettings
) -> Iterator[tuple[LiveView, Budget]]:
    """All of it, running while the context does. Not to be called on the io loop."""
    live = LiveView(io.loop, publish, decode_pool(log), desks=desks, settings=settings)
    budget = Budget(live, Meter(live.decode_pids).look, publish, settings.engine)
    io.request(live.start()).result()
    running = io.request(budget.run())
    try:
        yield live, budget
    finally:
        running.cancel()
        io.request(live.stop()).result()
