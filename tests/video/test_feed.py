"""A tile's feed across changes of size."""

import threading

from tests.video import picture_writer
from wall.model.picture import Picture
from wall.video.feed import TileFeed
from wall.video.memory import PictureMemory, PictureReader, PictureWriter


def reading(memory: PictureMemory) -> TileFeed:
    feed = TileFeed()
    feed.replace(PictureReader(memory))
    return feed


def sized(width: int, height: int = 36) -> PictureMemory:
    """A memory that needs no descriptor any more."""
    memory = PictureMemory.create(width, height)
    memory.close()
    return memory


def fill(memory: PictureMemory) -> None:
    picture_writer.fill(PictureWriter(memory))


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
    feed.replace(PictureReader(large))
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
    feed.replace(PictureReader(large))
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
    feed.replace(PictureReader(second))
    feed.replace(PictureReader(third))
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
            feed.replace(PictureReader(memory))
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


def test_tiles_of_one_stream_read_the_same_pictures() -> None:
    """Each hears of each picture once, whoever takes it first; a tile that comes later has the newest at once."""
    memory = sized(64)
    reader = PictureReader(memory)
    one, other, late = TileFeed(), TileFeed(), TileFeed()
    one.replace(reader)
    other.replace(reader)
    fill(memory)
    assert one.hold() is not None and not one.has_newer()
    assert other.has_newer() and other.hold() is one.hold()
    fill(memory)
    fill(memory)
    newest = other.hold()
    assert newest is not None and newest.count == 3 and not other.has_newer()
    assert one.has_newer() and one.hold() is newest and not one.has_newer()
    late.replace(reader)
    assert late.has_newer() and late.hold() is newest


def test_what_a_tile_takes_is_whole_however_many_read_the_stream() -> None:
    memory = sized(160, 96)
    reader, done = PictureReader(memory), threading.Event()
    feeds = [TileFeed() for _ in range(3)]
    for feed in feeds:
        feed.replace(reader)

    def write() -> None:
        while not done.is_set():
            fill(memory)

    thread = threading.Thread(target=write)
    thread.start()
    try:
        seen = 0
        while seen < 600:
            for feed in feeds:
                picture = feed.hold()
                if picture is not None:
                    value = picture.count % picture_writer.VALUES
                    assert picture.pixels == bytes([value]) * len(picture.pixels), f"picture {picture.count} is torn"
                    seen += 1
    finally:
        done.set()
        thread.join()
