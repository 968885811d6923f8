"""JPEGs in rows that can be exchanged: every 16 lines begin anew, between restart markers (ITU-T T.81, B.2.1).

Cameras' encoders write restart markers, too. Here they spare encoding a whole picture only because the time at its top
has gone on: the rows of the time are encoded alone and put in the place of the former ones.
"""

from __future__ import annotations

import io
import re

from PIL import Image

ROW_LINES = 16
"""With chroma at half the size, one row of blocks."""
_QUALITY = 80
_RESTART = re.compile(rb"\xff[\xd0-\xd7]")


class RowedJpeg:
    """One picture whose first rows can be exchanged."""

    def __init__(self, picture: Image.Image) -> None:
        self._head, rows = _taken_apart(picture)
        self._rows = [rows[start:end] for start, end in _bounds(rows)]

    def with_top(self, top: Image.Image) -> bytes:
        """The JPEG with this in place of its first rows; as wide as it, and a whole number of rows high."""
        _, data = _taken_apart(top)
        fresh = [data[start:end] for start, end in _bounds(data)]
        rows = [*fresh, *self._rows[len(fresh) :]]
        parts = [self._head, rows[0]]
        for number, row in enumerate(rows[1:]):
            parts += [bytes((0xFF, 0xD0 + number % 8)), row]
        return b"".join(parts) + b"\xff\xd9"


def _taken_apart(picture: Image.Image) -> tuple[bytes, bytes]:
    """What stands before the compressed data, and that data."""
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=_QUALITY, restart_marker_rows=1)
    whole = out.getvalue()
    scan = whole.index(b"\xff\xda")
    begin = scan + 2 + int.from_bytes(whole[scan + 2 : scan + 4], "big")
    return whole[:begin], whole[begin:-2]


def _bounds(data: bytes) -> list[tuple[int, int]]:
    """Where the rows begin and end. A marker's bytes do not occur in compressed data."""
    marks = [found.span() for found in _RESTART.finditer(data)]
    return list(zip([0, *(end for _, end in marks)], [*(start for start, _ in marks), len(data)], strict=True))
