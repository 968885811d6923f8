"""PMTiles as the package of their inventors writes them, and damaged in every way."""

from __future__ import annotations

import gzip
import random
import struct
from contextlib import closing
from pathlib import Path

import pytest

from tests.maps.makers import WRITTEN, colour_of
from wall.maps.examine import examine
from wall.maps.pmtiles.archive import PmTiles
from wall.maps.pmtiles.directory import Directory, unpacked
from wall.maps.pmtiles.header import Packing
from wall.maps.pmtiles.tile_id import tile_id
from wall.model.errors import MapError
from wall.model.map_kinds import Bounds, MapFault, MapKind, Tile

BOTH = ["root.pmtiles", "leaves.pmtiles"]
KIND, PACKED, PACKED_TILES, VERSION = 99, 97, 98, 7


def changed(tmp_path: Path, at: int, value: bytes, name: str = "root.pmtiles") -> Path:
    data = bytearray((WRITTEN / name).read_bytes())
    data[at : at + len(value)] = value
    path = tmp_path / "changed.pmtiles"
    path.write_bytes(data)
    return path


def fault_of(path: Path) -> MapError:
    with pytest.raises(MapError) as caught:
        examine(path)
    assert path.name in str(caught.value), "it says which file"
    return caught.value


@pytest.mark.parametrize("name", BOTH)
def test_every_tile_is_found(name: str) -> None:
    with closing(PmTiles(WRITTEN / name)) as opened:
        for zoom in range(4):
            for x in range(1 << zoom):
                for y in range(1 << zoom):
                    if (x, y) not in ((5, 5), (6, 5), (7, 7)):
                        found = opened.tile(Tile(zoom, x, y))
                        assert colour_of(found) == (zoom * 40, x * 37 % 256, y * 53 % 256)
        # Two that look the same are in the file once.
        assert opened.tile(Tile(3, 5, 5)) == opened.tile(Tile(3, 6, 5)) is not None
        assert opened.tile(Tile(3, 7, 7)) is None
        assert opened.tile(Tile(4, 0, 0)) is None
        assert opened.tile(Tile(20, 1, 1)) is None


@pytest.mark.parametrize("name", BOTH)
def test_what_it_says_of_itself(name: str) -> None:
    _, found = examine(WRITTEN / name)
    assert (found.kind, found.name, found.attribution) == (MapKind.PMTILES, "Bắc Ninh", "© Sở TN&MT")
    assert (found.min_zoom, found.max_zoom, found.bounds) == (0, 3, Bounds(105.9, 21.0, 106.2, 21.3))


def test_tiles_are_numbered_as_in_the_specification() -> None:
    """Its own examples (section 4)."""
    assert [tile_id(Tile(*each)) for each in ((0, 0, 0), (1, 0, 0), (1, 0, 1), (1, 1, 1), (1, 1, 0), (2, 0, 0))] == [
        0,
        1,
        2,
        3,
        4,
        5,
    ]
    assert tile_id(Tile(12, 3423, 1763)) == 19_078_479


@pytest.mark.parametrize(
    ("at", "value", "fault"),
    [
        (KIND, b"\x01", MapFault.VECTOR_TILES),
        (KIND, b"\x06", MapFault.VECTOR_TILES),
        (KIND, b"\x05", MapFault.BROKEN_TILE),
        (VERSION, b"\x02", MapFault.NO_MAP),
        (PACKED, b"\x04", MapFault.COMPRESSION),
        (PACKED_TILES, b"\x03", MapFault.COMPRESSION),
        (8, struct.pack("<Q", 1 << 40), MapFault.BROKEN),
        (16, struct.pack("<Q", 3), MapFault.BROKEN),
        (100, b"\x09\x03", MapFault.BROKEN),
        (102, struct.pack("<i", 2_000_000_000), MapFault.PROJECTION),
        (60 + 100, b"\xff" * 40, MapFault.BROKEN),
    ],
)
def test_what_cannot_be_used_is_named(tmp_path: Path, at: int, value: bytes, fault: MapFault) -> None:
    assert fault_of(changed(tmp_path, at, value)).fault is fault


@pytest.mark.parametrize("share", [0.001, 0.02, 0.3, 0.9, 0.999])
@pytest.mark.parametrize("name", BOTH)
def test_a_file_that_is_cut_off(tmp_path: Path, name: str, share: float) -> None:
    whole = (WRITTEN / name).read_bytes()
    path = tmp_path / "cut.pmtiles"
    path.write_bytes(whole[: max(8, int(len(whole) * share))])
    assert fault_of(path).fault is MapFault.BROKEN


def test_damage_anywhere_is_told_and_nothing_else_happens(tmp_path: Path) -> None:
    """Header and directories with single bytes changed: a fault with a name, or a map."""
    chance = random.Random(5)
    whole = (WRITTEN / "leaves.pmtiles").read_bytes()
    path = tmp_path / "damaged.pmtiles"
    faults = 0
    for _ in range(400):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 4)):
            data[chance.randrange(7, 900)] = chance.randrange(256)
        path.write_bytes(data)
        try:
            with closing(PmTiles(path)) as opened:
                opened.examine()
                for tile in (Tile(0, 0, 0), Tile(3, 4, 4), Tile(3, 7, 6)):
                    opened.tile(tile)
        except MapError:
            faults += 1
    assert faults > 100


def test_leaves_that_lead_in_a_ring_are_noticed(tmp_path: Path) -> None:
    """A root that refers to a leaf which is the same directory again."""
    ring = gzip.compress(bytes([1, 0, 0, 60, 1]), mtime=0)  # One entry: number 0, a directory, 60 bytes, at place 0.
    entry = gzip.compress(bytes([1, 0, 0, len(ring), 1]), mtime=0)
    ring = gzip.compress(bytes([1, 0, 0, len(entry), 1]), mtime=0)
    sections = struct.pack("<8Q", 127, len(ring), 127, 0, 127, len(ring), 127, len(ring))
    head = b"PMTiles\x03" + sections + bytes(24) + bytes([1, 2, 1, 2, 0, 3])
    path = tmp_path / "ring.pmtiles"
    path.write_bytes(head.ljust(127, b"\0") + ring)
    with closing(PmTiles(path)) as opened, pytest.raises(MapError, match="ring"):
        opened.tile(Tile(0, 0, 0))


def test_what_unpacks_without_end_is_given_up() -> None:
    bomb = gzip.compress(bytes(40 << 20))
    assert len(bomb) < 100_000
    with pytest.raises(ValueError, match="too large"):
        unpacked(bomb, Packing.GZIP)


@pytest.mark.parametrize("data", [b"\xff" * 30, b"\x05\x01", b"\x81", b"\x01\x00\x01\x01\x00", bytes([2, 1, 1])])
def test_directories_that_are_none(data: bytes) -> None:
    with pytest.raises(ValueError, match="directory"):
        Directory(data)
