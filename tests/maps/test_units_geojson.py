"""Units as GeoJSON, as different fleets write it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.maps.units_geojson import read_units
from wall.model.geo.units import MOST_UNITS, Unit
from wall.model.inventory import Position

NOW_S = 1_795_000_000.0


def feature(properties: object = None, coordinates: object = (106.0763, 21.1861), **more: object) -> dict[str, object]:
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": coordinates},
        "properties": properties,
        **more,
    }


def read(*features: object) -> tuple[list[Unit], int]:
    return read_units(json.dumps({"type": "FeatureCollection", "features": features}).encode(), NOW_S)


def test_a_unit_with_all_that_can_be_told() -> None:
    told = {"name": "Xe 113-05", "heading": 450, "speed_kmh": 36, "time": "2026-11-18T10:26:35Z"}
    ((unit,), broken) = read(feature(told, (106.0763, 21.1861, 12.0), id=5))
    assert broken == 0 and unit == Unit("5", Position(21.1861, 106.0763), 1_794_997_595.0, "Xe 113-05", 90.0, 10.0)


@pytest.mark.parametrize(
    ("time", "at_s"),
    [
        (1_794_999_000, 1_794_999_000.0),
        (1_794_999_000_000, 1_794_999_000.0),
        ("2026-11-18T10:26:35", 1_794_997_595.0),
        ("2026-11-18T17:26:35+07:00", 1_794_997_595.0),
        ("yesterday", NOW_S),
        (NOW_S + 5000, NOW_S),
        (None, NOW_S),
    ],
)
def test_times_as_they_are_written(time: object, at_s: float) -> None:
    ((unit,), _broken) = read(feature({"id": "a", "timestamp": time}))
    assert unit.at_s == at_s


def test_what_says_nothing_of_its_time_is_as_old_as_the_file() -> None:
    data = json.dumps({"type": "FeatureCollection", "features": [feature({"id": "a"})]}).encode()
    assert read_units(data, NOW_S, NOW_S - 400)[0][0].at_s == NOW_S - 400


def test_features_that_are_no_units_are_counted() -> None:
    line = {
        "type": "Feature",
        "geometry": {"type": "LineString", "coordinates": [[1, 2], [3, 4]]},
        "properties": {"id": 1},
    }
    units, broken = read(
        feature({"id": "good"}),
        feature({}),
        feature({"id": "a"}, (400, 21)),
        feature({"id": "b"}, ("x", "y")),
        feature({"id": "c"}, None),
        feature({"id": True}),
        line,
        "text",
        None,
    )
    assert [unit.unit_id for unit in units] == ["good"] and broken == 8


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[1, 2]", b"<html>", b"\xff\xfe", b'{"type":"FeatureCollection"}', b"[" * 99_999]
)
def test_what_is_no_collection_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):
        read_units(data, NOW_S)


def test_of_very_many_there_is_a_bound() -> None:
    units, broken = read(*(feature({"id": str(each)}) for each in range(MOST_UNITS + 10)))
    assert len(units) == MOST_UNITS and broken == 10


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["type", "id", "geometry", "x"]), inner)
    ),
    max_leaves=8,
)


@given(json_values)
def test_no_feature_breaks_it(value: object) -> None:
    data = json.dumps({"type": "FeatureCollection", "features": [value, feature({"id": "a"}), feature(value)]})
    assert "a" in [unit.unit_id for unit in read_units(data.encode(), NOW_S)[0]]
