"""The desk from which domes are driven: what the UI calls, on its way to the io loop."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import Future
from typing import Any, TypeVar

from wall.model.device import Preset
from wall.model.ptz.ability import PtzAbility
from wall.model.ptz.journal import Deed
from wall.model.ptz.move import Place, Velocity, Way
from wall.model.ptz.operator import SYSTEM, Operator
from wall.model.ptz.settings import DomeSettings, settled
from wall.model.ptz.standing import Duty, PtzStanding
from wall.model.ptz.status import CameraTour
from wall.services.ptz.claims import Claims
from wall.services.ptz.dome import Order
from wall.services.ptz.domes import Domes
from wall.services.ptz.journal import Journal
from wall.services.ptz.orders import Orders
from wall.services.ptz.ports import DrivesDome, Touched
from wall.services.ptz.settled import Settled

T = TypeVar("T")


class PtzDesk:
    """`wall.ui.ptz.port.PtzPort`, and `wall.services.ptz.ports.SendsDomes`. Callable from any thread, never waits.

    All there is to know of domes belongs to the io loop: a hand's wish takes one hop there, and no lock. What is read
    here are values that are replaced whole.
    """

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        domes: Domes,
        journal: Journal,
        operator: Operator,
        settled: Settled,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._settled = settled
        self._loop = loop
        self._domes = domes
        self._journal = journal
        self._orders = Orders(domes)
        self._claims = Claims(domes)
        self._operator = operator
        self._monotonic = monotonic

    def open(self, camera_id: int) -> None:
        self._tell(self._domes.open, camera_id)

    def close(self, camera_id: int) -> None:
        self._tell(self._domes.close, camera_id)

    def ability(self, camera_id: int) -> PtzAbility | None:
        known = self._domes.ability(camera_id)
        return settled(known, self._settled.of(camera_id)) if known is not None else None

    def standing(self, camera_id: int) -> PtzStanding:
        return self._domes.standings.get(camera_id)

    # -- hands

    def drive(self, camera_id: int, hand: str, velocity: Velocity) -> None:
        self._tell(self._domes.drive, camera_id, hand, velocity, self._operator, self._monotonic())

    def renew(self, hand: str) -> None:
        self._tell(self._domes.renew, hand, self._monotonic())

    def let_go(self, hand: str) -> None:
        self._tell(self._domes.let_go, hand)

    def let_all_go(self, hands: str = "") -> None:
        self._tell(self._domes.let_all_go, hands)
        if not hands:
            self._tell(self._orders.stop_all_focus, self._operator)

    # -- single moves

    def step(self, camera_id: int, way: Way) -> None:
        self._send(camera_id, lambda line: line.relative(way), "a step")

    def go_to(self, camera_id: int, place: Place, speed: float = 1.0) -> None:
        self._send(camera_id, lambda line: line.go_to(place, speed), "a place")

    def go_home(self, camera_id: int) -> None:
        self._send(camera_id, lambda line: line.home(), "home")

    def set_home(self, camera_id: int) -> None:
        self._change(camera_id, lambda line: line.set_home(), "home")

    def go_preset(self, camera_id: int, token: str) -> None:
        self._send(camera_id, lambda line: line.go_preset(token), f"preset {token}")

    def auxiliary(self, camera_id: int, command: str) -> None:
        self._change(camera_id, lambda line: line.auxiliary(command), command)

    def focus(self, camera_id: int, speed: float) -> None:
        self._tell(self._orders.focus, camera_id, speed, self._operator)

    def auto_focus(self, camera_id: int, *, on: bool) -> None:
        self._change(camera_id, lambda line: line.auto_focus(on=on), "")

    def iris(self, camera_id: int, step: float) -> None:
        self._change(camera_id, lambda line: line.iris(step), "")

    # -- presets

    def presets(self, camera_id: int) -> Future[tuple[Preset, ...]]:
        return self.ask(camera_id, lambda line: line.presets())

    def set_preset(self, camera_id: int, name: str, token: str = "") -> Future[Preset]:
        what = f"preset {token} set: {name}"
        change = self._orders.change(camera_id, lambda line: line.set_preset(name, token), self._operator, what)
        return self._ask(change)

    def rename_preset(self, camera_id: int, token: str, name: str) -> Future[None]:
        what = f"preset {token} renamed: {name}"
        return self._ask(
            self._orders.send(camera_id, lambda line: line.rename_preset(token, name), self._operator, what)
        )

    def remove_preset(self, camera_id: int, token: str) -> Future[None]:
        what = f"preset {token} removed"
        return self._ask(self._orders.change(camera_id, lambda line: line.remove_preset(token), self._operator, what))

    # -- what it is

    def settings(self, camera_id: int) -> DomeSettings:
        return self._settled.of(camera_id)

    def settle(self, camera_id: int, settings: DomeSettings) -> Future[None]:
        def follow() -> None:
            self._journal.note(camera_id, Deed.CHANGED, operator, "settings")
            self._tell(self._domes.renew_line, camera_id)

        operator = self._operator
        return self._settled.keep(camera_id, settings, follow)

    # -- who may

    def reserve(self, camera_id: int, minutes: float) -> None:
        self._tell(self._claims.reserve, camera_id, self._operator, minutes)

    def release(self, camera_id: int) -> None:
        self._tell(self._claims.release, camera_id, self._operator)

    def request(self, camera_id: int) -> None:
        self._tell(self._claims.request, camera_id, self._operator)

    def answer_request(self, camera_id: int, *, gives: bool) -> None:
        self._tell(self._claims.answer, camera_id, self._operator, gives)

    def take_over(self, camera_id: int) -> None:
        self._tell(self._claims.take_over, camera_id, self._operator)

    @property
    def operator(self) -> Operator:
        return self._operator

    def change_operator(self, operator: Operator) -> None:
        self.let_all_go()
        if operator != self._operator:
            self._operator = operator
            self._tell(self._journal.keep_operator, operator)  # In its turn, for the journal.

    def operators(self) -> Future[Sequence[Operator]]:
        return self._journal.operators()

    # -- what patrols and duty views ask

    def listen(self, touched: Touched) -> None:
        self._tell(self._domes.listen, touched)

    def send(self, camera_id: int, token: str, operator: Operator = SYSTEM, speed: float = 1.0) -> Future[None]:
        order: Order[None] = lambda line: line.go_preset(token, speed)  # noqa: E731
        return self._ask(self._orders.send(camera_id, order, operator, f"preset {token}"))

    def tours(self, camera_id: int) -> Future[tuple[CameraTour, ...]]:
        return self.ask(camera_id, lambda line: line.tours())

    def run_tour(self, camera_id: int, token: str, operator: Operator = SYSTEM, *, on: bool) -> Future[None]:
        def run(line: DrivesDome) -> Coroutine[Any, Any, None]:
            return line.start_tour(token) if on else line.stop_tour(token)

        what = f"tour {token} {'begun' if on else 'ended'}"
        return self._ask(self._orders.send(camera_id, run, operator, what))

    def look(self, camera_id: int) -> Future[Place | None]:
        return self._ask(self._orders.look(camera_id))

    def ask(self, camera_id: int, question: Callable[[DrivesDome], Coroutine[Any, Any, T]]) -> Future[T]:
        return self._ask(self._orders.ask(camera_id, question))

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
        self._tell(self._domes.standings.note, camera_id, duty, moved_by, returns_at_s, patrol, is_patrol_paused)

    def write_down(self, camera_id: int, deed: Deed, operator: Operator, detail: str) -> None:
        self._journal.note(camera_id, deed, operator, detail)

    # -- inside

    def _send(self, camera_id: int, order: Order[object], where: str) -> None:
        self._tell(self._orders.begin_send, camera_id, order, self._operator, where)

    def _change(self, camera_id: int, order: Order[object], what: str) -> None:
        self._tell(self._orders.begin_change, camera_id, order, self._operator, what)

    def _tell(self, what: Callable[..., object], *arguments: Any) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(what, *arguments)

    def _ask(self, question: Coroutine[Any, Any, T]) -> Future[T]:
        return asyncio.run_coroutine_threadsafe(question, self._loop)
