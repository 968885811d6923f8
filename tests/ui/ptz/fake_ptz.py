"""Domes that only remember: what the hands asked, what is held now, and for how long it was renewed.

It keeps the one promise of the port that matters to a hand: who is not renewed has let go, and `renew` brings nothing
back.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from typing import TypeVar

from wall.model.device import Preset
from wall.model.dome_events import PtzAbilityKnown, PtzStood
from wall.model.ptz.ability import PtzAbility
from wall.model.ptz.move import Place, Velocity, Way
from wall.model.ptz.operator import Operator
from wall.model.ptz.settings import DomeSettings
from wall.model.ptz.standing import PtzStanding
from wall.ui.signals import EventBridge

T = TypeVar("T")
DOME = PtzAbility(
    pan_tilt=True,
    zoom=True,
    absolute=True,
    relative=True,
    relative_of_view=True,
    home=True,
    presets=True,
    most_presets=64,
    tells_place=True,
    auxiliary=("tt:Wiper|On", "tt:Wiper|Off", "tt:IRLamp|On", "tt:IRLamp|Off"),
    focus=True,
    iris=True,
)
ME = Operator("Lan", desk="1")
PRESETS = (Preset("p1", "Cổng bắc"), Preset("p2", "Ngã tư Lý Thái Tổ – hướng cầu Đáp Cầu"), Preset("p3", ""))


class FakePtz:
    """Fulfils `PtzPort`."""

    def __init__(self, bridge: EventBridge) -> None:
        self.bridge = bridge
        self.asked: list[tuple[object, ...]] = []
        self.abilities: dict[int, PtzAbility] = {}
        self.standings: dict[int, PtzStanding] = {}
        self.held: dict[str, tuple[int, Velocity]] = {}
        """What each hand holds now."""
        self.renewed: dict[str, int] = {}
        self.opened: list[int] = []
        self.operator = ME
        self.known = PRESETS

    @property
    def velocity(self) -> Velocity | None:
        """What the one hand that holds something says; None: nobody moves anything."""
        assert len(self.held) <= 1
        return next((velocity for _, velocity in self.held.values()), None)

    def asked_for(self, *kinds: str) -> list[tuple[object, ...]]:
        return [each for each in self.asked if each[0] in kinds]

    def stand(self, standing: PtzStanding) -> None:
        """A dome is so from now on, and tells it."""
        self.standings[standing.camera_id] = standing
        self.bridge.publish(PtzStood(standing))

    def know(self, camera_id: int, ability: PtzAbility) -> None:
        self.abilities[camera_id] = ability
        self.bridge.publish(PtzAbilityKnown(camera_id, ability))

    # -- the port

    def open(self, camera_id: int) -> None:
        self.opened.append(camera_id)

    def close(self, camera_id: int) -> None:
        self.opened.remove(camera_id)

    def ability(self, camera_id: int) -> PtzAbility | None:
        return self.abilities.get(camera_id)

    def standing(self, camera_id: int) -> PtzStanding:
        return self.standings.get(camera_id, PtzStanding(camera_id))

    def drive(self, camera_id: int, hand: str, velocity: Velocity) -> None:
        self.asked.append(("drive", camera_id, hand, velocity))
        self.held[hand] = camera_id, velocity

    def renew(self, hand: str) -> None:
        self.renewed[hand] = self.renewed.get(hand, 0) + 1

    def let_go(self, hand: str) -> None:
        self.asked.append(("let_go", hand))
        self.held.pop(hand, None)

    def let_all_go(self, hands: str = "") -> None:
        self.asked.append(("let_all_go", hands))
        self.held = {hand: held for hand, held in self.held.items() if not hand.startswith(hands)}

    def step(self, camera_id: int, way: Way) -> None:
        self.asked.append(("step", camera_id, way))

    def go_to(self, camera_id: int, place: Place, speed: float = 1.0) -> None:
        self.asked.append(("go_to", camera_id, place))

    def go_home(self, camera_id: int) -> None:
        self.asked.append(("go_home", camera_id))

    def set_home(self, camera_id: int) -> None:
        self.asked.append(("set_home", camera_id))

    def go_preset(self, camera_id: int, token: str) -> None:
        self.asked.append(("go_preset", camera_id, token))

    def auxiliary(self, camera_id: int, command: str) -> None:
        self.asked.append(("auxiliary", camera_id, command))

    def focus(self, camera_id: int, speed: float) -> None:
        self.asked.append(("focus", camera_id, speed))

    def auto_focus(self, camera_id: int, *, on: bool) -> None:
        self.asked.append(("auto_focus", camera_id, on))

    def iris(self, camera_id: int, step: float) -> None:
        self.asked.append(("iris", camera_id, step))

    def presets(self, camera_id: int) -> Future[tuple[Preset, ...]]:
        return _done(self.known)

    def set_preset(self, camera_id: int, name: str, token: str = "") -> Future[Preset]:
        return _done(Preset(token or "new", name))

    def settings(self, camera_id: int) -> DomeSettings:
        return DomeSettings()

    def settle(self, camera_id: int, settings: DomeSettings) -> Future[None]:
        raise NotImplementedError

    def rename_preset(self, camera_id: int, token: str, name: str) -> Future[None]:
        return _done(None)

    def remove_preset(self, camera_id: int, token: str) -> Future[None]:
        return _done(None)

    def reserve(self, camera_id: int, minutes: float) -> None:
        self.asked.append(("reserve", camera_id, minutes))

    def release(self, camera_id: int) -> None:
        self.asked.append(("release", camera_id))

    def request(self, camera_id: int) -> None:
        self.asked.append(("request", camera_id))

    def answer_request(self, camera_id: int, *, gives: bool) -> None:
        self.asked.append(("answer", camera_id, gives))

    def take_over(self, camera_id: int) -> None:
        self.asked.append(("take_over", camera_id))

    def change_operator(self, operator: Operator) -> None:
        self.let_all_go()
        self.operator = operator

    def operators(self) -> Future[Sequence[Operator]]:
        return _done((self.operator,))


def _done(result: T) -> Future[T]:
    future: Future[T] = Future()
    future.set_result(result)
    return future
