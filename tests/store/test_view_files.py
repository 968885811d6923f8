"""Views go from one city's wall to another's; a file that is broken is named, and what is gone leaves a hole."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store import room, shapes
from wall.model.errors import StoreError
from wall.model.inventory import CameraRecord, Inventory, StreamRecord
from wall.model.layout import Layout
from wall.model.tile import Cause
from wall.model.view import CameraCell, CarouselCell, HotspotCell, View
from wall.services.wall_ports import ExchangesViews
from wall.store import view_files
from wall.store.view_files import MOST_VIEWS, read, write

VIEW = {"name": "Đêm", "layout": {"format": 1, "columns": 1, "rows": 1, "cells": [[0, 0, 1, 1]]}, "contents": [0]}
FILE: dict[str, Any] = {
    "format": 1,
    "kind": "citywall views",
    "cameras": [{"number": 2, "name": "Camera 2"}],
    "views": [VIEW],
}


def inventory(first_id: int = 1, numbers: range = range(1, 21)) -> Inventory:
    """Plain cameras, whose ids begin anywhere."""
    return Inventory(
        cameras=tuple(
            CameraRecord(
                f"Camera {number}",
                number,
                streams=(StreamRecord(f"rtsp://admin:s3cret@10.0.0.{number}/1"),),
                credential="đội 1",
                camera_id=first_id + number - 1,
            )
            for number in numbers
        )
    )


def moved(view: View, by: int) -> View:
    """As it is where all ids are larger, without id and owner."""

    def content(each: object) -> object:
        if isinstance(each, CameraCell):
            return CameraCell(each.camera_id + by)
        if isinstance(each, CarouselCell):
            return CarouselCell(tuple(key + by for key in each.cameras), each.dwell_s)
        return each

    contents: Any = tuple(map(content, view.contents))
    return replace(view, contents=contents, view_id=0, owner="")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "chế độ.json"


def put(path: Path, **changes: object) -> Path:
    path.write_text(json.dumps({**FILE, **changes}), encoding="utf-8")
    return path


def test_views_come_to_another_wall_whose_cameras_have_other_ids(path: Path) -> None:
    exchange: ExchangesViews = view_files
    exchange.write(path, [replace(view, view_id=9) for view in room.views()], inventory())
    views, wrong = exchange.read(path, inventory(first_id=1001))
    assert views == tuple(moved(view, 1000) for view in room.views())
    assert [view.layout.name for view in views] == [view.layout.name for view in room.views()]
    assert wrong == ()


def test_no_login_no_id_and_no_owner_is_in_the_file(path: Path) -> None:
    write(path, room.views(), inventory(first_id=777_001))
    write(path, [moved(view, 777_000) for view in room.views()], inventory(first_id=777_001))
    text = path.read_text(encoding="utf-8")
    for secret in ("s3cret", "admin", "đội 1", "777", "anh"):
        assert secret not in text
    assert "rtsp://10.0.0.3/1" in text and "Chế độ 1" in text, "readable for people"


def test_a_camera_that_is_gone_is_named_once_and_its_cells_are_empty(path: Path) -> None:
    views = (
        View("một", Layout.plain(2, 1), (CameraCell(5), CameraCell(6))),
        View("hai", Layout.plain(2, 1), (CarouselCell((5, 6), 9.0), CarouselCell((5,), 9.0))),
        View("ba", Layout.plain(2, 1), (HotspotCell(), CameraCell(5))),
    )
    write(path, views, inventory())
    (one, two, three), wrong = read(path, inventory(101, range(6, 21)))
    assert one.contents == (None, CameraCell(106))
    assert two.contents == (CarouselCell((106,), 9.0), None)
    assert three.contents == (HotspotCell(), None)
    assert wrong == ("camera 5 «Camera 5» is not here: its cells stay empty in «một» and 2 more views",)


def test_a_camera_that_was_gone_already_is_written_as_an_empty_cell(path: Path) -> None:
    write(path, [View("một", Layout.plain(2, 1), (CameraCell(99), CameraCell(6)))], inventory())
    (view,), wrong = read(path, inventory())
    assert view.contents == (None, CameraCell(6)) and wrong == ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.lists(shapes.views(), min_size=1, max_size=3))
def test_views_of_every_shape_come_back(path: Path, views: list[View]) -> None:
    ids = {key for view in views for key in view.cameras}
    cameras = Inventory(cameras=tuple(CameraRecord(f"Camera {key}", key, camera_id=key) for key in ids))
    write(path, views, cameras)
    back, wrong = read(path, cameras)
    assert wrong == ()
    for view, found in zip(views, back, strict=True):
        folder = "/".join(part.strip() for part in view.folder.split("/") if part.strip())
        assert found == replace(view, name=view.name.strip(), folder=folder, owner="")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "it is empty"),
        (b"\xff\xfe\x00", "not text in UTF-8"),
        (b'{"format": 1', "it is broken: line 1, column 13"),
        (b"[" * 200_000, "too many things inside each other"),
        (b"[]", "the file is a list"),
        (b"{}", "this is no file of views"),
        (b'{"kind": "citywall views", "format": 2}', "made by a newer CityWall"),
        (b'{"kind": "citywall views", "format": 1}', "«cameras» is missing"),
        (b'{"kind": "citywall views", "format": 1, "cameras": []}', "«views» is missing"),
        (b'{"kind": "citywall views", "format": 1, "cameras": [], "views": []}', "it holds no view"),
        (b'{"kind": "citywall views", "format": 1, "cameras": [7], "views": [{}]}', "a camera is 7, not a record"),
        (b'{"kind": "citywall views", "format": 1, "cameras": [{"number": "7"}]}', "«number» of a camera is '7'"),
    ],
)
def test_what_is_no_file_of_views_is_told(path: Path, content: bytes, told: str) -> None:
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"chế độ\.json: ") as caught:
        read(path, inventory())
    assert caught.value.cause is Cause.FILE and told in caught.value.detail


def test_a_folder_a_pipe_and_nothing_are_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path, told in ((tmp_path, "a folder"), (tmp_path / "pipe", "plain file"), (tmp_path / "no", "No such file")):
        with pytest.raises(StoreError, match=told):
            read(path, inventory())


def test_a_file_without_end_is_told(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(1 << 31)
    with pytest.raises(StoreError, match="too large"):
        read(path, inventory())


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"name": " "}, "view 1 « » was left out: a view needs a name"),
        ({"name": None}, "view 1 was left out: «name» is missing"),
        ({"name": "x" * 1001}, "«name» has 1001 characters"),
        ({"layout": None}, "the layout is missing"),
        ({"layout": {**VIEW["layout"], "format": 2}}, "a newer CityWall"),  # type: ignore[dict-item]
        ({"layout": {**VIEW["layout"], "cells": [[0, 0, 1, 1]] * 2}}, "lie over each other"),  # type: ignore[dict-item]
        ({"contents": [1]}, "it shows camera 1, of which the file tells nothing"),
        ({"contents": [-1]}, "a camera is -1"),
        ({"contents": [None] * 20_001}, "«contents» has 20001 parts"),
        ({"contents": [{"carousel": [0, 7], "dwell_s": 5}]}, "it shows camera 7"),
    ],
)
def test_a_view_that_cannot_be_understood_is_named_and_the_others_come(
    path: Path, changes: dict[str, object], told: str
) -> None:
    views, (wrong,) = read(put(path, views=[{**VIEW, **changes}, VIEW]), inventory())
    assert [view.contents for view in views] == [(CameraCell(2),)]
    assert wrong.startswith("view 1") and told in wrong


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(shapes.ANYTHING, st.sampled_from(("format", "kind", "cameras", "views", "name", "folder", "layout", "contents")))
def test_whatever_stands_in_a_file_is_read_or_refused_in_words(path: Path, junk: Any, field: str) -> None:
    try:
        put(path, **{field: junk} if field in FILE else {"views": [{**VIEW, field: junk}]})
    except UnicodeEncodeError:
        return
    with suppress(StoreError):
        read(path, inventory())


def test_ten_thousand_views_are_read_and_one_more_is_refused(path: Path) -> None:
    views, wrong = read(put(path, views=[VIEW] * MOST_VIEWS), inventory())
    assert len(views) == MOST_VIEWS and wrong == ()
    with pytest.raises(StoreError, match="«views» has 10001 parts"):
        read(put(path, views=[VIEW] * (MOST_VIEWS + 1)), inventory())


def test_many_complaints_are_summed_up(path: Path) -> None:
    views, wrong = read(put(path, views=[VIEW, *[{}] * 999]), inventory())
    assert len(views) == 1 and len(wrong) == 301 and wrong[-1] == "and 699 more"


def test_folders_are_put_in_order(path: Path) -> None:
    (view,), _ = read(put(path, views=[{**VIEW, "folder": " Ngày //Chợ/ "}]), inventory())
    assert view.folder == "Ngày/Chợ"


@pytest.mark.parametrize("many", [0, MOST_VIEWS + 1])
def test_no_view_and_too_many_are_not_written(path: Path, many: int) -> None:
    with pytest.raises(StoreError, match="1 to 10000 views"):
        write(path, [room.view(1)] * many, inventory())
    assert not path.exists()


def test_a_file_that_cannot_be_written_leaves_the_former_one(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(path, [room.view(1)], inventory())
    before = path.read_bytes()

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError, match="make room") as caught:
        write(path, [room.view(2)], inventory())
    assert caught.value.cause is Cause.DISK_FULL
    assert path.read_bytes() == before and [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="No such file") as caught:
        write(tmp_path / "no" / "a.json", [room.view(1)], inventory())
    assert caught.value.cause is Cause.FILE
