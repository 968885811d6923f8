"""The folder in which CityWall keeps the maps that were taken in: files are copied there, whole or not at all.

A copy, and not where the file was found: sticks are pulled, files are changed by others, and a map has to be there
after the next start. It lies beside the database, so that both are saved and moved together.

A file gets its name while the database is locked for the row that refers to it (`place`), and what no row refers to is
swept away under the same lock: a kill at any moment leaves a whole map or none.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from wall.maps import plan_image
from wall.maps.examine import examine, examine_tiles
from wall.maps.faults import map_told
from wall.maps.found import Found
from wall.maps.mbtiles_writer import is_full, write_mbtiles
from wall.maps.tile_folder import open_folder
from wall.model.errors import MapError
from wall.model.map_kinds import MapFault, MapKind
from wall.model.map_taking import Taking

_PART = ".part"
_PIECE = 4 << 20
_TILES_AT_ONCE = 200
_LEFT_FREE = 256 << 20
"""Bytes: the database beside it must go on."""
_SUFFIXES = {
    MapKind.MBTILES: ".mbtiles",
    MapKind.PMTILES: ".pmtiles",
    MapKind.TILE_FOLDER: ".mbtiles",
    MapKind.GEOJSON: ".geojson",
}

Ready = Callable[[], int]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Brought:
    """A map whose copy is whole, on the disk, and without a name yet."""

    found: Found
    part: Path
    suffix: str


class MapShelf:
    """Blocks, for as long as copying takes; any thread. MapError where a file cannot be used, or there is no room."""

    def __init__(self, folder: Path, left_free: int = _LEFT_FREE) -> None:
        self.folder = folder
        self._left_free = left_free

    @contextmanager
    def bringing(self, source: Path, crs: str = "", taking: Taking | None = None) -> Iterator[Brought]:
        """A map of a file or a folder, copied and looked at; `place` gives it its name before the context ends.

        MapError (STOPPED) where `taking` was stopped meanwhile: then nothing is left of it.
        """
        taking = taking or Taking()
        with self._part() as part:
            pack = source.is_dir()
            brought = self._pack(source, part, taking) if pack else self._copy(source, crs, part, taking)
            taking.go_on(source.name)
            yield brought

    def place(self, brought: Brought, map_id: int) -> str:
        """Give a copy the name of its map. To be called while the database is locked for its row."""
        name = f"{map_id}{brought.suffix}"
        with map_told(brought.found.name):
            brought.part.replace(self.folder / name)
            _write_through(self.folder)
        return name

    def sweep(self, kept: frozenset[str]) -> None:
        """Take away what no map refers to. To be called while the database is locked."""
        if not self.folder.is_dir():
            return
        for path in self.folder.iterdir():
            is_left = _is_nobodys(path) if path.suffix == _PART else path.stem.isdecimal()
            if path.name not in kept and is_left:
                with suppress(OSError):
                    path.unlink()

    @contextmanager
    def _part(self) -> Iterator[Path]:
        """A file to write to, which nobody sweeps away while this program lives."""
        with map_told(str(self.folder)):
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            path = self.folder / f"{os.getpid()}-{os.urandom(4).hex()}{_PART}"
            held = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            fcntl.flock(held, fcntl.LOCK_EX)
            yield path
        finally:
            with suppress(OSError):
                path.unlink(missing_ok=True)
            os.close(held)

    def _copy(self, source: Path, crs: str, part: Path, taking: Taking) -> Brought:
        """Looked at before, so that nothing is copied in vain, and of tiles afterwards once more: it is the copy that
        is going to be read.
        """
        taking.go_on(source.name)
        file, found = examine(source, crs, taking)
        self._refuse_without_room(file.stat().st_size, found.name)
        suffix = _SUFFIXES.get(found.kind) or _image_suffix(file)
        with map_told(found.name):
            if found.kind is MapKind.PLAN and suffix == ".png" and not _is_png(file):
                plan_image.write_plain(file, part)
            else:
                _copied(file, part, taking)
            _write_through(part)
        if found.kind in (MapKind.MBTILES, MapKind.PMTILES):
            examine(part)
        return Brought(found, part, suffix)

    def _pack(self, source: Path, part: Path, taking: Taking) -> Brought:
        """A folder of tiles becomes one file: a hundred thousand files are no map that one can move or trust."""
        folder = open_folder(source)
        told = {name: folder.metadata[name] for name in ("name", "attribution", "bounds") if folder.metadata.get(name)}
        self._refuse_without_room(0, source.name)
        try:
            many = write_mbtiles(part, told, _told_of(folder.tiles(), source.name, taking))
        except sqlite3.Error as error:
            fault = MapFault.DISK_FULL if is_full(error) else MapFault.UNREADABLE
            raise MapError(fault, source.name, str(error)) from error
        if many == 0:
            left_out = f"{folder.left_out} files were no pictures" if folder.left_out else ""
            raise MapError(MapFault.NO_TILES, source.name, left_out)
        found = replace(examine_tiles(part), kind=MapKind.TILE_FOLDER)
        with map_told(source.name):
            _write_through(part)
        remarks = (f"{folder.left_out} files were no whole pictures and were left out",) if folder.left_out else ()
        return Brought(replace(found, name=told.get("name") or source.name, remarks=remarks), part, ".mbtiles")

    def _refuse_without_room(self, size: int, name: str) -> None:
        with map_told(name):
            free = shutil.disk_usage(self.folder).free
        if free < size + self._left_free:
            raise MapError(MapFault.DISK_FULL, name, f"{(size + self._left_free - free) >> 20} MB more are needed")


def _copied(source: Path, target: Path, taking: Taking) -> None:
    whole = source.stat().st_size
    with source.open("rb") as read, target.open("wb") as written:
        while piece := read.read(_PIECE):
            written.write(piece)
            taking.come_to(source.name, written.tell(), whole)


def _told_of(tiles: Iterator[T], name: str, taking: Taking) -> Iterator[T]:
    for many, tile in enumerate(tiles):
        if many % _TILES_AT_ONCE == 0:
            taking.come_to(name, many)
        yield tile


def _image_suffix(path: Path) -> str:
    with path.open("rb") as file:
        head = file.read(16)
    if head.startswith(b"\xff\xd8"):
        return ".jpg"
    return ".webp" if head.startswith(b"RIFF") else ".png"


def _is_png(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x89PNG"


def _is_nobodys(part: Path) -> bool:
    """Does no living program write to it?"""
    try:
        held = os.open(part, os.O_RDWR)
    except OSError:
        return False
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    finally:
        os.close(held)
    return True


def _write_through(path: Path) -> None:
    """Have a file or a folder on the disk before going on."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
