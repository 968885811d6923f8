"""A round of pictures is whole, or it is none."""

from __future__ import annotations

from wall.simulator.domes.look import Look
from wall.simulator.domes.loops import Loops, Recording
from wall.simulator.rtp.packets import PacketClip, PacketFrame


def frame(number: int, is_key: bool) -> PacketFrame:
    return PacketFrame(b"", (), is_key, number)


HOME = PacketClip("h264", 2, 2, 15, 96, "H264", "", tuple(frame(n, n % 3 == 0) for n in range(9)))


def recorded(numbers: list[int], extra_keys: tuple[int, ...] = ()) -> PacketClip | None:
    recording = Recording(HOME, Look(0.5))
    for number in numbers:
        recording.add(frame(number, number % 3 == 0 or number in extra_keys))
    return recording.clip


def test_a_round_may_begin_anywhere() -> None:
    clip = recorded([5, *range(6, 9), *range(6)], extra_keys=(5,))
    assert clip is not None
    assert [each.number for each in clip.frames] == list(range(9))
    assert recorded([*range(1, 9)]) is None


def test_a_group_with_a_picture_left_out_comes_again() -> None:
    first = [0, 1, 2, 3, 5, 6, 7, 8]
    assert recorded(first) is None
    assert recorded([*first, 0, 1, 2]) is None
    assert recorded([*first, 0, 1, 2, 3, 4, 5]) is not None


def test_only_the_last_places_are_kept() -> None:
    loops = Loops(kept=2)
    for pan in (0.1, 0.2, 0.3):
        loops.put(("1/sub", Look(pan)), HOME)
        loops.get(("1/sub", Look(0.1)))
    assert [loops.get(("1/sub", Look(pan))) is not None for pan in (0.1, 0.2, 0.3)] == [True, False, True]
