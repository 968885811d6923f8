"""Images that lie on the earth: by world files, by corners; and those that lie elsewhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image, TiffImagePlugin

from tests.maps.makers import make_plan
from wall.maps.examine import examine
from wall.maps.found import Found
from wall.model.errors import MapError
from wall.model.map_kinds import Bounds, MapFault, MapKind

DEGREES = "0.001\n0\n0\n-0.001\n106.0005\n21.1995\n"
MERCATOR = "10\n0\n0\n-10\n11806000\n2414000\n"
UTM = "0.5\n0\n0\n-0.5\n534000\n2343000\n"
VN_2000 = 'PROJCS["VN_2000_UTM_Zone_48N",GEOGCS["GCS_VN_2000",DATUM["D_Vietnam_2000"]]]'
WEB = 'PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",GEOGCS["GCS_WGS_1984"]]'
WGS84 = 'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]]'


def found_of(path: Path, crs: str = "") -> Found:
    return examine(path, crs)[1]


def fault_of(path: Path, crs: str = "") -> MapError:
    with pytest.raises(MapError) as caught:
        examine(path, crs)
    assert path.name in str(caught.value), "it says which file"
    return caught.value


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".tif", ".webp"])
def test_a_world_file_in_degrees(tmp_path: Path, suffix: str) -> None:
    found = found_of(make_plan(tmp_path / f"tầng 1{suffix}", world=DEGREES))
    assert (found.kind, found.name) == (MapKind.PLAN, "tầng 1")
    assert found.corners is not None
    top_left, _, bottom_right, _ = found.corners
    assert (top_left.latitude, top_left.longitude) == pytest.approx((21.2, 106.0))
    assert (bottom_right.latitude, bottom_right.longitude) == pytest.approx((21.18, 106.04))


@pytest.mark.parametrize(("prj", "crs"), [("", ""), (WEB, ""), ("", "EPSG:3857"), ("", "3857")])
def test_a_world_file_in_web_mercator(tmp_path: Path, prj: str, crs: str) -> None:
    found = found_of(make_plan(tmp_path / "a.png", world=MERCATOR, prj=prj), crs)
    assert found.bounds.west == pytest.approx(106.05506, abs=1e-4)
    assert found.bounds.north == pytest.approx(21.18545, abs=1e-4)


def test_an_image_that_is_turned(tmp_path: Path) -> None:
    """A quarter to the right: its columns go south."""
    found = found_of(make_plan(tmp_path / "a.png", (40, 20), "0\n-0.001\n-0.001\n0\n106\n21\n"))
    assert found.corners is not None
    top_left, top_right, _, bottom_left = found.corners
    assert top_right.latitude < top_left.latitude and bottom_left.longitude < top_left.longitude


@pytest.mark.parametrize(
    ("world", "prj", "crs", "named"),
    [
        (UTM, VN_2000, "", "VN_2000_UTM_Zone_48N"),
        (UTM, "", "", "VN-2000"),
        (UTM, "", "EPSG:9210", "EPSG:9210"),
        (DEGREES, 'GEOGCS["GCS_VN_2000"]', "", "GCS_VN_2000"),
        (MERCATOR, WGS84, "", "no place in EPSG:4326"),
        ("1000\n0\n0\n-1000\n30000000\n2414000\n", "", "", "no place in EPSG:3857"),
        (DEGREES, "rubbish", "", ".prj"),
    ],
)
def test_another_projection_is_named(tmp_path: Path, world: str, prj: str, crs: str, named: str) -> None:
    error = fault_of(make_plan(tmp_path / "a.png", world=world, prj=prj), crs)
    assert error.fault is MapFault.PROJECTION and named in error.what


def test_metres_near_the_zero_meridian_can_be_insisted_on(tmp_path: Path) -> None:
    found = found_of(make_plan(tmp_path / "a.png", world="1\n0\n0\n-1\n261000\n6250000\n"), "EPSG:3857")
    assert found.bounds.west == pytest.approx(2.344, abs=0.01), "Paris"


def test_a_geotiff_that_says_in_its_own_keys_where_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.tif"
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    tags[34735] = (1, 1, 0, 2, 1024, 0, 1, 1, 3072, 0, 1, 3405)
    tags.tagtype[34735] = 3
    Image.new("RGB", (40, 20)).save(path, tiffinfo=tags)
    path.with_suffix(".tfw").write_text(MERCATOR)
    error = fault_of(path)
    assert error.fault is MapFault.PROJECTION and "EPSG:3405" in error.what


def test_corners_in_a_file_beside_it(tmp_path: Path) -> None:
    path = make_plan(tmp_path / "tang-1.png")
    told = {"corners": [[106, 21.2], [106.1, 21.2], [106.1, 21.1], [106, 21.1]], "attribution": "Công an tỉnh"}
    (tmp_path / "tang-1.png.json").write_text(json.dumps(told))
    found = found_of(path)
    assert found.bounds == Bounds(106, 21.1, 106.1, 21.2) and found.attribution == "Công an tỉnh"
    assert examine(tmp_path / "tang-1.png.json") == (path, found), "either of the two may be named"
    (tmp_path / "tang-1.png.json").rename(tmp_path / "x.json")
    (tmp_path / "x.json").write_text(json.dumps({**told, "image": "tang-1.png"}))
    assert fault_of(path).fault is MapFault.NO_PLACE


@pytest.mark.parametrize(
    ("corners", "fault"),
    [
        ([[534000, 2343000]] * 4, MapFault.PROJECTION),
        ([[106, 21]] * 4, MapFault.BROKEN),
        ([[106, 21], [106, 22], [106, 23], [106, 24]], MapFault.BROKEN),
        ([[106, 21], [106, 22]], MapFault.BROKEN),
        ("here", MapFault.BROKEN),
    ],
)
def test_corners_that_are_none(tmp_path: Path, corners: object, fault: MapFault) -> None:
    make_plan(tmp_path / "a.png")
    (tmp_path / "a.json").write_text(json.dumps({"corners": corners}))
    with pytest.raises(MapError) as caught:
        examine(tmp_path / "a.png")
    assert caught.value.fault is fault


@pytest.mark.parametrize(
    "world", ["1\n2\n3\n", "a\nb\nc\nd\ne\nf\n", "0\n0\n0\n0\n1\n1\n", "nan\n0\n0\n1\n1\n1\n", "\n"]
)
def test_world_files_that_are_none(tmp_path: Path, world: str) -> None:
    make_plan(tmp_path / "a.png", world=world)
    with pytest.raises(MapError) as caught:
        examine(tmp_path / "a.png")
    assert caught.value.fault is MapFault.BROKEN and "a.pgw" in str(caught.value)


def test_an_image_that_is_nowhere(tmp_path: Path) -> None:
    error = fault_of(make_plan(tmp_path / "a.png"))
    assert error.fault is MapFault.NO_PLACE and "a.pgw" in error.what


def test_an_image_that_is_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.effect_noise((200, 200), 80).save(path)
    make_plan(tmp_path / "b.png", world=DEGREES).with_suffix(".pgw").rename(tmp_path / "a.pgw")
    path.write_bytes(path.read_bytes()[:5000])
    assert fault_of(path).fault is MapFault.BROKEN


@pytest.mark.parametrize("size", [(9000, 8000), (20_000, 20_000)])
def test_an_image_that_is_too_large_is_not_decoded(tmp_path: Path, size: tuple[int, int]) -> None:
    path = tmp_path / "a.png"
    Image.new("1", size).save(path)
    path.with_suffix(".pgw").write_text(DEGREES)
    error = fault_of(path)
    assert error.fault is MapFault.TOO_LARGE and "64 million" in error.what
