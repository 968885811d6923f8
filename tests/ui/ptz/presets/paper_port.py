"""The port of the hands over domes on paper: presets are really kept, and domes really go there."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from typing import Any, TypeVar

from tests.services.ptz.paper_domes import AN, PRESETS, PaperDesk, TestClock
from wall.model.device import Preset
from wall.model.errors import UnreachableError
from wall.model.ptz.ability import PtzAbility
from wall.model.ptz.move import Place, Velocity, Way
from wall.model.ptz.operator import Operator
from wall.model.ptz.settings import DomeSettings

T = TypeVar("T")


class PaperPort(PaperDesk):
    """`wall.ui.ptz.port.PtzPort`, as far as presets go; the hands' own part does nothing."""

    def __init__(self, clock: TestClock) -> None:
        super().__init__(clock)
        self.kept = {7: {token: f"Điểm {token}" for token in PRESETS}, 8: dict[str, str]()}
        self.opened: list[int] = []
        self.settled: dict[int, DomeSettings] = {}
        self.is_away = False
        self.ability_of = PtzAbility(pan_tilt=True, presets=True, tours=True, tells_place=True)

    def ability(self, camera_id: int) -> PtzAbility | None:
        return self.ability_of

    def open(self, camera_id: int) -> None:
        self.opened.append(camera_id)

    def close(self, camera_id: int) -> None:
        self.opened.remove(camera_id)

    def go_preset(self, camera_id: int, token: str) -> None:
        self.send(camera_id, token, AN)

    def presets(self, camera_id: int) -> Future[tuple[Preset, ...]]:
        if self.is_away:
            return _failed()
        return _done(tuple(Preset(token, name) for token, name in self.kept[camera_id].items()))

    def set_preset(self, camera_id: int, name: str, token: str = "") -> Future[Preset]:
        if self.is_away:
            return _failed()
        token = token or str(len(self.kept[camera_id]) + 10)
        self.kept[camera_id][token] = name
        PRESETS.setdefault(token, self.domes[camera_id].goal)
        return _done(Preset(token, name))

    def settings(self, camera_id: int) -> DomeSettings:
        return self.settled.get(camera_id, DomeSettings())

    def settle(self, camera_id: int, settings: DomeSettings) -> Future[None]:
        self.settled[camera_id] = settings
        done: Future[None] = Future()
        done.set_result(None)
        return done

    def rename_preset(self, camera_id: int, token: str, name: str) -> Future[None]:
        self.kept[camera_id][token] = name
        return _done(None)

    def remove_preset(self, camera_id: int, token: str) -> Future[None]:
        del self.kept[camera_id][token]
        return _done(None)

    @property
    def operator(self) -> Operator:
        return AN

    # -- of the hands, which are not here

    def drive(self, camera_id: int, hand: str, velocity: Velocity) -> None: ...

    def renew(self, hand: str) -> None: ...

    def let_go(self, hand: str) -> None: ...

    def let_all_go(self, hands: str = "") -> None: ...

    def step(self, camera_id: int, way: Way) -> None: ...

    def go_to(self, camera_id: int, place: Place, speed: float = 1.0) -> None: ...

    def go_home(self, camera_id: int) -> None: ...

    def set_home(self, camera_id: int) -> None: ...

    def auxiliary(self, camera_id: int, command: str) -> None: ...

    def focus(self, camera_id: int, speed: float) -> None: ...

    def auto_focus(self, camera_id: int, *, on: bool) -> None: ...

    def iris(self, camera_id: int, step: float) -> None: ...

    def reserve(self, camera_id: int, minutes: float) -> None: ...

    def release(self, camera_id: int) -> None: ...

    def request(self, camera_id: int) -> None: ...

    def answer_request(self, camera_id: int, *, gives: bool) -> None: ...

    def take_over(self, camera_id: int) -> None: ...

    def change_operator(self, operator: Operator) -> None: ...

    def operators(self) -> Future[Sequence[Operator]]:
        return _done((AN,))


def _done(result: T) -> Future[T]:
    future: Future[T] = Future()
    future.set_result(result)
    return future


def _failed() -> Future[Any]:
    future: Future[Any] = Future()
    future.set_exception(UnreachableError("it is away"))
    return future
