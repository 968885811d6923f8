"""What the files of recordings are called: the moment, the camera's number and name, nothing a file system refuses."""

from __future__ import annotations

import unicodedata
from datetime import datetime
from itertools import count
from pathlib import Path

_MOST_LETTERS = 60
_MOST_BYTES = 150
"""Of a name; a file system allows 255 with everything around it, and a letter of Vietnamese takes three."""


def part_path(folder: Path, number: int, name: str, started_s: float) -> Path:
    """Where a file that begins at this moment (Unix seconds) shall be, in a folder of its day. Local time.

    «2026-11-29/2026-11-29 14.03.22 127 Ngã Sáu.mp4»; where there is one already, with a number behind.
    """
    at = datetime.fromtimestamp(started_s)
    stem = " ".join(part for part in (f"{at:%Y-%m-%d %H.%M.%S}", str(number), safe(name)) if part)
    day = folder / f"{at:%Y-%m-%d}"
    names = (f"{stem}{f' ({again})' if again > 1 else ''}.mp4" for again in count(1))
    return next(path for path in map(day.joinpath, names) if not path.exists())


def safe(name: str) -> str:
    """Letters, digits, spaces and dashes of any language; not too long. May be empty."""
    whole = unicodedata.normalize("NFC", name)
    plain = "".join(
        letter if letter.isalnum() or unicodedata.category(letter) in ("Pd", "Mn") else " " for letter in whole
    )
    short = " ".join(plain.split())[:_MOST_LETTERS]
    return short.encode()[:_MOST_BYTES].decode(errors="ignore").strip()
