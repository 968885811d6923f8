"""One dome's line: everything that it can be told."""

from __future__ import annotations

import asyncio
import contextlib

from wall.model.device import Auth, Preset, Trouble
from wall.model.ptz.ability import PtzAbility
from wall.model.ptz.move import Place, Velocity, Way
from wall.model.ptz.status import CameraTour, PtzStatus
from wall.onvif.faults import DeviceFault
from wall.onvif.ptz.driving import Driving
from wall.onvif.ptz.guard import Guard
from wall.onvif.ptz.learning import learn
from wall.onvif.ptz.learnt import Learnt
from wall.onvif.ptz.lens import Lens
from wall.onvif.ptz.memory import Memory
from wall.onvif.ptz.reading.abilities import read_tours
from wall.onvif.ptz.talk import Talk

_WARM_EVERY_S = 1.0
_MOST_WAIT_S = 16.0


class PtzLine:
    """Drives one dome. Event-loop thread only. Every method raises DeviceFault where the device does not do it.

    Commands may be given at the same time. Those that move the dome go one after another, in their order; questions go
    beside them over another connection. `stop` waits for nothing. Do not cancel a move that is awaited: it cannot be
    called back, and `stop` would no longer know of it.
    """

    def __init__(self, talk: Talk, guard: Guard | None = None) -> None:
        self.target = talk.target
        self._talk = talk
        self._learnt = Learnt()
        self._driving = Driving(talk, self._learnt, guard)
        self._lens = Lens(talk, self._learnt)
        self._memory = Memory(talk, self._learnt, self._driving)
        self._learning = asyncio.Lock()
        self._warming: asyncio.Task[None] | None = None
        self._has_spoken = asyncio.Event()

    async def open(self) -> None:
        """Learn its clock and what it can do, prove the login, and keep a connection warm until `close`. Every method
        does without it as well, but then the first command waits for all that.
        """
        if self._warming is None:
            self._warming = asyncio.create_task(self._keep_warm())
        if self.target.auth is not Auth.DIGEST:
            with contextlib.suppress(DeviceFault):  # Who will not tell the time has a Date header, or no need of it.
                await self._talk.ready()
                await self._talk.lanes.learn_clock(self.target.device_url)
        await self.ability()

    async def ability(self) -> PtzAbility:
        """What it can do: asked the first time, then remembered."""
        async with self._learning:
            if not self._learnt.is_known:
                await learn(self._talk, self._learnt)
        return self._learnt.ability

    @property
    def is_shut(self) -> bool:
        """Has the device refused the login twice? Then nothing is sent any more: open another line, by a new desk."""
        return self._talk.lanes.is_shut

    def close(self) -> None:
        """End the connections, and open none any more."""
        if self._warming is not None:
            self._warming.cancel()
        self._talk.lanes.close()

    # -- what moves it

    async def move(self, velocity: Velocity, timeout_s: float = 1.0) -> None:
        """Move so until told otherwise, and by itself no longer than `timeout_s`. STILL is a `stop`.

        Returns with the device's answer. What a `stop` overtakes before it is sent is not sent; this returns then.
        """
        try:
            await self._driving.move(velocity, timeout_s)
        finally:
            self._has_spoken.set()

    async def stop(self) -> None:
        """Stand still. Sent at once, over another connection where an answer is still awaited on the first; sent again
        after that answer, because the device may have taken the two in the other order.

        Returns when the device has said yes to a stop that it got after all moves. There are devices that say yes and
        go on: say it twice, and ask `status`.
        """
        try:
            await self._driving.stop()
        finally:
            self._has_spoken.set()

    async def relative(self, way: Way, speed: float = 1.0) -> None:
        await self.ability()
        await self._driving.relative(way, speed)

    async def go_to(self, place: Place, speed: float = 1.0) -> None:
        """What is None stays as it is; of pan and tilt one alone needs a dome that tells where it looks."""
        await self.ability()
        await self._driving.go_to(await self._memory.completed(place), speed)

    async def home(self, speed: float = 1.0) -> None:
        await self._driving.home(speed)

    async def go_preset(self, token: str, speed: float = 1.0) -> None:
        await self._driving.go_preset(token, speed)

    # -- what it remembers

    async def set_home(self) -> None:
        """Where it looks now is home."""
        await self._talk.ready()
        await self._talk.ask(self._talk.calls.set_home())

    async def presets(self) -> tuple[Preset, ...]:
        return await self._memory.presets()

    async def set_preset(self, name: str, token: str = "") -> Preset:
        """Keep where it looks now: as a new preset, or in place of the one with that token."""
        return await self._memory.keep(name, token)

    async def rename_preset(self, token: str, name: str) -> None:
        """ONVIF has no renaming, only storing anew where it looks: so the dome goes there, stores, and comes back.
        Takes seconds. A `stop` or a move meanwhile ends it, with the old name kept (DeviceFault).
        """
        await self._memory.rename(token, name)

    async def remove_preset(self, token: str) -> None:
        await self._memory.remove(token)

    async def status(self) -> PtzStatus:
        return await self._memory.status()

    # -- what is on it

    async def auxiliary(self, command: str) -> None:
        """One of `ability().auxiliary`, as the device names it."""
        ability = await self.ability()
        if command not in ability.auxiliary:
            raise DeviceFault(Trouble.UNSUPPORTED, "it has no such command")
        if command in self._learnt.device_auxiliary:
            await self._talk.ask_device(self._talk.calls.device_auxiliary(command))
        else:
            await self._talk.ask(self._talk.calls.auxiliary(command))

    async def focus(self, speed: float) -> None:
        """-1 (nearer) … 1 (farther) of its full speed until `stop_focus`; 0 is that. Ends automatic focus."""
        await self._lens.focus(speed)

    async def stop_focus(self) -> None:
        await self._lens.stop_focus()

    async def auto_focus(self, *, on: bool) -> None:
        await self._lens.auto_focus(on=on)

    async def iris(self, step: float) -> None:
        """Open (positive) or close it by a share of its range. Ends automatic exposure."""
        await self.ability()
        await self._lens.iris(step)

    async def auto_iris(self) -> None:
        await self._lens.auto_iris()

    # -- its own patrols

    async def tours(self) -> tuple[CameraTour, ...]:
        await self._talk.ready()
        return read_tours(await self._talk.ask(self._talk.calls.tours()))

    async def start_tour(self, token: str) -> None:
        await self._operate_tour(token, "Start")

    async def pause_tour(self, token: str) -> None:
        await self._operate_tour(token, "Pause")

    async def stop_tour(self, token: str) -> None:
        await self._operate_tour(token, "Stop")

    async def _operate_tour(self, token: str, operation: str) -> None:
        await self._talk.ready()
        await self._talk.ask(self._talk.calls.operate_tour(token, operation))

    async def _keep_warm(self) -> None:
        """Cameras end a connection on which nothing happens, some after each answer; the next move shall not wait for
        another.
        """
        wait_s = _WARM_EVERY_S
        while True:
            try:
                await self._talk.lanes.warm(self._talk.ptz_url)
                wait_s = _WARM_EVERY_S
            except DeviceFault:
                await asyncio.sleep(wait_s)
                wait_s = min(wait_s * 2, _MOST_WAIT_S)
                continue
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_WARM_EVERY_S):
                    await self._has_spoken.wait()
            self._has_spoken.clear()
