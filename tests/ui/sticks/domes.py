"""A port to domes that writes down what it is told; what a dome answers a test says."""

from __future__ import annotations

import time
from concurrent.futures import Future
from typing import Any

from wall.model.device import Preset
from wall.model.errors import UnreachableError
from wall.model.ptz.ability import PtzAbility
from wall.model.ptz.move import Velocity
from wall.model.ptz.operator import Operator
from wall.model.ptz.standing import PtzStanding

DOME = PtzAbility(pan_tilt=True, zoom=True, presets=True, auxiliary=("tt:Wiper|On", "tt:Wiper|Off", "tt:IRLamp|On"))


class Domes:
    """What of `PtzPort` sticks ask."""

    def __init__(self) -> None:
        self.told: list[tuple[Any, ...]] = []
        self.driven: list[tuple[float, Velocity]] = []
        """When, and how."""
        self.listed: tuple[Preset, ...] | None = (Preset("p7", "Cổng"), Preset("p2", "Ngã tư"))
        self.abilities: dict[int, PtzAbility] = {}
        self.operator = Operator("lan")

    def held(self) -> Velocity | None:
        """How it is driven at this moment; None where it was let go."""
        of_hand = [each for each in self.told if each[0] in ("drive", "let_go", "let_all_go")]
        return of_hand[-1][3] if of_hand and of_hand[-1][0] == "drive" else None

    def what(self, name: str) -> list[tuple[Any, ...]]:
        return [each[1:] for each in self.told if each[0] == name]

    def drive(self, camera_id: int, hand: str, velocity: Velocity) -> None:
        self.told.append(("drive", camera_id, hand, velocity))
        self.driven.append((time.monotonic(), velocity))

    def ability(self, camera_id: int) -> PtzAbility | None:
        return self.abilities.get(camera_id, DOME)

    def standing(self, camera_id: int) -> PtzStanding:
        return PtzStanding(camera_id)

    def presets(self, camera_id: int) -> Future[tuple[Preset, ...]]:
        answer: Future[tuple[Preset, ...]] = Future()
        if self.listed is None:
            answer.set_exception(UnreachableError("10.0.0.7"))
        else:
            answer.set_result(self.listed)
        return answer

    def __getattr__(self, name: str) -> Any:
        """All else is only told."""

        def tell(*args: object, **named: object) -> None:
            self.told.append((name, *args, *named.values()))

        return tell
