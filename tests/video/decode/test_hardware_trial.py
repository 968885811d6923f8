"""When a stream leaves the graphics device, and whose fault that was."""

from __future__ import annotations

import pytest

from wall.video.decode.hardware_trial import HardwareTrial
from wall.video.decode.hardware_use import HardwareUse


@pytest.fixture
def use() -> HardwareUse:
    use = HardwareUse()
    use.use("vaapi_drm")
    return use


@pytest.fixture
def trial(use: HardwareUse) -> HardwareTrial:
    trial = HardwareTrial(use)
    trial.started(100.0)
    return trial


def fed(trial: HardwareTrial, units: int) -> None:
    for _ in range(units):
        trial.fed()


def test_a_second_without_a_picture_is_silence_only_where_units_come(trial: HardwareTrial) -> None:
    assert not trial.is_silent(0, 109.0)
    fed(trial, 2)
    assert not trial.is_silent(0, 110.0), "a camera may send less than a picture a second"
    fed(trial, 1)
    assert trial.is_silent(0, 111.0)
    assert not trial.is_silent(1, 111.0), "there it is"
    fed(trial, 9)
    assert not trial.is_silent(1, 111.9) and trial.is_silent(1, 112.0)


def test_where_the_processor_gives_pictures_it_was_the_device(use: HardwareUse, trial: HardwareTrial) -> None:
    trial.fall_back(50, 110.0)
    assert not trial.may
    trial.look(52, 110.5)
    assert not trial.has_failed
    trial.look(53, 110.6)
    assert (trial.has_failed, trial.may, use.way) == (True, False, "vaapi_drm")


def test_where_nobody_gets_a_picture_it_was_the_stream(trial: HardwareTrial) -> None:
    trial.fall_back(50, 110.0)
    trial.look(52, 111.9)
    trial.look(60, 112.1)  # Something came after all, and proves nothing.
    assert not trial.may and not trial.has_failed
    trial.look(999, 140.1)
    assert (trial.has_failed, trial.may) == (False, True), "it may try again"


def test_units_in_vain_are_enough_though_something_is_shown(trial: HardwareTrial) -> None:
    """libVLC shows its last picture again and again."""
    assert not trial.is_broken(None) and not trial.is_broken(0.3)
    assert trial.is_broken(0.4)


def test_in_another_memory_pictures_are_counted_anew(trial: HardwareTrial) -> None:
    trial.fall_back(50, 110.0)
    trial.look(1, 110.1)
    trial.look(4, 110.2)
    assert trial.has_failed


def test_it_may_only_where_there_is_a_way(use: HardwareUse, trial: HardwareTrial) -> None:
    assert trial.may
    use.use("")
    assert not trial.may
