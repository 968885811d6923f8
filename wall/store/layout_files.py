"""Reads layouts from files, one each: the presets, and what an installer adds. See `layouts/README.md`."""

from __future__ import annotations

from pathlib import Path

from wall.model.layout import Layout
from wall.resources import data_folder
from wall.store.json_file import read_json
from wall.store.layout_json import read_layout

_MOST_BYTES = 256 * 1024
_MOST_FILES = 1000


def presets() -> tuple[tuple[Layout, ...], tuple[str, ...]]:
    """The layouts that ship with the program, and what is wrong with those that are broken."""
    try:
        folder = data_folder("layouts")
    except FileNotFoundError as error:
        return (), (str(error),)
    return read_layouts(folder)


def read_layouts(folder: Path) -> tuple[tuple[Layout, ...], tuple[str, ...]]:
    """The layouts of a folder in the order of their file names, and what is wrong with those that are broken. Blocks.

    A file that cannot be read, or is no layout, is named in a sentence of its own; the others are read.
    """
    layouts, wrong = [], []
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix.casefold() == ".json")
    except OSError as error:
        return (), (f"layouts: {folder} cannot be read: {error.strerror}",)
    if len(paths) > _MOST_FILES:
        wrong.append(f"layouts: {folder} holds {len(paths)} files, only the first {_MOST_FILES} are read")
    for path in paths[:_MOST_FILES]:
        try:
            layouts.append(_read(path))
        except ValueError as error:
            wrong.append(f"layout {path.name}: {error}")
    return tuple(layouts), tuple(wrong)


def _read(path: Path) -> Layout:
    """ValueError, in plain words, for what is no layout."""
    layout = read_layout(read_json(path, _MOST_BYTES))
    if not layout.name:
        raise ValueError("«name» is missing: the layout needs one")
    return layout
