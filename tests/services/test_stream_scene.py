"""What a stream usually shows goes from the book into the memory of its pictures, and back as it is learnt."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from wall.model.scene import CELLS, REGIONS, UsualScene
from wall.services.stream_scene import StreamScene
from wall.video.memory import PictureMemory
from wall.video.usual_memory import FRESH_S, fresh_in, put_usual

URL = "rtsp://10.0.0.7/1"


def usual(value: int, generation: int = 0) -> UsualScene:
    return UsualScene(bytes([value]) * CELLS, bytes(REGIONS), is_grey=False, generation=generation)


class Book:
    """Tells what it knows when it is let."""

    def __init__(self) -> None:
        self.asked: list[Callable[[UsualScene], None]] = []
        self.noted: list[UsualScene] = []
        self.forgotten = 0

    def recall(self, url: str, then: Callable[[UsualScene], None]) -> None:
        assert url == URL
        self.asked.append(then)

    def note(self, url: str, usual: UsualScene) -> None:
        self.noted.append(usual)

    def forget(self, url: str) -> None:
        self.forgotten += 1


class Stream:
    def __init__(self, book: Book | None) -> None:
        self.now_s = 5000.0
        self.scene = StreamScene(URL, book, lambda: self.now_s)
        self.memory = PictureMemory.create(64, 36)
        self.scene.take(self.memory)

    def learn(self, usual: UsualScene) -> None:
        """As the decode process does."""
        put_usual(self.memory, usual, self.now_s)
        self.scene.look()

    def known(self) -> UsualScene | None:
        return fresh_in(self.memory, self.now_s)


@pytest.fixture
def book() -> Book:
    return Book()


@pytest.fixture
def stream(book: Book) -> Stream:
    return Stream(book)


def test_what_is_recalled_is_there_for_the_decode_process_and_not_noted(book: Book, stream: Stream) -> None:
    assert stream.known() is None
    book.asked[0](usual(1))
    assert stream.known() == usual(1)
    stream.scene.look()
    assert book.noted == []


def test_what_is_learnt_is_noted_once(book: Book, stream: Stream) -> None:
    stream.learn(usual(2))
    stream.scene.look()
    assert book.noted == [usual(2)] and book.forgotten == 0


def test_what_is_recalled_too_late_changes_nothing(book: Book, stream: Stream) -> None:
    stream.learn(usual(2))
    book.asked[0](usual(1))
    assert stream.known() == usual(2)
    stream.scene.end()
    book.asked[0](usual(1))
    assert stream.known() == usual(2)


def test_a_new_size_knows_what_the_former_one_did(book: Book, stream: Stream) -> None:
    stream.learn(usual(2))
    stream.memory = PictureMemory.create(128, 72)
    stream.scene.take(stream.memory)
    assert stream.known() == usual(2)
    stream.scene.look()
    assert book.noted == [usual(2)]


def test_after_a_long_rest_it_is_recalled_anew(book: Book, stream: Stream) -> None:
    stream.learn(usual(2))
    stream.scene.recall()
    assert len(book.asked) == 1, "it was not long: nothing is read"
    stream.now_s += FRESH_S + 1.0
    stream.scene.recall()
    book.asked[1](usual(4))
    assert stream.known() == usual(4)


def test_another_scene_that_became_usual_takes_the_place_of_all_that_was_kept(book: Book, stream: Stream) -> None:
    stream.learn(usual(2))
    stream.learn(usual(3, generation=1))
    stream.learn(usual(4, generation=1))
    assert book.forgotten == 1 and len(book.noted) == 3
    stream.now_s += FRESH_S + 1.0
    book.asked[0](usual(5))
    assert stream.known() == usual(5, generation=1), "the decode process counts on from there"


def test_without_a_book_nothing_is_remembered() -> None:
    stream = Stream(None)
    stream.learn(usual(2))
    assert stream.known() == usual(2)
