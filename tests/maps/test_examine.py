"""What a file is, by what is in it; and GeoJSON, feature by feature."""

from __future__ import annotations

import json
import os
import tracemalloc
from pathlib import Path

import pytest

from tests.maps.makers import make_geojson, make_mbtiles, picture, some_tiles
from wall.maps.examine import examine
from wall.maps.geojson_stream import FEATURE, members
from wall.model.errors import MapError
from wall.model.map_kinds import Bounds, MapFault, MapKind

CRS84 = {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}
VN_2000 = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3405"}}


def fault_of(path: Path) -> MapError:
    with pytest.raises(MapError) as caught:
        examine(path)
    assert path.stem in str(caught.value), "it says which file"
    return caught.value


def test_names_say_nothing(tmp_path: Path) -> None:
    path = make_mbtiles(tmp_path / "a.mbtiles", some_tiles()).rename(tmp_path / "a.png")
    assert examine(path)[1].kind is MapKind.MBTILES


@pytest.mark.parametrize("content", [b"<!doctype html><title>404</title>", b"PK\x03\x04zip", b"%PDF-1.7", b"[1, 2]"])
def test_what_is_no_map(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "map.mbtiles"
    path.write_bytes(content)
    assert fault_of(path).fault is MapFault.NO_MAP


def test_what_is_not_there_empty_or_no_plain_file(tmp_path: Path) -> None:
    assert fault_of(tmp_path / "gone.mbtiles").fault is MapFault.MISSING
    (tmp_path / "empty.png").touch()
    assert fault_of(tmp_path / "empty.png").fault is MapFault.EMPTY
    os.mkfifo(tmp_path / "pipe.png")
    assert fault_of(tmp_path / "pipe.png").fault is MapFault.UNREADABLE


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.mbtiles"
    with path.open("wb") as file:
        file.write(b"SQLite format 3\0")
        file.truncate(65 << 30)  # It takes no room: it is a hole.
    error = fault_of(path)
    assert error.fault is MapFault.TOO_LARGE and "64 GB" in error.what


def test_geojson_in_degrees(tmp_path: Path) -> None:
    path = make_geojson(tmp_path / "phường.geojson", (106.0, 21.1), (106.2, 21.3), crs=CRS84, attribution="Sở XD")
    _, found = examine(path)
    assert (found.kind, found.name, found.attribution) == (MapKind.GEOJSON, "phường", "Sở XD")
    assert found.bounds.west == pytest.approx(106.0) and found.bounds.north == pytest.approx(21.3)


def test_a_single_place_has_an_area(tmp_path: Path) -> None:
    _, found = examine(make_geojson(tmp_path / "a.json", (106.0, 21.1)))
    assert isinstance(found.bounds, Bounds)


def test_another_projection_is_named(tmp_path: Path) -> None:
    error = fault_of(make_geojson(tmp_path / "a.geojson", (106.0, 21.1), crs=VN_2000))
    assert error.fault is MapFault.PROJECTION and "3405" in error.what
    error = fault_of(make_geojson(tmp_path / "b.geojson", (534000, 2343000), (534001, 2343001)))
    assert error.fault is MapFault.PROJECTION and "534000" in error.what


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('{"type": "FeatureCollection", "features": []}', MapFault.EMPTY),
        ('{"type": "FeatureCollection", "features": [{"type": "Feature", "geometry"', MapFault.BROKEN),
        ('{"a": 1}', MapFault.NO_MAP),
        ('{"type": "FeatureCollection", "features": [1]}', MapFault.BROKEN),
        ('{"type": "Point", "coordinates": ["a", "b"]}', MapFault.BROKEN),
        ('{"type": "Point", "coordinates": [NaN, 1]}', MapFault.BROKEN),
        ('{"type": "Point", "coordinates": ' + "[" * 100_000, MapFault.BROKEN),
        ('{"type": "Point", "coordinates": [' + "9" * 9000 + ", 1]}", MapFault.BROKEN),
    ],
)
def test_geojson_that_is_none(tmp_path: Path, text: str, fault: MapFault) -> None:
    path = tmp_path / "a.geojson"
    path.write_text(text)
    assert fault_of(path).fault is fault


def test_geojson_that_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "a.geojson"
    with path.open("wb") as file:
        file.write(b'{"type": "FeatureCollection", "features": [')
        file.truncate(300 << 20)
    assert fault_of(path).fault is MapFault.TOO_LARGE


def test_features_come_one_by_one_and_are_not_all_in_memory(tmp_path: Path) -> None:
    feature = {"type": "Feature", "properties": {"name": "đường " * 40}, "geometry": None}
    path = tmp_path / "a.geojson"
    whole = {"type": "FeatureCollection", "features": [feature] * 20_000, "name": "phố", "n": 12}
    path.write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")
    assert path.stat().st_size > 6 << 20
    tracemalloc.start()
    try:
        head = {key: value for key, value in members(path) if key != FEATURE}
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert head == {"type": "FeatureCollection", "name": "phố", "n": 12}
    assert most < 4 << 20


@pytest.mark.parametrize("length", [0, 1, 262_100, 262_143, 262_144, 262_145, 600_000])
def test_wherever_the_pieces_end(tmp_path: Path, length: int) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"pad": "' + "a" * length + '", "n": 12345.5, "features": [{"b": [1, 2]}, {}], "z": 7}  ')
    assert [each for each in members(path) if each[0] != "pad"] == [
        ("n", 12345.5),
        (FEATURE, {"b": [1, 2]}),
        (FEATURE, {}),
        ("z", 7),
    ]


def test_a_picture_that_a_web_page_calls_a_map(tmp_path: Path) -> None:
    path = tmp_path / "plan.png"
    path.write_bytes(picture()[:50])
    assert fault_of(path).fault is MapFault.BROKEN
