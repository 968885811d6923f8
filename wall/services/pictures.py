"""Writes a picture to a file of the operator's choosing."""

from __future__ import annotations

from pathlib import Path

from wall.store.disk_words import disk_told
from wall.store.whole_file import write_whole


def save_picture(path: Path, jpeg: bytes) -> None:
    """Whole or not at all; missing folders are made. Blocks. StoreError where the disk does not."""
    with disk_told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, jpeg)
