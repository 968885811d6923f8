"""Recordings are kept with their files and pictures, found as one types, taken away and brought back."""

from __future__ import annotations

import time
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store import room
from tests.store.full_disk import filled_up
from wall.model.errors import StoreError
from wall.model.recording import End, Recording
from wall.model.tile import Cause
from wall.services.recording_ports import KeepsRecordings
from wall.store.database import Database
from wall.store.recording_rows import part_rows, recording_row
from wall.store.recording_store import RecordingStore

JPEG = b"\xff\xd8" + bytes(10_000) + b"\xff\xd9"


@pytest.fixture
def store(database: Database) -> KeepsRecordings:
    return RecordingStore(database)


def added(store: KeepsRecordings, many: int) -> list[Recording]:
    """The newest first, as they will be found."""
    return [replace(each, recording_id=store.add(each)) for each in map(room.recording, range(1, many + 1))][::-1]


def numbers(store: KeepsRecordings, text: str) -> list[int]:
    return [each.number for each in store.find(text).recordings]


def test_a_recording_comes_back_as_it_went(database: Database, store: KeepsRecordings) -> None:
    second, first = added(store, 2)
    store.keep_picture(first.recording_id, JPEG)
    with closing(Database(database.path)) as again:
        found = RecordingStore(again)
        assert found.find("").recordings == (second, replace(first, has_picture=True))
        assert (found.picture(first.recording_id), found.picture(second.recording_id)) == (JPEG, b"")


def test_it_grows_file_by_file_and_ends(store: KeepsRecordings) -> None:
    whole = room.recording(2)
    begun = replace(whole, parts=(), end=None, ended_s=None, missing_s=0.0)
    key = store.add(begun)
    assert store.unfinished() == (replace(begun, recording_id=key),)
    first = replace(whole.parts[0], size=10, seconds=1.0)
    store.keep(replace(begun, recording_id=key, parts=(first,)))
    store.keep(replace(whole, recording_id=key))
    assert store.unfinished() == () and store.find("").recordings == (replace(whole, recording_id=key),)


@pytest.mark.parametrize("text", ["nga sau", "NGÃ", "102", "10 cong", "cong 2", "anh", "21/09", "2026"])
def test_what_begins_words_of_a_recording_finds_it(store: KeepsRecordings, text: str) -> None:
    added(store, 4)
    assert 102 in numbers(store, text)


@pytest.mark.parametrize("text", ["ga", "nga 999", "' or 1=1", "1020", "02"])
def test_what_begins_none_does_not(store: KeepsRecordings, text: str) -> None:
    added(store, 4)
    assert numbers(store, text) == []


@given(st.text(max_size=40))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
def test_whatever_is_typed(store: KeepsRecordings, text: str) -> None:
    store.find(text)


def test_pages_and_one_camera(store: KeepsRecordings) -> None:
    kept = added(store, 25)
    first = store.find("", limit=10)
    assert first.recordings == tuple(kept[:10]) and first.has_more
    rest = store.find("", older_than=first.recordings[-1])
    assert rest.recordings == tuple(kept[10:]) and not rest.has_more
    one = store.find("", camera_id=3).recordings
    assert one == tuple(each for each in kept if each.camera_id == 3) and len(one) == 5


def test_two_of_the_same_moment(store: KeepsRecordings) -> None:
    same = room.recording(1)
    keys = [store.add(same), store.add(same)]
    page = store.find("", limit=1)
    assert [
        page.recordings[0].recording_id,
        store.find("", older_than=page.recordings[0]).recordings[0].recording_id,
    ] == keys[::-1]


def test_taken_away_and_brought_back(store: KeepsRecordings) -> None:
    kept = added(store, 5)
    store.keep_picture(kept[0].recording_id, JPEG)
    store.remove([kept[0].recording_id, kept[1].recording_id], 100.0)
    store.remove([kept[2].recording_id], 200.0)
    assert store.find("").recordings == tuple(kept[3:])
    assert store.restore() == 1
    assert store.find("").recordings == tuple(kept[2:])
    assert {each.recording_id for each in store.removed(150.0)} == {kept[0].recording_id, kept[1].recording_id}
    store.forget([kept[0].recording_id])
    assert store.restore() == 1
    assert store.find("").recordings == tuple(kept[1:]) and store.picture(kept[0].recording_id) == b""
    assert store.restore() == 0


def test_an_id_is_never_given_twice(store: KeepsRecordings) -> None:
    (first,) = added(store, 1)
    store.remove([first.recording_id], 1.0)
    store.forget([first.recording_id])
    assert store.add(room.recording(2)) == first.recording_id + 1


def test_what_is_gone_is_passed_over(store: KeepsRecordings) -> None:
    store.keep(replace(room.recording(1), recording_id=77))
    store.keep_picture(77, JPEG)
    assert store.find("").recordings == ()


def test_a_full_disk_changes_nothing(database: Database, store: KeepsRecordings) -> None:
    kept = added(store, 3)
    with filled_up(database), pytest.raises(StoreError) as full:
        for _ in range(100):
            store.keep_picture(kept[0].recording_id, bytes(1_000_000))
    assert full.value.cause is Cause.DISK_FULL
    assert store.find("").recordings == tuple(kept)


def test_an_end_of_a_newer_program(database: Database, store: KeepsRecordings) -> None:
    added(store, 1)
    with database.transaction() as tables:
        tables.execute("update recording set end = 'UNHEARD_OF'")
        tables.execute("update recording_part set codec = 'AV2'")
    (found,) = store.find("").recordings
    assert found.end is End.BROKEN_OFF and found.parts[0].codec is None


def test_ten_thousand_answer_as_one_types(database: Database, store: KeepsRecordings) -> None:
    with database.transaction() as tables:
        many = [(number, room.recording(number)) for number in range(1, 10_001)]
        tables.table("recording").insert_all(recording_row(each, number) for number, each in many)
        tables.table("recording_part").insert_all(row for number, each in many for row in part_rows(each, number))
    times_s = []
    for text in ("", "nga", "101", "cong 3 anh", "zzz", "nga", "101"):
        began_s = time.perf_counter()
        store.find(text)
        times_s.append(time.perf_counter() - began_s)
    assert sorted(times_s)[len(times_s) // 2] < 0.05
