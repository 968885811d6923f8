"""Facts about domes and what drives them: see `events`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wall.model.events import Event
from wall.model.ptz.ability import PtzAbility
from wall.model.ptz.duty import DutyView
from wall.model.ptz.patrol import Patrol
from wall.model.ptz.standing import PtzStanding
from wall.model.sticks import StickFault, StickModel


@dataclass(frozen=True, slots=True)
class PtzAbilityKnown(Event):
    """What a dome can do, as it has told now."""

    camera_id: int
    ability: PtzAbility


@dataclass(frozen=True, slots=True)
class PtzStood(Event):
    """How a dome is now: it moves or stands, is held, is where it belongs or is not. Paced: a dome that moves tells its
    place a few times a second.
    """

    standing: PtzStanding


@dataclass(frozen=True, slots=True)
class SticksChanged(Event):
    """These joysticks are plugged in now, by their numbers; or why none can be read, and which or how. How they stand
    is not told here.
    """

    sticks: Mapping[int, StickModel]
    fault: StickFault = StickFault.NONE
    detail: str = ""


@dataclass(frozen=True, slots=True)
class StickMapsChanged(Event):
    """The axes or buttons of some model of joystick do something else now."""


@dataclass(frozen=True, slots=True)
class DutyChanged(Event):
    """These are the duty views, and these the patrols now."""

    views: tuple[DutyView, ...]
    patrols: tuple[Patrol, ...]


@dataclass(frozen=True, slots=True)
class DomePicturesChanged(Event):
    """There is another picture of a camera's duty view or of one of its presets, or one less."""

    camera_id: int
