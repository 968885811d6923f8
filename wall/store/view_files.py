"""Views in a file of their own, for another CityWall. Its cameras are told by what they are, not by ids of this one.

    {"format": 1, "kind": "citywall views", "cameras": [marks], "views": [{name, folder, layout, contents, framings}]}

Layouts and contents are written as in the database (`layout_json`, `board_json`); the id of a camera is its place in
`cameras`, from 0. Whose private view it was is not told: that operator is somebody else there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from wall.model.errors import StoreError
from wall.model.inventory import Inventory
from wall.model.tile import Cause
from wall.model.view import CameraCell, CarouselCell, Content, HotspotCell, View
from wall.store.board_json import contents_json, read_contents, read_framings
from wall.store.camera_marks import CameraMark, mark_json, marks, meant, read_mark
from wall.store.disk_words import disk_told
from wall.store.json_fields import Json, items, record, refuse_newer, words
from wall.store.json_file import read_json
from wall.store.layout_json import layout_json, read_layout
from wall.store.plain import text
from wall.store.view_rows import framed_json
from wall.store.whole_file import write_whole

MOST_VIEWS = 10_000
_FORMAT = 1
_KIND = "citywall views"
_MOST_BYTES = 64 * 1024 * 1024
_MOST_CAMERAS = 100_000
_MOST_NAME = 1000
_MOST_TOLD = 300


def write(path: Path, views: Sequence[View], inventory: Inventory) -> None:
    """The file is there whole, or as it was. Cells whose camera is gone are written as empty. StoreError. Blocks."""
    if not 1 <= len(views) <= MOST_VIEWS:
        raise StoreError(f"{path.name}: 1 to {MOST_VIEWS} views can be written, not {len(views)}", cause=Cause.FILE)
    known = marks(inventory)
    used = dict.fromkeys(key for view in views for key in view.cameras if key in known)
    places = {key: place for place, key in enumerate(used)}
    content = _file_text([mark_json(known[key]) for key in used], [_view_json(view, places) for view in views])
    with disk_told(path):
        write_whole(path, content.encode())


def read(path: Path, inventory: Inventory) -> tuple[tuple[View, ...], tuple[str, ...]]:
    """New views, shared and with ids of 0, and in plain words what could not be understood or is not here. Blocks.

    A camera that is not here leaves its cells empty. StoreError (FILE) for what is no such file, is damaged, holds no
    view, or was made by a newer CityWall.
    """
    try:
        wanted, data = _opened(path)
    except ValueError as error:
        raise StoreError(f"{path.name}: {error}", cause=Cause.FILE) from error
    ids = meant(wanted, marks(inventory))
    views, wrong, missing = [], [], dict[int, list[str]]()
    for number, each in enumerate(data, 1):
        try:
            view = _view(each)
            _refuse_unknown(view, len(wanted))
        except ValueError as error:
            wrong.append(f"view {number}{_name_of(each)} was left out: {error}")
            continue
        for place in view.cameras:
            if place not in ids:
                missing.setdefault(place, []).append(view.name)
        views.append(replace(view, contents=_with_ids(view.contents, ids)))
    wrong.extend(_missing_told(wanted[place], names) for place, names in sorted(missing.items()))
    return tuple(views), _shortened(wrong)


def _opened(path: Path) -> tuple[list[CameraMark], list[Json]]:
    """The cameras that the file tells of, and its views as they stand there."""
    fields = record(read_json(path, _MOST_BYTES), "the file")
    if fields.get("kind") != _KIND:
        raise ValueError("this is no file of views")
    refuse_newer(fields, _FORMAT)
    cameras = [read_mark(each) for each in items(fields.get("cameras"), "«cameras»", _MOST_CAMERAS)]
    views = items(fields.get("views"), "«views»", MOST_VIEWS)
    if not views:
        raise ValueError("it holds no view")
    return cameras, views


def _file_text(cameras: Iterable[Json], views: Iterable[Json]) -> str:
    """A line for each camera and view: what differs between two files can be seen."""
    parts = {
        name: ",\n".join(f"  {json.dumps(each, ensure_ascii=False)}" for each in lines)
        for name, lines in (("cameras", cameras), ("views", views))
    }
    lists = ",\n".join(f'"{name}": [\n{lines}\n]' for name, lines in parts.items())
    return text(f'{{"format": {_FORMAT}, "kind": "{_KIND}",\n{lists}}}\n')


def _view_json(view: View, places: Mapping[int, int]) -> Json:
    return {
        "name": view.name[:_MOST_NAME],
        "folder": view.folder[:_MOST_NAME],
        "layout": layout_json(view.layout),
        "contents": contents_json(_with_ids(view.contents, places)),
        **framed_json(view),
    }


def _view(data: Json) -> View:
    """With places in `cameras` for ids."""
    fields = record(data, "it")
    name = words(fields.get("name"), "«name»", _MOST_NAME).strip()
    folder = words(fields.get("folder", ""), "«folder»", _MOST_NAME)
    path = "/".join(part.strip() for part in folder.split("/") if part.strip())
    contents, framings = read_contents(fields.get("contents")), read_framings(fields.get("framings", []))
    return View(name, read_layout(fields.get("layout")), contents, path, framings=framings)


def _refuse_unknown(view: View, cameras: int) -> None:
    for place in view.cameras:
        if place >= cameras:
            raise ValueError(f"it shows camera {place}, of which the file tells nothing")


def _with_ids(contents: tuple[Content | None, ...], ids: Mapping[int, int]) -> tuple[Content | None, ...]:
    """The same with other ids; a camera that has none is left out."""
    return tuple(_with_id(content, ids) for content in contents)


def _with_id(content: Content | None, ids: Mapping[int, int]) -> Content | None:
    match content:
        case CameraCell(key):
            return CameraCell(ids[key]) if key in ids else None
        case CarouselCell(keys, dwell_s):
            kept = tuple(ids[key] for key in keys if key in ids)
            return CarouselCell(kept, dwell_s) if kept else None
        case HotspotCell():
            return content
    return None


def _name_of(data: Json) -> str:
    name = data.get("name") if isinstance(data, dict) else None
    return f" «{text(name[:80])}»" if isinstance(name, str) else ""


def _missing_told(camera: CameraMark, views: Sequence[str]) -> str:
    more = f" and {len(views) - 1} more views" if len(views) > 1 else ""
    return f"camera {camera.label} is not here: its cells stay empty in «{views[0]}»{more}"


def _shortened(told: Sequence[str]) -> tuple[str, ...]:
    if len(told) <= _MOST_TOLD:
        return tuple(told)
    return (*told[:_MOST_TOLD], f"and {len(told) - _MOST_TOLD} more")
