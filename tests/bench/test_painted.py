"""What was really painted, and when."""

from tests.bench.test_frame_number import picture
from wall.bench.painted import PaintLog


def test_each_frame_counts_once() -> None:
    log = PaintLog()
    for number, at_s in ((7, 1.0), (7, 1.1), (8, 1.2), (9, 1.3), (9, 1.4)):
        log(3, picture(number), at_s)
    assert log.frames == {3: [(7, 1.0), (8, 1.2), (9, 1.3)]}
    assert log.first_s == {3: 1.0}
    assert log.between(3, 1.2, 1.3) == [(8, 1.2)]


def test_a_picture_without_a_number_is_no_frame() -> None:
    log = PaintLog()
    log(3, picture(None), 1.0)
    assert not log.frames and not log.first_s


def test_tiles_are_counted_apart() -> None:
    log = PaintLog()
    log(1, picture(7), 1.0)
    log(2, picture(7), 1.5)
    assert log.first_s == {1: 1.0, 2: 1.5}
