"""One device's RTSP port: opens and closes as faults come and go, and knows the device's sessions."""

from __future__ import annotations

import asyncio
import random
import socket
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from wall.simulator import city
from wall.simulator.clips.recipe import ClipRecipe
from wall.simulator.clips.shelf import ClipError, ClipShelf
from wall.simulator.digest import DigestGuard, Verdict
from wall.simulator.domes.feed import Feed
from wall.simulator.domes.feeds import Feeds
from wall.simulator.faults import Fault
from wall.simulator.parts import Parts
from wall.simulator.rtp.packets import PacketClip
from wall.simulator.rtp.sound import PacketSound
from wall.simulator.rtsp.choice import recipe_for
from wall.simulator.rtsp.connection import RtspConnection
from wall.simulator.rtsp.dialogue import Session, Target
from wall.simulator.rtsp.replay import Replay
from wall.simulator.rtsp.sdp import SOUND_TRACK
from wall.simulator.rtsp.session import Sender, StreamSession
from wall.simulator.rtsp.sink import Sink, UdpPair
from wall.simulator.rtsp.sound_session import SoundSession
from wall.simulator.sounds.shelf import SoundShelf


@dataclass(frozen=True, slots=True)
class Broadcast:
    """What all RTSP listeners share. `udp` opens the pair of ports when the first client asks for UDP."""

    parts: Parts
    style: str
    shelf: ClipShelf
    sounds: SoundShelf
    replay: Replay
    sender: Sender
    udp: Callable[[], UdpPair]
    max_sessions: int
    feeds: Feeds


class RtspListener:
    """The RTSP half of a device (see `parts.DeviceListener`). Event-loop thread only."""

    def __init__(self, device: city.Device, broadcast: Broadcast) -> None:
        self._device = device
        self._broadcast = broadcast
        rng = broadcast.sender.rng
        parts = broadcast.parts
        self._rng: random.Random = rng
        self._guard = DigestGuard(f"RTSP {device.serial}", rng.randbytes(16), parts.monotonic)
        self._server: asyncio.Server | None = None
        self._connections: set[RtspConnection] = set()
        self.sessions: dict[Session, Target] = {}
        self._names: dict[Session, str] = {}
        """Tracks of one name are one session."""
        self._fed: dict[Session, Feed] = {}
        """Pictures that follow a dome."""

    async def open(self, host: str, port: int) -> int:
        """Listen there (port 0: any); gives the port it is."""
        loop = asyncio.get_running_loop()
        sock = socket.create_server((host, port), backlog=32)
        self._server = await loop.create_server(self._connection, sock=sock)
        return int(sock.getsockname()[1])

    def close(self, *, reset: bool) -> None:
        """Stop listening and end every connection at once, with a TCP reset if asked."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self.drop(reset=reset)

    def drop(self, *, reset: bool, camera: int | None = None) -> None:
        """End connections: all of them, or those that play a camera's streams."""
        for connection in tuple(self._connections):
            if camera is None or connection.camera == camera:
                connection.hang_up(reset) if reset else connection.finish()

    def check(self, method: str, authorization: str | None) -> tuple[Verdict, str]:
        """Whether the request may pass, and the challenge to send where it may not."""
        verdict = self._guard.check(method, authorization, self._broadcast.parts.accounts.of(self._device))
        if verdict is Verdict.WRONG:
            self._broadcast.parts.refused.rtsp[self._device.number] += 1
        return verdict, "" if verdict is Verdict.OK else self._guard.challenge(verdict)

    def find(self, url: str) -> Target | None:
        """The stream that a URL names: /<channel>/<stream>, with or without the track; or the track of its sound."""
        words = urlsplit(url).path.strip("/").split("/")
        if len(words) not in (2, 3) or not words[0].isdecimal():
            return None
        channel = int(words[0])
        if not 1 <= channel <= len(self._device.channels):
            return None
        camera = self._broadcast.parts.city.cameras_of(self._device)[channel - 1]
        is_sound = words[2:] == [SOUND_TRACK]
        return next((Target(camera, spec, is_sound) for spec in camera.streams if spec.name == words[1]), None)

    async def clip(self, target: Target) -> PacketClip:
        """What that stream plays now; waits while it is still encoded."""
        return await self._broadcast.shelf.get(self._recipe(target))

    def sound(self, camera: city.Camera) -> PacketSound | None:
        """What the camera's microphone hears; None where it has none."""
        return self._broadcast.sounds.get(camera) if camera.sound else None

    def has_room(self, target: Target) -> bool:
        """Whether one more session may be set up on the device's channel."""
        if self._broadcast.parts.faults.is_on(Fault.SESSIONS_FULL, target.camera.number) is not None:
            return False
        used = {self._names[each] for each, other in self.sessions.items() if other.camera is target.camera}
        return len(used) < self._broadcast.max_sessions

    def name(self) -> str:
        """One for a new session."""
        return f"{self._rng.getrandbits(64):016x}"

    def admit(
        self, name: str, target: Target, played: PacketClip | PacketSound, sink: Sink, hang_up: Callable[[bool], None]
    ) -> Session:
        """A track of the session of that name."""
        number, stream, sender = target.camera.number, target.spec.name, self._broadcast.sender
        session: Session
        if isinstance(played, PacketSound):
            session = SoundSession(number, stream, played, sink, sender)
        else:
            session = StreamSession(number, stream, played, sink, sender, hang_up)
            self._let_follow(session, target, played)
        self.sessions[session], self._names[session] = target, name
        return session

    def start(self, session: Session) -> None:
        """PLAY."""
        feed = self._fed.get(session)
        if feed is not None and isinstance(session, StreamSession):
            feed.join(session)
        self._broadcast.replay.start(feed or session)

    def pause(self, session: Session) -> None:
        """PAUSE."""
        feed = self._fed.get(session)
        if feed is None or not isinstance(session, StreamSession):
            self._broadcast.replay.stop(session)
            return
        feed.leave(session)
        if feed.is_playing and not feed.has_sessions:
            self._broadcast.replay.stop(feed)
            feed.end()

    def dismiss(self, session: Session) -> None:
        """The session is over."""
        self.pause(session)
        self._fed.pop(session, None)
        session.stop()
        self.sessions.pop(session, None)
        self._names.pop(session, None)

    async def change_pictures(self, camera: int) -> None:
        """Let a camera's sessions go on with the clip that its faults now ask for."""
        for session, target in tuple(self.sessions.items()):
            if target.camera.number == camera and isinstance(session, StreamSession):
                await self._change_picture(session, target)

    async def _change_picture(self, session: StreamSession, target: Target) -> None:
        recipe = self._recipe(target)
        try:
            clip = await self._broadcast.shelf.get(recipe)
        except ClipError:
            return
        # Encoding may have taken a while, and the faults may be others by now.
        if recipe != self._recipe(target) or session not in self.sessions:
            return
        if session not in self._fed:
            session.change_clip(clip)
            self._follow_later(session, target, clip)
        elif recipe != recipe_for(self._broadcast.style, target.camera, target.spec, {}):
            session.change_clip(clip)

    def _let_follow(self, session: StreamSession, target: Target, clip: PacketClip) -> None:
        feed = self._broadcast.feeds.of(target.camera, target.spec, clip)
        if feed is not None:
            self._fed[session] = feed

    def _follow_later(self, session: StreamSession, target: Target, clip: PacketClip) -> None:
        """A session that began under a fault follows its dome once that is over."""
        was_playing = session.is_playing
        self.pause(session)
        self._let_follow(session, target, clip)
        if was_playing:
            self.start(session)

    def _recipe(self, target: Target) -> ClipRecipe:
        on = self._broadcast.parts.faults.of(target.camera.number)
        return recipe_for(self._broadcast.style, target.camera, target.spec, on)

    def _connection(self) -> RtspConnection:
        connection = RtspConnection(self, self._broadcast.udp, self._connections.discard)
        self._connections.add(connection)
        return connection
