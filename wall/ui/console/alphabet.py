"""The order of names in lists: A, Ă, Â, B, … D, Đ, whatever the language of the machine.

Folding (`wall.model.fold`) would do as well, but takes twenty times as long, and ten thousand names are sorted between
two pictures.
"""

from __future__ import annotations

from unicodedata import normalize


def alphabetic(text: str) -> str:
    """A key to sort by. Decomposed, a letter with a mark stands right behind its plain one."""
    plain = text.casefold()
    return plain if plain.isascii() else normalize("NFD", plain).replace("đ", "d~")
