"""What the map that comes with the program names, can be found."""

from __future__ import annotations

import pytest

from wall.maps.geojson import read_vectors
from wall.model.geo.landmarks import landmarks, without_doubles
from wall.model.geo.mercator import distance_m
from wall.model.geo.place_finder import Place, PlaceFinder, PlaceKind
from wall.model.inventory import Position
from wall.resources import data_folder


@pytest.fixture(scope="module")
def places() -> list[Place]:
    return landmarks(read_vectors(data_folder("resources") / "maps" / "bac-ninh.geojson"))


def test_all_wards_and_landmarks_are_found_without_diacritics(places: list[Place]) -> None:
    wards = {place.name for place in places if place.kind is PlaceKind.WARD}
    assert len(wards) == 19 and {"Võ Cường", "Đáp Cầu"} <= wards
    finder = PlaceFinder(places)
    assert finder.find("dap cau")[0].name == "Đáp Cầu"
    assert "Ga Bắc Ninh" in [place.name for place in finder.find("ga bac ninh")]
    assert all(distance_m(place.position, Position(21.18, 106.07)) < 15_000 for place in places)


def test_what_lies_outside_is_no_place_in_the_city(places: list[Place]) -> None:
    assert not [place for place in places if place.name.startswith("Thành phố")]
    assert len({(place.kind, place.name) for place in places}) == len(places)


def test_the_first_that_knows_a_ward_is_believed() -> None:
    one = Place(PlaceKind.WARD, "Võ Cường", Position(21.18, 106.07))
    other = Place(PlaceKind.WARD, "Võ Cường", Position(21.17, 106.06))
    site = Place(PlaceKind.SITE, "Võ Cường", Position(21.17, 106.06))
    assert sorted(without_doubles([one, other, site]), key=lambda each: each.kind.value) == [site, one]
