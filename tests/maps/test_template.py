"""Addresses of tile servers."""

from __future__ import annotations

import pytest

from wall.maps.template import is_address, read_template
from wall.model.errors import MapError
from wall.model.map_kinds import MapFault, Tile


@pytest.mark.parametrize(
    ("template", "address"),
    [
        ("https://t.example/{z}/{x}/{y}.png", "https://t.example/3/5/2.png"),
        ("http://10.0.0.9:8080/{z}/{x}/{-y}.jpg?k=1", "http://10.0.0.9:8080/3/5/5.jpg?k=1"),
        ("https://{s}.t.example/{z}/{y}/{x}{r}.webp", "https://b.t.example/3/2/5.webp"),
        ("https://t.example/tile?x={x}&y={y}&z={z}", "https://t.example/tile?x=5&y=2&z=3"),
    ],
)
def test_an_address_is_filled_in(template: str, address: str) -> None:
    assert read_template(template).address(Tile(3, 5, 2)) == address


@pytest.mark.parametrize(
    "template",
    [
        "ftp://t.example/{z}/{x}/{y}",
        "https:///{z}/{x}/{y}",
        "https://t.example/{z}/{x}.png",
        "https://t.example/1/2/3.png",
        "https://t.example/{z}/{x}/{y}?{apikey}",
        "https://{x}.example/{z}/{x}/{y}",
        "https://t.example:99999/{z}/{x}/{y}",
        "https://[::1/{z}/{x}/{y}",
        "https://t.example/a b/{z}/{x}/{y}",
        f"https://t.example/{{z}}/{{x}}/{{y}}{'a' * 3000}",
    ],
)
def test_what_is_no_address_is_refused(template: str) -> None:
    with pytest.raises(MapError) as caught:
        read_template(template)
    assert caught.value.fault is MapFault.ADDRESS


def test_a_login_in_an_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(MapError) as caught:
        read_template("https://admin:secret@t.example/{z}/{x}/{y}.png")
    assert "secret" not in str(caught.value) and "t.example" in str(caught.value)


def test_whose_map_it_is() -> None:
    assert read_template("https://tile.openstreetmap.org/{z}/{x}/{y}.png").attribution == "© OpenStreetMap"
    assert read_template("https://bando.bacninh.vn/{z}/{x}/{y}.png").attribution == "bando.bacninh.vn"
    assert read_template("https://openstreetmap.org.example/{z}/{x}/{y}").attribution == "openstreetmap.org.example"


def test_what_is_meant_to_be_one() -> None:
    assert is_address("https://t.example/{z}/{x}/{y}") and not is_address("/srv/maps/a.mbtiles")
