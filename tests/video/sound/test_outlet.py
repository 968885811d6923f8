"""What libVLC is given reaches its output as it is, exactly when it is due; and what ails the device is told."""

from __future__ import annotations

import ctypes
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import vlc

from tests.support.heard import loudest_hz
from tests.support.loudspeaker import Loudspeaker
from tests.video.sound.test_samples import HZ, tone
from wall.model.tile import Cause
from wall.video.decode.imem import now_us
from wall.video.sound.outlet import Outlet, SoundEngine
from wall.video.sound.samples import RATE_HZ

PACKET_S = 0.04
_Play = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_uint, ctypes.c_int64)


class Ear:
    """Stands where the device would (libVLC's `amem`): what comes, and when it is due."""

    def __init__(self, instance: vlc.Instance) -> None:
        self.came: list[tuple[int, bytes]] = []
        self._instance = instance
        self._callback = _Play(lambda _data, samples, count, due: self._hear(samples, count, due))
        self.media_new = instance.media_new

    def media_player_new(self) -> vlc.MediaPlayer:
        player = self._instance.media_player_new()
        nothing = [None] * 5
        vlc.dll.libvlc_audio_set_callbacks(player, ctypes.cast(self._callback, ctypes.c_void_p), *nothing)
        vlc.dll.libvlc_audio_set_format(player, b"S16N", RATE_HZ, 1)
        return player

    def _hear(self, samples: int, count: int, due_us: int) -> None:
        self.came.append((due_us, ctypes.string_at(samples, count * 2)))


@pytest.fixture(scope="module")
def engine() -> SoundEngine:
    return SoundEngine()


@pytest.fixture(autouse=True)
def speaker(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Loudspeaker]:
    yield Loudspeaker(monkeypatch, tmp_path, is_there=False)


def play_until(outlet: Outlet, condition: Callable[[], object], patience_s: float = 10) -> int:
    """A tone, fed as a camera does, each packet due half a second later; gives when the first one was."""
    size, samples, begins_us = round(RATE_HZ * PACKET_S) * 2, tone(RATE_HZ, patience_s).tobytes(), now_us() + 500_000
    for number, at in enumerate(range(0, len(samples), size)):
        outlet.play(samples[at : at + size], begins_us + round(number * PACKET_S * 1e6))
        if condition():
            return begins_us
        time.sleep(PACKET_S)
    raise AssertionError("it did not come true")


def test_what_is_played_is_due_when_it_is_to_be_heard(engine: SoundEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    ear = Ear(engine.instance)
    monkeypatch.setattr(engine, "instance", ear)
    outlet = Outlet(engine)
    begins_us = play_until(outlet, lambda: outlet.has_played and len(ear.came) > 20)
    outlet.close()
    played = [(due_us, samples) for due_us, samples in ear.came if any(samples)]
    assert abs(played[0][0] - begins_us) < 5000
    assert all(abs(later - former - PACKET_S * 1e6) < 2000 for (former, _), (later, _) in pairwise(played))
    heard = np.frombuffer(b"".join(samples for _, samples in played), np.int16)
    assert loudest_hz(heard, RATE_HZ) == pytest.approx(HZ, abs=3)
    assert outlet.fault is Cause.NONE


def test_no_device(engine: SoundEngine) -> None:
    outlet = Outlet(engine)
    play_until(outlet, lambda: outlet.fault is Cause.NO_SOUND_DEVICE)
    assert not outlet.has_played
    outlet.close()


@pytest.mark.parametrize(
    ("complaints", "fault", "had_one"),
    [
        (('cannot open ALSA device "default": Device or resource busy',), Cause.NONE, False),
        (
            ('cannot open ALSA device "default": Device or resource busy', "failed to create audio output"),
            Cause.SOUND_DEVICE_BUSY,
            False,
        ),
        (("PulseAudio server connection failure: Connection terminated",), Cause.NONE, True),
        (("failed to create audio output",), Cause.SOUND_DEVICE_LOST, True),
        (("cannot recover playback stream: No such device",), Cause.SOUND_DEVICE_LOST, True),
        (("cannot write: Connection terminated",), Cause.SOUND_DEVICE_LOST, True),
    ],
)
def test_what_libvlc_complains_of(
    engine: SoundEngine, monkeypatch: pytest.MonkeyPatch, complaints: tuple[str, ...], fault: Cause, had_one: bool
) -> None:
    """In its own words, for no device here is busy or can be pulled out."""
    ear = Ear(engine.instance)
    monkeypatch.setattr(engine, "instance", ear)
    outlet = Outlet(engine)
    if had_one:
        play_until(outlet, lambda: outlet.has_played)
    for words in complaints:
        engine.on_complaint(words)
    assert outlet.fault is fault
    outlet.close()
