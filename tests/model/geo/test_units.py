"""Units grow old, and there are never too many."""

from __future__ import annotations

from wall.model.geo.units import GONE_S, MOST_UNITS, STALE_S, Unit, is_stale, told_at, with_units
from wall.model.inventory import Position

HERE, THERE, NOW_S = Position(21.18, 106.07), Position(21.19, 106.08), 1_795_000_000.0


def test_the_newest_of_each_counts_and_who_is_silent_for_long_is_gone() -> None:
    units = with_units({}, [Unit("a", HERE, NOW_S), Unit("b", HERE, NOW_S - GONE_S - 1)], NOW_S)
    assert list(units) == ["a"]
    units = with_units(units, [Unit("a", THERE, NOW_S - 5), Unit("c", HERE, NOW_S)], NOW_S)
    assert units["a"].place == HERE, "what comes late is old"
    units = with_units(units, [Unit("a", THERE, NOW_S + 1)], NOW_S + 1)
    assert units["a"].place == THERE
    assert with_units(units, [], NOW_S + GONE_S + 2) == {}


def test_of_too_many_the_newest_stay() -> None:
    units = with_units({}, [Unit(str(each), HERE, NOW_S - each / 10) for each in range(MOST_UNITS + 50)], NOW_S)
    assert len(units) == MOST_UNITS and "0" in units and str(MOST_UNITS + 49) not in units


def test_after_half_a_minute_it_may_be_elsewhere() -> None:
    unit = Unit("a", HERE, NOW_S)
    assert not is_stale(unit, NOW_S + STALE_S) and is_stale(unit, NOW_S + STALE_S + 1)


def test_a_clock_that_cannot_be_is_not_believed() -> None:
    assert told_at(None, NOW_S) == told_at(NOW_S + 999, NOW_S) == told_at(-1.0, NOW_S) == NOW_S
    assert told_at(NOW_S + 30, NOW_S) == NOW_S and told_at(NOW_S - 30, NOW_S) == NOW_S - 30
