"""What cameras usually show, in a folder beside the database.

A file for each stream, named by its address, which nobody can read from it: `{"format": 1, "scenes": [{"taken": 1.7e9,
"is_grey": false, "cells": "…", "likeness": "…"}]}`, bytes in base64.
"""

from __future__ import annotations

import binascii
import hashlib
from base64 import b64decode, b64encode
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from wall.model.scene import KeptScene, UsualScene
from wall.store.disk_words import disk_told
from wall.store.json_fields import Json, items, number, record, refuse_newer, truth, words, written
from wall.store.json_file import read_json
from wall.store.whole_file import write_whole

_FORMAT = 1
_SUFFIX = ".json"
_MOST_BYTES = 2**17
_MOST_SCENES = 64
_MOST_TEXT = 1000


def scenes_folder(database: Path) -> Path:
    """Where what the cameras of a database show is kept."""
    return database.with_name(f"{database.stem}-scenes")


class SceneFolder:
    """Blocks, on one thread at a time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, url: str) -> tuple[KeptScene, ...]:
        """What is known of a stream; nothing where the file is damaged, or of a newer CityWall."""
        with suppress(ValueError):
            data = record(read_json(self._path(url), _MOST_BYTES), "the file")
            refuse_newer(data, _FORMAT)
            return tuple(map(_scene, items(data.get("scenes"), "«scenes»", _MOST_SCENES)))
        return ()

    def keep(self, url: str, scenes: Iterable[KeptScene]) -> None:
        """These, and no others. StoreError where they cannot be written: then it is as it was."""
        path = self._path(url)
        told = [
            {
                "taken": each.taken_s,
                "is_grey": each.usual.is_grey,
                "cells": b64encode(each.usual.cells).decode(),
                "likeness": b64encode(each.usual.likeness).decode(),
            }
            for each in scenes
        ]
        with disk_told(path):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_whole(path, written({"format": _FORMAT, "scenes": told}).encode())

    def forget(self, url: str) -> None:
        """What is known of a stream holds no more."""
        with suppress(OSError):
            self._path(url).unlink(missing_ok=True)

    def sweep(self, before_s: float) -> None:
        """Take away what was not kept anew since then (Unix time)."""
        with suppress(OSError):
            for path in self._folder.glob(f"*{_SUFFIX}"):
                if path.stat().st_mtime < before_s:
                    path.unlink(missing_ok=True)

    def _path(self, url: str) -> Path:
        return self._folder / f"{hashlib.sha256(url.encode()).hexdigest()[:32]}{_SUFFIX}"


def _scene(data: Json) -> KeptScene:
    told = record(data, "a scene")
    cells, likeness = _bytes(told.get("cells"), "«cells»"), _bytes(told.get("likeness"), "«likeness»")
    usual = UsualScene(cells, likeness, truth(told.get("is_grey"), "«is_grey»"))
    return KeptScene(number(told.get("taken"), "«taken»"), usual)


def _bytes(data: Json, what: str) -> bytes:
    try:
        return b64decode(words(data, what, _MOST_TEXT), validate=True)
    except binascii.Error as error:
        raise ValueError(f"{what} is not in base64") from error
