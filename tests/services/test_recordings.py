"""Recordings by hand: real cameras, decode processes, files and a database."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.services.wall_room import PATIENCE_S, WallRoom, city, wall_room
from tests.support.waiting import wait_until
from tests.video.record.films import are_growing, files_in, film
from wall.bench.control import Control
from wall.demo import City, running_city
from wall.model.buffering import BufferSettings
from wall.model.camera import Camera, streams_of
from wall.model.errors import StoreError
from wall.model.events import RecordingChanged, RecordingsChanged, TileChanged
from wall.model.recording import End, Hitch, Recording, RecordSettings, RecordStream
from wall.model.stream import Source
from wall.services import recording_job
from wall.services.camera_book import identified
from wall.services.control_room import Clocks
from wall.services.io import IoLoop
from wall.services.live_view import LiveView
from wall.services.recordings import Recordings
from wall.video.logins import LoginKeeper
from wall.video.pool import DecodePool
from wall.video.reports import Report

START_WITHIN_S = 20.0


@pytest.fixture(scope="module")
def cameras() -> Iterator[City]:
    with running_city(3, 1) as city:
        yield replace(city, cameras=list(identified(city.cameras)))


@pytest.fixture
def control(cameras: City) -> Iterator[Control]:
    control = Control(cameras.control)
    yield control
    control.set_fault("outage", [each.number for each in cameras.cameras], on=False)
    control.close()


@dataclass
class Studio:
    """Recordings on a live view and a room, and all that was told."""

    live: LiveView
    recordings: Recordings
    wall: WallRoom
    folder: Path

    def show(self, camera: Camera, tile: int = 1) -> None:
        """Its small stream, until it is live."""
        self.live.show(tile, camera.source_for_grid(), 320, 180)
        wait_until(lambda: any(each.tile == tile and each.status.is_live for each in self.wall.told(TileChanged)))

    def start(self, camera: Camera) -> None:
        self.recordings.start(camera, camera.source_for_grid(), 1.5)

    def now(self, camera: Camera) -> Recording:
        """How its recording was told last."""
        return self.told_of(camera)[-1]

    def told_of(self, camera: Camera) -> list[Recording]:
        """All that was told of its recordings, oldest first."""
        told = [each.recording for each in self.wall.told(RecordingChanged)]
        return [each for each in told if each.camera_id == camera.camera_id]

    def wait(self, camera: Camera, condition: Callable[[Recording], object], patience_s: float = PATIENCE_S) -> None:
        wait_until(lambda: any(map(condition, self.told_of(camera)[-1:])), patience_s, self.last_told)

    def last_told(self) -> str:
        return f"{self.wall.told(RecordingChanged)[-2:]}"

    def end(self, camera: Camera) -> Recording:
        """Stop it, and wait for its end."""
        self.recordings.stop(camera.camera_id)
        self.wait(camera, lambda recording: recording.end)
        return self.now(camera)

    def kept(self) -> list[Recording]:
        """What the database has, the newest first."""
        self.wall.settle()
        return list(self.recordings.kept.find("").result(PATIENCE_S).recordings)


@contextmanager
def studio(
    folder: Path, *, stream: RecordStream = RecordStream.SHOWN, most_s: float = 3600.0, database: Path | None = None
) -> Iterator[Studio]:
    buffer = BufferSettings(memory_mb=16, disk_mb=0)

    def make_pool(on_report: Callable[[Report], None], logins: LoginKeeper) -> DecodePool:
        return DecodePool(1, on_report, None, logins, buffer)

    with IoLoop() as io, wall_room(city(3), database or folder / "citywall.db", clocks=Clocks()) as wall:
        live = LiveView(io.loop, wall.events.append, make_pool)
        io.request(live.start()).result(START_WITHIN_S)
        settings = RecordSettings(str(folder / "films"), stream, reserve_bytes=0, most_s=most_s)
        recordings = Recordings(io.loop, live, wall.room.recordings, settings, wall.events.append, "lan")
        try:
            yield Studio(live, recordings, wall, folder / "films")
        finally:
            io.request(live.stop()).result(START_WITHIN_S)


def test_begun_told_ended_and_kept(cameras: City, tmp_path: Path) -> None:
    camera = cameras.cameras[0]
    with studio(tmp_path) as here:
        here.show(camera)
        here.start(camera)
        here.wait(camera, lambda recording: recording.seconds > 2)
        assert list(here.recordings.under_way) == [camera.camera_id]
        ended = here.end(camera)
        assert here.recordings.under_way == {} and ended.end is End.STOPPED
        (kept,) = here.kept()
        assert (kept.number, kept.name, kept.site, kept.operator) == (camera.number, camera.name, camera.site, "lan")
        assert kept.clock_offset_s == 1.5 and kept.parts == ended.parts and kept.has_picture
        assert here.recordings.kept.picture(kept.recording_id).result(PATIENCE_S).startswith(b"\xff\xd8")
        (path,) = files_in(here.folder)
        assert str(path) == kept.parts[0].path and film(path).count > 25
        assert here.wall.told(RecordingsChanged)


def test_the_main_stream_takes_over(cameras: City, tmp_path: Path, control: Control) -> None:
    """What was shown is recorded at once, and what is better as soon as it comes; then the session is given back."""
    camera = next(each for each in cameras.cameras if each.sub)
    with studio(tmp_path, stream=RecordStream.MAIN) as here:
        here.show(camera)
        here.start(camera)
        here.wait(camera, lambda recording: len(recording.parts) == 2 and recording.parts[1].seconds > 2)
        ended = here.end(camera)
        first, second = ended.parts
        assert first.width < second.width and ended.end is End.STOPPED
        assert first.started_s < second.started_s < first.started_s + first.seconds + 0.5, "there is no gap"
        assert all(are_growing(film(Path(part.path)).stamps_s) for part in ended.parts)
        wait_until(lambda: control.status()["sessions"] == 1, PATIENCE_S)
        assert here.kept()[0].parts == ended.parts


def test_a_main_stream_that_does_not_come(cameras: City, tmp_path: Path) -> None:
    camera = cameras.cameras[0]
    broken = replace(camera, streams=streams_of(Source("rtsp://127.0.0.1:9/none"), camera.sub))
    with studio(tmp_path, stream=RecordStream.MAIN) as here:
        here.show(broken)
        here.start(broken)
        here.wait(broken, lambda recording: recording.seconds > 3)
        ended = here.end(broken)
        assert ended.end is End.STOPPED and len(ended.parts) == 1


def test_a_main_stream_that_fails_later(
    cameras: City, tmp_path: Path, control: Control, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is shown is recorded again, from where the other one broke off, until that has come back for good."""
    monkeypatch.setattr(recording_job, "_STEADY_S", 2.0)
    main, shown = cameras.cameras[:2]
    camera = replace(main, streams=streams_of(main.main, shown.source_for_grid()))
    with studio(tmp_path, stream=RecordStream.MAIN) as here:
        here.show(camera)
        here.start(camera)
        here.wait(camera, lambda recording: len(recording.parts) == 2 and recording.parts[1].seconds > 8)
        control.set_fault("outage", [main.number], on=True)
        here.wait(camera, lambda recording: len(recording.parts) == 3 and recording.parts[2].seconds > 12)
        assert here.now(camera).end is None and control.status()["sessions"] == 1
        control.set_fault("outage", [main.number], on=False)
        here.wait(camera, lambda recording: len(recording.parts) == 4 and recording.parts[3].seconds > 4)
        ended = here.end(camera)
    first, second, third, fourth = ended.parts
    assert ended.end is End.STOPPED
    assert first.width == third.width < second.width == fourth.width
    ends_s = [part.started_s + part.seconds for part in ended.parts]
    assert third.started_s < ends_s[1] + 0.5 and fourth.started_s < ends_s[2] + 0.5 < ends_s[3], "there is no gap"


def test_a_camera_lost_altogether_is_not_asked_for_ever_more_streams(
    cameras: City, tmp_path: Path, control: Control
) -> None:
    camera = next(each for each in cameras.cameras if each.sub)
    with studio(tmp_path, stream=RecordStream.MAIN) as here:
        here.show(camera)
        here.start(camera)
        here.wait(camera, lambda recording: len(recording.parts) == 2 and recording.parts[1].seconds > 2)
        control.set_fault("outage", [camera.number], on=True)
        wait_until(lambda: here.wall.told(RecordingChanged)[-1].hitch is Hitch.WAITING, PATIENCE_S)
        job = here.recordings._jobs[camera.camera_id]
        wait_until(lambda: len(job.strands) == 3, PATIENCE_S)
        here.recordings.stop(camera.camera_id)
        control.set_fault("outage", [camera.number], on=False)
        here.wait(camera, lambda recording: recording.end)
        assert len(job.strands) == 3 and here.now(camera).end is End.STOPPED


def test_it_goes_on_when_nobody_looks(cameras: City, tmp_path: Path, control: Control) -> None:
    """At rest, and hidden; with its end the session ends, too."""
    camera = cameras.cameras[0]
    with studio(tmp_path) as here:
        here.show(camera)
        here.start(camera)
        here.live.rest(1)
        here.wait(camera, lambda recording: recording.seconds > 1)
        here.live.hide(1)
        before_s = here.now(camera).seconds
        here.wait(camera, lambda recording: recording.seconds > before_s + 2)
        assert control.status()["sessions"] == 1
        assert here.end(camera).end is End.STOPPED
        wait_until(lambda: control.status()["sessions"] == 0, PATIENCE_S)


def test_it_ends_by_itself(cameras: City, tmp_path: Path) -> None:
    camera = cameras.cameras[0]
    with studio(tmp_path, most_s=2.0) as here:
        here.show(camera)
        here.start(camera)
        here.wait(camera, lambda recording: recording.end)
        assert here.now(camera).end is End.LENGTH and here.kept()[0].end is End.LENGTH


def test_the_program_is_closed(cameras: City, tmp_path: Path) -> None:
    camera = cameras.cameras[0]
    with studio(tmp_path) as here:
        here.show(camera)
        here.start(camera)
        here.wait(camera, lambda recording: recording.seconds > 1)
    with studio(tmp_path) as again:
        (kept,) = again.kept()
        assert kept.end is End.CLOSED and film(Path(kept.parts[0].path)).count > 15
        assert kept.size == Path(kept.parts[0].path).stat().st_size


def test_a_killed_decode_process(cameras: City, tmp_path: Path) -> None:
    camera = cameras.cameras[0]
    with studio(tmp_path) as here:
        here.show(camera)
        here.start(camera)
        here.wait(camera, lambda recording: recording.seconds > 2)
        os.kill(here.live.decode_pids()[0], signal.SIGKILL)
        here.wait(camera, lambda recording: len(recording.parts) == 2 and recording.parts[1].seconds > 1)
        assert Hitch.DECODER_LOST in {told.hitch for told in here.wall.told(RecordingChanged)}
        first, second = here.end(camera).parts
        assert film(Path(first.path)).count == pytest.approx(first.seconds * 15, abs=2), "it was measured anew"
        assert film(Path(second.path)).count > 12


def test_the_folder_vanishes(cameras: City, tmp_path: Path) -> None:
    """That is told, and the picture goes on."""
    camera = cameras.cameras[0]
    with studio(tmp_path) as here:
        here.show(camera)
        here.start(camera)
        here.wait(camera, lambda recording: recording.seconds > 1)
        shutil.rmtree(here.folder)
        here.wait(camera, lambda recording: recording.end)
        assert here.now(camera).end is End.FOLDER_GONE
        (kept,) = here.kept()
        assert here.recordings.kept.gone([kept]).result(PATIENCE_S) == {kept.parts[0].path}
        states = [each.status for each in here.wall.told(TileChanged)]
        assert states[-1].is_live
        here.start(camera)
        here.wait(camera, lambda recording: not recording.end and recording.seconds > 1)
        here.end(camera)


def test_a_camera_that_nobody_shows(cameras: City, tmp_path: Path, control: Control) -> None:
    """It is received for its recording alone."""
    camera = cameras.cameras[0]
    with studio(tmp_path) as here:
        here.start(camera)
        here.start(camera)
        here.wait(camera, lambda recording: recording.seconds > 1)
        assert control.status()["sessions"] == 1
        assert here.end(camera).end is End.STOPPED and len(here.kept()) == 1
        wait_until(lambda: control.status()["sessions"] == 0, PATIENCE_S)


def test_two_cameras_of_one_stream(cameras: City, tmp_path: Path) -> None:
    """A mistake in the inventory: the stream is written once, and the other one is told so."""
    one = cameras.cameras[0]
    other = replace(one, camera_id=77)
    with studio(tmp_path) as here:
        here.start(one)
        here.start(other)
        here.wait(other, lambda recording: recording.end)
        assert here.now(other).end is End.NO_PICTURES
        here.wait(one, lambda recording: recording.seconds > 1)
        here.end(one)


def test_taken_away_brought_back_and_gone(cameras: City, tmp_path: Path) -> None:
    one, other = cameras.cameras[:2]
    with studio(tmp_path) as here:
        for tile, camera in enumerate((one, other), 1):
            here.show(camera, tile)
            here.start(camera)
        for camera in (one, other):
            here.wait(camera, lambda recording: recording.seconds > 1)
            here.end(camera)
        newer, older = here.kept()
        book = here.recordings.kept
        book.remove([newer.recording_id]).result(PATIENCE_S)
        assert here.kept() == [older] and len(files_in(here.folder)) == 2
        assert book.restore().result(PATIENCE_S) == 1 and here.kept() == [newer, older]
        book.remove([newer.recording_id]).result(PATIENCE_S)
        book.remove([older.recording_id]).result(PATIENCE_S)
        wait_until(lambda: [str(path) for path in files_in(here.folder)] == [older.parts[0].path])
        assert book.restore().result(PATIENCE_S) == 1 and here.kept() == [older]


def test_copied_to_a_stick(cameras: City, tmp_path: Path) -> None:
    camera = cameras.cameras[0]
    with studio(tmp_path) as here:
        here.show(camera)
        here.start(camera)
        here.wait(camera, lambda recording: recording.seconds > 1)
        here.end(camera)
        (kept,) = here.kept()
        for again in (1, 2):
            assert here.recordings.kept.copy([kept], tmp_path / "stick").result(PATIENCE_S) == 1
            assert len(files_in(tmp_path / "stick")) == again, "nothing is overwritten"
        source = Path(kept.parts[0].path)
        assert {path.read_bytes() for path in files_in(tmp_path / "stick")} == {source.read_bytes()}
        source.unlink()
        with pytest.raises(StoreError, match="not there any more"):
            here.recordings.kept.copy([kept], tmp_path / "stick").result(PATIENCE_S)
        assert not list((tmp_path / "stick").glob("*.part"))


def test_cut_off_with_the_program(cameras: City, tmp_path: Path) -> None:
    """As it is left by a kill: no end in the database, and half a fragment at the end of the file."""
    camera = cameras.cameras[0]
    with studio(tmp_path) as here:
        here.show(camera)
        here.start(camera)
        here.wait(camera, lambda recording: recording.seconds > 3)
        here.end(camera)
        (kept,) = here.kept()
    path = Path(kept.parts[0].path)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) * 2 // 3])
    with wall_room(city(3), tmp_path / "citywall.db", clocks=Clocks()) as wall, wall.database.transaction() as tables:
        tables.execute("update recording set end = null, ended_s = null")
        tables.execute("update recording_part set seconds = 0, size = 0")
    with studio(tmp_path) as here:
        here.recordings.kept.recover()
        wait_until(lambda: here.kept()[0].end is End.BROKEN_OFF, PATIENCE_S)
        (mended,) = here.kept()
        played = film(path)
        assert mended.seconds == pytest.approx(played.count / 15, abs=0.2) and 1 <= mended.seconds < kept.seconds
        assert mended.size == path.stat().st_size < len(whole) * 2 // 3 + 1
        assert mended.ended_s == pytest.approx(kept.parts[0].started_s + mended.seconds, abs=0.1)
