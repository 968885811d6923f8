"""Small RTSP servers of our own making, on a thread of their own, for walls that live on this one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AsyncExitStack, contextmanager

from tests.video.rtsp.cameras import Handler, serving
from wall.services.io import IoLoop

_WITHIN_S = 20.0


@contextmanager
def in_a_thread(handlers: Sequence[Handler]) -> Iterator[list[str]]:
    """Serve each of them on a port of its own; gives their addresses, in that order."""
    stack = AsyncExitStack()

    async def open_all() -> list[int]:
        return [await stack.enter_async_context(serving(handler)) for handler in handlers]

    with IoLoop() as io:
        try:
            ports = io.request(open_all()).result(_WITHIN_S)
            yield [f"rtsp://127.0.0.1:{port}/live" for port in ports]
        finally:
            io.request(stack.aclose()).result(_WITHIN_S)
