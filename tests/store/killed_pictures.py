"""Pictures of domes being kept by a program that is killed, again and again: as `tests.store.killed`.

Each round a child keeps one picture after the other, its file and then its row, and takes some away, its row and then
its file. Whatever has a row then has its file, whole; and what a start sweeps away has none.
"""

from __future__ import annotations

import os
import random
import sys
import time
from contextlib import closing
from pathlib import Path

from tests.store.killing import killed_once
from wall.model.ptz.reference import Occasion, Reference
from wall.store.database import Database
from wall.store.picture_folder import PictureFolder, pictures_folder
from wall.store.reference_store import ReferenceStore

_CAMERA = 7
_BYTES = 60_000


def content_of(number: int) -> bytes:
    return (b"%08d" % number) * (_BYTES // 8)


def keep_for_ever(path: Path, told: int) -> None:
    store, folder = ReferenceStore(Database(path)), PictureFolder(pictures_folder(path))
    number = max((round(each.taken_s) for each in store.of_camera(_CAMERA)), default=0)
    while True:
        number += 1
        file = folder.write(content_of(number))
        store.add(Reference(_CAMERA, "5", float(number), Occasion.DAILY, file))
        os.write(told, b"kept %d\n" % number)
        if number % 3 == 0:
            oldest = store.of_camera(_CAMERA)[0]
            store.remove([oldest.reference_id])
            folder.remove(oldest.file)


def examine(path: Path, least: int) -> int:
    """How many there are; an AssertionError where one is not what it was."""
    with closing(Database(path)) as database:
        store, folder = ReferenceStore(database), PictureFolder(pictures_folder(path))
        kept = store.of_camera(_CAMERA)
        assert max((round(each.taken_s) for each in kept), default=0) >= least, "what was told to be kept is there"
        for each in kept:
            assert folder.read(each.file) == content_of(round(each.taken_s))
        store.alone(lambda names: folder.sweep(names, time.time() + 60))
        left = {each.name for each in folder.folder.iterdir()} if folder.folder.exists() else set()
        assert left == {each.file for each in kept}, "nothing is left that nobody knows"
        return len(kept)


def main() -> None:
    path, rounds, chance = Path(sys.argv[1]), int(sys.argv[2]), random.Random(int(sys.argv[3]))
    done, seen = 0, set[int]()
    for _ in range(rounds):
        done = killed_once(lambda told: keep_for_ever(path, told), chance).get("kept", done)
        seen.add(examine(path, done))
    print(f"{len(seen)} generations")


if __name__ == "__main__":
    main()
