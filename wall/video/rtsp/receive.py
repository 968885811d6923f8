"""Receiving one camera: the whole life of a connection, from opening to giving the session back. Asyncio."""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Coroutine
from typing import Generic, NoReturn
from urllib.parse import urlsplit

from wall.model.errors import UnreachableError
from wall.model.stream import Source, Transport
from wall.model.tile import Cause
from wall.video.rtsp import steps
from wall.video.rtsp.auth import Login
from wall.video.rtsp.connection import Connection, connect
from wall.video.rtsp.desk import LoginDesk, OwnLogin
from wall.video.rtsp.dialogue import Dialogue
from wall.video.rtsp.early import EarlyUnits
from wall.video.rtsp.limits import Limits
from wall.video.rtsp.paths import PacketPath, TcpPath
from wall.video.rtsp.rtcp import RtcpReceiver
from wall.video.rtsp.rtp import RtpStream
from wall.video.rtsp.tracks import SOUND, VIDEO, I, M, Track
from wall.video.rtsp.udp import UdpPath
from wall.video.rtsp.units import AnySink, Sink, SoundSink

_RTSP_PORT = 554


async def receive(
    source: Source,
    sink: Sink,
    limits: Limits = Limits(),  # noqa: B008  frozen
    desk: LoginDesk | None = None,
) -> NoReturn:
    """Connect, play and deliver until cancelled, or until it fails with the WallError that says why.

    The login comes from the desk, where there is one, else from the source.

    However it ends, the camera gets its session back, within `limits.teardown_s`. Nothing is delivered after
    that.
    """
    await _receive(VIDEO, source, sink, limits, desk or OwnLogin(source.credentials))


async def receive_sound(
    source: Source,
    sink: SoundSink,
    limits: Limits = Limits(),  # noqa: B008  frozen
    desk: LoginDesk | None = None,
) -> NoReturn:
    """The same with the stream's sound, in a session of its own that sets up nothing but that track."""
    await _receive(SOUND, source, sink, limits, desk or OwnLogin(source.credentials))


async def _receive(track: Track[M, I], source: Source, sink: AnySink[I], limits: Limits, desk: LoginDesk) -> NoReturn:
    parts = urlsplit(source.url)
    connection = await connect(parts.hostname or "", parts.port or _RTSP_PORT, limits)
    reception = Reception(connection, track, source, sink, limits, desk)
    try:
        await reception.run()
    finally:
        await reception.stop()


class Reception(Generic[M, I]):
    """One track of one camera, received over one connection."""

    def __init__(
        self,
        connection: Connection,
        track: Track[M, I],
        source: Source,
        sink: AnySink[I],
        limits: Limits,
        desk: LoginDesk,
    ) -> None:
        self._connection = connection
        self._track = track
        self._source = source
        self._sink = sink
        self._limits = limits
        self._dialogue = Dialogue(connection, Login(lambda: secrets.token_hex(8)), desk)
        self._early = EarlyUnits(limits.unit_bytes)
        self._address = source.url
        self._path: PacketPath | None = None

    async def run(self) -> NoReturn:
        """Go through the dialogue, then stay with the stream."""
        described = await steps.describe(self._dialogue, self._source.url, self._track.find)
        self._address = described.address
        stream = self._track.stream(described.media, self._limits, self._early.hold)
        rtcp = RtcpReceiver(stream, secrets.randbits(32), time.time, self._sink.clock, self._goodbye)
        path, timeout_s = await self._set_up(described.media_address, stream, rtcp)
        await steps.play(self._dialogue, described.address)
        self._sink.opened(self._track.info(described.media, path.transport))
        self._early.release(self._sink.unit)
        stream.deliver = self._sink.unit
        stream.heard_s = stream.heard_s or time.monotonic()
        await _all_until_one_fails(
            self._watch(stream),
            self._report(path, rtcp),
            steps.keep_alive(self._dialogue, described, timeout_s),
        )

    async def stop(self) -> None:
        """Stop delivering, give the session back and let go of everything."""
        if self._path is not None:
            self._path.close()
        try:
            await steps.tear_down(self._dialogue, self._address, self._limits.teardown_s)
        finally:
            self._connection.close()

    async def _set_up(self, address: str, stream: RtpStream, rtcp: RtcpReceiver) -> tuple[PacketPath, float]:
        """Agree on a transport: the one demanded, or TCP and then UDP."""
        wanted = self._source.transport
        choices: list[Transport] = [Transport.TCP, Transport.UDP] if wanted is Transport.AUTO else [wanted]
        for transport in choices:
            is_tcp = transport is Transport.TCP
            self._path = path = TcpPath(self._connection) if is_tcp else UdpPath(self._connection)
            await path.open(self._limits)
            session = await steps.set_up(self._dialogue, address, transport, path.transport_line)
            if session is not None:
                path.start(session.agreed, stream, rtcp)
                return path, session.timeout_s
            path.close()
        raise steps.no_transport(choices)

    async def _watch(self, stream: RtpStream) -> NoReturn:
        """Fail when the connection ends, or when no packet has come for too long."""
        while True:
            patience_s = self._limits.silent_s if stream.received else self._limits.first_packet_s
            left_s = stream.heard_s + patience_s - time.monotonic()
            if left_s <= 0:
                raise UnreachableError(f"no packet for {patience_s:g} s", cause=Cause.SILENT)
            await asyncio.wait({self._connection.ended}, timeout=min(left_s, self._limits.silent_s))
            if self._connection.ended.done():
                self._connection.ended.result()

    async def _report(self, path: PacketPath, rtcp: RtcpReceiver) -> NoReturn:
        """Tell the camera how well its stream arrives; over UDP this also keeps the way open."""
        while True:
            await asyncio.sleep(self._limits.report_s)
            path.send_report(rtcp.report())

    def _goodbye(self) -> None:
        self._connection.fail(UnreachableError("the camera said goodbye", cause=Cause.ENDED))


async def _all_until_one_fails(*parts: Coroutine[None, None, NoReturn]) -> NoReturn:
    """Run the parts until one of them fails, cancel the others and raise what it raised."""
    tasks = [asyncio.ensure_future(part) for part in parts]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
    errors = [task.exception() for task in tasks if not task.cancelled()]
    raise next(error for error in errors if error is not None)
