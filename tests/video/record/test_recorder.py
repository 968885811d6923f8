"""A recording on its thread: nothing holds up who receives, whatever the disk does."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.resources import open_files
from tests.support.waiting import wait_until
from tests.video.encoded import moving
from tests.video.record.films import are_growing, files_in, film, order, units
from wall.model.recording import End, Hitch, Part, RecordOrder, Written
from wall.model.stream import Codec, Transport
from wall.video.buffer import BufferShelf
from wall.video.record import recorder as recorder_module
from wall.video.record.out_file import OutFile
from wall.video.record.recorder import Recorder
from wall.video.record.tap import buffered_units
from wall.video.rtsp import AccessUnit, StreamInfo


class Told:
    """A recorder, and all that it told."""

    def __init__(self, wanted: RecordOrder) -> None:
        self.recorder = Recorder(wanted)
        self.written: list[Written] = []

    def look(self) -> bool:
        if (news := self.recorder.look(time.monotonic())) is not None:
            self.written.append(news)
        return self.recorder.is_over

    def feed(self, count: int = 45, *, before_s: float = 0.0, times: int = 1) -> None:
        """So many units, as if they had come until now; the last group again and again."""
        data = moving(Codec.H264, count=count)
        for again in range(times):
            began_s = time.monotonic() - before_s - count / 15 + again / 15 * count
            for unit in units(Codec.H264, data, began_s):
                self.recorder.unit(unit)

    def finish(self, patience_s: float = 10.0) -> None:
        self.recorder.stop()
        wait_until(self.look, patience_s, lambda: f"it does not end: {self.written}")

    @property
    def parts(self) -> dict[str, Part]:
        return {part.path: part for written in self.written for part in written.parts}

    @property
    def hitches(self) -> set[Hitch]:
        return {written.hitch for written in self.written}


def test_from_begin_to_end(tmp_path: Path) -> None:
    told = Told(order(tmp_path))
    told.feed()
    wait_until(lambda: (told.look(), told.parts)[1], what="nothing was told")
    told.finish()
    assert told.written[-1].end is End.STOPPED and told.hitches == {Hitch.NONE}
    ((path, part),) = told.parts.items()
    assert film(Path(path)).count == 45 and part.size == Path(path).stat().st_size
    (jpeg,) = [written.jpeg for written in told.written if written.jpeg]
    assert jpeg.startswith(b"\xff\xd8") and 500 < len(jpeg) < 40_000


def test_what_came_before_is_in_it(tmp_path: Path) -> None:
    data, now_s = moving(Codec.H264, count=45), time.monotonic()
    sent = list(units(Codec.H264, data, now_s - 2.0))
    recorder = Recorder(order(tmp_path), sent[:30])
    for unit in sent[30:]:
        recorder.unit(unit)
    recorder.stop()
    wait_until(lambda: recorder.look(time.monotonic()) is not None and recorder.is_over)
    (path,) = files_in(tmp_path)
    played = film(path)
    assert played.count == 45 and played.stamps_s[-1] == pytest.approx(44 / 15, abs=0.01)


def test_stopped_before_there_was_anything(tmp_path: Path) -> None:
    told = Told(order(tmp_path))
    told.finish()
    assert told.written[-1].end is End.NO_PICTURES and files_in(tmp_path) == []


def test_it_ends_by_itself_when_it_is_long_enough(tmp_path: Path) -> None:
    told = Told(order(tmp_path, until_s=time.monotonic() + 0.5))
    told.feed()
    wait_until(told.look)
    assert told.written[-1].end is End.LENGTH and len(told.parts) == 1


def test_a_folder_that_cannot_be_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    told = Told(order(tmp_path / "file"))
    wait_until(told.look, 2)
    assert told.written[-1].end is End.NOT_WRITABLE


def test_a_camera_that_sends_nothing_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recorder_module, "_SILENT_S", 0.2)
    told = Told(order(tmp_path))
    wait_until(lambda: (told.look(), Hitch.WAITING in told.hitches)[1])

    def goes_on() -> bool:
        told.feed()
        told.look()
        return told.written[-1].hitch is Hitch.NONE

    wait_until(goes_on, what="it is waited for still")
    told.finish()


@pytest.fixture
def stopped_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """A disk that takes nothing until the event is set: the one thing that cannot be had for real here."""
    goes_on = threading.Event()
    write = OutFile.write

    def slow(self: OutFile, data: bytes) -> int:
        goes_on.wait(30)
        return write(self, data)

    monkeypatch.setattr(OutFile, "write", slow)
    yield goes_on
    goes_on.set()


def test_a_disk_that_stands_holds_nobody_up(
    tmp_path: Path, stopped_disk: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Memory stays bounded, it is said that pictures are missing, and when the disk comes back all is well again."""
    monkeypatch.setattr(recorder_module, "_MOST_WAITING", 100_000)
    monkeypatch.setattr(recorder_module, "_GO_ON_BELOW", 20_000)
    told = Told(order(tmp_path))
    began_s = time.monotonic()
    told.feed(times=20, before_s=60)
    assert time.monotonic() - began_s < 1.0
    told.look()
    assert Hitch.SLOW_DISK in told.hitches
    stopped_disk.set()
    wait_until(lambda: not told.recorder._thread.waiting_bytes)
    told.feed()
    told.finish()
    assert told.written[-1].end is End.STOPPED and told.written[-1].missing_s > 5
    assert told.written[-1].hitch is Hitch.NONE
    played = [film(path) for path in files_in(tmp_path)]
    assert all(are_growing(each.stamps_s) for each in played) and sum(each.count for each in played) > 90


def test_stopped_while_the_disk_stands(
    tmp_path: Path, stopped_disk: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recorder_module, "_END_WITHIN_S", 0.5)
    told = Told(order(tmp_path))
    told.feed()
    told.finish(3.0)
    assert told.written[-1].end is End.DISK_HANGS


def test_a_fault_of_ours_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The thread must not die without a word."""

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    heard: list[type[BaseException]] = []
    monkeypatch.setattr(threading, "excepthook", lambda told: heard.append(told.exc_type))
    monkeypatch.setattr("wall.video.record.writer.thumbnail", fail)
    told = Told(order(tmp_path))
    told.feed()
    wait_until(told.look)
    wait_until(lambda: heard == [ZeroDivisionError])
    assert told.written[-1].end is End.DISK_FAILED


def test_many_files_are_told_in_messages_of_bounded_size(tmp_path: Path) -> None:
    """A camera that breaks off again and again makes hundreds: the end is told when all of them are."""
    told = Told(order(tmp_path))
    data = moving(Codec.H264, count=15)
    for again in range(100):
        for unit in units(Codec.H264, data[:2], time.monotonic() - 1000 + again * 10):
            told.recorder.unit(unit)
    told.finish()
    assert len(told.parts) == 100 == len(files_in(tmp_path))
    assert max(len(written.parts) for written in told.written) <= 40
    assert [written.end for written in told.written if written.end] == [End.STOPPED]


def test_nothing_stays_open(tmp_path: Path) -> None:
    before = open_files()
    told = Told(order(tmp_path))
    told.feed()
    told.finish()
    wait_until(lambda: open_files() <= before)


def test_what_the_buffer_has_and_nothing_twice(tmp_path: Path) -> None:
    """Not what came before the camera was away, and not what comes after the beginning, which comes by itself."""
    shelf = BufferShelf(64 << 20, 600.0, None, time.monotonic)
    buffer, data, now_s = shelf.buffer(1), moving(Codec.H264, count=45), time.monotonic()
    buffer.begin(StreamInfo(Codec.H264, 90000, b"", Transport.TCP))
    sent = [*units(Codec.H264, data, now_s - 200), *units(Codec.H264, data, now_s - 3)]
    for unit in sent:
        buffer.add(AccessUnit(unit.data, 0.0, unit.arrived_s, unit.keyframe))
    found = list(buffered_units(buffer, now_s - 10, sent[-5].arrived_s))
    assert [unit.data for unit in found] == list(data)[:-4]
    assert [unit.keyframe for unit in found[:16]] == [True, *[False] * 14, True]
    late = list(buffered_units(buffer, now_s - 1.9, sent[-1].arrived_s))
    assert late[0].keyframe and len(late) == 30, "from the keyframe before"
    buffer.close()
