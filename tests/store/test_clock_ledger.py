"""The history of a clock is bounded, and what is left of it is what a drift is measured from."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.city import city
from wall.model.device import ClockReading
from wall.model.inventory import Inventory
from wall.store.clock_ledger import MOST_READINGS, is_worth_keeping, thinned
from wall.store.inventory_store import InventoryStore

NOW_S = 1_790_000_000.0
READINGS = st.builds(ClockReading, st.floats(-1e6, 1e6), st.floats(0, 4e9), st.floats(0, 5))


@pytest.fixture
def kept(store: InventoryStore) -> Inventory:
    return store.save(city(devices=2, cameras=2, sites=1), "a search")


@pytest.mark.parametrize(
    ("later_s", "moved_s", "uncertainty_s", "worth"),
    [(30, 0.1, 0.0, False), (600, 0.0, 0.0, True), (30, 0.4, 0.0, True), (30, 0.4, 0.1, False), (-30, 0.0, 0.0, True)],
)
def test_a_reading_is_kept_for_what_it_says(later_s: float, moved_s: float, uncertainty_s: float, worth: bool) -> None:
    last = ClockReading(1.0, NOW_S, uncertainty_s)
    assert is_worth_keeping(ClockReading(1.0 + moved_s, NOW_S + later_s, uncertainty_s), last) is worth
    assert is_worth_keeping(last, None)


@given(st.lists(READINGS, max_size=600))
def test_a_ledger_is_bounded_and_keeps_the_newest(readings: list[ClockReading]) -> None:
    left = thinned(readings)
    assert len(left) <= MOST_READINGS
    assert [each.measured_s for each in left] == sorted(each.measured_s for each in left)
    assert set(left) <= set(readings)
    assert sorted(each.measured_s for each in readings)[-24:] == [each.measured_s for each in left][-24:]


def test_a_year_leaves_days_before_hours_before_all() -> None:
    ledger: tuple[ClockReading, ...] = ()
    for hour in range(24 * 365):
        for part in range(6):
            ledger = (*ledger, ClockReading(hour / 24, NOW_S + hour * 3600 + part * 600, 0.01 if part == 2 else 0.05))
        if len(ledger) > 2 * MOST_READINGS:
            ledger = thinned(ledger)
    ledger = thinned(ledger)
    steps_s = [later.measured_s - earlier.measured_s for earlier, later in pairwise(ledger)]
    assert len(ledger) == MOST_READINGS
    assert ledger[-1].measured_s - ledger[0].measured_s > 55 * 86_400
    assert steps_s[-20:] == [600.0] * 20 and 3000 < steps_s[80] < 4200 and steps_s[10] == 86_400
    assert all(each.uncertainty_s == 0.01 for each in ledger[:100]), "the most certain of each"


def test_a_ledger_is_kept_by_device_and_stays_bounded(store: InventoryStore, kept: Inventory) -> None:
    first, second = (each.device_id for each in kept.devices)
    for n in range(MOST_READINGS + 60):
        store.note_clocks({first: ClockReading(n * 0.5, NOW_S + n * 60), 99: ClockReading(0, NOW_S)})
    store.note_clock(second, ClockReading(-3.0, NOW_S, 0.25))
    ledger = store.clock_ledger(first)
    assert MOST_READINGS // 3 < len(ledger) <= MOST_READINGS + 24
    assert ledger[-1].offset_s == (MOST_READINGS + 59) * 0.5
    assert store.clock_ledger(second) == (ClockReading(-3.0, NOW_S, 0.25),)
    assert store.clock_ledger(99) == ()


def test_what_says_nothing_new_is_not_written(store: InventoryStore, kept: Inventory) -> None:
    for n in range(10):
        store.note_clock(1, ClockReading(1.0, NOW_S + n * 30))
    assert store.clock_ledger(1) == (ClockReading(1.0, NOW_S),)


def test_the_ledger_of_a_removed_device_waits_for_the_undo(store: InventoryStore, kept: Inventory) -> None:
    store.note_clock(1, ClockReading(1.0, NOW_S))
    less = replace(kept, devices=kept.devices[1:], cameras=kept.cameras[1:])
    store.save(less, "removing one")
    store.undo()
    assert store.clock_ledger(1) == (ClockReading(1.0, NOW_S),)
    store.save(less, "removing one")
    store.save(replace(less, cameras=()), "and another step")
    assert store.clock_ledger(1) == ()
