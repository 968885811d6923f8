"""Listens to one camera at a time, in a process of its own that is started when it is needed.

The UI calls `listen`, `stop` and `turn` on its own thread; each returns at once and is carried out on the io loop. What
becomes of it is told as SoundChanged.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from wall.model.events import Event, SoundChanged
from wall.model.sound import Heard, Loudness, SoundPhase
from wall.model.stream import Credentials, Source
from wall.model.tile import Cause
from wall.services.login_desk import Desks
from wall.services.tile_logins import TileLogins
from wall.video.channel import Message
from wall.video.standby import Standby

_PROGRAM = "wall.video.sound"
_IDLE_S = 60.0
"""So long after the last sound its process stays: the next one begins at once."""
_CALM_S = 5.0
"""A process that is lost again so soon is not replaced: what kills it is the sound."""


class Sound:
    """Fulfils `wall.ui.sound_port.SoundPort`. `publish` is called on the io loop."""

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        publish: Callable[[Event], None],
        desks: Desks,
        log: Path | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """`desks` are those that the pictures' logins go through, too."""
        self._loop = loop
        self._publish = publish
        self._monotonic = monotonic
        self._logins = TileLogins(desks, self._try_again)
        self.heard: Heard | None = None
        """What is listened to; another value after each change."""
        self.loudness = Loudness()
        self._sources: list[Source] = []
        """The stream that is listened to, and those whose sound would do as well."""
        self._number = self._tokens = 0
        self._process = Standby(_PROGRAM, log, self._hear, self._lost, idle_s=_IDLE_S, monotonic=monotonic)
        self._lost_s = float("-inf")

    # -- what the UI wants

    def listen(self, camera_id: int, sources: Sequence[Source]) -> int:
        """Listen to a camera, and to no other any more: the first of these streams that has sound. Gives the token
        under which SoundChanged tells of it.
        """
        self._tokens += 1
        self._loop.call_soon_threadsafe(self._listen, Heard(camera_id, self._tokens), list(sources))
        return self._tokens

    def stop(self, token: int) -> None:
        """Listen no more, if that is still what is listened to."""
        self._loop.call_soon_threadsafe(self._stop, token)

    def turn(self, loudness: Loudness) -> None:
        """Be so loud from now on."""
        self.loudness = loudness
        self._loop.call_soon_threadsafe(self._turn)

    async def end(self) -> None:
        """End everything. On the io loop."""
        if self.heard is not None:
            self._stop(self.heard.token)
        self._logins.close()
        await self._process.end()

    # -- on the io loop

    def _listen(self, heard: Heard, sources: list[Source]) -> None:
        self._sources = sources
        self._tell(replace(heard, loudness=self.loudness))
        self._begin()

    def _begin(self) -> None:
        """Listen to the first of the streams that are left."""
        self._logins.left(self._number)
        self._number += 1
        source = self._sources[0]
        try:
            worker = self._process.need()
        except OSError:
            self._fail(Cause.UNKNOWN)
            return
        order = {"do": "listen", "tile": self._number, "url": source.url, "transport": source.transport.name}
        worker.send(order | {"gain": self.loudness.gain})

    def _stop(self, token: int) -> None:
        if self.heard is not None and self.heard.token == token:
            self._logins.left(self._number)
            self._process.send({"do": "stop"})
            self._process.rest()
            self._tell(None)

    def _turn(self) -> None:
        self._process.send({"do": "gain", "gain": self.loudness.gain})
        if self.heard is not None:
            self._tell(replace(self.heard, loudness=self.loudness))

    def _hear(self, message: Message) -> None:
        if self.heard is None or message["tile"] != self._number:
            return
        match message.get("login"):
            case None:
                self._hear_phase(SoundPhase[message["phase"]], Cause[message["cause"]])
            case "wanted":
                self._logins.wanted(self._number, self._sources[0], self._answer(message["ask"]))
            case told:
                self._logins.told(self._number, accepted=told == "accepted")

    def _hear_phase(self, phase: SoundPhase, cause: Cause) -> None:
        assert self.heard is not None
        if phase is not SoundPhase.PLAYING and cause is not Cause.LOGIN_WITHHELD:
            self._logins.left(self._number)
        if phase is SoundPhase.FAILED and cause in (Cause.NO_SOUND, Cause.SOUND_FORMAT) and len(self._sources) > 1:
            del self._sources[0]
            self._begin()
            return
        self._tell(replace(self.heard, phase=phase, cause=cause))

    def _answer(self, ask: int) -> Callable[[Credentials | Cause], None]:
        number = self._number

        def answer(login: Credentials | Cause) -> None:
            if number != self._number:
                return
            head: Message = {"do": "login", "tile": number, "ask": ask}
            if isinstance(login, Cause):
                self._process.send(head | {"cause": login.name})
            else:
                self._process.send(head | {"user": login.username, "password": login.password})

        return answer

    def _try_again(self, number: int) -> None:
        self._process.send({"do": "retry", "tile": number})

    # -- the process

    def _lost(self) -> None:
        """The process is gone: another one goes on, unless that has just happened."""
        former_s, self._lost_s = self._lost_s, self._monotonic()
        if self.heard is None or self.heard.phase is SoundPhase.FAILED:
            return
        if self._lost_s - former_s < _CALM_S:
            self._fail(Cause.UNKNOWN)
        else:
            self._tell(replace(self.heard, phase=SoundPhase.OPENING, cause=Cause.DECODER_LOST))
            self._begin()

    # -- telling

    def _fail(self, cause: Cause) -> None:
        assert self.heard is not None
        self._tell(replace(self.heard, phase=SoundPhase.FAILED, cause=cause))

    def _tell(self, heard: Heard | None) -> None:
        if heard != self.heard:
            self.heard = heard
            self._publish(SoundChanged(heard))
