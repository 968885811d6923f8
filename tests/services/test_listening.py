"""Listening to simulated cameras, in a real sound process, at a device that writes down what is heard."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.services.test_live_view import refused
from tests.support.heard import loudest_hz, loudness
from tests.support.loudspeaker import RATE_HZ, Loudspeaker
from tests.support.waiting import wait_until
from wall.bench.control import Control
from wall.demo import City, running_city
from wall.model.events import Event, SoundChanged
from wall.model.sound import Heard, Loudness, SoundPhase
from wall.model.stream import Credentials, Source
from wall.model.tile import Cause
from wall.services.io import IoLoop
from wall.services.listening import Sound
from wall.services.login_desk import Desks
from wall.services.login_guard import LoginGuard
from wall.simulator.sounds.hum import pitch_hz

PATIENCE_S = 20.0


@pytest.fixture(scope="module")
def city() -> Iterator[City]:
    """The cameras 1 and 3 have sound."""
    with running_city(3, 1, "--clip", "bench", "--sound", "some") as city:
        yield city


@pytest.fixture
def control(city: City) -> Iterator[Control]:
    control = Control(city.control)
    yield control
    control.close()


@pytest.fixture(scope="module")
def speaker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loudspeaker]:
    with pytest.MonkeyPatch.context() as patch:
        yield Loudspeaker(patch, tmp_path_factory.mktemp("speaker"))


class Listener:
    """Somebody who listens, and what he was told."""

    def __init__(self, sound: Sound, events: list[Event]) -> None:
        self.sound = sound
        self._events = events

    @property
    def told(self) -> list[Heard | None]:
        return [event.heard for event in self._events if isinstance(event, SoundChanged)]

    def wait(self, camera: int, phase: SoundPhase, cause: Cause = Cause.NONE) -> None:
        wanted = (camera, phase, cause)
        wait_until(lambda: _short(self.sound.heard) == wanted, PATIENCE_S, lambda: f"{self.told[-3:]}, not {wanted}")

    def stop(self) -> None:
        """Listen to nothing any more; what was told is forgotten."""
        if (heard := self.sound.heard) is not None:
            self.sound.stop(heard.token)
        wait_until(lambda: self.sound.heard is None, 5)
        self._events.clear()

    def wait_for_silence(self, control: Control) -> None:
        wait_until(lambda: control.status()["sessions"] == 0, PATIENCE_S, "a session is kept")


def _short(heard: Heard | None) -> tuple[int, SoundPhase, Cause] | None:
    return (heard.camera_id, heard.phase, heard.cause) if heard is not None else None


@pytest.fixture(scope="module")
def _listener(city: City, speaker: Loudspeaker, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Listener]:
    """With its process, which takes most of a second to start."""
    events: list[Event] = []
    log = tmp_path_factory.mktemp("log") / "log"
    with IoLoop() as io:
        sound = Sound(io.loop, events.append, Desks(LoginGuard(), events.append), log)
        listener = Listener(sound, events)
        listener.sound.listen(2, [source(city, 2)])
        listener.wait(2, SoundPhase.FAILED, Cause.NO_SOUND)
        yield listener
        io.request(sound.end()).result(PATIENCE_S)
    assert "Traceback" not in (log.read_text() if log.exists() else "")


@pytest.fixture
def listener(_listener: Listener) -> Iterator[Listener]:
    """Nothing is listened to before, nor after."""
    _listener.stop()
    yield _listener
    _listener.stop()


def source(city: City, camera: int) -> Source:
    return city.cameras[camera - 1].source_for_grid()


def wait_to_hear(speaker: Loudspeaker, camera: int) -> None:
    """The tone of this camera."""
    hz = pitch_hz(camera)

    def is_heard() -> bool:
        samples = speaker.heard()
        return len(samples) >= 0.3 * RATE_HZ and abs(loudest_hz(samples, RATE_HZ) - hz) < 12

    wait_until(is_heard, PATIENCE_S, lambda: f"{loudest_hz(speaker.heard(), RATE_HZ)} Hz are heard, not {hz}")


def is_silent(speaker: Loudspeaker) -> bool:
    """For a third of a second. A device that is let go may write what it still had, some time after it was told to."""
    seconds = speaker.seconds
    time.sleep(0.3)
    return speaker.seconds == seconds


def test_one_camera_then_another_then_none(
    city: City, control: Control, speaker: Loudspeaker, listener: Listener
) -> None:
    for camera in (1, 3):
        token = listener.sound.listen(camera, [source(city, camera)])
        listener.wait(camera, SoundPhase.PLAYING)
        wait_to_hear(speaker, camera)
        wait_until(lambda camera=camera: _sessions(control) == [(camera, "trackID=1")], 5, "not that one alone")  # type: ignore[misc]
    listener.sound.stop(token - 1)
    time.sleep(0.1)
    assert listener.sound.heard is not None, "that was about the former one"
    listener.sound.stop(token)
    wait_until(lambda: listener.told[-1] is None, 5)
    listener.wait_for_silence(control)
    wait_until(lambda: is_silent(speaker), 5, "it goes on")


def test_quieter_and_muted(city: City, speaker: Loudspeaker, listener: Listener) -> None:
    token = listener.sound.listen(1, [source(city, 1)])
    wait_to_hear(speaker, 1)
    usual = loudness(speaker.heard(0.5))
    listener.sound.turn(Loudness(20))
    wait_until(lambda: 0 < loudness(speaker.heard(0.3)) < usual / 6, PATIENCE_S)
    assert listener.told[-1] == Heard(1, token, SoundPhase.PLAYING, loudness=Loudness(20))
    listener.sound.turn(Loudness(20, is_muted=True))
    wait_until(lambda: loudness(speaker.heard(0.3)) == 0, PATIENCE_S)
    listener.sound.turn(Loudness())
    wait_until(lambda: loudness(speaker.heard(0.3)) > usual / 2, PATIENCE_S, "it stays silent")


def test_a_camera_without_sound(city: City, control: Control, listener: Listener) -> None:
    listener.sound.listen(2, [source(city, 2)])
    listener.wait(2, SoundPhase.FAILED, Cause.NO_SOUND)
    listener.wait_for_silence(control)


def test_another_stream_of_the_camera_has_it(city: City, speaker: Loudspeaker, listener: Listener) -> None:
    listener.sound.listen(2, [source(city, 2), source(city, 3)])
    listener.wait(2, SoundPhase.PLAYING)
    wait_to_hear(speaker, 3)
    assert not any(heard.cause for heard in listener.told if heard and heard.cause is not Cause.NONE)


def test_without_a_device(city: City, control: Control, speaker: Loudspeaker, listener: Listener) -> None:
    speaker.pull_out()
    listener.sound.listen(1, [source(city, 1)])
    listener.wait(1, SoundPhase.FAILED, Cause.NO_SOUND_DEVICE)
    listener.wait_for_silence(control)
    speaker.plug_in()
    listener.sound.listen(1, [source(city, 1)])
    listener.wait(1, SoundPhase.PLAYING)


def test_a_wrong_password_is_sent_once(city: City, control: Control, listener: Listener) -> None:
    before = refused(control)
    listener.sound.listen(1, [replace(source(city, 1), credentials=Credentials("admin", "wrong"))])
    listener.wait(1, SoundPhase.FAILED, Cause.LOGIN)
    time.sleep(0.6)
    assert refused(control) == before + 1


def test_a_camera_that_comes_back(city: City, control: Control, listener: Listener) -> None:
    listener.sound.listen(3, [source(city, 3)])
    listener.wait(3, SoundPhase.PLAYING)
    control.set_fault("refused", [3], on=True)
    wait_until(lambda: (heard := listener.told[-1]) is not None and heard.phase is SoundPhase.OPENING, PATIENCE_S)
    control.set_fault("refused", [3], on=False)
    listener.wait(3, SoundPhase.PLAYING)


def _sessions(control: Control) -> list[tuple[int, str]]:
    return [(each["camera"], each["track"]) for each in control.sessions()]
