"""What stands on the page of the city, and in which order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from enum import Enum

from wall.model.glimpse import Freshness
from wall.model.health import Verdict
from wall.model.inventory import CameraRecord
from wall.ui.console.city import IN_ORDER_OF_NUMBER, City
from wall.ui.console.verdicts import WORST_FIRST


class Order(Enum):
    """How the cameras stand."""

    PLACE = "by ward and site"
    NUMBER = "by number"
    WORST = "worst first"


class Only(Enum):
    """Which of them are shown."""

    ALL = "all"
    LOST = "lost"
    ATTENTION = "attention"
    OLD = "no new picture"


@dataclass(frozen=True, slots=True)
class Group:
    """Cameras under one heading; "" for none."""

    title: str
    cameras: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class State:
    """How a camera is, and what its picture is worth."""

    verdict: Verdict
    freshness: Freshness

    def belongs_to(self, only: Only) -> bool:
        """Is it one of these?"""
        match only:
            case Only.LOST:
                return self.verdict in (Verdict.LOST, Verdict.ILL)
            case Only.ATTENTION:
                return self.verdict is Verdict.ATTENTION
            case Only.OLD:
                return self.freshness is not Freshness.FRESH
        return True


StateOf = Callable[[int], State]


def arranged(
    city: City, state_of: StateOf, found: Collection[int] | None, only: Only, order: Order
) -> tuple[Group, ...]:
    """The cameras that are looked for (None: all) and are in one of these states, in groups none of which is empty."""
    wanted = set(city.cameras if found is None else found)
    shown = {camera for camera in wanted if camera in city.cameras and state_of(camera).belongs_to(only)}
    if order is Order.PLACE:
        return tuple(_by_ward(city, shown))
    records = [city.cameras[camera] for camera in shown]
    records.sort(key=_by_number)
    if order is Order.WORST:
        records.sort(key=lambda record: _badness(state_of(record.camera_id)))
    return (Group("", tuple(record.camera_id for record in records)),) if records else ()


def counted(cameras: Iterable[int], state_of: StateOf) -> Counter[Only]:
    """How many cameras are in each of the states."""
    counts: Counter[Only] = Counter()
    for camera in cameras:
        state = state_of(camera)
        counts.update(only for only in Only if state.belongs_to(only))
    return counts


def _by_ward(city: City, shown: Collection[int]) -> Iterable[Group]:
    for ward in city.branches():
        cameras = tuple(camera for site in ward.sites for camera in site.cameras if camera in shown)
        if cameras:
            yield Group(ward.ward, cameras)


def _by_number(record: CameraRecord) -> tuple[int, str]:
    return (IN_ORDER_OF_NUMBER if record.number is None else record.number, record.name)


def _badness(state: State) -> tuple[int, bool]:
    return WORST_FIRST.index(state.verdict), state.freshness is Freshness.FRESH
