"""What a camera answers: the methods of RFC 2326 for one client of one device, one session a connection."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from wall.simulator.city import Camera, StreamSpec
from wall.simulator.clips.shelf import ClipError
from wall.simulator.digest import Verdict
from wall.simulator.rtp.packets import PacketClip
from wall.simulator.rtp.sound import PacketSound
from wall.simulator.rtsp.message import Request, Response
from wall.simulator.rtsp.sdp import describe
from wall.simulator.rtsp.session import StreamSession
from wall.simulator.rtsp.sink import Sink
from wall.simulator.rtsp.sound_session import SoundSession
from wall.simulator.rtsp.transport import TransportAsk, parse_transport

SESSION_TIMEOUT_S = 60
_METHODS = "OPTIONS, DESCRIBE, SETUP, PLAY, PAUSE, TEARDOWN, GET_PARAMETER, SET_PARAMETER"


Session: TypeAlias = StreamSession | SoundSession
"""One track on its way to a client. Those of one connection are one session to RTSP."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a request's URL names: a stream, or the track of its sound."""

    camera: Camera
    spec: StreamSpec
    is_sound: bool = False

    def is_beside(self, other: Target) -> bool:
        """Whether both are tracks of one stream."""
        return (self.camera, self.spec) == (other.camera, other.spec) and self.is_sound is not other.is_sound


class Device(Protocol):
    """The device a client talks to, as far as a dialogue needs it."""

    def check(self, method: str, authorization: str | None) -> tuple[Verdict, str]:
        """Whether the request may pass, and the challenge to send where it may not."""
        ...

    def find(self, url: str) -> Target | None:
        """The stream that a URL names."""
        ...

    async def clip(self, target: Target) -> PacketClip:
        """What that stream plays now; ClipError where it cannot be made."""
        ...

    def sound(self, camera: Camera) -> PacketSound | None:
        """What the camera's microphone hears; None where it has none."""
        ...

    def has_room(self, target: Target) -> bool:
        """Whether one more session may be set up."""
        ...

    def name(self) -> str:
        """One for a new session."""
        ...

    def admit(
        self, name: str, target: Target, played: PacketClip | PacketSound, sink: Sink, hang_up: Callable[[bool], None]
    ) -> Session:
        """A track of the session of that name."""
        ...

    def start(self, session: Session) -> None:
        """PLAY."""
        ...

    def pause(self, session: Session) -> None:
        """PAUSE."""
        ...

    def dismiss(self, session: Session) -> None:
        """TEARDOWN, or the end of the connection."""
        ...


@dataclass(slots=True)
class Admitted:
    """The tracks that were set up, under the name that the client knows them by."""

    name: str
    target: Target
    """What the first of them is."""
    tracks: list[Session]
    is_played: bool = False

    def refusal(self, target: Target) -> int | None:
        """The status that refuses one more track; None: it may come. Changing one that is set up is not offered."""
        if len(self.tracks) > 1 or self.is_played or target == self.target:
            return 455
        return None if target.is_beside(self.target) else 459


class Client(Protocol):
    """The connection, as far as a dialogue needs it."""

    local_host: str

    def open_sink(self, ask: TransportAsk) -> tuple[Sink, str]:
        """A sink as asked for, and the Transport header that says what it is."""
        ...

    def hang_up(self, reset: bool) -> None:
        """End the connection."""
        ...


class Dialogue:
    """One client's conversation with a device. Event-loop thread only."""

    def __init__(self, device: Device, client: Client) -> None:
        self._device = device
        self._client = client
        self._admitted: Admitted | None = None
        self._handlers: dict[str, Callable[[Request], Awaitable[Response]]] = {
            "OPTIONS": self._options,
            "DESCRIBE": self._describe,
            "SETUP": self._setup,
            "PLAY": self._play,
            "PAUSE": self._pause,
            "TEARDOWN": self._teardown,
            "GET_PARAMETER": self._alive,
            "SET_PARAMETER": self._alive,
        }

    @property
    def session(self) -> Session | None:
        """The track that was set up first."""
        return self._admitted.tracks[0] if self._admitted else None

    async def answer(self, request: Request) -> Response:
        """The answer to one request; requests are answered one after the other."""
        handler = self._handlers.get(request.method)
        if handler is None:
            return Response(501)
        if request.method != "OPTIONS":
            verdict, challenge = self._device.check(request.method, request.headers.get("authorization"))
            if verdict is not Verdict.OK:
                return Response(401, (("WWW-Authenticate", challenge),))
        if self._is_foreign(request):
            return Response(454)
        return await handler(request)

    def end(self) -> None:
        """The connection is over, and the session with it."""
        if self._admitted:
            admitted, self._admitted = self._admitted, None
            for track in admitted.tracks:
                self._device.dismiss(track)

    def _is_foreign(self, request: Request) -> bool:
        named = request.headers.get("session", "").partition(";")[0].strip()
        return bool(named) and (self._admitted is None or named != self._admitted.name)

    async def _options(self, request: Request) -> Response:
        return Response(200, (("Public", _METHODS), *self._session_header()))

    async def _alive(self, request: Request) -> Response:
        return Response(200, self._session_header())

    async def _describe(self, request: Request) -> Response:
        target = self._device.find(request.url)
        if target is None:
            return Response(404)
        if not self._device.has_room(target):
            return Response(453)
        try:
            clip = await self._device.clip(target)
        except ClipError:
            return Response(500)
        camera, spec = target.camera, target.spec
        body = describe(
            clip, f"{camera.name} ({spec.name})", self._client.local_host, spec.kbit_s, self._device.sound(camera)
        )
        base = request.url.rstrip("/") + "/"
        return Response(200, (("Content-Base", base), ("Content-Type", "application/sdp")), body)

    async def _setup(self, request: Request) -> Response:
        target = self._device.find(request.url)
        if target is None:
            return Response(404)
        if self._admitted is not None and (refusal := self._admitted.refusal(target)):
            return Response(refusal)
        ask = parse_transport(request.headers.get("transport", ""))
        if ask is None:
            return Response(461)
        try:
            played = self._device.sound(target.camera) if target.is_sound else await self._device.clip(target)
        except ClipError:
            return Response(500)
        if played is None:
            return Response(404)
        if self._admitted is None and not self._device.has_room(target):
            return Response(453)
        sink, header = self._client.open_sink(ask)
        name = self._admitted.name if self._admitted else self._device.name()
        track = self._device.admit(name, target, played, sink, self._client.hang_up)
        if self._admitted is None:
            self._admitted = Admitted(name, target, [track])
        else:
            self._admitted.tracks.append(track)
        header += f";ssrc={track.source:08X}"
        return Response(200, (("Transport", header), *self._session_header()))

    async def _play(self, request: Request) -> Response:
        if self._admitted is None:
            return Response(455)
        url, tracks = request.url.rstrip("/"), self._admitted.tracks
        # The first frame that is sent carries the next time stamp after this one.
        where = (f"url={url}/{each.track};seq={each.sequence};rtptime={each.next_timestamp}" for each in tracks)
        info = ",".join(where)
        self._admitted.is_played = True
        for track in tracks:
            self._device.start(track)
        return Response(200, (("Range", "npt=now-"), ("RTP-Info", info), *self._session_header()))

    async def _pause(self, request: Request) -> Response:
        if self._admitted is None:
            return Response(455)
        for track in self._admitted.tracks:
            self._device.pause(track)
        return Response(200, self._session_header())

    async def _teardown(self, request: Request) -> Response:
        if self._admitted is None:
            return Response(454)
        self.end()
        return Response(200)

    def _session_header(self) -> tuple[tuple[str, str], ...]:
        if self._admitted is None:
            return ()
        return (("Session", f"{self._admitted.name};timeout={SESSION_TIMEOUT_S}"),)
