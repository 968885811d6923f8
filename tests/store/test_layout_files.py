"""The layouts that ship with the program, and those that an installer broke."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from wall.model.layout import Layout
from wall.resources import data_folder
from wall.services.wall_ports import ReadsLayouts
from wall.store.json_fields import written
from wall.store.layout_files import presets, read_layouts
from wall.store.layout_json import layout_json

GOOD = written(layout_json(Layout.plain(2, 1, "2 × 1")))


def test_every_preset_is_there_in_its_order() -> None:
    layouts, wrong = presets()
    assert wrong == ()
    assert [layout.name for layout in layouts] == [
        *("1", "2 × 2", "3 × 3", "4 × 4", "5 × 5", "6 × 6", "8 × 8"),
        *("1 + 5", "1 + 7", "1 + 12", "2 + 8", "3 + 4"),
        *("1 × 2 · 9:16", "1 × 3 · 9:16", "2 × 4 · 9:16", "2 × 6 · 9:16", "1 + 4 · 9:16", "1 + 8 · 9:16"),
        *("4 × 3 · 21:9", "5 × 3 · 21:9", "7 × 4 · 21:9", "1 + 3 · 21:9", "1 + 6 · 21:9"),
    ]


def test_a_preset_has_as_many_cells_as_its_name_says_and_fills_the_screen() -> None:
    for layout in presets()[0]:
        shape = layout.name.partition(" · ")[0]
        if "×" in shape:
            columns, rows = map(int, shape.split(" × "))
            assert (layout.columns, layout.rows, layout.size) == (columns, rows, columns * rows)
        else:
            assert layout.size == sum(map(int, shape.split(" + ")))
        assert sum(cell.rows * cell.columns for cell in layout.cells) == layout.columns * layout.rows, layout.name


@pytest.mark.parametrize(
    ("width", "height", "form"), [(1920, 1080, "1 + 5"), (1080, 1920, "1 + 8 · 9:16"), (2560, 1080, "1 + 3 · 21:9")]
)
def test_pictures_fit_the_cells_of_the_forms_that_were_made_for_them(width: int, height: int, form: str) -> None:
    (layout,) = (each for each in presets()[0] if each.name == form)
    for cell in layout.rects(width, height):
        assert cell.width / cell.height == pytest.approx(16 / 9, rel=0.06)


BROKEN = {
    "broken.json": (b'{"format": 1,', "it is broken: line 1, column 14"),
    "deep.json": (b"[" * 200_000, "too many things inside each other"),
    "empty.json": (b" \n", "it is empty"),
    "huge.json": (b" " * 300_000, "too large: more than 256 KiB"),
    "latin.json": ('{"name": "Ngã"}'.encode("utf-16"), "not text in UTF-8"),
    "list.json": (b"[1]", "the layout is a list"),
    "nameless.json": (GOOD.replace("2 × 1", " ").encode(), "«name» is missing"),
    "newer.json": (GOOD.replace('"format":1', '"format":2').encode(), "made by a newer CityWall"),
    "none.json": (GOOD.replace("[[0,0,1,1],[1,0,1,1]]", "[]").encode(), "1 to 64 cells, not 0"),
    "numbers.json": (GOOD.replace('"columns":2', '"columns":' + "9" * 5000).encode(), "no end"),
    "outside.json": (GOOD.replace("[1,0,1,1]", "[2, 0, 1, 1]").encode(), "cell 2 does not lie on the raster"),
    "over.json": (GOOD.replace("[1,0,1,1]", "[0, 0, 2, 1]").encode(), "cells 1 and 2 lie over each other"),
    "types.json": (GOOD.replace('"rows":1', '"rows":"one"').encode(), "«rows» is 'one'"),
}


def test_a_broken_file_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    for name, (content, _) in BROKEN.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "a.json").write_text(GOOD, encoding="utf-8-sig")
    (tmp_path / "z.JSON").write_text(GOOD.replace("2 × 1", "last"), encoding="utf-8")
    (tmp_path / "README.md").write_text("no layout")
    (tmp_path / "folder.json").mkdir()
    (tmp_path / "gone.json").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.json")
    layouts, wrong = read_layouts(tmp_path)
    assert [layout.name for layout in layouts] == ["2 × 1", "last"]
    told = dict(sentence.removeprefix("layout ").split(": ", 1) for sentence in wrong)
    assert told.keys() == {*BROKEN, "folder.json", "gone.json", "pipe.json"}
    for name, (_, sentence) in BROKEN.items():
        assert sentence in told[name]
    assert "a folder, not a file" in told["folder.json"]
    assert "No such file" in told["gone.json"]
    assert "not a plain file" in told["pipe.json"]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    layouts, (wrong,) = read_layouts(tmp_path / "nowhere")
    assert layouts == () and "nowhere cannot be read: No such file" in wrong


def test_an_empty_folder_has_no_layout(tmp_path: Path) -> None:
    read: ReadsLayouts = read_layouts
    assert read(tmp_path) == ((), ())


def test_the_example_in_the_description_is_a_layout(tmp_path: Path) -> None:
    text = (data_folder("layouts") / "README.md").read_text(encoding="utf-8")
    (tmp_path / "a.json").write_text(text.split("```json\n")[1].split("```")[0], encoding="utf-8")
    shutil.copy(data_folder("layouts") / "17-1+5.json", tmp_path / "b.json")
    (one, other), wrong = read_layouts(tmp_path)
    assert one == other and wrong == ()
