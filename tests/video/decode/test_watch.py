"""Proof of life, on pictures and figures made up for it."""

import random
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.model.scene import Scene
from wall.video.decode.watch import EVERY_S, DamageWatch, PictureWatch, is_behind
from wall.video.engine import Progress
from wall.video.memory import PictureMemory, PictureWriter

WIDTH, HEIGHT = 64, 36
ROW = WIDTH * 4


class Watched:
    """A memory with pictures drawn into it, looked at each second."""

    def __init__(self) -> None:
        self.memory = PictureMemory.create(WIDTH, HEIGHT)
        self.writer = PictureWriter(self.memory)
        self.watch = PictureWatch()
        self.now_s = 100.0

    def draw(self, value: int, row: int | None = None) -> None:
        """Publish a picture of one value; with `row`, only that row has it."""
        number = self.writer.begin()
        start = self.writer.offset(number)
        pixels = bytearray(ROW * HEIGHT)
        for each in range(HEIGHT) if row is None else [row]:
            pixels[each * ROW : (each + 1) * ROW] = bytes([value]) * ROW
        self.memory.view[start : start + len(pixels)] = pixels
        self.writer.publish(number, WIDTH, HEIGHT, ROW)

    def draw_blocks(self, seed: int) -> None:
        """Publish a picture of random blocks."""
        chance = random.Random(seed)
        number = self.writer.begin()
        start = self.writer.offset(number)
        blocks = [[chance.randrange(60, 250) for _ in range(WIDTH // 2)] for _ in range(HEIGHT // 2)]
        rows = (b"".join(bytes([value]) * 8 for value in blocks[row // 2]) for row in range(HEIGHT))
        self.memory.view[start : start + ROW * HEIGHT] = b"".join(rows)
        self.writer.publish(number, WIDTH, HEIGHT, ROW)

    def look(self, later_s: float = 1.0) -> bool:
        """Look, a second later; says whether the picture counted as new."""
        self.now_s += later_s
        self.watch.look(self.writer, self.now_s)
        return self.memory.vitals().changed_s == self.now_s


@pytest.fixture
def watched() -> Iterator[Watched]:
    watched = Watched()
    yield watched
    watched.memory.close()


@pytest.mark.parametrize(("value", "is_black"), [(0, True), (20, True), (40, False), (255, False)])
def test_a_picture_in_which_there_is_nothing_to_see(watched: Watched, value: int, is_black: bool) -> None:
    watched.draw(value)
    watched.look()
    assert watched.memory.vitals().is_black is is_black


def test_a_name_written_over_it_makes_no_picture_of_it_but_a_lamp_does(watched: Watched) -> None:
    watched.draw(255, row=8)
    watched.look()
    assert watched.memory.vitals().is_black
    watched.draw(255)
    watched.look()
    assert not watched.memory.vitals().is_black


@given(st.lists(st.sampled_from([0, 24, 25, 200]), min_size=HEIGHT, max_size=HEIGHT))
def test_it_is_black_where_no_more_than_one_point_of_twenty_is_bright(rows: list[int]) -> None:
    pixels = b"".join(bytes([value]) * ROW for value in rows)
    watch, memory = PictureWatch(), PictureMemory.create(WIDTH, HEIGHT)
    writer = PictureWriter(memory)
    number = writer.begin()
    start = writer.offset(number)
    memory.view[start : start + len(pixels)] = pixels
    writer.publish(number, WIDTH, HEIGHT, ROW)
    watch.look(writer, 100.0)
    assert memory.vitals().is_black is (sum(value <= 24 for value in rows) >= 0.95 * HEIGHT)
    memory.close()


def test_what_has_become_of_the_scene_is_handed_on(watched: Watched) -> None:
    """One scene, and then another; until the parent says that the camera was turned on purpose."""

    def show(looks: int, which: int) -> Scene:
        for _ in range(looks):
            watched.draw_blocks(which)
            watched.look()
        return watched.memory.vitals().scene

    assert show(12, 0) is Scene.USUAL
    assert show(20, 1) is Scene.MOVED
    watched.memory.turned()
    assert show(2, 1) is Scene.USUAL


def test_nothing_published_is_no_change(watched: Watched) -> None:
    assert not watched.look()
    assert watched.memory.vitals().changed_s is None


def test_the_first_picture_is_a_change(watched: Watched) -> None:
    watched.draw(0)
    assert watched.look()
    assert not watched.look()


def test_another_picture_is_a_change_and_a_copy_is_none(watched: Watched) -> None:
    watched.draw(1)
    watched.look()
    watched.draw(1)
    assert not watched.look()
    watched.draw(2)
    assert watched.look()


@pytest.mark.parametrize("group", [2, 5, 12, 18])
def test_a_repeated_group_of_pictures_is_no_change(watched: Watched, group: int) -> None:
    """A camera whose encoder plays one group again and again stands."""
    changes = []
    for number in range(group * 4):
        watched.draw(number % group)
        changes.append(watched.look(EVERY_S))
    assert changes == [True] * group + [False] * group * 3


def test_keyframes_that_come_again_after_a_while_are_life(watched: Watched) -> None:
    """Where nothing but keyframes is decoded: a barrier goes up and down, and the street looks as it did before."""
    for number in range(12):
        watched.draw(number % 3)
        assert watched.look(2.0)


def test_a_group_too_long_to_remember_is_known_by_its_bytes(watched: Watched) -> None:
    """Looks that fall on ever other pictures of a repeated group must not pass for life."""
    group = [bytes([number]) for number in range(100)]
    changes = []
    for number, data in [*enumerate(group), *enumerate(group, 100)]:
        watched.watch.unit(data, keyframe=number % 100 == 0)
        watched.draw(number)
        changes.append(watched.look())
    assert changes == [True] * 100 + [False] * 100


def test_another_picture_after_the_same_keyframe_is_life(watched: Watched) -> None:
    for number, data in enumerate([b"key", b"a", b"key", b"b"]):
        watched.watch.unit(data, keyframe=data == b"key")
        watched.draw(number)
        assert watched.look() is (number != 2)


def test_the_same_bytes_after_another_keyframe_are_life(watched: Watched) -> None:
    """Where nothing moves for a moment, the differences of two groups may be alike."""
    for number, data in enumerate([b"key 1", b"nothing new", b"key 2", b"nothing new"]):
        watched.watch.unit(data, keyframe=data.startswith(b"key"))
        watched.draw(number)
        assert watched.look()


def test_a_group_begun_again_after_a_break_is_life(watched: Watched) -> None:
    for number in range(4):
        watched.watch.interrupted()
        watched.watch.unit(b"key", keyframe=True)
        watched.draw(number)
        assert watched.look()


GROUP = [b"key", *(b"p%d" % number for number in range(9))]


def repeats_after(units: list[bytes]) -> list[bool]:
    """Whether a repetition counts as proven after each unit; a group begins with the keyframe `b"key"`."""
    watch = PictureWatch()
    proven = []
    for data in units:
        watch.unit(data, keyframe=data.startswith(b"key"))
        proven.append(watch.repeats)
    return proven


def test_a_repeated_group_is_proven_by_its_sixth_unit_and_stays_so() -> None:
    assert repeats_after(GROUP * 3) == [False] * 15 + [True] * 15


@pytest.mark.parametrize("place", range(10))
def test_one_other_unit_ends_the_proof(place: int) -> None:
    other = [*GROUP[:place], b"key 2" if place == 0 else b"new", *GROUP[place + 1 :]]
    proven = repeats_after([*GROUP * 2, *other])
    assert proven[19:] == [True] + [True] * place + [False] * (10 - place)


def test_the_same_jpeg_several_times_proves_nothing_by_itself() -> None:
    """A camera may keep its pace that way; whether its picture stands is a matter of time."""
    assert not any(repeats_after([b"key"] * 20))


def test_a_break_ends_the_proof() -> None:
    watch = PictureWatch()
    for data in GROUP * 2:
        watch.unit(data, keyframe=data == b"key")
    watch.interrupted()
    assert not watch.repeats


def test_a_picture_of_long_ago_is_a_change(watched: Watched) -> None:
    """A blinking sign does come back to the same picture, but not for ever."""
    for number in range(40):
        watched.draw(number)
        assert watched.look()
    watched.draw(0)
    assert watched.look()


def test_one_changed_row_in_eight_is_enough(watched: Watched) -> None:
    watched.draw(0)
    watched.look()
    changed = []
    for row in range(16):
        watched.draw(row + 1, row)
        changed.append(watched.look())
    assert changed.count(True) >= 2


class Decoder:
    """Figures as a decoder would give them, looked at each quarter of a second."""

    def __init__(self, counts_twice: bool) -> None:
        self.watch = DamageWatch()
        self._twice = counts_twice
        self._taken = self._whole = 0

    def run(self, looks: int, share: float, units: int = 4) -> float | None:
        """So many looks in a row at a stream of which a share is damaged; gives what the last one told."""
        told = None
        for _ in range(looks):
            self._taken += units
            self._whole += round(units * (1 - share))
            decoded = self._whole + self._taken if self._twice else self._whole
            told = self.watch.look(Progress(self._taken, decoded, 0))
        return told


@pytest.fixture(params=[True, False], ids=["counts twice", "counts once"])
def decoder(request: pytest.FixtureRequest) -> Decoder:
    return Decoder(request.param)


def test_whole_pictures_are_no_damage(decoder: Decoder) -> None:
    assert decoder.run(20, 0) == 0


def test_half_of_them_damaged(decoder: Decoder) -> None:
    decoder.run(12, 0)
    assert decoder.run(10, 0.5) == pytest.approx(0.5)


def test_damage_is_forgotten_in_two_seconds(decoder: Decoder) -> None:
    decoder.run(12, 0)
    decoder.run(12, 0.75)
    assert decoder.run(8, 0) == 0


def test_too_little_is_known_at_first(decoder: Decoder) -> None:
    assert decoder.run(10, 0) is None
    assert decoder.run(1, 0) == 0


def test_a_new_player_counts_from_nought(decoder: Decoder) -> None:
    decoder.run(12, 0)
    decoder.watch.restart()
    assert decoder.run(9, 0) is None


def test_a_stream_that_rests_is_not_damaged(decoder: Decoder) -> None:
    decoder.run(12, 0.5)
    assert decoder.run(12, 0, units=0) == 0


def test_a_stream_that_resumes_is_judged_anew(decoder: Decoder) -> None:
    decoder.run(12, 0)
    decoder.run(8, 0, units=0)
    assert decoder.run(9, 1) is None


def test_statistics_that_lag_or_are_left_out_are_not_damage(decoder: Decoder) -> None:
    """As libVLC's do: a look or two old, and now and then not renewed in between."""
    chance, told, taken, decoded = random.Random(5), [], 0, 0
    for _ in range(400):
        whole = taken * 2
        taken += 4
        decoded = whole if chance.random() > 0.15 else decoded
        told.append(decoder.watch.look(Progress(taken, decoded, 1)) or 0)
    assert max(told) <= 0.3


def test_a_picture_on_its_way_is_not_damaged() -> None:
    """The last unit taken is often not out yet."""
    watch = DamageWatch()
    told = [watch.look(Progress(4 * n, max(0, 4 * n - 1), 1)) for n in range(20)]
    assert max(each for each in told if each is not None) <= 0.05


@pytest.mark.parametrize(("waiting", "behind"), [(0, False), (30, False), (31, True)])
def test_behind(waiting: int, behind: bool) -> None:
    assert is_behind(Progress(100, 100, waiting)) is behind


def test_after_a_rest_the_second_new_picture_proves_life(watched: Watched) -> None:
    """The first only shows what is there now, perhaps drawn by another decoder."""
    watched.draw(1)
    watched.look()
    watched.watch.rested(watched.writer, watched.now_s)
    assert watched.memory.vitals().changed_s is None and watched.watch.has_rested
    watched.draw(2)
    assert not watched.look()
    watched.draw(3)
    assert watched.look()
    assert not watched.watch.has_rested


def test_what_stood_before_the_rest_and_still_stands_has_stood_since(watched: Watched) -> None:
    watched.draw(1)
    watched.look()
    changed_s = watched.now_s
    watched.watch.rested(watched.writer, watched.now_s + 60)
    watched.now_s += 60
    for _ in range(4):
        watched.draw(1)
        watched.look()
    assert watched.memory.vitals().changed_s == changed_s
    assert not watched.watch.has_rested


def test_what_was_never_seen_before_the_rest_stands_since_it_woke(watched: Watched) -> None:
    woke_s = watched.now_s
    watched.watch.rested(watched.writer, woke_s)
    for _ in range(4):
        watched.draw(1)
        watched.look()
    assert watched.memory.vitals().changed_s == woke_s


def test_a_scene_drawn_otherwise_is_no_change(watched: Watched) -> None:
    watched.draw(1)
    watched.look()
    watched.watch.redrawn(watched.now_s)
    for value in (1, 2, 2):
        watched.draw(value)
        assert not watched.look(0.1)
    watched.draw(3)
    assert watched.look(0.1)


def test_a_picture_a_second_is_soon_a_change_again(watched: Watched) -> None:
    watched.draw(1)
    watched.look()
    watched.watch.redrawn(watched.now_s)
    watched.draw(2)
    assert not watched.look(0.1)
    watched.draw(3)
    assert watched.look()


def test_another_decoder_that_counts_exactly_is_not_taken_for_libvlc() -> None:
    """A stream that changes hands would be called damaged, and its decoder replaced at each keyframe."""
    watch = DamageWatch()
    for n in range(1, 20):
        watch.look(Progress(4 * n, 8 * n, 1))
    watch.restart()
    assert [watch.look(Progress(4 * n, 4 * n, 0, is_exact=True)) or 0 for n in range(1, 20)] == [0] * 19
