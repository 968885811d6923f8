"""One stream of a dome: replays what it shows at rest, and has it drawn and encoded while that is not known.

It is stepped like a session, and steps the sessions of its stream. While the dome looks where a clip of the shelf or
of `loops` shows, they replay that; else each picture is ordered when it is due, and goes out to all of them when it
is made. Who takes longer than a picture lasts loses pictures, as a camera does. At rest one round is recorded, so that
a place costs nothing from then on.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from wall.simulator.clips.recipe import ClipRecipe
from wall.simulator.domes.look import USUAL, Look
from wall.simulator.domes.loops import Loops, Recording
from wall.simulator.domes.orders import Order, What
from wall.simulator.domes.parameter_sets import with_sets_of
from wall.simulator.domes.studio import Studio, StudioError
from wall.simulator.rtp.packets import PacketClip, PacketFrame, packet_frame
from wall.simulator.rtsp.session import StreamSession, beat

_SLACK_S = 0.002


@dataclass(frozen=True, slots=True)
class Scene:
    """What a feed shows. `look` tells how the dome looks at a moment, and whether that changes just then.

    `is_faulty`: a fault shows another picture, and nothing is drawn.
    """

    stream: str
    recipe: ClipRecipe
    camera: int
    look: Callable[[float], tuple[Look, bool]]
    is_faulty: Callable[[], bool]


class Feed:
    """A `replay.Played`. `home` is the clip of the usual look. Event-loop thread only."""

    def __init__(self, scene: Scene, home: PacketClip, studio: Studio, loops: Loops, now: Callable[[], float]) -> None:
        self.is_playing = False
        self.is_live = False
        """Pictures are made now."""
        self.made = 0
        """How many pictures there were to be drawn."""
        self._scene, self._home, self._studio, self._loops, self._now = scene, home, studio, loops, now
        self._sessions: dict[StreamSession, float] = {}
        self._shown: PacketClip | None = None
        self._number = 0
        self._wants_key = True
        self._recording: Recording | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._is_making = False

    @property
    def interval_s(self) -> float:
        """Time between two pictures."""
        return 1.0 / self._home.fps

    @property
    def has_sessions(self) -> bool:
        """Whether anybody watches."""
        return bool(self._sessions)

    def first_due(self) -> float:
        """As for every session of the camera."""
        due, count = beat(self._scene.camera, self.interval_s, self._now())
        self._number = count % len(self._home.frames)
        self._order(What.PREPARE, USUAL)
        return due

    def join(self, session: StreamSession) -> None:
        """A client plays."""
        session.is_playing = True
        self._sessions[session] = session.first_due()
        clip = self._clip_of(*self._scene.look(self._now()))
        if clip is None or self.is_live:
            session.wait_for_live()
        else:
            session.change_clip(clip)

    def leave(self, session: StreamSession) -> None:
        """A client does not any more."""
        session.is_playing = False
        self._sessions.pop(session, None)

    def end(self) -> None:
        """Nobody watches."""
        self._rest(None)
        if self.made:
            self._order(What.FORGET, USUAL)
            self.made = 0

    def step(self, now: float) -> None:
        """The next picture is due."""
        self._number = (self._number + 1) % len(self._home.frames)
        if self._scene.is_faulty():
            self._rest(None)
        else:
            self._follow(now, *self._scene.look(now))
        for session in self._due(now):
            session.step(now)

    def _follow(self, now: float, look: Look, is_changing: bool) -> None:
        clip = self._clip_of(look, is_changing)
        if clip is None and not self.is_live:
            self._shown, self.is_live, self._wants_key = None, True, True
        # Back to what is known only with the beginning of a group: so no picture comes twice.
        if clip is not None and (not self.is_live or clip.frames[self._number].is_key):
            self._replay(clip)
        if self.is_live and not self._is_making:
            self._make_next(now, look, is_changing)

    def _replay(self, clip: PacketClip) -> None:
        if self._shown is not clip:
            self._rest(clip)
            for session in self._sessions:
                session.change_clip(clip)

    def _rest(self, shown: PacketClip | None) -> None:
        self._shown, self.is_live, self._recording = shown, False, None

    def _clip_of(self, look: Look, is_changing: bool) -> PacketClip | None:
        if is_changing:
            return None
        return self._home if look == USUAL else self._loops.get((self._scene.stream, look))

    def _make_next(self, now: float, look: Look, is_changing: bool) -> None:
        if is_changing:
            self._recording = None
        elif self._recording is None or self._recording.look != look:
            self._recording = Recording(self._home, look)
        is_group = self._home.frames[self._number].is_key
        is_key = is_group or self._wants_key or any(each.needs_key for each in self._due(now))
        self.made += 1
        self._order(What.PICTURE, look, is_key=is_key, is_hasty=is_changing)

    def _due(self, now: float) -> list[StreamSession]:
        """The sessions whose first picture is not still to come."""
        return [session for session, due in self._sessions.items() if now + _SLACK_S >= due]

    def _order(self, what: What, look: Look, *, is_key: bool = False, is_hasty: bool = False) -> None:
        order = Order(what, self._scene.stream, self._scene.recipe, look, self._number, is_key, is_hasty)
        is_picture = what is What.PICTURE
        work = self._picture(order, self._recording) if is_picture else self._errand(order)
        self._is_making = self._is_making or is_picture
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _errand(self, order: Order) -> None:
        try:
            await self._studio.make(order)
        except StudioError:
            # Nothing was lost that a picture would not ask for again.
            return

    async def _picture(self, order: Order, recording: Recording | None) -> None:
        try:
            unit = await self._studio.make(order)
        except StudioError:
            self._wants_key, self._recording = True, None
            return
        finally:
            self._is_making = False
        if not self.is_live:
            return
        frame = packet_frame(with_sets_of(self._home, unit), order.number, self._scene.recipe.codec)
        self._wants_key = self._wants_key and not frame.is_key
        if recording is not None and recording is self._recording:
            self._keep(recording, frame)
        now = self._now()
        for session in self._due(now):
            session.take(frame, now)

    def _keep(self, recording: Recording, frame: PacketFrame) -> None:
        recording.add(frame)
        if (clip := recording.clip) is not None:
            self._loops.put((self._scene.stream, recording.look), clip)
            self._recording = None
