"""Offset and drift of a clock that is told in whole seconds, with wild readings and steps."""

from __future__ import annotations

from math import floor
from random import Random

import pytest

from wall.model.device import ClockReading
from wall.services.clock_ledger import ClockLedger

EVERY_S = 22.0


def told(ledger: ClockLedger, hours: float, offset_s: float, drift_s_per_day: float, wild: float = 0.0) -> None:
    """Check a camera for so many hours, whose clock tells whole seconds; now and then it tells nonsense."""
    random = Random(3)
    began_s = ledger.latest.measured_s + EVERY_S if ledger.latest else 1_600_000_000.0
    now_s = began_s
    while now_s < began_s + hours * 3600:
        camera_s = now_s + offset_s + (now_s - began_s) * drift_s_per_day / 86400
        shown_s = floor(camera_s) + 0.5 if random.random() >= wild else random.uniform(0, 2e9)
        ledger.note(ClockReading(shown_s - now_s, now_s, 0.5))
        now_s += EVERY_S + random.uniform(-1, 1)


def drift_of(ledger: ClockLedger) -> float | None:
    return ledger.drift_s_per_day


@pytest.mark.parametrize("drift", [-8.0, 0.0, 1.5, 30.0])
def test_a_day_of_whole_seconds_tells_the_drift(drift: float) -> None:
    ledger = ClockLedger()
    told(ledger, 24, 12.0, drift)
    assert ledger.drift_s_per_day == pytest.approx(drift, abs=0.2)


def test_wild_readings_do_not_move_it() -> None:
    ledger = ClockLedger()
    told(ledger, 12, 0.0, 4.0, wild=0.1)
    assert ledger.drift_s_per_day == pytest.approx(4.0, abs=0.5)


def test_after_minutes_nothing_is_said_of_the_drift() -> None:
    ledger = ClockLedger()
    told(ledger, 0.5, 3.0, 5.0)
    assert ledger.drift_s_per_day is None
    assert ledger.latest is not None and ledger.latest.offset_s == pytest.approx(3.0, abs=1.0)


def test_a_clock_that_was_set_starts_anew() -> None:
    ledger = ClockLedger()
    told(ledger, 12, 600.0, 9.0)
    assert drift_of(ledger) == pytest.approx(9.0, abs=0.5)
    told(ledger, 1, 0.0, 9.0)
    assert drift_of(ledger) is None
    told(ledger, 12, 0.0, 2.0)
    assert drift_of(ledger) == pytest.approx(2.0, abs=0.7)


def test_what_was_known_before_a_restart_stands_until_there_is_more() -> None:
    reading = ClockReading(2.0, 1_600_000_000.0)
    ledger = ClockLedger(reading, 3.0)
    assert (ledger.latest, ledger.drift_s_per_day) == (reading, 3.0)
    told(ledger, 0.5, 2.0, 3.0)
    assert ledger.drift_s_per_day == 3.0
