"""What a tile that looks back shows: the picture of that moment, at every speed, back and forth."""

from __future__ import annotations

from fractions import Fraction

import av
import pytest
from av.video.codeccontext import VideoCodecContext

from tests.video.buffer.shelves import info
from tests.video.encoded import GREYS, damaged, grey, greys, moving
from tests.video.replay.looking import FIRST_S, FRAME_S, grouped, keep, looking, standing
from wall.model.playhead import Playhead
from wall.model.stream import Codec
from wall.video.memory import PictureMemory, PictureReader
from wall.video.rtsp import AccessUnit


@pytest.mark.parametrize("number", [0, 1, 7, 10, 15, 29])
def test_the_picture_of_the_moment_is_shown_and_says_when_it_was(number: int) -> None:
    with looking(standing(FIRST_S + number * FRAME_S + 0.03)) as look:
        look.work()
        assert look.shown() == number
        assert look.moment_s() == pytest.approx(FIRST_S + number * FRAME_S, abs=1e-5)


def test_it_plays_in_its_own_time() -> None:
    with looking(Playhead(FIRST_S, 1020.0)) as look:
        assert look.go_to(1022.95) == list(range(30))


@pytest.mark.parametrize(("rate", "seconds"), [(0.25, 11.8), (0.5, 5.9), (2.0, 1.48)])
def test_it_plays_slower_and_faster_without_leaving_anything_out(rate: float, seconds: float) -> None:
    with looking(Playhead(FIRST_S, 1020.0, rate)) as look:
        assert look.go_to(1020 + seconds, every_s=0.01) == list(range(30))


def test_very_fast_shows_no_more_than_can_be_seen_and_never_goes_back() -> None:
    with looking(Playhead(FIRST_S, 1020.0, 8.0)) as look:
        seen = look.go_to(1020.6, every_s=0.005)
        assert seen == sorted(seen) and seen[-1] == 29 and 8 <= len(seen) <= 20


def test_pausing_and_going_on_leaves_nothing_out() -> None:
    head = Playhead(FIRST_S, 1020.0)
    with looking(head) as look:
        first = look.go_to(1020.75)
        head = head.paused(look.clock.now_s)
        look.player.steer(head)
        assert look.go_to(1025) == [] and look.player.due_s() > 1e9, "nothing to do while it stands"
        look.player.steer(head.resumed(look.clock.now_s))
        assert first + look.go_to(1027.5) == list(range(30))


def test_changing_the_speed_goes_on_where_it_is() -> None:
    head = Playhead(FIRST_S, 1020.0)
    with looking(head) as look:
        seen = look.go_to(1020.55)
        look.player.steer(head.at_speed(0.5, look.clock.now_s))
        assert seen + look.go_to(1026) == list(range(30))


def test_stepping_on_and_back() -> None:
    with looking(standing(FIRST_S + 1.2), grouped(), group=10) as look:
        head = standing(FIRST_S + 1.2)
        look.work()
        assert look.shown() == 12
        walked = []
        for steps in (1, 1, -1, -1, -1, -1, -1, 1, -3, 4, -6):
            head = head.stepped(steps)
            look.steer(head)
            walked.append(look.shown())
        assert walked == [13, 14, 13, 12, 11, 10, 9, 10, 7, 11, 5]
        assert look.moment_s() == pytest.approx(FIRST_S + 0.5, abs=1e-5)


def test_stepping_back_over_the_first_and_on_over_the_last_stays_there() -> None:
    with looking(standing(FIRST_S + 0.2)) as look:
        head = standing(FIRST_S + 0.2)
        for steps, shown in ((-1, 1), (-5, 0), (-1, 0), (1, 1), (60, 29), (1, 29), (-1, 28)):
            head = head.stepped(steps)
            look.steer(head)
            assert look.shown() == shown


def test_after_steps_it_goes_on_from_there() -> None:
    head = standing(FIRST_S + 1.5)
    with looking(head) as look:
        look.work()
        look.steer(head.stepped(-4))
        assert look.shown() == 11
        now_s = look.clock.now_s
        look.player.steer(head.moved(look.moment_s(), now_s).resumed(now_s))
        assert look.go_to(now_s + 3) == list(range(12, 30))


def test_one_that_comes_later_shows_the_same() -> None:
    """Its process was replaced: all that it has is the playhead."""
    for steps, shown in ((0, 15), (-3, 12), (5, 20)):
        with looking(standing(FIRST_S + 1.5, steps)) as look:
            look.work()
            assert look.shown() == shown


def test_jumping_back_and_forth() -> None:
    with looking(standing(FIRST_S + 2.5), grouped(), group=10) as look:
        for number in (25, 3, 29, 0, 11, 10, 9):
            look.steer(standing(FIRST_S + number * FRAME_S + 0.01))
            assert look.shown() == number


def test_before_the_first_picture_nothing_is_shown_until_its_time() -> None:
    with looking(Playhead(FIRST_S - 2, 1020.0)) as look:
        assert look.go_to(1021.9) == []
        assert look.go_to(1022.25)[:3] == [0, 1, 2]


def test_in_a_gap_the_last_picture_stays_and_what_follows_comes_in_time() -> None:
    with looking(Playhead(FIRST_S + 2, 1020.0)) as look:
        look.buffer.begin(info(Codec.H265))
        keep(look.buffer, greys(Codec.H265), FIRST_S + 10)
        assert look.go_to(1027.9)[-1] == 29
        assert look.go_to(1029.5)[:3] == [0, 1, 2]
        assert look.moment_s() == pytest.approx(FIRST_S + 11.5, abs=0.1)


def test_what_is_added_while_it_plays_is_played() -> None:
    with looking(Playhead(FIRST_S + 2.5, 1020.0)) as look:
        assert look.go_to(1021)[-1] == 29
        keep(look.buffer, greys(Codec.H264), FIRST_S + 3.5)
        assert look.go_to(1022)[-1] in (9, 10)


def test_codec_and_size_may_change_in_the_middle() -> None:
    with looking(Playhead(FIRST_S + 2.7, 1020.0)) as look:
        look.buffer.begin(info(Codec.MJPEG))
        for number, unit in enumerate(moving(Codec.MJPEG, 160, 160, 5)):
            look.buffer.add(AccessUnit(unit, 0.0, FIRST_S + 3 + number * FRAME_S, True))
        look.go_to(1020.2)
        assert (look.memory.width, look.reader.hold().width) == (320, 320)  # type: ignore[union-attr]
        look.go_to(1020.6)
        picture = look.reader.hold()
        assert picture is not None and (picture.width, picture.height) == (180, 180)


def test_at_another_size_the_same_picture_is_drawn_anew() -> None:
    with looking(standing(FIRST_S + 1.0)) as look:
        look.work()
        larger = PictureMemory.create(640, 360)
        look.player.move(larger)
        look.work()
        picture = PictureReader(larger).hold()
        assert picture is not None and (picture.width, picture.height) == (640, 360)
        assert picture.picture_s == pytest.approx(FIRST_S + 1.0, abs=1e-5)
        larger.close()


def test_a_camera_that_sends_out_of_order_is_shown_in_order() -> None:
    with looking(Playhead(FIRST_S, 1020.0), with_b_frames()) as look:
        seen = look.go_to(1022.6)
        assert seen == sorted(set(seen)) and len(seen) > 20
    with looking(standing(FIRST_S + 1.52), with_b_frames()) as look:
        look.work()
        assert look.shown() in (14, 15)
        now = look.shown()
        head = standing(FIRST_S + 1.52)
        for steps in (-1, -1, 1, 1):
            head, now = head.stepped(steps), now + steps
            look.steer(head)
            assert look.shown() == now


def with_b_frames() -> list[bytes]:
    """The grey pictures as an encoder sends them that looks ahead."""
    context = av.CodecContext.create("libx264", "w")
    assert isinstance(context, VideoCodecContext)
    context.width, context.height, context.pix_fmt = 320, 180, "yuv420p"
    context.framerate, context.time_base = Fraction(10), Fraction(1, 10)
    context.gop_size = GREYS
    context.options = {"preset": "ultrafast", "x264-params": "bframes=2:b-adapt=0:scenecut=0:rc-lookahead=4"}
    packets = []
    for number in range(GREYS):
        frame = av.VideoFrame.from_ndarray(grey(number), "rgb24").reformat(format="yuv420p")
        frame.pts = number
        packets += context.encode(frame)
    return [bytes(packet) for packet in [*packets, *context.encode(None)]]


def test_damaged_units_are_shown_as_far_as_they_go_and_rubbish_hurts_nobody() -> None:
    units = list(grouped())
    units[12:20] = [damaged(units[12]), b"", b"\0\0\0\1", *[b"\xff" * 500] * 5]
    with looking(Playhead(FIRST_S, 1020.0), units, group=10) as look:
        seen = look.go_to(1023)
        assert seen[:11] == list(range(11)) and seen[-10:] == list(range(20, 30))


def test_what_decoding_cannot_keep_up_with_goes_on_at_the_last_keyframe() -> None:
    """An overloaded machine: the thread comes round once in three seconds."""
    with looking(Playhead(FIRST_S, 1020.0), grouped() * 20, group=10) as look:
        shown = []
        for _ in range(15):
            look.clock.now_s += 3
            for _ in range(14):
                look.player.run()
            shown.append(look.moment_s())
        behind = [FIRST_S + look.clock.now_s - 1020 - 3 * (14 - turn) - at_s for turn, at_s in enumerate(shown)]
        assert max(behind) < 2.2 and shown == sorted(shown)


def test_a_buffer_that_is_closed_meanwhile_is_the_end_of_it() -> None:
    with looking(Playhead(FIRST_S, 1020.0)) as look:
        look.go_to(1021)
        look.buffer.close()
        look.go_to(1025)
        assert look.shown() <= 29
        look.steer(standing(FIRST_S))
        assert look.player.due_s() > look.clock.now_s


def test_what_is_found_later_is_shown_then() -> None:
    """A process that takes the place of a killed one finds on the disk, after a moment, what that one has kept."""
    with looking(standing(FIRST_S + 1), []) as look:
        keep(look.buffer, greys(Codec.H264)[:3], FIRST_S + 5)
        look.work()
        assert not look.reader.has_newer()
        before = look.shelf.buffer(1)
        before.begin(info())
        keep(before, greys(Codec.H264), FIRST_S)
        with look.shelf.lock:
            look.buffer.put_before(before._chunks)
        look.go_to(1021)
        assert look.shown() == 10
