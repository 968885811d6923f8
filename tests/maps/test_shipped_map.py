"""The map that comes with the program: whole, without gaps, and where its city is."""

from __future__ import annotations

import itertools
import random
from collections import Counter
from collections.abc import Sequence

import pytest

from wall.maps.geojson import read_vectors
from wall.model.geo.mercator import distance_m, to_position, to_world
from wall.model.geo.vector import Feature, Part, VectorMap
from wall.model.inventory import Position
from wall.resources import data_folder

Point = tuple[float, float]

_WARDS = {
    *("Đại Phúc", "Đáp Cầu", "Hạp Lĩnh", "Hòa Long", "Khắc Niệm", "Khúc Xuyên", "Kim Chân", "Kinh Bắc", "Nam Sơn"),
    *("Ninh Xá", "Phong Khê", "Suối Hoa", "Thị Cầu", "Tiền An", "Vạn An", "Vân Dương", "Vệ An", "Võ Cường", "Vũ Ninh"),
}
_ROADS = {"motorway", "trunk", "primary", "secondary", "street"}


@pytest.fixture(scope="module")
def shipped() -> VectorMap:
    return read_vectors(data_folder("resources") / "maps" / "bac-ninh.geojson")


def _of(shipped: VectorMap, *categories: str) -> list[Feature]:
    return [feature for feature in shipped.features if feature.category in categories]


def _points(part: Part) -> list[Point]:
    return list(zip(part[0::2], part[1::2], strict=True))


def _edges(part: Part) -> list[frozenset[Point]]:
    points = _points(part)
    return [frozenset(pair) for pair in itertools.pairwise(points)]


def _is_inside(x: float, y: float, feature: Feature) -> bool:
    inside = False
    for part in feature.parts:
        points = _points(part)
        for (x1, y1), (x2, y2) in itertools.pairwise(points):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
                inside = not inside
    return inside


def _where(shipped: VectorMap, position: Position) -> list[str]:
    x, y = to_world(position)
    return [ward.name for ward in _of(shipped, "ward") if _is_inside(x, y, ward)]


def _far_m(one: Point, other: Point) -> float:
    return distance_m(to_position(*one), to_position(*other))


def test_it_says_that_it_is_a_sketch(shipped: VectorMap) -> None:
    assert "không theo tỉ lệ chính xác" in shipped.note
    assert "không theo tỉ lệ chính xác" in shipped.attribution


def test_the_nineteen_wards_of_2022(shipped: VectorMap) -> None:
    assert {ward.name for ward in _of(shipped, "ward")} == _WARDS
    assert len(_of(shipped, "ward")) == 19


def test_the_wards_tile_the_city(shipped: VectorMap) -> None:
    """Each border belongs to two wards, or to one and the city: so there is neither gap nor overlap, however small."""
    [city] = _of(shipped, "city")
    borders = Counter(edge for ward in _of(shipped, "ward") for part in ward.parts for edge in _edges(part))
    assert set(borders.values()) == {1, 2}
    assert {edge for edge, wards in borders.items() if wards == 1} == set(_edges(city.parts[0]))


def test_every_spot_of_the_city_is_in_one_ward(shipped: VectorMap) -> None:
    """The same, asked in another way."""
    [city] = _of(shipped, "city")
    left, top, right, bottom = city.bounds
    rng = random.Random(19)
    inside = 0
    for _ in range(1500):
        x, y = rng.uniform(left, right), rng.uniform(top, bottom)
        wards = sum(_is_inside(x, y, ward) for ward in _of(shipped, "ward"))
        assert wards == _is_inside(x, y, city)
        inside += wards
    assert inside > 700


@pytest.mark.parametrize(
    ("ward", "latitude", "longitude"),
    [
        ("Suối Hoa", 21.1842, 106.0682),
        ("Ninh Xá", 21.1748, 106.0612),
        ("Tiền An", 21.1796, 106.0634),
        ("Vệ An", 21.1838, 106.0566),
        ("Kinh Bắc", 21.1876, 106.0604),
        ("Thị Cầu", 21.1908, 106.0874),
        ("Đáp Cầu", 21.2006, 106.0926),
        ("Vũ Ninh", 21.1958, 106.0752),
        ("Võ Cường", 21.1640, 106.0492),
        ("Đại Phúc", 21.1702, 106.0798),
        ("Vạn An", 21.2008, 106.0398),
        ("Hòa Long", 21.2128, 106.0588),
        ("Khúc Xuyên", 21.1952, 106.0334),
        ("Phong Khê", 21.1722, 106.0274),
        ("Kim Chân", 21.2018, 106.1142),
        ("Vân Dương", 21.1572, 106.0966),
        ("Nam Sơn", 21.1424, 106.1028),
        ("Khắc Niệm", 21.1440, 106.0638),
        ("Hạp Lĩnh", 21.1332, 106.0748),
    ],
)
def test_a_ward_is_where_it_is(shipped: VectorMap, ward: str, latitude: float, longitude: float) -> None:
    assert _where(shipped, Position(latitude, longitude)) == [ward]


def test_places_stand_in_their_wards(shipped: VectorMap) -> None:
    places = {
        feature.name: feature.parts[0] for feature in shipped.features if feature.category not in ("ward", "park")
    }
    for place, ward in (
        ("Ga Bắc Ninh", "Ninh Xá"),
        ("Thành cổ Bắc Ninh", "Vệ An"),
        ("Văn Miếu Bắc Ninh", "Đại Phúc"),
        ("Nhà hát Dân ca Quan họ", "Võ Cường"),
        ("Bệnh viện Đa khoa tỉnh", "Võ Cường"),
        ("Bến xe Bắc Ninh", "Võ Cường"),
        ("Đền Bà Chúa Kho", "Vũ Ninh"),
        ("UBND tỉnh Bắc Ninh", "Suối Hoa"),
        ("Làng Diềm", "Hòa Long"),
    ):
        x, y = places[place][0], places[place][1]
        assert _where(shipped, to_position(x, y)) == [ward], place


@pytest.mark.parametrize("name", ["Sông Cầu", "Ngũ Huyện Khê", "Đường sắt Hà Nội – Lạng Sơn"])
def test_rivers_and_the_railway_are_continuous(shipped: VectorMap, name: str) -> None:
    [line] = [feature for feature in shipped.features if feature.name == name]
    assert len(line.parts) == 1
    points = _points(line.parts[0])
    assert max(_far_m(one, other) for one, other in itertools.pairwise(points)) < 5000
    turns = [_turn(points[index - 1 : index + 2]) for index in range(1, len(points) - 1)]
    assert min(turns) > 0, "it turns back on itself"


def test_the_water_holds_the_river_and_the_stream_flows_into_it(shipped: VectorMap) -> None:
    [river], [stream] = _of(shipped, "river"), _of(shipped, "stream")
    water = max(_of(shipped, "water"), key=lambda each: each.bounds[2] - each.bounds[0])
    middle = _points(river.parts[0])[1:-1]
    assert all(_is_inside(x, y, water) for x, y in middle)
    assert min(_far_m(_points(stream.parts[0])[-1], point) for point in middle) < 60


def test_every_road_can_be_reached_from_every_other(shipped: VectorMap) -> None:
    leads_to = dict[Point, set[Point]]()
    for road in _of(shipped, *_ROADS):
        points = _points(road.parts[0])
        for one, other in itertools.pairwise(points):
            leads_to.setdefault(one, set()).add(other)
            leads_to.setdefault(other, set()).add(one)
    reached, ahead = set[Point](), [next(iter(leads_to))]
    while ahead:
        point = ahead.pop()
        if point not in reached:
            reached.add(point)
            ahead += leads_to[point]
    assert reached == set(leads_to)


def test_the_stations_stand_at_the_railway(shipped: VectorMap) -> None:
    [railway] = _of(shipped, "railway")
    for station in _of(shipped, "station"):
        place = station.parts[0][0], station.parts[0][1]
        assert min(_far_m(place, point) for point in _points(railway.parts[0])) < 20


def test_the_main_roads_have_their_names(shipped: VectorMap) -> None:
    names = {road.name for road in _of(shipped, *_ROADS)}
    wanted = {"Lý Thái Tổ", "Nguyễn Đăng Đạo", "Trần Hưng Đạo", "Ngô Gia Tự", "Lê Thái Tổ", "Kinh Dương Vương"}
    assert wanted <= names
    assert {"QL1A", "QL18", "QL38"} <= {road.ref for road in _of(shipped, *_ROADS)}


def _turn(points: Sequence[Point]) -> float:
    """Positive where the way goes on, negative where it turns back."""
    (x1, y1), (x2, y2), (x3, y3) = points
    return (x2 - x1) * (x3 - x2) + (y2 - y1) * (y3 - y2)
