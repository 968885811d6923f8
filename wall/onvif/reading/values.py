"""Single values in replies, as they are meant."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

from wall.model.device import Problem, Step, Trouble
from wall.model.stream import Codec
from wall.onvif.xml import Element, plain, text

_UNFILLED = re.compile(r"\$\{.*\}|\{\{.*\}\}|\$\(.*\)|%[A-Z_]{2,}%|@[A-Z_]{2,}@|<%.*%>|\[\[.*\]\]|%[sd]", re.ASCII)
_NUMBER = re.compile(r"\s*([+-]?\d{1,15}(?:\.\d{1,15})?(?:[eE][+-]?\d{1,2})?)", re.ASCII)
_CODECS = (
    (re.compile("265|hevc|h26?5"), Codec.H265, "H265"),
    (re.compile("264|avc"), Codec.H264, "H264"),
    (re.compile("jpe?g"), Codec.MJPEG, "JPEG"),
    (re.compile("mp(eg)?4"), None, "MPEG4"),
)


def said(element: Element | None, *path: str, most: int = 100) -> str:
    """Words for people, clean and short; "" where there are none or where they are an unfilled template."""
    words = plain(text(element, *path), most)
    return "" if is_unfilled(words) else words


def is_unfilled(words: str) -> bool:
    """Is it what the device's maker meant to fill in and forgot, like `${MODEL}`?"""
    return _UNFILLED.fullmatch(words) is not None


def decimal(words: str) -> float | None:
    """The number that a text begins with; None where there is none."""
    found = _NUMBER.match(words)
    value = float(found.group(1)) if found else math.nan
    return value if math.isfinite(value) else None


def whole(words: str) -> int | None:
    """The same without a fraction: "30.00" is 30."""
    value = decimal(words)
    return None if value is None else int(value)


def whole_within(words: str, least: int, most: int) -> int | None:
    """The same; None also for a number that cannot be meant."""
    value = whole(words)
    return value if value is not None and least <= value <= most else None


def decimal_within(words: str, least: float, most: float) -> float | None:
    """The same with a fraction."""
    value = decimal(words)
    return value if value is not None and least <= value <= most else None


def truth(words: str) -> bool:
    """Is it said to be so? What is not said is not so."""
    return words.lower() in {"true", "1", "yes", "on"}


def codec_of(encoding: str) -> tuple[Codec | None, str]:
    """What we show it with, and one name for its many: H.265, HEVC, h265, video/H265 …"""
    squeezed = "".join(each for each in encoding.lower() if each.isalnum())
    for pattern, codec, name in _CODECS:
        if pattern.search(squeezed):
            return codec, name
    return None, plain(encoding, 20).upper()


def problem(step: Step, trouble: Trouble, detail: str) -> Problem:
    """A problem whose detail may be shown."""
    return Problem(step, trouble, plain(detail))


def problem_with(step: Step, trouble: Trouble, what: str, named: Iterable[str]) -> tuple[Problem, ...]:
    """One problem for all of a kind, with their names; none where there are no names."""
    names = list(dict.fromkeys(named))
    return (problem(step, trouble, f"{what}: {', '.join(names)}"),) if names else ()
