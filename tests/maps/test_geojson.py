"""GeoJSON is read as RFC 7946 has it, quickly, and what is wrong with a file is named with its place in it."""

from __future__ import annotations

import json
import math
import time
from pathlib import Path
from typing import Any

import pytest

from wall.maps.geojson import Limits, parse_vectors, read_vectors
from wall.model.errors import MapError
from wall.model.geo.mercator import to_world
from wall.model.geo.vector import Kind, OwnLook, VectorMap
from wall.model.inventory import Position
from wall.model.map_kinds import MapFault

_SQUARE = [[106.0, 21.0], [106.1, 21.0], [106.1, 21.1], [106.0, 21.1], [106.0, 21.0]]


def _feature(kind: str, coordinates: Any, **properties: Any) -> dict[str, Any]:
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def _read(*features: Any, **members: Any) -> VectorMap:
    document = {"type": "FeatureCollection", "features": list(features), **members}
    return parse_vectors(json.dumps(document).encode(), "thử")


def _fault(data: bytes, limits: Limits = Limits()) -> tuple[MapFault, str]:  # noqa: B008 # A constant.
    with pytest.raises(MapError) as caught:
        parse_vectors(data, "thử", limits)
    assert "thử" in str(caught.value)
    return caught.value.fault, caught.value.what


def _fault_of(*features: Any, **members: Any) -> tuple[MapFault, str]:
    return _fault(json.dumps({"type": "FeatureCollection", "features": list(features), **members}).encode())


def test_every_geometry_comes_into_world_coordinates() -> None:
    vectors = _read(
        _feature("Point", [106.0763, 21.1861, 12.0], name="Ngã Sáu", rank=1),
        _feature("MultiPoint", [[106.0, 21.0], [106.1, 21.1]]),
        _feature("LineString", _SQUARE[:2], ref="QL18", **{"class": "trunk"}),
        _feature("MultiLineString", [_SQUARE[:2], _SQUARE[1:3]]),
        _feature("Polygon", [_SQUARE, _SQUARE], name="Suối Hoa", name_en="Flower Spring"),
        _feature("MultiPolygon", [[_SQUARE], [_SQUARE]]),
        title="Bắc Ninh",
        attribution="©  CityWall",
    )
    kinds = [(feature.kind, len(feature.parts)) for feature in vectors.features]
    assert kinds == [(Kind.POINT, 1), (Kind.POINT, 2), (Kind.LINE, 1), (Kind.LINE, 2), (Kind.AREA, 2), (Kind.AREA, 2)]
    assert tuple(vectors.features[0].parts[0]) == pytest.approx(to_world(Position(21.1861, 106.0763)), abs=1e-15)
    assert (vectors.name, vectors.attribution) == ("Bắc Ninh", "© CityWall")
    assert (vectors.features[0].rank, vectors.features[2].ref, vectors.features[2].category) == (1, "QL18", "trunk")
    area = vectors.features[4]
    assert (area.title("vi"), area.title("en")) == ("Suối Hoa", "Flower Spring")
    left, top = to_world(Position(21.1, 106.0))
    right, bottom = to_world(Position(21.0, 106.1))
    assert area.bounds == pytest.approx((left, top, right, bottom), abs=1e-15)


def test_a_bare_geometry_a_collection_and_a_feature_without_a_place() -> None:
    inner = [{"type": "Point", "coordinates": [106, 21]}, {"type": "LineString", "coordinates": _SQUARE}]
    collection = {"type": "GeometryCollection", "geometries": inner}
    assert [each.kind for each in parse_vectors(json.dumps(collection).encode(), "x").features] == [
        Kind.POINT,
        Kind.LINE,
    ]
    nowhere: dict[str, Any] = {"type": "Feature", "properties": {}, "geometry": None}
    assert len(_read(nowhere, _feature("Point", [1, 2])).features) == 1
    with_mark = "\ufeff" + json.dumps(_feature("Point", [1, 2]))
    assert len(parse_vectors(with_mark.encode(), "x").features) == 1


def test_what_simplestyle_asks_for() -> None:
    wished = {
        "stroke": "#F00",
        "stroke-width": 3,
        "stroke-opacity": 0.5,
        "fill": "00ff00",
        "fill-opacity": 2,
        "marker-color": "red",
        "marker-size": "large",
        "marker-symbol": "b",
    }
    vectors = _read(_feature("Polygon", [_SQUARE], **wished), _feature("Point", [1, 2], name="plain"))
    assert vectors.features[0].look == OwnLook("#ff0000", 3.0, 0.5, "#00ff00", None, None, "large", "b")
    assert vectors.features[1].look is None


@pytest.mark.parametrize(
    ("data", "fault", "told"),
    [
        (b"", MapFault.EMPTY, ""),
        (b" \n ", MapFault.EMPTY, ""),
        (b'{"type": "FeatureCollection", "features": []}', MapFault.EMPTY, "features"),
        (b'{"type": "Feature", "properties": null, "geometry": null}', MapFault.EMPTY, "no feature has a place"),
        (b'{"type": "FeatureCollection",\n "features": [{', MapFault.BROKEN, "line 2, column"),
        (b"\xff\xfe\x00", MapFault.BROKEN, "byte 0"),
        (b"[" * 100_000, MapFault.BROKEN, "nested too deeply"),
        (b"[1, 2]", MapFault.NO_MAP, "no GeoJSON object"),
        (b'{"type": "Topology", "objects": {}}', MapFault.NO_MAP, "Topology"),
    ],
)
def test_a_file_that_is_none(data: bytes, fault: MapFault, told: str) -> None:
    found, what = _fault(data)
    assert found is fault
    assert told in what


@pytest.mark.parametrize(
    ("feature", "fault", "where"),
    [
        ("no object", MapFault.BROKEN, "features[1]: "),
        ({"type": "Feature", "geometry": "here"}, MapFault.BROKEN, "features[1].geometry: "),
        ({**_feature("Point", [1, 2]), "properties": []}, MapFault.BROKEN, "features[1].properties: "),
        (_feature("Circle", [1, 2]), MapFault.NO_MAP, "features[1].geometry: "),
        (_feature("Point", "1, 2"), MapFault.BROKEN, "features[1].geometry.coordinates: "),
        (_feature("Point", [1]), MapFault.BROKEN, "features[1].geometry.coordinates: "),
        (_feature("LineString", [[1, 2]]), MapFault.BROKEN, "features[1].geometry.coordinates: 1 places"),
        (_feature("LineString", [[1, 2], [3, "4"]]), MapFault.BROKEN, "features[1].geometry.coordinates[1]: "),
        (_feature("LineString", [[1, 2], [3, None]]), MapFault.BROKEN, "features[1].geometry.coordinates[1]: "),
        (_feature("LineString", [[1, 2], [3, math.nan]]), MapFault.BROKEN, "features[1].geometry.coordinates[1]: "),
        (_feature("Polygon", [_SQUARE[:4]]), MapFault.BROKEN, "features[1].geometry.coordinates[0]: the ring is not"),
        (_feature("Polygon", [_SQUARE, 3]), MapFault.BROKEN, "features[1].geometry.coordinates[1]: no list"),
        (_feature("Point", [588_000.5, 2_343_000]), MapFault.PROJECTION, "features[1].geometry.coordinates: 588000"),
        (_feature("Point", [21.18, 106.07]), MapFault.PROJECTION, "latitude before longitude"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(feature: Any, fault: MapFault, where: str) -> None:
    found, what = _fault_of(_feature("Point", [1, 2]), feature)
    assert found is fault
    assert where in what


def test_another_projection_is_refused_by_its_name() -> None:
    def crs(name: str) -> dict[str, Any]:
        return {"type": "name", "properties": {"name": name}}

    fault, what = _fault_of(_feature("Point", [1, 2]), crs=crs("urn:ogc:def:crs:EPSG::3405"))
    assert fault is MapFault.PROJECTION
    assert "EPSG::3405" in what
    assert len(_read(_feature("Point", [1, 2]), crs=crs("urn:ogc:def:crs:OGC:1.3:CRS84")).features) == 1


def test_what_is_huge_is_refused_before_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "lớn.geojson"
    file.write_bytes(json.dumps(_feature("LineString", _SQUARE)).encode())
    for limits in (Limits(file_bytes=10), Limits(points=4)):
        with pytest.raises(MapError) as caught:
            read_vectors(file, limits=limits)
        assert caught.value.fault is MapFault.TOO_LARGE
    many = {"type": "FeatureCollection", "features": [_feature("Point", [1, 2])] * 3}
    assert _fault(json.dumps(many).encode(), Limits(features=2)) == (MapFault.TOO_LARGE, "features: 3, at most 2")
    with pytest.raises(MapError) as caught:
        read_vectors(tmp_path / "không có.geojson")
    assert caught.value.fault is MapFault.MISSING


def test_ten_thousand_features_are_read_soon() -> None:
    """Half a second on a quiet machine."""
    ring = [[106 + math.cos(i / 5) / 1000, 21 + math.sin(i / 5) / 1000] for i in range(25)]
    data = json.dumps(
        {
            "type": "FeatureCollection",
            "features": [_feature("Polygon", [[*ring, ring[0]]], name=f"Nhà {number}") for number in range(10_000)],
        }
    ).encode()
    begun_s = time.thread_time()
    vectors = parse_vectors(data, "x")
    assert len(vectors.features) == 10_000
    assert time.thread_time() - begun_s < 5.0
