"""Text as one types it in a hurry: `Ngã Sáu` and `nga sau` fold to the same."""

from __future__ import annotations

import unicodedata

_STROKED = str.maketrans({"đ": "d", "ð": "d"})
"""The Vietnamese d with a stroke is a letter of its own: Unicode does not decompose it."""


def fold(text: str) -> str:
    """Small letters and digits without diacritics, each run of anything else one space, none at the ends.

    Precomposed and decomposed input (macOS writes the latter into files) fold to the same.
    """
    if text.isascii():
        plain = text.lower()
    else:
        split = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
        plain = "".join(letter for letter in split if not unicodedata.combining(letter)).translate(_STROKED)
    return " ".join("".join(letter if letter.isalnum() else " " for letter in plain).split())
