"""An open PMTiles file."""

from __future__ import annotations

import json
import os
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wall.maps.extent import told_bounds
from wall.maps.faults import map_told
from wall.maps.found import Found, plain_words
from wall.maps.pictures import MOST_TILE_BYTES, check_tile
from wall.maps.pmtiles.directory import MOST_PACKED, Directory, Entry, unpacked
from wall.maps.pmtiles.header import LENGTH, Section, read_header
from wall.maps.pmtiles.tile_id import tile_id
from wall.model.errors import MapError
from wall.model.map_kinds import WORLD, MapFault, MapKind, Tile

_DEEPEST = 4
"""Directories one behind the other (section 4): more would be a ring."""
_KEPT_LEAVES = 64
_MOST_METADATA = 4 << 20


class PmTiles:
    """Blocks; one thread at a time. MapError where it cannot be opened or read."""

    def __init__(self, path: Path) -> None:
        self._name = path.name
        with map_told(path.name):
            self._file = path.open("rb", buffering=0)
        try:
            with map_told(path.name):
                self._size = os.fstat(self._file.fileno()).st_size
                self._header = read_header(self._file.read(LENGTH), self._size, path.name)
            self._root = self._directory(self._header.root)
        except BaseException:
            self.close()
            raise
        self._leaves: OrderedDict[Section, Directory] = OrderedDict()

    def tile(self, tile: Tile) -> bytes | None:
        """The picture; None where there is none."""
        number, directory = tile_id(tile), self._root
        for _ in range(_DEEPEST):
            entry = directory.find(number)
            if entry is None or entry.length == 0:
                return None
            if not entry.is_leaf:
                return self._tile_at(entry)
            directory = self._leaf(entry)
        raise MapError(MapFault.BROKEN, self._name, "its directories lead in a ring")

    def examine(self) -> Found:
        """What it is. MapError where it cannot be used: what is wrong is in it."""
        if not len(self._root):
            raise MapError(MapFault.NO_TILES, self._name)
        for data in self._samples():
            check_tile(data, self._name)
        told = self._metadata()
        return Found(
            MapKind.PMTILES,
            plain_words(told.get("name")) or Path(self._name).stem,
            plain_words(told.get("attribution")),
            self._header.min_zoom,
            self._header.max_zoom,
            told_bounds(self._header.bounds, self._name) or WORLD,
        )

    def close(self) -> None:
        """Safe to call twice."""
        self._file.close()

    def _samples(self) -> Iterator[bytes]:
        """The tiles of the first and the last directory's ends."""
        for is_last in (False, True):
            directory = self._root
            for _ in range(_DEEPEST):
                entry = directory.end(is_last)
                if entry is None or entry.length == 0:
                    raise MapError(MapFault.BROKEN, self._name, "a directory in it is empty")
                if not entry.is_leaf:
                    yield self._tile_at(entry)
                    break
                directory = self._leaf(entry)

    def _metadata(self) -> dict[str, object]:
        """What it says of itself; a file that says it badly is a map all the same."""
        section = self._header.metadata
        if not 0 < section.length <= _MOST_METADATA:
            return {}
        try:
            told = json.loads(unpacked(self._bytes(section), self._header.inside, _MOST_METADATA))
        except (ValueError, RecursionError):
            return {}
        return told if isinstance(told, dict) else {}

    def _leaf(self, entry: Entry) -> Directory:
        section = Section(self._header.leaves.offset + entry.offset, entry.length)
        known = self._leaves.get(section)
        if known is None:
            known = self._leaves[section] = self._directory(section)
            if len(self._leaves) > _KEPT_LEAVES:
                self._leaves.popitem(last=False)
        self._leaves.move_to_end(section)
        return known

    def _directory(self, section: Section) -> Directory:
        if section.length > MOST_PACKED:
            raise MapError(MapFault.BROKEN, self._name, f"a directory of {section.length} bytes")
        with self._told():
            return Directory(unpacked(self._bytes(section), self._header.inside))

    def _tile_at(self, entry: Entry) -> bytes:
        if entry.length > MOST_TILE_BYTES:
            raise MapError(MapFault.TOO_LARGE, self._name, f"a tile of {entry.length} bytes")
        data = self._bytes(Section(self._header.tiles.offset + entry.offset, entry.length))
        with self._told():
            return unpacked(data, self._header.outside, MOST_TILE_BYTES)

    def _bytes(self, section: Section) -> bytes:
        """All of a section: the file must have it."""
        if section.offset + section.length > self._size:
            raise MapError(MapFault.BROKEN, self._name, "its end is missing")
        with map_told(self._name):
            data = os.pread(self._file.fileno(), section.length, section.offset)
        if len(data) != section.length:
            raise MapError(MapFault.BROKEN, self._name, "its end is missing")
        return data

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except ValueError as error:
            raise MapError(MapFault.BROKEN, self._name, str(error)) from error
