"""Bookmarks are kept with their pictures, found as one types, and come back after they were removed."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.store import room
from tests.store.full_disk import filled_up
from wall.model.bookmark import MOST_NOTE, Bookmark
from wall.model.errors import StoreError
from wall.model.fold import fold
from wall.model.tile import Cause
from wall.services.wall_ports import KeepsBookmarks
from wall.store.bookmark_rows import bookmark_row, search_text
from wall.store.bookmark_store import BookmarkStore
from wall.store.database import Database

JPEG = b"\xff\xd8" + bytes(50_000) + b"\xff\xd9"


@pytest.fixture
def store(database: Database) -> KeepsBookmarks:
    return BookmarkStore(database)


def added(store: KeepsBookmarks, many: int) -> list[Bookmark]:
    """The newest first, as they will be found."""
    kept = [replace(each, bookmark_id=store.add(each, b"")) for each in map(room.bookmark, range(1, many + 1))]
    return kept[::-1]


def ids(store: KeepsBookmarks, text: str, **more: object) -> list[int]:
    return [each.bookmark_id for each in store.find(text, **more).bookmarks]  # type: ignore[arg-type]


def fill(database: Database, numbers: range) -> None:
    """All at once: it is the finding that is measured."""
    rows = [bookmark_row(room.bookmark(number), number, has_picture=False) for number in numbers]
    with database.transaction() as tables:
        tables.table("bookmark").insert_all(rows)
        texts = ((row["moment"], search_text(row)) for row in rows)
        tables.conn.executemany("insert into bookmark_text (rowid, folded) values (?, ?)", texts)


def test_a_bookmark_comes_back_with_its_picture(database: Database, store: KeepsBookmarks) -> None:
    bookmark = room.bookmark(1)
    key, other = store.add(bookmark, JPEG), store.add(room.bookmark(2), b"")
    with closing(Database(database.path)) as again:
        found = BookmarkStore(again)
        assert found.find("").bookmarks == (
            replace(room.bookmark(2), bookmark_id=other),
            replace(bookmark, bookmark_id=key, has_picture=True),
        )
        assert (found.picture(key), found.picture(other), found.picture(99)) == (JPEG, b"", b"")


def test_what_a_bookmark_says_of_itself_does_not_count_for_new(store: KeepsBookmarks) -> None:
    assert store.add(replace(room.bookmark(1), bookmark_id=77, has_picture=True), b"") == 1
    assert not store.find("").bookmarks[0].has_picture


@pytest.mark.parametrize("text", ["rac", "RÁC", "đổ r", "do rac trom", "nga sau", "Ngã-Sáu", "102", "10 anh", "dem"])
def test_what_begins_words_of_a_bookmark_finds_it(store: KeepsBookmarks, text: str) -> None:
    (kept,) = (each for each in added(store, 4) if each.number == 102)
    assert kept.bookmark_id in ids(store, text)


@pytest.mark.parametrize(
    "text", ["rac zzz", "ac", "102 103", "1020", "rac OR zzz", "NOT zzz", "NEAR(rac)", "rac*x", "#2"]
)
def test_a_word_that_begins_none_of_its_words_does_not(store: KeepsBookmarks, text: str) -> None:
    """Nor is anything that is typed an operator of the search engine, or the mark of a camera."""
    (kept,) = (each for each in added(store, 4) if each.camera_id == 2)
    assert kept.bookmark_id not in ids(store, text)


@pytest.mark.parametrize("text", ["", "  ", "!?", '"*"', "-"])
def test_without_a_word_all_are_listed_the_newest_first(store: KeepsBookmarks, text: str) -> None:
    kept = added(store, 3)
    assert store.find(text).bookmarks == tuple(kept)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.text(max_size=30), st.text(max_size=12))
@example("đ\x00e", "e")
@example("𝟙𝟚 ﬁ ㎏ ²", "k")
@example("คำไทย 汉字 عربي", "汉")
@example("a" * 500, "a" * 300)
def test_whatever_is_noted_and_typed_finds_what_folding_says(database: Database, note: str, asked: str) -> None:
    store = BookmarkStore(database)
    key = store.add(Bookmark(room.NOW_S, 7, 107, "", note=note), b"")
    words = f"{fold(note)} 107".split()
    beginnings = [word[:60] for word in fold(asked).split()[:20]]
    is_found = all(any(word.startswith(each) for word in words) for each in beginnings)
    assert (key in ids(store, asked, camera_id=7, limit=10_000)) is is_found


def test_pages_follow_each_other_without_a_gap(store: KeepsBookmarks) -> None:
    kept = added(store, 23)
    for text, camera_id in (("", None), ("nga", None), ("", 3), ("nga", 3)):
        wanted = [each.bookmark_id for each in kept if camera_id in (None, each.camera_id)]
        found, last = [], None
        while True:
            page = store.find(text, camera_id, older_than=last, limit=2)
            found += [each.bookmark_id for each in page.bookmarks]
            if not page.has_more:
                break
            last = page.bookmarks[-1]
        assert found == wanted
        assert len(page.bookmarks) == (len(wanted) - 1) % 2 + 1, "the last page is not empty"


def test_the_order_is_that_of_time_whatever_the_clock_did(store: KeepsBookmarks) -> None:
    times = (50.0, 10.0, 10.0, 10.0004, 99.5, 1.8e9, -5.0, 1e15)
    keys = {store.add(replace(room.bookmark(1), at_s=at_s), b""): at_s for at_s in times}
    found = store.find("").bookmarks
    assert [each.bookmark_id for each in found] == [8, 6, 5, 1, 4, 3, 2, 7]
    assert {each.bookmark_id: each.at_s for each in found} == keys
    assert ids(store, "", older_than=found[4], limit=1) == [3]
    assert ids(store, "do rac") == [8, 6, 5, 1, 4, 3, 2, 7]


@pytest.mark.parametrize("at_s", [float("nan"), float("inf")])
def test_a_bookmark_without_a_time_is_refused(store: KeepsBookmarks, at_s: float) -> None:
    with pytest.raises(ValueError, match="needs a time"):
        store.add(replace(room.bookmark(1), at_s=at_s), JPEG)
    assert store.find("").bookmarks == ()


def test_note_and_tags_are_changed_and_found_anew(database: Database, store: KeepsBookmarks) -> None:
    (kept,) = added(store, 1)
    changed = replace(kept, note="xe máy ngược chiều", tags=("giao thông",), name="another", at_s=5.0)
    store.change(changed)
    with closing(Database(database.path)) as again:
        found = BookmarkStore(again).find("giao nguoc")
    assert found.bookmarks == (replace(kept, note=changed.note, tags=changed.tags),), "only note and tags"
    assert ids(store, "rac") == ids(store, "another") == []


def test_the_longest_note_is_kept_and_found(store: KeepsBookmarks) -> None:
    note = "ngã " * (MOST_NOTE // 4 - 2) + "cuối"
    key = store.add(replace(room.bookmark(1), note=note), b"")
    assert store.find("cuoi").bookmarks[0].note == note
    assert ids(store, "cuoi nga") == [key]


def test_what_was_removed_last_comes_back_after_a_restart(database: Database, store: KeepsBookmarks) -> None:
    kept = [store.add(room.bookmark(number), JPEG) for number in range(1, 6)]
    store.remove(kept[:2])
    assert ids(store, "") == ids(store, "rac") == kept[:1:-1]
    with closing(Database(database.path)) as again:
        assert BookmarkStore(again).restore() == 2
    assert ids(store, "") == ids(store, "rac") == kept[::-1]
    assert store.picture(kept[0]) == JPEG
    assert store.restore() == 0


def test_what_was_removed_before_that_is_gone_with_its_picture(database: Database, store: KeepsBookmarks) -> None:
    one, two, three = (store.add(room.bookmark(number), JPEG) for number in range(1, 4))
    store.remove([one])
    store.remove([two, one, 99])
    store.remove([one, 99])
    assert store.restore() == 1
    assert ids(store, "") == [three, two]
    assert store.picture(one) == b""
    assert store.add(room.bookmark(4), b"") == 4, "an id is never used twice"
    with database.reading() as tables:
        assert tables.table("bookmark_picture").count == 2


def test_a_removed_bookmark_is_not_changed(store: KeepsBookmarks) -> None:
    (kept,) = added(store, 1)
    store.remove([kept.bookmark_id])
    for gone in (kept, replace(kept, bookmark_id=99)):
        with pytest.raises(StoreError, match="removed meanwhile"):
            store.change(replace(gone, note="?"))
    store.restore()
    assert store.find("").bookmarks == (kept,)


def test_damaged_tags_hide_nothing(database: Database, store: KeepsBookmarks) -> None:
    added(store, 3)
    for key, tags in enumerate(("{", "7", '["a", 7]'), 1):
        with database.transaction() as tables:
            tables.execute("update bookmark set tags = ? where bookmark_id = ?", [tags, key])
    assert [each.tags for each in store.find("").bookmarks] == [("a",), (), ()]


def test_a_full_disk_and_a_locked_database_are_told(database: Database, store: KeepsBookmarks) -> None:
    kept = added(store, 2)
    with filled_up(database), pytest.raises(StoreError, match="make room") as caught:
        store.add(room.bookmark(3), JPEG * 20)
    assert caught.value.cause is Cause.DISK_FULL
    assert store.find("").bookmarks == tuple(kept)
    with closing(Database(database.path, busy_timeout_s=0.05)) as other, database.transaction():
        with pytest.raises(StoreError, match="another program") as caught:
            BookmarkStore(other).add(room.bookmark(3), b"")
        assert caught.value.cause is Cause.DATABASE_BUSY
    assert store.add(room.bookmark(3), b"") == 3


def quickest_s(work: Callable[[], object]) -> float:
    took_s = []
    for _ in range(5):
        began_s = time.perf_counter()
        work()
        took_s.append(time.perf_counter() - began_s)
    return min(took_s)


def test_many_are_found_at_once_by_rare_words_and_by_common_letters(tmp_path: Path) -> None:
    """What it costs does not grow with how many match."""
    with closing(Database(tmp_path / "citywall.db")) as database:
        fill(database, range(1, 500))
        store = BookmarkStore(database)
        few_s = quickest_s(lambda: store.find("n"))
        fill(database, range(500, 12_000))
        middle = room.bookmark(6_000)
        for text in ("", "n", "ng", "nga", "ngã sáu", "rac thai", "1", "anh", "khongco", "lan 7 anh do"):
            assert quickest_s(lambda text=text: store.find(text)) < 0.02, text  # type: ignore[misc]
            assert quickest_s(lambda text=text: store.find(text, 3, middle)) < 0.02, text  # type: ignore[misc]
        assert quickest_s(lambda: store.find("n")) < 3 * few_s + 0.002
        assert len(store.find("n").bookmarks) == 100


def test_bookmarks_of_a_time_come_with_both_its_ends_and_without_what_was_removed(store: KeepsBookmarks) -> None:
    newest, *_, oldest = kept = added(store, 5)
    assert list(store.between(oldest.at_s, newest.at_s)) == kept
    assert list(store.between(oldest.at_s + 0.01, newest.at_s - 0.01)) == kept[1:-1]
    assert list(store.between(0.0, newest.at_s, limit=2)) == kept[:2]
    store.remove([newest.bookmark_id])
    assert list(store.between(oldest.at_s, newest.at_s)) == kept[1:]
    assert list(store.between(newest.at_s, oldest.at_s)) == []
