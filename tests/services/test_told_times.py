"""When a picture was taken, by whom it can be believed."""

from __future__ import annotations

from wall.services.told_times import ToldTimes


def test_who_tells_nothing_is_as_new_as_it_came() -> None:
    assert ToldTimes().taken_s(1, 100.0, None, "a") == 100.0


def test_who_tells_is_believed() -> None:
    times = ToldTimes()
    assert times.taken_s(1, 100.0, 4.0, "a") == 96.0
    assert times.taken_s(1, 103.0, 7.0, "a") == 96.0
    assert times.taken_s(1, 108.0, 1.0, "b") == 107.0


def test_who_tells_one_time_for_two_pictures_is_not_believed_any_more() -> None:
    times = ToldTimes()
    assert times.taken_s(1, 100.0, 4000.0, "a") == -3900.0
    assert times.taken_s(1, 108.0, 4008.0, "b") == 108.0
    assert times.taken_s(1, 116.0, 16.0, "b") == 116.0
    assert times.taken_s(2, 116.0, 16.0, "b") == 100.0


def test_two_pictures_within_a_second_are_no_lie() -> None:
    times = ToldTimes()
    times.taken_s(1, 100.0, 0.0, "a")
    assert times.taken_s(1, 101.0, 1.0, "b") == 100.0
    assert times.taken_s(1, 108.0, 2.0, "c") == 106.0


def test_who_is_gone_is_forgotten() -> None:
    times = ToldTimes()
    times.taken_s(1, 100.0, 4000.0, "a")
    times.taken_s(1, 108.0, 4008.0, "b")
    times.forget_all_but([2])
    assert times.taken_s(1, 116.0, 16.0, "b") == 100.0
