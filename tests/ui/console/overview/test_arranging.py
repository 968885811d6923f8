"""Which cameras stand on the page, in which order."""

from __future__ import annotations

import pytest

from tests.ui.console.fake_city import health_of, inventory_of
from wall.model.glimpse import Freshness
from wall.model.health import Verdict
from wall.ui.console.city import City
from wall.ui.console.overview.arranging import Group, Only, Order, State, arranged, counted
from wall.ui.console.overview.selection import Selection

INVENTORY = inventory_of(40)
CITY, HEALTH = City(INVENTORY), health_of(INVENTORY)
OLD = {7, 8}


def state_of(camera: int) -> State:
    return State(HEALTH[camera].verdict, Freshness.OLD if camera in OLD else Freshness.FRESH)


def cameras_of(groups: tuple[Group, ...]) -> list[int]:
    return [camera for group in groups for camera in group.cameras]


def test_by_ward_every_camera_stands_once() -> None:
    groups = arranged(CITY, state_of, None, Only.ALL, Order.PLACE)
    assert sorted(cameras_of(groups)) == sorted(CITY.cameras)
    assert [group.title for group in groups] == [ward.ward for ward in CITY.branches()]


def test_by_number() -> None:
    (group,) = arranged(CITY, state_of, None, Only.ALL, Order.NUMBER)
    assert group.title == "" and list(group.cameras) == sorted(CITY.cameras)


def test_worst_first() -> None:
    (group,) = arranged(CITY, state_of, None, Only.ALL, Order.WORST)
    verdicts = [HEALTH[camera].verdict for camera in group.cameras]
    lost = verdicts.count(Verdict.LOST)
    assert set(verdicts[:lost]) == {Verdict.LOST} and lost == 4
    well = [camera for camera in group.cameras if HEALTH[camera].verdict is Verdict.WELL]
    assert set(well[:2]) == OLD


@pytest.mark.parametrize("only", list(Only))
def test_of_one_state_as_many_as_were_counted(only: Only) -> None:
    counts = counted(CITY.cameras, state_of)
    shown = cameras_of(arranged(CITY, state_of, None, only, Order.NUMBER))
    assert len(shown) == counts[only] and all(state_of(camera).belongs_to(only) for camera in shown)


def test_what_is_looked_for_and_in_one_state() -> None:
    assert cameras_of(arranged(CITY, state_of, [7, 8, 999], Only.ALL, Order.NUMBER)) == [7, 8]
    assert cameras_of(arranged(CITY, state_of, [7, 9], Only.OLD, Order.PLACE)) == [7]
    assert arranged(CITY, state_of, [], Only.ALL, Order.PLACE) == ()


def test_one_several_a_stretch() -> None:
    selection, order = Selection(), list(range(10))
    selection.choose(3)
    selection.toggle(7)
    assert list(selection.cameras) == [3, 7] and selection.current == 7
    selection.toggle(7)
    assert list(selection.cameras) == [3]
    selection.choose(4)
    selection.stretch(6, order)
    assert list(selection.cameras) == [4, 5, 6]
    selection.stretch(2, order)
    assert list(selection.cameras) == [2, 3, 4]
    selection.choose_all(order)
    assert len(selection.cameras) == 10
    assert selection.clear() and list(selection.cameras) == [2] and not selection.clear()


def test_what_is_gone_is_not_chosen_any_more() -> None:
    selection = Selection()
    selection.choose(3)
    selection.toggle(7)
    selection.keep_only([3, 4])
    assert list(selection.cameras) == [3] and selection.current == 3
    selection.keep_only([])
    assert not selection.cameras
    selection.stretch(5, [5])
    assert list(selection.cameras) == [5]
