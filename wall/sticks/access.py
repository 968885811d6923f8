"""Sticks that the kernel knows and that this account may not read (Linux: /proc/bus/input/devices)."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

_LISTED = Path("/proc/bus/input/devices")
_NAME = re.compile(r'^N: Name="(.*)"$', re.MULTILINE)
_HANDLERS = re.compile(r"^H: Handlers=(.*)$", re.MULTILINE)
_NODE = re.compile(r"\b(event\d+)\b")
_JOYSTICK = re.compile(r"\bjs\d+\b")


def locked_sticks() -> tuple[str, ...]:
    """Their names; none where there is no such list."""
    try:
        listed = _LISTED.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ()
    return locked_in(listed, _is_locked)


def locked_in(listed: str, is_locked: Callable[[Path], bool]) -> tuple[str, ...]:
    """The names of the joysticks in such a list whose device cannot be read."""
    found = []
    for device in listed.split("\n\n"):
        name, handlers = _NAME.search(device), _HANDLERS.search(device)
        if name is None or handlers is None or not _JOYSTICK.search(handlers[1]):
            continue
        node = _NODE.search(handlers[1])
        if node is not None and is_locked(Path("/dev/input") / node[1]):
            found.append(name[1])
    return tuple(found)


def _is_locked(node: Path) -> bool:
    """It is there, and not for us."""
    return node.exists() and not os.access(node, os.R_OK)
