"""Clips on disk, in the user's cache directory. A file is whole or not there; a damaged one is as none."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import platformdirs

from wall.simulator.clips.clip import Clip, DamagedClipError, from_bytes, to_bytes
from wall.simulator.clips.recipe import ClipRecipe


def default_folder() -> Path:
    """Where clips are kept unless somebody says otherwise."""
    return Path(platformdirs.user_cache_dir("citywall")) / "clips"


def load(folder: Path, recipe: ClipRecipe) -> Clip | None:
    """The clip of that recipe, or None where it must be made first."""
    try:
        return from_bytes((folder / recipe.file_name).read_bytes())
    except (OSError, DamagedClipError):
        return None


def save(folder: Path, recipe: ClipRecipe, clip: Clip) -> None:
    """Write a clip beside its place and move it there, so that no reader sees half of it."""
    folder.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=folder, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(to_bytes(clip))
        Path(name).replace(folder / recipe.file_name)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
