"""Reads a JSON file that a person, another program or a broken disk may have written."""

from __future__ import annotations

import stat
from pathlib import Path

from wall.store.json_fields import Json, parsed


def read_json(path: Path, most_bytes: int) -> Json:
    """What is in it. ValueError, in plain words without the file's name, for what cannot be read or is no JSON.

    Only plain files are opened: a pipe would keep its reader waiting. Blocks.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise ValueError("this is a folder, not a file" if path.is_dir() else "this is not a plain file")
        with path.open("rb") as file:
            content = file.read(most_bytes + 1)
    except OSError as error:
        raise ValueError(f"it cannot be read: {error.strerror}") from error
    if len(content) > most_bytes:
        raise ValueError(f"it is too large: more than {most_bytes // 1024} KiB")
    if not content.strip():
        raise ValueError("it is empty")
    try:
        return parsed(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ValueError("it is not text in UTF-8") from error
    except ValueError as error:
        raise ValueError(f"it is broken: {error}") from error
