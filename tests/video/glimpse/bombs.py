"""JPEGs that no camera sends, and some that one might."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image


def jpeg(width: int = 640, height: int = 360, colour: str | None = None, **options: Any) -> bytes:
    """Of one colour, or full of noise."""
    if colour is None:
        image = Image.effect_noise((width, height), 60).convert("RGB")
    else:
        image = Image.new("RGB", (width, height), colour)
    return saved(image, **options)


def saved(image: Image.Image, **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", **options)
    return out.getvalue()


def endless_passes(size: int = 3_500_000) -> bytes:
    """A picture in hundreds of thousands of passes, each of a few bytes and over all of its blocks."""
    whole = jpeg(3200, 2400, "black", progressive=True)
    last = whole.rindex(b"\xff\xda")
    scan = whole[last:-2]
    return whole[:-2] + scan * ((size - len(whole)) // len(scan)) + b"\xff\xd9"
