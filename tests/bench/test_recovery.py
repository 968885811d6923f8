"""Recoveries, told what a wall shows at each look."""

from __future__ import annotations

from wall.bench.recovery import Recoveries


def test_a_recovery_lasts_from_the_last_reason_to_the_first_live_picture() -> None:
    recoveries = Recoveries()
    recoveries.look(7, 10.0, has_reason=True, is_live=True)
    recoveries.look(7, 11.0, has_reason=True, is_live=False)
    recoveries.look(7, 12.0, has_reason=False, is_live=False)
    recoveries.look(7, 13.5, has_reason=False, is_live=True)
    recoveries.look(7, 14.0, has_reason=False, is_live=True)
    assert (recoveries.count, recoveries.longest_s, recoveries.slow) == (1, 2.5, [])


def test_what_comes_back_late_is_told_with_its_camera() -> None:
    recoveries = Recoveries()
    for camera in (3, 8):
        recoveries.look(camera, 10.0, has_reason=True, is_live=False)
    recoveries.look(8, 15.5, has_reason=False, is_live=True)
    recoveries.end(17.25)
    assert recoveries.slow == [(8, 5.5), (3, 7.25)]
    assert (recoveries.count, recoveries.longest_s) == (2, 7.25)


def test_what_was_forgotten_is_no_recovery() -> None:
    recoveries = Recoveries()
    recoveries.look(3, 10.0, has_reason=True, is_live=False)
    recoveries.forget_all()
    recoveries.look(3, 99.0, has_reason=False, is_live=True)
    assert recoveries.count == 0
