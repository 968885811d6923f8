"""Frames and bits a second, from counters looked at now and then."""

import pytest

from wall.services.flow import FlowMeter, Rate


def test_the_first_look_tells_nothing() -> None:
    assert FlowMeter().look(100.0, 500, 1_000_000) is None


def test_rates_are_over_the_time_between_two_looks() -> None:
    meter = FlowMeter()
    meter.look(100.0, 500, 1_000_000)
    assert meter.look(102.0, 530, 1_128_000) == Rate(fps=15.0, kbit_s=512.0)
    assert meter.look(104.0, 530, 1_128_000) == Rate(fps=0.0, kbit_s=0.0)


def test_what_there_is_no_time_for_was_sent_all_the_same() -> None:
    meter = FlowMeter()
    meter.look(100.0, 0, 0, 0)
    rate = meter.look(102.0, 20, 1000, 10)
    assert rate is not None and (rate.fps, rate.coming_fps) == (10.0, 15.0)
    assert rate.skipped_share == pytest.approx(1 / 3)
    still = meter.look(104.0, 20, 1000, 10)
    assert still is not None and still.skipped_share == 0.0


def test_too_short_a_time_is_waited_out() -> None:
    meter = FlowMeter()
    meter.look(100.0, 0, 0)
    assert meter.look(100.1, 2, 100) is None
    assert meter.look(101.4, 20, 1000) is None
    assert meter.look(102.0, 30, 2000) == Rate(fps=15.0, kbit_s=8.0)


@pytest.mark.parametrize(("pictures", "bytes_in"), [(3, 9000), (60, 10)])
def test_counters_that_begin_anew_tell_nothing_once(pictures: int, bytes_in: int) -> None:
    """After a resize, or in another decode process."""
    meter = FlowMeter()
    meter.look(100.0, 50, 5000)
    assert meter.look(102.0, pictures, bytes_in) is None
    assert meter.look(104.0, pictures + 30, bytes_in + 250) == Rate(fps=15.0, kbit_s=1.0)
