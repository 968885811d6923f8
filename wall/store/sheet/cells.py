"""The text in one cell: cleaned, made harmless, read as numbers and lists."""

from __future__ import annotations

import math
import re
import unicodedata

from wall.model.errors import StoreError

MOST_CELL = 32_767
"""Characters: what a cell of a spreadsheet program can hold."""

_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_FORMULA = re.compile(r"'*[=+\-@＝＋－＠]")
_DEFUSED = re.compile(r"'+[=+\-@＝＋－＠]")
_ITEM = re.compile(r'\s*(?:"((?:[^"]|"")*)"|([^;,\n]*))\s*(?:[;,\n]|\Z)')
_TO_QUOTE = re.compile(r'[;,\n"]')


class CellError(ValueError):
    """A cell that makes no sense; the words are for the person who wrote it, and hold no login."""


def clean(text: str) -> str:
    """Composed, one kind of line end, no control characters, nothing around it. Cleaning twice changes nothing."""
    if not text.isprintable():
        text = _UNFIT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if not (text.isascii() or unicodedata.is_normalized("NFC", text)):
        text = unicodedata.normalize("NFC", text)
    return text.strip()


def defused(text: str) -> str:
    """With an apostrophe before what a spreadsheet program would take for a formula (CWE-1236)."""
    return f"'{text}" if _FORMULA.match(text) else text


def typed(text: str) -> str:
    """What was there before `defused`, cleaned."""
    cleaned = clean(text)
    return cleaned[1:] if cleaned[:1] == "'" and _DEFUSED.match(cleaned) else cleaned


def joined(items: tuple[str, ...]) -> str:
    """Several texts in one cell, apart by semicolons; quoted where one has such a sign in it."""
    return "; ".join(_quoted(cleaned) for item in items if (cleaned := clean(item)))


def split(text: str) -> tuple[str, ...]:
    """The texts of a cell that holds several, apart by semicolons, commas or new lines."""
    items, at = [], 0
    while at < len(text) and (found := _ITEM.match(text, at)):
        quoted, unquoted = found.groups()
        items.append(clean(unquoted if quoted is None else quoted.replace('""', '"')))
        at = found.end()
    return tuple(item for item in items if item)


def _quoted(item: str) -> str:
    return '"' + item.replace('"', '""') + '"' if _TO_QUOTE.search(item) else item


def number(text: str, what: str, lowest: float, highest: float) -> float:
    """A number within bounds; a comma may stand for the decimal point. CellError."""
    try:
        value = float(text.replace(",", ".").replace("_", "?"))
    except ValueError:
        raise CellError(f"{what} is no number: {text[:60]}") from None
    if not math.isfinite(value) or not lowest <= value <= highest:
        raise CellError(f"{what} must be between {lowest:g} and {highest:g}, not {text[:60]}")
    return value


def whole(text: str, what: str, lowest: int, highest: int) -> int:
    """A whole number within bounds; a spreadsheet may have written 7 as 7.0. CellError."""
    value = number(text, what, lowest, highest)
    if value != int(value):
        raise CellError(f"{what} must be a whole number, not {text[:60]}")
    return int(value)


def plain(value: float | None) -> str:
    """A number as it is typed, to seven decimals: a centimetre on earth. "" for none."""
    if value is None or not math.isfinite(value):
        return ""
    rounded = round(value, 7)
    return str(int(rounded)) if rounded == int(rounded) else repr(rounded)


def fits(text: str, where: str) -> str:
    """The text, unless a cell cannot hold it: cut silently, it would come back as a change."""
    if len(text) > MOST_CELL:
        raise StoreError(f"{where} is too long for a cell of a spreadsheet")
    return text
