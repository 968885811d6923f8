"""However a reception ends: quickly, with the session given back, and with nothing left over."""

from __future__ import annotations

import asyncio
import os
import socket
import time
from pathlib import Path

import pytest

from tests.video.rtsp.cameras import Asked, Camera, Recorder, on_air, watch
from tests.video.rtsp.packets import interleaved, rtp
from wall.model.stream import Source, Transport
from wall.video.rtsp import Limits, receive

PICTURES = [interleaved(rtp(b"\x65\x88idr", number, number * 6000, marker=True)) for number in range(3)]
SILENCE = b""


async def cancelled_after(camera: Camera, method: str) -> float:
    """Cancel a reception once the camera was asked for something; return how long that took, in seconds."""
    async with on_air(camera):
        task = asyncio.ensure_future(receive(Source(camera.url), Recorder(), Limits()))
        while method not in camera.methods:
            camera.heard.clear()
            await asyncio.wait_for(camera.heard.wait(), 10)
        started_s = time.monotonic()
        task.cancel()
        await asyncio.wait({task})
        assert task.cancelled()
        await asyncio.wait_for(camera.gone.wait(), 10)
        return time.monotonic() - started_s


@pytest.mark.parametrize("method", ["OPTIONS", "DESCRIBE", "SETUP", "PLAY"])
def test_cancelling_does_not_wait_for_the_camera(method: str) -> None:
    camera = Camera(answers={method: SILENCE, "TEARDOWN": SILENCE})
    assert asyncio.run(cancelled_after(camera, method)) < Limits().teardown_s + 1


def test_cancelling_gives_the_session_back() -> None:
    camera = Camera(answers={"PLAY": SILENCE})
    asyncio.run(cancelled_after(camera, "PLAY"))
    assert camera.methods[-1] == "TEARDOWN"


def test_nothing_is_delivered_after_the_end() -> None:
    def late(asked: Asked) -> bytes:
        more = [interleaved(rtp(b"\x65\x88idr", n, n * 6000, marker=True)) for n in range(3, 30)]
        return b"".join(more) + camera.usual(asked)

    camera = Camera(media=PICTURES, answers={"TEARDOWN": late})

    async def run() -> Recorder:
        async with on_air(camera):
            return await watch(camera.url, 3)

    assert len(asyncio.run(run()).units) == 3


def test_cancelling_while_connecting() -> None:
    async def run() -> float:
        with socket.socket() as listener, socket.socket() as first, socket.socket() as second:
            listener.bind(("127.0.0.1", 0))
            listener.listen(0)
            for client in (first, second):
                client.setblocking(False)
                client.connect_ex(listener.getsockname())
            url = f"rtsp://127.0.0.1:{listener.getsockname()[1]}/"
            task = asyncio.ensure_future(receive(Source(url), Recorder()))
            await asyncio.wait({task}, timeout=0.2)
            started_s = time.monotonic()
            task.cancel()
            await asyncio.wait({task})
            return time.monotonic() - started_s

    assert asyncio.run(run()) < 1


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="counts descriptors the Linux way")
@pytest.mark.parametrize("transport", [Transport.TCP, Transport.UDP])
def test_a_hundred_receptions_leave_nothing_behind(transport: Transport) -> None:
    camera = Camera(media=PICTURES if transport is Transport.TCP else [])

    async def once() -> None:
        task = asyncio.ensure_future(receive(Source(camera.url, None, transport), Recorder()))
        await asyncio.wait_for(camera.played.wait(), 10)
        camera.played.clear()
        task.cancel()
        await asyncio.wait({task})

    async def run() -> tuple[int, int]:
        async with on_air(camera):
            await once()
            before = len(os.listdir("/proc/self/fd"))  # noqa: PTH208
            for _ in range(100):
                await once()
            await asyncio.sleep(0)
            after = len(os.listdir("/proc/self/fd"))  # noqa: PTH208
            assert len(asyncio.all_tasks()) <= 4, "this one, and what serves the last connections"
            return before, after

    before, after = asyncio.run(run())
    assert after <= before + 3
