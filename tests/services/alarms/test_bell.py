"""The bell in a real sound process, at a device that writes down what is heard."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import psutil
import pytest
from numpy.typing import NDArray

from tests.support.heard import loudest_hz
from tests.support.loudspeaker import RATE_HZ, Loudspeaker
from tests.support.waiting import wait_until
from wall.model.events import BellChanged, Event
from wall.model.sound import SoundPhase
from wall.model.tile import Cause
from wall.services.alarms.bell import AlarmBell
from wall.services.io import IoLoop

PATIENCE_S = 20.0
_ALL_S = 3600.0


@pytest.fixture
def events() -> list[Event]:
    return []


@pytest.fixture
def bell(events: list[Event], tmp_path: Path) -> Iterator[AlarmBell]:
    with IoLoop() as io:
        bell = AlarmBell(io.loop, events.append, tmp_path / "bell.log")
        yield bell
        io.request(bell.end()).result(PATIENCE_S)


def test_it_rings_the_more_urgently_the_louder_and_stops_at_once(
    events: list[Event], bell: AlarmBell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    speaker = Loudspeaker(monkeypatch, tmp_path)
    bell.ring(1)
    wait_until(lambda: BellChanged(SoundPhase.PLAYING, Cause.NONE) in events, PATIENCE_S)
    wait_until(lambda: _peak(speaker) > 0.2, PATIENCE_S)
    assert _peak(speaker) < 0.3
    bell.ring(0)
    wait_until(lambda: _stands(speaker), PATIENCE_S)
    bell.ring(3)  # The device writes its file anew.
    wait_until(lambda: _peak(speaker) > 0.7 and _is_most_urgent(speaker), PATIENCE_S, "not the tones of the first")
    bell.ring(0)
    wait_until(lambda: _stands(speaker), PATIENCE_S)


def _peak(speaker: Loudspeaker) -> float:
    """Of full scale."""
    return float(np.max(np.abs(speaker.heard(_ALL_S).astype(np.float64)), initial=0.0)) / 32767


def _tones(speaker: Loudspeaker) -> NDArray[np.int16]:
    """Without the silence between them: this device has no clock, and libVLC fills it up."""
    heard: NDArray[np.int16] = speaker.heard(_ALL_S)
    tones: NDArray[np.int16] = heard[heard != 0]
    return tones


def _is_most_urgent(speaker: Loudspeaker) -> bool:
    """Are its tones, a second of them, those of the first priority? What a busy machine cuts to pieces has others."""
    tones = _tones(speaker)
    return len(tones) > RATE_HZ and min(abs(loudest_hz(tones, RATE_HZ) - hz) for hz in (880, 1175)) < 100


def _stands(speaker: Loudspeaker) -> bool:
    """Is nothing more heard?"""
    before_s = speaker.seconds
    time.sleep(0.5)
    return speaker.seconds == before_s


def test_without_a_device_it_says_so(
    events: list[Event], bell: AlarmBell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    Loudspeaker(monkeypatch, tmp_path, is_there=False)
    bell.ring(2)
    wait_until(lambda: BellChanged(SoundPhase.FAILED, Cause.NO_SOUND_DEVICE) in events, PATIENCE_S)


def test_each_time_that_it_is_to_ring_it_says_whether_it_is_heard(
    events: list[Event], bell: AlarmBell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A drill asks that of this ringing, and not of one long ago."""
    speaker = Loudspeaker(monkeypatch, tmp_path)
    silent = BellChanged(SoundPhase.OPENING, Cause.NONE, is_ringing=False)
    for _ in range(2):
        bell.ring(1)
        wait_until(lambda: events[-1:] == [BellChanged(SoundPhase.PLAYING, Cause.NONE)], PATIENCE_S)
        bell.ring(0)
        wait_until(lambda: events[-1:] == [silent], PATIENCE_S)
    speaker.pull_out()
    bell.ring(1)
    wait_until(lambda: events[-1:] == [BellChanged(SoundPhase.FAILED, Cause.NO_SOUND_DEVICE)], PATIENCE_S)
    bell.ring(2)
    bell.ring(0)
    wait_until(lambda: events[-1:] == [silent], PATIENCE_S)
    assert events.count(BellChanged(SoundPhase.FAILED, Cause.NO_SOUND_DEVICE)) == 1, "once as long as it is to ring"


def test_a_bell_whose_process_is_killed_says_so_and_rings_again(
    events: list[Event], bell: AlarmBell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    Loudspeaker(monkeypatch, tmp_path)
    bell.ring(1)
    wait_until(lambda: events[-1:] == [BellChanged(SoundPhase.PLAYING, Cause.NONE)], PATIENCE_S)
    (process,) = [each for each in psutil.Process().children() if "wall.video.sound" in each.cmdline()]
    process.kill()
    wait_until(lambda: events[-1:] == [BellChanged(SoundPhase.FAILED, Cause.DECODER_LOST)], PATIENCE_S)
    wait_until(lambda: events[-1:] == [BellChanged(SoundPhase.PLAYING, Cause.NONE)], PATIENCE_S)
