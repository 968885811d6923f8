"""Domes in virtual time, behind lines that do with each command what the test says."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.services.ptz.model_dome import CALL_S, ModelDome, Passage
from wall.model.device import Preset, Trouble
from wall.model.dome_events import PtzStood
from wall.model.events import Event
from wall.model.ptz.ability import PtzAbility
from wall.model.ptz.journal import Deed
from wall.model.ptz.move import STILL, Place, Velocity, Way
from wall.model.ptz.operator import Operator
from wall.model.ptz.status import CameraTour, PtzStatus
from wall.onvif.faults import DeviceFault
from wall.services.ptz.arbitration import OneDesk
from wall.services.ptz.domes import Domes
from wall.services.ptz.drive import Command, Kind
from wall.services.ptz.orders import Orders

ABILITY = PtzAbility(pan_tilt=True, zoom=True, presets=True, tells_place=True)


@dataclass
class ModelLine:
    """One dome's line. `said` is every command with its time; `passages` how each of them fares."""

    dome: ModelDome = field(default_factory=ModelDome)
    passages: Iterator[Passage] = field(default_factory=lambda: itertools.repeat(Passage()))
    fault: Trouble = Trouble.FAULT
    """Of what is refused."""
    said: list[tuple[float, str]] = field(default_factory=list)
    place: float = 0.0
    moves_out: int = 0
    most_moves_out: int = 0
    is_open: bool = False
    closed: int = 0
    _late: set[asyncio.Task[None]] = field(default_factory=set)

    async def open(self) -> None:
        await self._ask("open")
        self.is_open = True

    async def ability(self) -> PtzAbility:
        return ABILITY

    def close(self) -> None:
        self.closed += 1
        self.is_open = False

    async def move(self, velocity: Velocity, timeout_s: float = 1.0) -> None:
        self.moves_out += 1
        self.most_moves_out = max(self.most_moves_out, self.moves_out)
        try:
            await self._tell(Command(Kind.MOVE, 0, 0.0, velocity), f"move {velocity.pan:g}", timeout_s)
        finally:
            self.moves_out -= 1

    async def stop(self) -> None:
        await self._tell(Command(Kind.STOP, 0, 0.0), "stop", 0.0)

    async def relative(self, way: Way, speed: float = 1.0) -> None:
        await self._ask("step")

    async def go_to(self, place: Place, speed: float = 1.0) -> None:
        await self._go("go to")

    async def home(self, speed: float = 1.0) -> None:
        await self._go("home")

    async def go_preset(self, token: str, speed: float = 1.0) -> None:
        await self._go(f"preset {token}")

    async def set_home(self) -> None:
        await self._ask("set home")

    async def presets(self) -> tuple[Preset, ...]:
        await self._ask("presets")
        return (Preset("1", "Cổng"),)

    async def set_preset(self, name: str, token: str = "") -> Preset:
        await self._ask("set preset")
        return Preset(token or "2", name)

    async def rename_preset(self, token: str, name: str) -> None:
        await self._ask("rename")

    async def remove_preset(self, token: str) -> None:
        await self._ask("remove")

    async def status(self) -> PtzStatus:
        self.dome.pass_time(self._now_s)
        if not self.dome.velocity.is_still:
            self.place += 0.1
        return PtzStatus(Place(self.place % 1, 0.0, 0.0))

    async def auxiliary(self, command: str) -> None:
        await self._ask(command)

    async def focus(self, speed: float) -> None:
        await self._ask(f"focus {speed:g}")

    async def stop_focus(self) -> None:
        await self._ask("focus stop")

    async def auto_focus(self, *, on: bool) -> None:
        await self._ask("auto focus")

    async def iris(self, step: float) -> None:
        await self._ask("iris")

    async def tours(self) -> tuple[CameraTour, ...]:
        return ()

    async def start_tour(self, token: str) -> None:
        await self._ask("tour")

    async def stop_tour(self, token: str) -> None:
        await self._ask("tour end")

    @property
    def _now_s(self) -> float:
        return asyncio.get_running_loop().time()

    async def _ask(self, what: str) -> None:
        self.said.append((self._now_s, what))
        passage = next(self.passages)
        await asyncio.sleep(passage.answered_after_s or 0.0)
        if passage.is_refused:
            raise DeviceFault(self.fault, "no")
        if passage.done_after_s is None:
            raise DeviceFault(Trouble.TIMEOUT, "no answer")

    async def _go(self, where: str) -> None:
        """Whatever it did before, it does no more."""
        await self._ask(where)
        self.dome.velocity = STILL

    async def _tell(self, command: Command, what: str, timeout_s: float) -> None:
        self.said.append((self._now_s, what))
        passage = next(self.passages)
        if passage.is_refused:
            await asyncio.sleep(passage.answered_after_s or 0.0)
            raise DeviceFault(self.fault, "no")
        if passage.done_after_s is not None:
            self._later(passage.done_after_s, command, timeout_s)
        after_s = None if passage.answered_after_s is None else (passage.done_after_s or 0.0) + passage.answered_after_s
        if passage.done_after_s is None or after_s is None or after_s >= CALL_S:
            await asyncio.sleep(CALL_S)
            raise DeviceFault(Trouble.TIMEOUT, "no answer")
        await asyncio.sleep(after_s)

    def _later(self, after_s: float, command: Command, timeout_s: float) -> None:
        """The dome does it in its own time, whatever becomes of the connection."""
        loop = asyncio.get_running_loop()
        loop.call_later(after_s, lambda: self.dome.do(command, loop.time(), timeout_s))


class NotedJournal:
    """What was written down, in memory: the store has tests of its own."""

    def __init__(self) -> None:
        self.noted: list[tuple[int, Deed, str]] = []

    def note(self, camera_id: int, deed: Deed, operator: Operator, detail: str = "") -> None:
        self.noted.append((camera_id, deed, operator.name))


class DomeRoom:
    """Domes by camera id, everything about them, and what was published. To be made on the loop."""

    def __init__(self, lines: dict[int, ModelLine]) -> None:
        self.lines = lines
        self.events: list[Event] = []
        self.journal = NotedJournal()
        self.domes = Domes(self, OneDesk(), self.journal, self.events.append, self.now)
        self.orders = Orders(self.domes)

    def line(self, camera_id: int) -> ModelLine | None:
        return self.lines.get(camera_id)

    def known(self, camera_id: int) -> PtzAbility | None:
        return None

    def now(self) -> float:
        return asyncio.get_running_loop().time()

    def drive(self, camera_id: int, hand: str, velocity: Velocity, operator: Operator) -> None:
        self.domes.drive(camera_id, hand, velocity, operator, self.now())

    async def hold(self, camera_id: int, hand: str, velocity: Velocity, operator: Operator, seconds: float) -> None:
        """As a hand does: renewed every 0.15 s."""
        end_s = self.now() + seconds
        self.drive(camera_id, hand, velocity, operator)
        while self.now() < end_s:
            await asyncio.sleep(min(0.15, end_s - self.now()))
            self.domes.renew(hand, self.now())

    def stood(self) -> list[PtzStood]:
        return [each for each in self.events if isinstance(each, PtzStood)]

    def is_still(self, camera_id: int) -> bool:
        dome = self.lines[camera_id].dome
        dome.pass_time(self.now())
        return dome.velocity == STILL
