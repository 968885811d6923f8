"""XML without prefixes: every element says its namespace where it differs from its parent's."""

from __future__ import annotations

import re
from functools import lru_cache

from wall.simulator.onvif.namespaces import NAMESPACES

_TAG = re.compile(r"<(/?)([\w-]+):([\w.-]+)([^<>]*?)(/?)>")
DECLARED = "".join(f' xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in ("s", "ter", "tns1", "wstop", "wsnt"))
"""For names inside text and attributes, which a default namespace does not reach."""


_MOST_KEPT = 32_768


def without_prefixes(markup: str) -> str:
    """The same elements under default namespaces, to stand inside an element of SOAP's namespace."""
    # A client that sends megabytes to be said back fills no memory with them.
    return _kept(markup) if len(markup) <= _MOST_KEPT else _rewritten(markup)


@lru_cache(maxsize=256)
def _kept(markup: str) -> str:
    """Most answers of one make are the same for many devices."""
    return _rewritten(markup)


def _rewritten(markup: str) -> str:
    current = ["s"]

    def rewrite(match: re.Match[str]) -> str:
        closing, prefix, name, attributes, empty = match.groups()
        if closing:
            current.pop()
            return f"</{name}>"
        declared = "" if prefix == current[-1] else f' xmlns="{NAMESPACES[prefix]}"'
        if not empty:
            current.append(prefix)
        return f"<{name}{declared}{attributes}{empty}>"

    return _TAG.sub(rewrite, markup)
