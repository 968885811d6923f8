"""A program that is killed while it saves, again and again: run as `python -m tests.store.killed PATH ROUNDS SEED`.

Each round a child saves one generation of a city after the other until it is killed; what is in the file then must be
one generation, whole. In a process of its own, because it forks.
"""

from __future__ import annotations

import os
import random
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from tests.store.city import city
from tests.store.killing import killed_once
from wall.model.inventory import Inventory
from wall.store.database import Database
from wall.store.inventory_store import InventoryStore

CITY = city(devices=60, cameras=100, sites=20)


def generation(kept: Inventory, number: int) -> Inventory:
    """All cameras say which generation it is; how many they are depends on it, and so do the wards."""
    known = {each.number: each for each in kept.cameras}
    sites = tuple(replace(each, ward=f"ward {number}") for each in kept.sites or CITY.sites)
    devices = kept.devices or CITY.devices
    cameras = []
    for each in CITY.cameras[: 50 + number % 50]:
        there = known.get(each.number)
        ids = {"site_id": sites[0].site_id, "device_id": devices[0].device_id}
        cameras.append(replace(there or each, notes=f"{number}", **({} if there else ids)))  # type: ignore[arg-type]
    return Inventory(sites, devices, tuple(cameras))


def save_for_ever(path: Path, told: int) -> None:
    store = InventoryStore(Database(path))
    kept = store.load()
    number = int(kept.cameras[0].notes) if kept.cameras else 0
    while True:
        number += 1
        kept = store.save(generation(kept, number), f"generation {number}")
        os.write(told, b"saved %d\n" % number)


def examine(path: Path) -> int:
    """The generation in the file; an AssertionError where it is not a whole one."""
    with closing(Database(path)) as database:
        with database.reading() as tables:
            assert tables.execute("pragma integrity_check").fetchall() == [("ok",)]
            assert tables.execute("pragma foreign_key_check").fetchall() == []
        store = InventoryStore(database)
        kept = store.load()
        if not kept.cameras:
            assert kept == Inventory() and store.undo_text == ""
            return 0
        (number,) = {int(each.notes) for each in kept.cameras}
        assert len(kept.cameras) == 50 + number % 50
        assert {each.ward for each in kept.sites} == {f"ward {number}"}
        assert store.undo_text == f"generation {number}"
        return number


def main() -> None:
    path, rounds, chance = Path(sys.argv[1]), int(sys.argv[2]), random.Random(int(sys.argv[3]))
    done, seen = 0, set[int]()
    for _ in range(rounds):
        done = killed_once(lambda told: save_for_ever(path, told), chance).get("saved", done)
        number = examine(path)
        assert number >= done, "what was told to be saved is there"
        seen.add(number)
    print(f"{len(seen)} generations")


if __name__ == "__main__":
    main()
