"""Places are found as one types them in a hurry."""

from __future__ import annotations

from wall.model.geo.place_finder import Place, PlaceFinder, PlaceKind, places_of
from wall.model.inventory import Inventory, Position, Site

SITES = (
    Site("Ngã Sáu", "Võ Cường", ("Khắc Niệm",), Position(21.18, 106.07), "1 Lý Thái Tổ", site_id=1),
    Site("Chợ Nhớn", "Ninh Xá", position=Position(21.19, 106.06), site_id=2),
    Site("Cổng làng", "Võ Cường", position=Position(21.16, 106.05), site_id=3),
    Site("Chưa biết", "Đáp Cầu", site_id=4),
)
STATION = Place(PlaceKind.LANDMARK, "Ga Bắc Ninh", Position(21.183, 106.055), "nhà ga")


def names(text: str) -> list[str]:
    return [place.name for place in PlaceFinder([*places_of(Inventory(sites=SITES)), STATION]).find(text)]


def test_places_are_found_without_diacritics_and_by_what_was_once_their_name() -> None:
    assert names("nga sau") == ["Ngã Sáu"]
    assert names("khac niem") == ["Ngã Sáu"]
    assert names("ly thai to") == ["Ngã Sáu"]
    assert names("bac ga") == ["Ga Bắc Ninh"]
    assert names("nha ga") == ["Ga Bắc Ninh"]


def test_the_ward_comes_before_the_sites_in_it() -> None:
    assert names("vo cuong") == ["Võ Cường", "Cổng làng", "Ngã Sáu"]


def test_what_has_no_place_is_not_found_and_nothing_finds_nothing() -> None:
    assert names("chua biet") == [] and names("dap cau") == []
    assert names("") == [] and names("–") == []


def test_a_ward_is_in_the_middle_of_its_sites() -> None:
    ward = next(each for each in places_of(Inventory(sites=SITES)) if each.name == "Võ Cường")
    assert (round(ward.position.latitude, 3), round(ward.position.longitude, 3)) == (21.17, 106.06)
