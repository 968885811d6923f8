"""A program that is killed while it takes maps in: run as `python -m tests.maps.killed FOLDER ROUNDS SEED`.

After each kill, what the database has is whole on the disk, and nothing else is left there after a sweep.
"""

from __future__ import annotations

import os
import random
import sys
from contextlib import closing
from pathlib import Path

from tests.maps.makers import make_folder, make_mbtiles, some_tiles
from tests.store.killing import killed_once
from wall.maps.examine import examine
from wall.maps.found import Found
from wall.maps.shelf import MapShelf
from wall.maps.template import Template
from wall.model.inventory import Position
from wall.services.map_import import MapOrder, take_in
from wall.services.map_opening import maps_folder
from wall.store.database import Database
from wall.store.map_store import MapStore


def no_server(template: Template, near: Position | None, max_zoom: int) -> Found:
    raise AssertionError("nobody asked for one")


def take_for_ever(path: Path, sources: list[Path], told: int) -> None:
    store = MapStore(Database(path))
    shelf = MapShelf(maps_folder(path), left_free=0)
    while True:
        for source in sources:
            base, _ = take_in(MapOrder(str(source)), shelf, store.add, no_server)
            os.write(told, b"kept %d\n" % base.map_id)


def parts_of(shelf: MapShelf) -> int:
    return len(list(shelf.folder.glob("*.part"))) if shelf.folder.is_dir() else 0


def examine_all(path: Path, told: int) -> tuple[int, int]:
    """How many maps there are, all of them whole, and how many half ones were swept away."""
    with closing(Database(path)) as database:
        store, shelf = MapStore(database), MapShelf(maps_folder(path))
        left = parts_of(shelf)
        store.alone(shelf.sweep)
        kept = store.load()
        assert not kept.left_out
        assert not told or told in [each.map_id for each in kept.maps], "what was told to be kept is there"
        files = {each.file for each in kept.maps}
        there = {each.name for each in shelf.folder.iterdir()} if shelf.folder.is_dir() else set()
        assert files == there, (files, there)
        for each in kept.maps[-3:]:
            assert examine(shelf.folder / each.file)[1].max_zoom == 4
        for each in kept.maps:
            store.remove(each.map_id)
        store.alone(shelf.sweep)
        return len(kept.maps), left


def main() -> None:
    folder, rounds, chance = Path(sys.argv[1]), int(sys.argv[2]), random.Random(int(sys.argv[3]))
    tiles = {key: data + bytes(3000) for key, data in some_tiles(4).items()}
    sources = [make_mbtiles(folder / "a.mbtiles", tiles), make_folder(folder / "tiles", tiles)]
    kept = parts = 0
    for _ in range(rounds):
        told = killed_once(lambda told: take_for_ever(folder / "citywall.db", sources, told), chance).get("kept", 0)
        many, left = examine_all(folder / "citywall.db", told)
        kept, parts = kept + many, parts + left
    print(kept, parts)


if __name__ == "__main__":
    main()
