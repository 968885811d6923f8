"""A tile's feed across changes of size."""

import threading

from tests.video import picture_writer
from wall.model.picture import Picture
from wall.video.feed import TileFeed
from wall.video.memory import PictureMemory, PictureWriter


def reading(memory: PictureMemory) -> TileFeed:
    feed = TileFeed()
    feed.replace(memory)
    return feed


def sized(width: int, height: int = 36) -> PictureMemory:
    """A memory that needs no descriptor any more."""
    memory = PictureMemory.create(width, height)
    memory.close()
    return memory


def fill(memory: PictureMemory) -> None:
    picture_writer.fill(PictureWriter(memory))


def feed_of(memory: PictureMemory) -> TileFeed:
    feed = TileFeed()
    feed.replace(memory)
    return feed


def width_of(picture: Picture | None) -> int | None:
    return picture.width if picture is not None else None


def test_it_is_empty_until_a_picture_comes() -> None:
    memory = sized(64)
    feed = reading(memory)
    assert not feed.has_newer()
    assert feed.hold() is None
    fill(memory)
    assert feed.has_newer()
    assert width_of(feed.hold()) == 64
    assert not feed.has_newer()


def test_a_resize_keeps_the_old_picture_until_the_new_one() -> None:
    small, large = sized(64), sized(128)
    feed = reading(small)
    fill(small)
    held = feed.hold()
    feed.replace(large)
    assert not feed.has_newer()
    assert feed.hold() is held
    fill(large)
    assert feed.has_newer()
    assert width_of(feed.hold()) == 128
    assert not feed.has_newer()


def test_the_old_size_goes_on_until_the_new_one_is_there() -> None:
    """The decoder of the old size may have pictures left."""
    small, large = sized(64), sized(128)
    feed = reading(small)
    feed.replace(large)
    fill(small)
    assert feed.has_newer()
    assert width_of(feed.hold()) == 64
    fill(large)
    assert width_of(feed.hold()) == 128
    fill(small)
    assert not feed.has_newer(), "what was left behind came back"
    assert width_of(feed.hold()) == 128


def test_several_resizes_before_any_picture() -> None:
    first, second, third = sized(64), sized(96), sized(128)
    feed = reading(first)
    fill(first)
    assert width_of(feed.hold()) == 64
    feed.replace(second)
    feed.replace(third)
    fill(second)
    assert width_of(feed.hold()) == 64
    fill(third)
    assert width_of(feed.hold()) == 128


def test_resizing_while_it_is_painted() -> None:
    """The last size wanted is always reached, whenever the painter looks."""
    memories = [sized(2 * n, 2) for n in range(1, 400)]
    feed = reading(memories[0])
    done = threading.Event()

    def resize() -> None:
        for memory in memories[1:]:
            feed.replace(memory)
            fill(memory)
        done.set()

    thread = threading.Thread(target=resize)
    thread.start()
    widths = []
    while not done.is_set():
        widths.append(width_of(feed.hold()) or 0)
    thread.join()
    assert width_of(feed.hold()) == memories[-1].width
    assert widths == sorted(widths)
