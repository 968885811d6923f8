"""Builds the book of scenes of its real parts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wall.model.inventory import Inventory
from wall.services.fleet import Fleet
from wall.services.io import IoLoop
from wall.services.scene_book import SceneBook
from wall.store.scene_folder import SceneFolder, scenes_folder


@contextmanager
def open_scenes(io: IoLoop, fleet: Fleet, database: Path) -> Iterator[SceneBook]:
    """For as long as the context lasts."""
    book = SceneBook(io.loop, SceneFolder(scenes_folder(database)), FixedStreams(fleet).has)
    try:
        yield book
    finally:
        book.close()


class FixedStreams:
    """Which streams are of cameras that cannot turn."""

    def __init__(self, fleet: Fleet) -> None:
        self._fleet = fleet
        self._inventory = Inventory()
        self._urls: frozenset[str] = frozenset()

    def has(self, url: str) -> bool:
        """By its address."""
        if (now := self._fleet.inventory) is not self._inventory:
            fixed = (camera for camera in now.cameras if not camera.has_ptz)
            self._inventory, self._urls = now, frozenset(stream.url for each in fixed for stream in each.streams)
        return url in self._urls
