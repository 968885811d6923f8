"""Scopes as devices write them: a list that white space should part, with white space in its items.

What they mean is read by `wall.onvif.reading.scopes`.
"""

from __future__ import annotations

import re

_MOST_SCOPES = 128
_LONGEST_SCOPE = 512
_BEGINS = re.compile(r"[a-z][a-z0-9+.-]{1,30}:/{0,2}[^\s/]|urn:", re.IGNORECASE)


def split_scopes(text: str) -> tuple[str, ...]:
    """The scopes, each once. A word that begins none belongs to the one before: `…/name/Ngã Sáu` is one scope."""
    scopes: list[str] = []
    for word in text.split():
        if _BEGINS.match(word) or not scopes:
            scopes.append(word)
        elif len(scopes[-1]) < _LONGEST_SCOPE:
            scopes[-1] += f" {word}"
    kept = (scope[:_LONGEST_SCOPE] for scope in scopes if _BEGINS.match(scope))
    return tuple(dict.fromkeys(kept))[:_MOST_SCOPES]
