"""From the key to the loudspeaker: real cameras, a real sound process, ALSA; and pictures that do not notice."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

import psutil
import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from tests.e2e.room import Room, open_room
from tests.support.heard import loudest_hz, loudness
from tests.support.loudspeaker import RATE_HZ, Loudspeaker
from tests.ui.pixels import view_of
from wall.bench.control import Control
from wall.demo import running_city
from wall.simulator.sounds.hum import pitch_hz
from wall.ui.corner import CornerMark

pytestmark = pytest.mark.timeout(120)

WITHIN_S = 20.0
NO_SOUND, NO_DEVICE = "camera không gửi âm thanh", "máy này không có thiết bị âm thanh"


@dataclass
class Concert:
    """A wall of the cameras 1 to 4, of which 1 and 3 have sound; and what is heard of it."""

    room: Room
    control: Control
    speaker: Loudspeaker

    def press(self, key: Qt.Key, cell: int) -> None:
        """A key, with this cell selected."""
        self.room.window.wishes.select(cell)
        QTest.keyClick(view_of(self.room.window), key)

    def wait_to_hear(self, camera: int) -> float:
        """Its tone; how long that took."""
        hz = pitch_hz(camera)

        def is_heard() -> bool:
            samples = self.speaker.heard()
            is_enough = len(samples) > 0.3 * RATE_HZ and loudness(samples) > 0.001
            return is_enough and abs(loudest_hz(samples, RATE_HZ) - hz) < 12

        return self.room.wait(is_heard, WITHIN_S, f"the tone of camera {camera}")

    def says(self, cell: int) -> str | None:
        """What stands beside the speaker on a tile; None without one."""
        tile = self.room.window.showing.tile_at(cell)
        corner = tile.corners.get(CornerMark.SOUND) if tile is not None else None
        return corner.text if corner is not None else None

    def sent(self, track: str) -> dict[int, int]:
        """How much each camera has sent of a track in its present sessions."""
        sessions = self.room.do(self.control.sessions)
        return {each["camera"]: each["frames_sent"] for each in sessions if each["track"] == track}


@pytest.fixture(scope="module")
def concert(qapp: QCoreApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Concert]:
    with (
        pytest.MonkeyPatch.context() as patch,
        running_city(4, 2, "--clip", "bench", "--sound", "some") as city,
        closing(Control(city.control)) as control,
    ):
        speaker = Loudspeaker(patch, tmp_path_factory.mktemp("speaker"))
        with open_room(qapp, city.cameras, 2, 2) as room:
            room.wait(lambda: not room.window.tiles_not_live(), 60, "pictures")
            yield Concert(room, control, speaker)


def test_sound_and_pictures_know_nothing_of_each_other(concert: Concert) -> None:
    room, before = concert.room, concert.sent("trackID=0")
    assert concert.sent("trackID=1") == {}, "nobody listens: nothing is asked for"
    concert.press(Qt.Key.Key_S, 0)
    concert.wait_to_hear(1)
    assert concert.sent("trackID=1").keys() == {1}
    concert.press(Qt.Key.Key_S, 2)
    concert.wait_to_hear(3)
    room.wait(lambda: concert.sent("trackID=1").keys() == {3}, WITHIN_S, "the former one ends")
    os.kill(_sound_process(), signal.SIGKILL)
    begin_s = time.monotonic()
    room.wait(lambda: concert.says(2) != "", WITHIN_S, "the tile says that its sound is gone")
    room.wait(lambda: concert.says(2) == "", WITHIN_S, "and that it is back")
    concert.wait_to_hear(3)
    assert all(room.moves_since(tile.number, begin_s) for tile in room.window.showing.visible_tiles())
    now = concert.sent("trackID=0")
    assert all(now[camera] > sent for camera, sent in before.items()), "a picture was connected anew"


def test_what_was_is_silent(concert: Concert) -> None:
    concert.press(Qt.Key.Key_J, 2)
    concert.room.wait(lambda: concert.sent("trackID=1") == {}, WITHIN_S, "nobody listens any more")

    def is_silent() -> bool:
        seconds = concert.speaker.seconds
        concert.room.spin(0.3)
        return concert.speaker.seconds == seconds

    concert.room.wait(is_silent, WITHIN_S, "it goes on")
    concert.press(Qt.Key.Key_End, 2)


def test_without_sound_and_without_a_device(concert: Concert) -> None:
    concert.press(Qt.Key.Key_S, 3)
    concert.room.wait(lambda: concert.says(3) == NO_SOUND, WITHIN_S, "no sound")
    concert.speaker.pull_out()
    concert.press(Qt.Key.Key_S, 0)
    concert.room.wait(lambda: concert.says(0) == NO_DEVICE, WITHIN_S, "no device")
    concert.room.wait(lambda: not concert.room.window.tiles_not_live(), WITHIN_S, "pictures")
    concert.speaker.plug_in()
    concert.press(Qt.Key.Key_S, 0)
    concert.room.wait(lambda: concert.says(0) == "", WITHIN_S, "the key tries again")
    concert.wait_to_hear(1)


def _sound_process() -> int:
    (found,) = (child for child in psutil.Process().children() if "wall.video.sound" in child.cmdline())
    return int(found.pid)
