"""Datagrams: whose are heard, in which order, and what else they may carry."""

from __future__ import annotations

import asyncio
import re
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tests.video.rtsp.cameras import Asked, Camera, Recorder, on_air, reply
from tests.video.rtsp.packets import goodbye, rtp, sender_report
from wall.model.errors import WallError
from wall.model.stream import Source, Transport
from wall.model.tile import Cause
from wall.video.rtsp import Limits, receive

IDR = b"\x65\x88idr"


class UdpCamera(Camera):
    """A camera that sends datagrams, from the ports that a test gives it."""

    ours: tuple[int, int] = (0, 0)
    theirs: tuple[int, int] = (0, 0)

    def usual(self, asked: Asked) -> bytes:
        if asked.method != "SETUP":
            return super().usual(asked)
        if "TCP" in asked.headers["transport"]:
            return reply(asked, status="461 Unsupported Transport")
        found = re.search(r"client_port=(\d+)-(\d+)", asked.headers["transport"])
        assert found
        self.theirs = int(found[1]), int(found[2])
        line = f"Transport: {asked.headers['transport']};server_port={self.ours[0]}-{self.ours[1]}"
        return reply(asked, line, "Session: 1")


class Setting:
    """A camera that plays, its two sockets, and the reception on the other side."""

    def __init__(self, camera: UdpCamera, sockets: tuple[socket.socket, socket.socket]) -> None:
        self.camera = camera
        self.rtp, self.rtcp = sockets
        self.sink = Recorder()
        limits = Limits(first_packet_s=5, report_s=0.1)
        source = Source(camera.url, None, Transport.AUTO)
        self.task = asyncio.ensure_future(receive(source, self.sink, limits))

    def send(self, *packets: bytes, by: socket.socket | None = None) -> None:
        for packet in packets:
            (by or self.rtp).sendto(packet, ("127.0.0.1", self.camera.theirs[0]))

    def control(self, packet: bytes) -> None:
        self.rtcp.sendto(packet, ("127.0.0.1", self.camera.theirs[1]))

    async def enough(self, count: int) -> Recorder:
        self.sink.enough = count
        if len(self.sink.units) < count:
            self.sink.full.clear()
            await asyncio.wait_for(self.sink.full.wait(), 10)
        return self.sink

    async def error(self) -> WallError:
        await asyncio.wait({self.task}, timeout=10)
        error = self.task.exception()
        assert isinstance(error, WallError)
        return error


def bound(host: str = "127.0.0.1") -> socket.socket:
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sock.bind((host, 0))
    sock.setblocking(False)
    return sock


@asynccontextmanager
async def playing() -> AsyncIterator[Setting]:
    with bound() as one, bound() as two:
        camera = UdpCamera()
        camera.ours = one.getsockname()[1], two.getsockname()[1]
        async with on_air(camera):
            setting = Setting(camera, (one, two))
            await asyncio.wait_for(camera.played.wait(), 10)
            yield setting
            setting.task.cancel()
            await asyncio.wait({setting.task})


def packets(count: int) -> list[bytes]:
    return [rtp(IDR, number, number * 6000, marker=True) for number in range(count)]


def test_pictures_in_order_though_packets_are_not() -> None:
    async def run() -> Recorder:
        async with playing() as setting:
            first, second, third, fourth = packets(4)
            setting.send(first, third, second, fourth)
            return await setting.enough(4)

    sink = asyncio.run(run())
    assert sink.info is not None
    assert sink.info.transport is Transport.UDP
    assert [unit.media_s * 15 for unit in sink.units] == [0, 1, 2, 3]
    assert not any(unit.damaged for unit in sink.units)


def test_a_lost_packet_is_not_waited_for_long() -> None:
    async def run() -> Recorder:
        async with playing() as setting:
            setting.send(packets(3)[0], packets(3)[2])
            return await setting.enough(2)

    assert [unit.damaged for unit in asyncio.run(run()).units] == [False, True]


def test_strangers_are_not_heard() -> None:
    async def run() -> Recorder:
        async with playing() as setting:
            with bound("127.0.0.2") as stranger:
                setting.send(rtp(b"\x65\x88stranger", 0, 0, marker=True, source=666), by=stranger)
                setting.send(*packets(1))
                return await setting.enough(1)

    assert [unit.data for unit in asyncio.run(run()).units] == [b"\0\0\0\1" + IDR]


def test_the_way_is_opened_and_reports_are_sent() -> None:
    async def run() -> tuple[bytes, list[bytes]]:
        loop = asyncio.get_running_loop()
        async with playing() as setting:
            punch = await asyncio.wait_for(loop.sock_recv(setting.rtp, 2048), 10)
            reports = [await asyncio.wait_for(loop.sock_recv(setting.rtcp, 2048), 10) for _ in range(3)]
            return punch, reports

    punch, reports = asyncio.run(run())
    assert punch[0] == 0x80
    assert all(report[1] == 201 for report in reports)


def test_the_ports_are_a_pair() -> None:
    async def run() -> tuple[int, int]:
        async with playing() as setting:
            return setting.camera.theirs

    first, second = asyncio.run(run())
    assert (first % 2, second) == (0, first + 1)


def test_control_packets() -> None:
    async def run() -> tuple[list[float], WallError]:
        async with playing() as setting:
            setting.send(*packets(1))
            await setting.enough(1)
            setting.control(sender_report(0.0))
            setting.control(goodbye())
            return setting.sink.offsets, await setting.error()

    offsets, error = asyncio.run(run())
    assert offsets[0] < -1_000_000_000
    assert error.cause is Cause.ENDED


def test_a_new_format_ends_the_stream() -> None:
    async def run() -> WallError:
        async with playing() as setting:
            setting.send(*packets(1), *(rtp(b"x", number, payload_type=98) for number in (1, 2)))
            return await setting.error()

    assert asyncio.run(run()).cause is Cause.ENDED


def test_ports_are_given_back() -> None:
    async def run() -> tuple[int, int]:
        async with playing() as setting:
            setting.send(*packets(1))
            await setting.enough(1)
        return setting.camera.theirs

    for port in asyncio.run(run()):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
            sock.bind(("127.0.0.1", port))
