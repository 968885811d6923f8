"""Players that are asked to decode in a graphics device: there is none, or one that dies, and the tile plays on."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest

from tests.support.waiting import wait_until
from tests.video.decode.stream import Stream, info
from tests.video.encoded import QUARTERS, moving
from tests.video.screen import Screen, are_like, colours
from wall.model.stream import Codec
from wall.model.video import Decoder
from wall.video.decode.hardware_use import HardwareUse
from wall.video.decode.quick import QuickEngine
from wall.video.decode.vlc_player import VlcEngine, VlcPlayer
from wall.video.engine import Engine
from wall.video.hardware import va, vdp
from wall.video.memory import PictureWriter

FRAME_S = 1 / 15
LOOK_S = 0.1
BACK_WITHIN_S = 2.0


@pytest.fixture
def vlc(engine: Engine) -> Iterator[VlcEngine]:
    """The one of the process, which knows of no hardware before and after."""
    assert isinstance(engine, VlcEngine)
    engine.hardware.use("")
    yield engine
    engine.hardware.use("")


@pytest.mark.parametrize("way", [va.WAY, vdp.WAY])
@pytest.mark.parametrize("codec", [Codec.H264, Codec.H265])
def test_asked_for_a_device_that_is_not_there_libvlc_plays_all_the_same(vlc: VlcEngine, way: str, codec: Codec) -> None:
    vlc.hardware.use(way)
    memory_of = Screen(vlc, codec, (160, 90), in_hardware=True)
    memory_of.feed(moving(codec)[:6], FRAME_S)
    memory_of.wait_for_more()
    assert are_like(colours(memory_of.held()), QUARTERS)
    assert not memory_of.memory.vitals().in_hardware, "it says who decodes"
    memory_of.close()


class DyingDevice:
    """libVLC, whose players in the graphics device get no unit any more when it is dead: they wait, and say nothing."""

    def __init__(self, engine: VlcEngine) -> None:
        self._engine = engine
        self.is_dead = False
        self.asked: list[bool] = []
        """For each player: was it to be decoded in the device?"""

    def player(
        self,
        codec: Codec,
        writer: PictureWriter,
        size: Callable[[], tuple[int, int]],
        *,
        strict: bool,
        coarse: bool = False,
        before_first: Callable[[], None] | None = None,
        in_hardware: bool = False,
    ) -> VlcPlayer:
        player = self._engine.player(codec, writer, size, strict=strict, coarse=coarse, before_first=before_first)
        self.asked.append(in_hardware)
        if in_hardware:
            feed = player.feed
            player.feed = lambda unit, *, begins=False: None if self.is_dead else feed(unit)  # type: ignore[method-assign]
        return player

    def overdue_s(self) -> float:
        return self._engine.overdue_s()


class Playing:
    """A stream that plays in real time, and is looked at as a decode process does."""

    def __init__(self, device: DyingDevice, quick: QuickEngine, use: HardwareUse, codec: Codec) -> None:
        self.stream = Stream(device, quick, hardware=use)
        self.stream.maker.begin(info(codec))
        self._units = moving(codec)
        self._sent = 0
        self._next_s = time.monotonic()

    @property
    def count(self) -> int:
        return self.stream.maker.writer.count

    def plays(self) -> bool:
        """Send what is due, look, and say whether libVLC shows the pictures."""
        while time.monotonic() >= self._next_s:
            place = self._sent % len(self._units)
            self.stream.now_s = self._next_s
            self.stream.send(self._units[place], keyframe=place % 15 == 0)
            self._sent, self._next_s = self._sent + 1, self._next_s + FRAME_S
        self.stream.maker.look(time.monotonic())
        return self.stream.memory.vitals().decoder is Decoder.VLC and self.count > 3

    def moves_for(self, seconds: float) -> int:
        """So many new pictures come in this time."""
        before, until_s = self.count, time.monotonic() + seconds
        while time.monotonic() < until_s:
            self.plays()
            time.sleep(LOOK_S / 4)
        return self.count - before


def test_a_device_that_dies_costs_a_moment_and_the_stream_says_so(vlc: VlcEngine, quick: QuickEngine) -> None:
    use, device = HardwareUse(), DyingDevice(vlc)
    use.use(va.WAY)
    playing = Playing(device, quick, use, Codec.H264)
    wait_until(playing.plays, 10)
    assert device.asked == [True] and not playing.stream.memory.vitals().hardware_fails
    device.is_dead, died_s = True, time.monotonic()
    playing.moves_for(0.3)  # What libVLC has still to show.
    before = playing.count
    wait_until(lambda: playing.moves_for(LOOK_S / 2) and playing.count > before, 10)
    assert time.monotonic() - died_s < BACK_WITHIN_S
    wait_until(lambda: playing.plays() and device.asked[-1] is False, 10)
    vitals = playing.stream.memory.vitals()
    assert vitals.hardware_fails and not vitals.in_hardware
    assert use.way == va.WAY, "one stream alone may be odd"
    assert playing.moves_for(1.0) > 8
    playing.stream.close()


def test_a_device_that_never_gives_a_picture(vlc: VlcEngine, quick: QuickEngine) -> None:
    use, device = HardwareUse(), DyingDevice(vlc)
    use.use(va.WAY)
    device.is_dead = True
    playing = Playing(device, quick, use, Codec.H265)
    began_s = time.monotonic()
    wait_until(lambda: playing.plays() or playing.count > 1, 10)
    assert time.monotonic() - began_s < BACK_WITHIN_S
    wait_until(lambda: playing.plays() and use.way == va.WAY, 10)
    assert device.asked == [True, False] and playing.stream.memory.vitals().hardware_fails
    playing.stream.close()


def test_what_plays_already_moves_into_the_device_and_out_of_it_without_a_gap(
    vlc: VlcEngine, quick: QuickEngine
) -> None:
    """It is found when the first tiles play already, and given up while they do."""
    use, device = HardwareUse(), DyingDevice(vlc)
    playing = Playing(device, quick, use, Codec.H264)
    wait_until(playing.plays, 10)
    for way, wanted in ((va.WAY, [False, True]), ("", [False, True, False])):
        use.use(way)
        assert playing.moves_for(0.5) > 2
        wait_until(lambda wanted=wanted: playing.plays() and device.asked == wanted, 10)  # type: ignore[misc]
    assert not playing.stream.memory.vitals().hardware_fails
    playing.stream.close()


def test_three_streams_in_a_minute_are_enough() -> None:
    use = HardwareUse()
    use.use(va.WAY)
    for at_s in (0.0, 40.0, 80.0, 120.0):
        use.failed(at_s)
    assert use.way == va.WAY
    use.failed(125.0)
    use.failed(130.0)
    use.use(va.WAY)
    assert (use.has_failed, use.way) == (True, ""), "for this process it is over"
