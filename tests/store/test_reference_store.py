"""Pictures of domes on a real disk: their index and their files."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from tests.store.full_disk import filled_up
from tests.support.full import files_at_most
from wall.model.errors import StoreError
from wall.model.ptz.duty import DutyView
from wall.model.ptz.reference import Occasion, PresetPicture, Reference
from wall.model.tile import Cause
from wall.store.database import Database
from wall.store.duty_store import DutyStore
from wall.store.picture_folder import PictureFolder, pictures_folder
from wall.store.reference_store import ReferenceStore

TAKEN = Reference(7, "5", 1_790_000_000.0, Occasion.DAILY, "a.jpg", 1280, 720, "Ngã Sáu")
DAY_S = 86_400.0


@pytest.fixture
def store(database: Database) -> ReferenceStore:
    return ReferenceStore(database)


@pytest.fixture
def folder(tmp_path: Path) -> PictureFolder:
    return PictureFolder(pictures_folder(tmp_path / "city.db"))


def test_pictures_of_a_camera_come_in_the_order_in_which_they_were_taken(store: ReferenceStore) -> None:
    later = replace(TAKEN, taken_s=TAKEN.taken_s + DAY_S, occasion=Occasion.HAND, operator="an")
    assert [store.add(each) for each in (later, TAKEN, replace(TAKEN, camera_id=8))] == [1, 2, 3]
    assert store.of_camera(7) == (replace(TAKEN, reference_id=2), replace(later, reference_id=1))
    store.remove([2, 99])
    assert [each.reference_id for each in store.of_camera(7)] == [1]
    assert store.add(TAKEN) == 4


def test_when_the_last_was_taken_is_told_of_the_present_duty_view_only(
    store: ReferenceStore, database: Database
) -> None:
    DutyStore(database).keep_duty_view(DutyView(7, "5"))
    store.add(TAKEN)
    store.add(replace(TAKEN, taken_s=TAKEN.taken_s + DAY_S))
    store.add(replace(TAKEN, taken_s=TAKEN.taken_s + 2 * DAY_S, occasion=Occasion.RETURN))
    store.add(replace(TAKEN, taken_s=TAKEN.taken_s + 9 * DAY_S, token="6"))
    store.add(replace(TAKEN, camera_id=8))
    expected = {Occasion.DAILY: TAKEN.taken_s + DAY_S, Occasion.RETURN: TAKEN.taken_s + 2 * DAY_S}
    assert store.last_taken() == {7: expected}


def test_a_preset_has_one_picture_and_the_former_file_is_told(store: ReferenceStore) -> None:
    one = PresetPicture(7, "Cổng", 5.0, "one.jpg")
    assert store.keep_preset(one) == ""
    assert store.keep_preset(replace(one, file="two.jpg", taken_s=6.0)) == "one.jpg"
    store.keep_preset(PresetPicture(7, "2", 5.0, "three.jpg"))
    assert {each.token: each.file for each in store.presets_of(7)} == {"Cổng": "two.jpg", "2": "three.jpg"}
    assert store.remove_preset(7, "Cổng") == "two.jpg" and store.remove_preset(7, "Cổng") == ""


def test_a_kind_of_a_newer_program_is_left_out_and_left(store: ReferenceStore, database: Database) -> None:
    store.add(TAKEN)
    with database.transaction() as tables:
        tables.table("reference_picture").update(1, {"occasion": "DREAM"})
    assert store.of_camera(7) == () and store.last_taken() == {}
    names: list[frozenset[str]] = []
    store.alone(names.append)
    assert names == [frozenset({"a.jpg"})]


def test_a_picture_is_there_whole_and_what_nobody_knows_is_swept_away(folder: PictureFolder) -> None:
    kept, left, fresh = (folder.write(f"jpeg {n}".encode()) for n in range(3))
    assert folder.read(kept) == b"jpeg 0" and folder.folder.name == "city-pictures"
    for name in (kept, left):
        os.utime(folder.folder / name, (1000, 1000))
    (folder.folder / "notes.txt").write_text("not ours")
    folder.sweep(frozenset({kept}), 2000.0)
    assert {each.name for each in folder.folder.iterdir()} == {kept, fresh, "notes.txt"}
    folder.remove(kept)
    folder.remove(kept)
    with pytest.raises(StoreError) as told:
        folder.read(kept)
    assert told.value.cause is Cause.FILE


@pytest.mark.parametrize("name", ["../city.db", "/etc/passwd", "a/b.jpg", "x.png", ""])
def test_a_name_that_leads_elsewhere_is_refused(folder: PictureFolder, name: str) -> None:
    with pytest.raises(StoreError):
        folder.read(name)
    folder.remove(name)


def test_a_full_disk_is_said_and_leaves_nothing_behind(folder: PictureFolder) -> None:
    with files_at_most(4096), pytest.raises(StoreError) as told:
        folder.write(bytes(100_000))
    assert told.value.cause is Cause.DISK_FULL
    assert not list(folder.folder.iterdir())


def test_a_database_without_room_says_so_and_keeps_what_it_has(store: ReferenceStore, database: Database) -> None:
    store.add(TAKEN)
    with filled_up(database), pytest.raises(StoreError) as told:
        for _ in range(1000):
            store.add(replace(TAKEN, view_name="x" * 500))
    assert told.value.cause is Cause.DISK_FULL
    assert store.of_camera(7)[0] == replace(TAKEN, reference_id=1)
