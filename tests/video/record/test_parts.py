"""Real streams into real files, and each file decoded again: nothing is lost, nothing invented."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import av
import pytest
from av.video.codeccontext import VideoCodecContext

from tests.support.full import files_at_most, on_a_small_disk
from tests.video.encoded import GREYS, encode, grey, greys, moving, quarters
from tests.video.record.films import STARTED_S, Time, are_growing, files_in, film, order, units
from wall.model.recording import End, Part
from wall.model.stream import Codec
from wall.video.record.length import length_of
from wall.video.record.parts import PartWriter, RecordingEnded
from wall.video.record.shape import parameter_sets
from wall.video.record.unit import RecordUnit


class Recording:
    """A writer, and a clock that follows what it is fed."""

    def __init__(self, folder: Path, reserve_bytes: int = 0) -> None:
        self.time = Time()
        self.folder = folder
        self.writer = PartWriter(order(folder, reserve_bytes=reserve_bytes), self.time.clocks)
        self.writer.begin()

    def feed(self, sent: Iterable[RecordUnit]) -> None:
        for unit in sent:
            self.time.now_s = max(self.time.now_s, unit.arrived_s)
            self.writer.write(unit)

    def close(self) -> tuple[Part, ...]:
        self.writer.close()
        return self.writer.parts


@pytest.mark.parametrize("codec", list(Codec))
def test_all_that_was_fed_plays(tmp_path: Path, codec: Codec) -> None:
    recording = Recording(tmp_path / "a" / "b")
    recording.feed(units(codec, moving(codec, count=45)))
    (part,) = recording.close()
    played = film(Path(part.path))
    assert played.count == 45 and set(played.sizes) == {(320, 180)}
    assert are_growing(played.stamps_s)
    assert played.stamps_s == pytest.approx([number / 15 for number in range(45)], abs=0.001)
    assert (part.codec, part.width, part.height) == (codec, 320, 180)
    assert part.seconds == pytest.approx(44 / 15, abs=0.01) and part.started_s == pytest.approx(STARTED_S, abs=0.01)
    assert part.size == Path(part.path).stat().st_size
    assert length_of(Path(part.path)).seconds == pytest.approx(3.0, abs=0.1)


def test_pictures_stand_in_their_order(tmp_path: Path) -> None:
    recording = Recording(tmp_path)
    recording.feed(units(Codec.H264, greys(Codec.H264), keyframe_every=GREYS))
    (part,) = recording.close()
    assert film(Path(part.path)).greys == list(range(GREYS))


def test_it_says_what_it_is_and_no_secret(tmp_path: Path) -> None:
    recording = Recording(tmp_path)
    recording.feed(units(Codec.H264, moving(Codec.H264)))
    (part,) = recording.close()
    told = film(Path(part.path)).metadata
    assert told["title"] == "127  Ngã Sáu / hướng Tây"
    assert "camera 127" in told["comment"] and "camera's clock +2.3 s" in told["comment"]
    assert told["creation_time"].startswith("2026-11-30T")
    assert Path(part.path).name.endswith(" 127 Ngã Sáu hướng Tây.mp4") and Path(part.path).parent.parent == tmp_path


@pytest.mark.parametrize("codec", list(Codec))
def test_broken_off_it_plays_up_to_the_last_fragment(tmp_path: Path, codec: Codec) -> None:
    """As after a kill: nothing more is written from some moment on, not even an end."""
    recording = Recording(tmp_path)
    recording.feed(units(codec, moving(codec, count=60)))
    (path,) = files_in(tmp_path)
    broken = tmp_path / "broken.mp4"
    shutil.copy(path, broken)
    played = film(broken)
    assert played.count >= 45 and are_growing(played.stamps_s)
    assert length_of(broken).seconds == pytest.approx(played.count / 15, abs=0.1)
    recording.close()


def test_it_begins_with_a_whole_keyframe(tmp_path: Path) -> None:
    recording = Recording(tmp_path)
    sent = list(units(Codec.H264, moving(Codec.H264, count=60)))
    sent[15] = replace(sent[15], damaged=True)
    recording.feed(sent[5:])
    (part,) = recording.close()
    assert film(Path(part.path)).count == 30


def test_parameter_sets_that_only_the_description_has(tmp_path: Path) -> None:
    sent = list(units(Codec.H265, moving(Codec.H265, count=30)))
    sets = b"".join(b"\0\0\0\1" + each for each in parameter_sets(Codec.H265, sent[0].data))
    assert sent[0].data.startswith(sets[:20])
    bare = [replace(unit, data=unit.data.removeprefix(sets), sets=sets) for unit in sent]
    assert len(bare[0].data) < len(sent[0].data)
    recording = Recording(tmp_path)
    recording.feed(bare)
    (part,) = recording.close()
    assert film(Path(part.path)).count == 30


def test_gradual_refresh_never_has_a_keyframe(tmp_path: Path) -> None:
    """It is begun with all the same, after a while."""
    sent = [replace(unit, keyframe=False) for unit in units(Codec.H264, moving(Codec.H264, count=90))]
    recording = Recording(tmp_path)
    recording.feed(sent)
    (part,) = recording.close()
    assert film(Path(part.path)).count == 15


@pytest.mark.parametrize("codec", [Codec.H264, Codec.H265])
def test_reordered_pictures_are_shown_in_their_order(tmp_path: Path, codec: Codec) -> None:
    """B-frames, which few cameras send: a later picture comes before those that are shown earlier."""
    recording = Recording(tmp_path)
    sent = reordered(codec)
    assert [shown for _, shown, _ in sent] != sorted(shown for _, shown, _ in sent)
    recording.feed(
        RecordUnit(data, 5000.0 + number / 15, keyframe, codec, shown_s=77_000 + shown / 15)
        for number, (data, shown, keyframe) in enumerate(sent)
    )
    (part,) = recording.close()
    played = film(Path(part.path))
    assert played.greys == list(range(GREYS))
    steps_s = [later - sooner for sooner, later in pairwise(played.stamps_s)]
    assert steps_s == pytest.approx([1 / 15] * len(steps_s), abs=0.001)


def reordered(codec: Codec) -> list[tuple[bytes, int, bool]]:
    """Units as they are sent, each with its place in the order of showing, and whether it is a keyframe."""
    name, kind = {Codec.H264: ("libx264", "x264"), Codec.H265: ("libx265", "x265")}[codec]
    context = av.CodecContext.create(name, "w")
    assert isinstance(context, VideoCodecContext)
    context.width, context.height, context.pix_fmt = 320, 180, "yuv420p"
    context.framerate, context.time_base, context.gop_size = Fraction(15), Fraction(1, 15), GREYS
    quiet = ":log-level=none:pools=none:frame-threads=1" if codec is Codec.H265 else ""
    context.options = {f"{kind}-params": f"bframes=2:b-adapt=0:scenecut=0:repeat-headers=1{quiet}"}
    packets = []
    for number in range(GREYS):
        frame = av.VideoFrame.from_ndarray(grey(number), "rgb24").reformat(format="yuv420p")
        frame.pts = number
        packets += context.encode(frame)
    packets += context.encode(None)
    return [(bytes(packet), packet.pts or 0, packet.is_keyframe) for packet in packets]


def test_another_size_begins_the_next_file(tmp_path: Path) -> None:
    recording = Recording(tmp_path)
    recording.feed(units(Codec.H264, moving(Codec.H264, count=30)))
    recording.feed(units(Codec.H264, moving(Codec.H264, 640, 360, count=30), 5002.0))
    recording.feed(units(Codec.H265, moving(Codec.H265, count=30), 5004.0))
    recording.feed(units(Codec.MJPEG, moving(Codec.MJPEG, count=30), 5006.0))
    parts = recording.close()
    films = [film(Path(part.path)) for part in parts]
    assert [each.codec for each in films] == ["h264", "h264", "hevc", "mjpeg"]
    assert [each.count for each in films] == [30, 30, 30, 30]
    assert [set(each.sizes) for each in films] == [{(320, 180)}, {(640, 360)}, {(320, 180)}, {(320, 180)}]
    assert [part.started_s - STARTED_S for part in parts] == pytest.approx([0, 2, 4, 6], abs=0.01)
    assert len({part.path for part in parts}) == 4


def test_units_of_another_codec_wait_for_a_keyframe(tmp_path: Path) -> None:
    recording = Recording(tmp_path)
    recording.feed(units(Codec.H264, moving(Codec.H264, count=15)))
    recording.feed(list(units(Codec.H265, moving(Codec.H265, count=45), 5001.0))[3:])
    parts = recording.close()
    assert [film(Path(part.path)).count for part in parts] == [15, 30]


def test_other_parameter_sets_of_the_same_size(tmp_path: Path) -> None:
    """The next file begins, but not for a camera that does this all the time: decoders follow it."""
    plain = moving(Codec.H264, count=15)
    other = encode(Codec.H264, [quarters(320, 180, n) for n in range(15)], aspect=Fraction(4, 3))
    assert list(parameter_sets(Codec.H264, plain[0])) != list(parameter_sets(Codec.H264, other[0]))
    recording = Recording(tmp_path)
    for second in range(11):
        recording.feed(units(Codec.H264, plain, 5000.0 + second))
    for second in range(11, 17):
        recording.feed(units(Codec.H264, plain if second % 2 else other, 5000.0 + second))
    parts = recording.close()
    assert [film(Path(part.path)).count for part in parts] == [12 * 15, 5 * 15]


def test_after_a_long_gap_the_next_file_begins(tmp_path: Path) -> None:
    recording = Recording(tmp_path)
    for began_s in (5000.0, 5003.0, 5020.0):
        recording.feed(units(Codec.H264, moving(Codec.H264, count=15), began_s))
    parts = recording.close()
    first, second = (film(Path(part.path)) for part in parts)
    assert (first.count, second.count) == (30, 15)
    assert first.stamps_s[15] == pytest.approx(3.0), "a short one stays what it was"


def test_rubbish_between_good_units(tmp_path: Path) -> None:
    recording = Recording(tmp_path)
    sent = list(units(Codec.H264, moving(Codec.H264, count=45)))
    rubbish = [replace(sent[0], data=data, damaged=True) for data in (b"\0\0\0\1", b"\0\0\0\1\x67", b"\xff" * 100)]
    recording.feed([*rubbish, *sent[:20], *(replace(unit, keyframe=False) for unit in rubbish), *sent[20:]])
    (part,) = recording.close()
    assert Path(part.path).stat().st_size > sum(len(unit.data) for unit in sent)


def test_two_at_the_same_moment_have_two_files(tmp_path: Path) -> None:
    for _ in range(2):
        recording = Recording(tmp_path)
        recording.feed(units(Codec.H264, moving(Codec.H264)))
        recording.close()
    first, second = files_in(tmp_path)
    assert " (2).mp4" in first.name + second.name


def test_a_file_that_was_taken_away(tmp_path: Path) -> None:
    recording = Recording(tmp_path)
    recording.feed(units(Codec.H264, moving(Codec.H264)))
    files_in(tmp_path)[0].unlink()
    recording.time.now_s += 3
    recording.writer.look()
    recording.feed(units(Codec.H264, moving(Codec.H264), 5006.0))
    lost, kept = recording.close()
    assert lost.is_gone and not kept.is_gone and film(Path(kept.path)).count == 30


def test_a_folder_that_vanishes(tmp_path: Path) -> None:
    recording = Recording(tmp_path / "films")
    recording.feed(units(Codec.H264, moving(Codec.H264)))
    shutil.rmtree(tmp_path / "films")
    recording.time.now_s += 3
    with pytest.raises(RecordingEnded) as ended:
        recording.writer.look()
    assert ended.value.end is End.FOLDER_GONE and [part.is_gone for part in recording.writer.parts] == [True]


def test_a_folder_that_cannot_be(tmp_path: Path) -> None:
    """A file of that name, one below it, and a place where the kernel lets nobody write."""
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "file", tmp_path / "file" / "below", Path("/sys/citywall")):
        with pytest.raises(RecordingEnded) as ended:
            Recording(folder)
        assert ended.value.end is End.NOT_WRITABLE


def test_the_disk_takes_no_more(tmp_path: Path) -> None:
    """The kernel refuses to let files grow: as on a disk that is full. What is there plays."""
    recording = Recording(tmp_path)
    sent = list(units(Codec.MJPEG, moving(Codec.MJPEG, 640, 360, count=150)))
    with files_at_most(300_000), pytest.raises(RecordingEnded) as ended:
        recording.feed(sent)
    assert ended.value.end is End.DISK_FULL
    (part,) = recording.writer.parts
    played = film(Path(part.path))
    assert 15 <= played.count < 150 and are_growing(played.stamps_s)
    assert part.seconds == pytest.approx(played.count / 15, abs=1.1)


def test_a_disk_that_is_really_full(tmp_path: Path) -> None:
    """A disk of 500 KB: what lies on it plays, and it was full but for what the last write did not fit in."""
    told = json.loads(on_a_small_disk(tmp_path, "500k", "tests.video.record.fill_a_disk"))
    assert told["end"] == End.DISK_FULL.value and told["free"] < 50_000
    assert 15 <= told["plays"] < told["fed"] and told["seconds"] == pytest.approx(told["plays"] / 15, abs=1.1)


def test_the_reserve_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk of a test cannot be filled: that it says how much is free is all that is made up here."""
    with pytest.raises(RecordingEnded) as ended:
        Recording(tmp_path, reserve_bytes=1 << 60)
    assert ended.value.end is End.RESERVE and files_in(tmp_path) == []
    recording = Recording(tmp_path, reserve_bytes=1000)
    recording.feed(units(Codec.H264, moving(Codec.H264)))
    monkeypatch.setattr("wall.video.record.parts.free_bytes", lambda _folder: 999)
    recording.time.now_s += 3
    with pytest.raises(RecordingEnded) as ended:
        recording.writer.look()
    assert ended.value.end is End.RESERVE
    (part,) = recording.writer.parts
    assert film(Path(part.path)).count == 30 and part.size == Path(part.path).stat().st_size
