"""Domes on paper behind a desk: they stand where they were sent after two seconds of a clock that the test turns."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from wall.model.device import Preset
from wall.model.errors import UnreachableError, WallError
from wall.model.ptz.ability import PtzAbility
from wall.model.ptz.journal import Deed
from wall.model.ptz.move import Place
from wall.model.ptz.operator import SYSTEM, Hold, Operator, Rank
from wall.model.ptz.standing import Duty, PtzStanding
from wall.model.ptz.status import CameraTour
from wall.services.ptz.ports import DrivesDome, Touched

T = TypeVar("T")
WAY_S = 2.0
AN = Operator("an")
PRESETS = {"1": Place(0.5, 0.0, 0.0), "2": Place(-0.5, 0.1, 0.2), "5": Place(0.0, -0.3, 0.1)}


class TestClock:
    """Turned by hand."""

    __test__ = False

    def __init__(self) -> None:
        self.now_s = 1000.0

    def monotonic(self) -> float:
        return self.now_s

    def unix(self) -> float:
        return 1_795_000_000.0 + self.now_s


@dataclass
class PaperDome:
    place: Place
    goal: Place
    sent_s: float = -1e9
    tells: bool = True
    fault: WallError | None = None


class PaperDesk:
    """`wall.services.ptz.ports.SendsDomes`."""

    def __init__(self, clock: TestClock, domes: Mapping[int, PaperDome] | None = None) -> None:
        self.clock = clock
        self.domes = dict(domes or {7: PaperDome(PRESETS["5"], PRESETS["5"]), 8: PaperDome(PRESETS["1"], PRESETS["1"])})
        self.sent: list[tuple[int, str, str, float]] = []
        self.toured: list[tuple[int, str, bool]] = []
        self.standings: dict[int, PtzStanding] = {}
        self.written: list[tuple[int, Deed, str, str]] = []
        self._heard: list[Touched] = []

    def standing(self, camera_id: int) -> PtzStanding:
        stood = self.standings.get(camera_id, PtzStanding(camera_id))
        hold = stood.hold
        if hold is not None and hold.until_s is not None and hold.until_s <= self.clock.now_s:
            stood = self.standings[camera_id] = replace(stood, hold=None)
        return replace(stood, is_moving=self.clock.now_s - self.domes[camera_id].sent_s < WAY_S)

    def ability(self, camera_id: int) -> PtzAbility | None:
        return PtzAbility(presets=True, tells_place=self.domes[camera_id].tells)

    def listen(self, touched: Touched) -> None:
        self._heard.append(touched)

    def turn(self, camera_id: int, place: Place, operator: Operator = AN) -> None:
        """A hand has turned it there, and rests."""
        dome = self.domes[camera_id]
        dome.place = dome.goal = place
        self._hold(camera_id, operator)

    def send(self, camera_id: int, token: str, operator: Operator = SYSTEM, speed: float = 1.0) -> Future[None]:
        dome, hold = self.domes[camera_id], self.standing(camera_id).hold
        if dome.fault is not None:
            return _ended(error=dome.fault)
        if hold is not None and hold.operator != operator and operator.rank <= Rank.SYSTEM:
            return _ended(error=UnreachableError("held"))
        dome.place, dome.goal, dome.sent_s = self._now(dome), PRESETS[token], self.clock.now_s
        self.sent.append((camera_id, token, operator.name, speed))
        if operator.rank > Rank.SYSTEM:
            self._hold(camera_id, operator)
        return _ended(None)

    def tours(self, camera_id: int) -> Future[tuple[CameraTour, ...]]:
        return _ended((CameraTour("T1", "Tour 1"),))

    def run_tour(self, camera_id: int, token: str, operator: Operator = SYSTEM, *, on: bool) -> Future[None]:
        self.toured.append((camera_id, token, on))
        return _ended(None)

    def look(self, camera_id: int) -> Future[Place | None]:
        dome = self.domes[camera_id]
        return _ended(error=dome.fault) if dome.fault else _ended(self._now(dome) if dome.tells else None)

    def presets(self, camera_id: int) -> Future[tuple[Preset, ...]]:
        return _ended(tuple(Preset(token, f"Điểm {token}") for token in PRESETS))

    def ask(self, camera_id: int, question: Callable[[DrivesDome], Coroutine[Any, Any, T]]) -> Future[T]:
        raise NotImplementedError

    def write_down(self, camera_id: int, deed: Deed, operator: Operator, detail: str) -> None:
        self.written.append((camera_id, deed, operator.name, detail))

    def note(
        self,
        camera_id: int,
        *,
        duty: Duty = Duty.NONE,
        moved_by: str = "",
        returns_at_s: float | None = None,
        patrol: str = "",
        is_patrol_paused: bool = False,
    ) -> None:
        self.standings[camera_id] = replace(
            self.standing(camera_id),
            duty=duty,
            moved_by=moved_by,
            returns_at_s=returns_at_s,
            patrol=patrol,
            is_patrol_paused=is_patrol_paused,
        )

    def _hold(self, camera_id: int, operator: Operator) -> None:
        hold = Hold(operator, self.clock.now_s + 5)
        self.standings[camera_id] = replace(self.standing(camera_id), hold=hold)
        for touched in self._heard:
            touched(camera_id, operator)

    def _now(self, dome: PaperDome) -> Place:
        return dome.goal if self.clock.now_s - dome.sent_s >= WAY_S else dome.place


def _ended(result: T | None = None, error: Exception | None = None) -> Future[T]:
    future: Future[T] = Future()
    if error is not None:
        future.set_exception(error)
    else:
        future.set_result(result)  # type: ignore[arg-type]
    return future
