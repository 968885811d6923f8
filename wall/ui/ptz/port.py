"""What the hands ask of the domes. `wall.services.ptz.desk.PtzDesk` fulfils it.

All of it is called on the UI thread, returns at once and raises nothing for what a camera or another operator does:
what came of a wish is told as PtzStood (`trouble`, `cause`, `hold`) and PtzAbilityKnown, on any thread.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from typing import Protocol

from wall.model.device import Preset
from wall.model.ptz.ability import PtzAbility
from wall.model.ptz.move import Place, Velocity, Way
from wall.model.ptz.operator import Operator
from wall.model.ptz.settings import DomeSettings
from wall.model.ptz.standing import PtzStanding


class PtzPort(Protocol):
    """Domes by camera id. A camera that is no dome has no ability, and nothing happens to it.

    Futures end on another thread, with a WallError in words for people where it cannot be done: see
    `wall.ui.homeward.Homeward`.
    """

    def open(self, camera_id: int) -> None:
        """Somebody is about to drive it: be connected before the first move, learn what it can do. Opened as often, it
        is to be closed as often.
        """
        ...

    def close(self, camera_id: int) -> None: ...

    def ability(self, camera_id: int) -> PtzAbility | None:
        """None: not known yet."""
        ...

    def standing(self, camera_id: int) -> PtzStanding: ...

    # -- hands

    def drive(self, camera_id: int, hand: str, velocity: Velocity) -> None:
        """A hand ("keys:1", "stick:0", "mouse:2", "pad:1") holds it so, and holds nothing else any more. Hands on one
        camera add up, clipped. To be renewed at least every 150 ms: say it again, or `renew`.
        """
        ...

    def renew(self, hand: str) -> None:
        """Still held. A hand that is not renewed for 400 ms has let go, and must `drive` anew."""
        ...

    def let_go(self, hand: str) -> None:
        """This hand holds nothing any more, from now on."""
        ...

    def let_all_go(self, hands: str = "") -> None:
        """No hand that begins so holds anything any more: focus lost, window closed, screen locked."""
        ...

    # -- single moves

    def step(self, camera_id: int, way: Way) -> None: ...

    def go_to(self, camera_id: int, place: Place, speed: float = 1.0) -> None:
        """`speed` is a share of its full one, 0 to 1."""
        ...

    def go_home(self, camera_id: int) -> None: ...

    def set_home(self, camera_id: int) -> None: ...

    def go_preset(self, camera_id: int, token: str) -> None: ...

    def auxiliary(self, camera_id: int, command: str) -> None:
        """One of `PtzAbility.auxiliary`."""
        ...

    def focus(self, camera_id: int, speed: float) -> None:
        """-1 (near) … 1 (far); 0 stops."""
        ...

    def auto_focus(self, camera_id: int, *, on: bool) -> None: ...

    def iris(self, camera_id: int, step: float) -> None:
        """Opened further by a share of its range; negative: closed."""
        ...

    # -- presets

    def presets(self, camera_id: int) -> Future[tuple[Preset, ...]]: ...

    def set_preset(self, camera_id: int, name: str, token: str = "") -> Future[Preset]:
        """Where it looks now, as a new preset or in place of one."""
        ...

    def rename_preset(self, camera_id: int, token: str, name: str) -> Future[None]: ...

    def remove_preset(self, camera_id: int, token: str) -> Future[None]: ...

    # -- what it is

    def settings(self, camera_id: int) -> DomeSettings:
        """What somebody has settled of it."""
        ...

    def settle(self, camera_id: int, settings: DomeSettings) -> Future[None]:
        """From now on, and after a restart. Every hand lets go of it for that."""
        ...

    # -- who may

    def reserve(self, camera_id: int, minutes: float) -> None:
        """Nobody else moves it for so long; said again, it is so long from then on."""
        ...

    def release(self, camera_id: int) -> None: ...

    def request(self, camera_id: int) -> None:
        """Ask politely for it: who holds it sees that (`Hold.asked_by`) and answers."""
        ...

    def answer_request(self, camera_id: int, *, gives: bool) -> None: ...

    def take_over(self, camera_id: int) -> None:
        """From whoever holds it and has a lower rank; else it is refused."""
        ...

    @property
    def operator(self) -> Operator: ...

    def change_operator(self, operator: Operator) -> None:
        """Somebody else is at the desk, and is kept with that rank. Everything that is held is let go first."""
        ...

    def operators(self) -> Future[Sequence[Operator]]:
        """Who has been at the desk, by name, with the rank that was kept last."""
        ...
