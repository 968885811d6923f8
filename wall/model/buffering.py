"""How much of what the cameras send is kept to be looked at again: what a person may settle."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

_MB = 1 << 20
LEAST_MEMORY_MB, LEAST_DISK_MB, MOST_MINUTES = 8, 32, 24 * 60
_YES, _NO = ("1", "true", "yes", "on"), ("0", "false", "no", "off")


@dataclass(frozen=True, slots=True)
class BufferSettings:
    """Bounds of the whole machine, however many processes share them."""

    minutes: float = 5.0
    """What is older is dropped. 0: nothing is kept."""
    memory_mb: int = 96
    disk_mb: int = 2048
    """What memory has no room for goes there. 0: nothing does."""
    folder: str = ""
    """"": one of this user's cache."""
    while_hidden: bool = False
    """Does it go on for a window that nobody sees? Its cameras are received, then, and not decoded."""
    given: frozenset[str] = field(default=frozenset(), compare=False)
    """What of it was settled by hand, by name."""

    @property
    def keeps_hidden(self) -> bool:
        """Are the cameras of a window that nobody sees received on, to be kept?"""
        return self.while_hidden and self.minutes > 0

    @property
    def keep_s(self) -> float:
        return self.minutes * 60

    @property
    def memory_bytes(self) -> int:
        return self.memory_mb * _MB

    @property
    def disk_bytes(self) -> int:
        return self.disk_mb * _MB

    def can_become(self, other: BufferSettings) -> bool:
        """May these be changed so while cameras are received? Only how much is kept: what is switched on or off, and
        where it lies, is settled as the decode processes begin.
        """

        def kind(settings: BufferSettings) -> tuple[object, ...]:
            return settings.minutes > 0, settings.disk_mb > 0, settings.folder, settings.while_hidden

        return self.minutes > 0 and kind(self) == kind(other)

    def settled(self, texts: Mapping[str, str]) -> BufferSettings:
        """With these values, as they are typed, by name. ValueError, in plain words, for what makes no sense."""
        values: dict[str, Any] = {name: _READERS[name](text) for name, text in texts.items()}
        return replace(self, **values, given=self.given | values.keys())

    def with_kept(self, texts: Mapping[str, str]) -> BufferSettings:
        """With what was kept, but for what is given. What makes no sense there is passed over."""
        kept = dict[str, Any]()
        for name, text in texts.items():
            if name in _READERS and name not in self.given:
                try:
                    kept[name] = _READERS[name](text)
                except ValueError:
                    continue
        return replace(self, **kept)


def _minutes(text: str) -> float:
    try:
        minutes = float(text)
    except ValueError:
        minutes = math.nan
    if not 0 <= minutes <= MOST_MINUTES:
        raise ValueError(f"so many minutes cannot be kept: {text}")
    return minutes


def _memory_mb(text: str) -> int:
    return _megabytes(text, LEAST_MEMORY_MB)


def _disk_mb(text: str) -> int:
    return 0 if text.strip() == "0" else _megabytes(text, LEAST_DISK_MB)


def _megabytes(text: str, least: int) -> int:
    if not text.strip().isdecimal() or not least <= int(text) <= 1 << 24:
        raise ValueError(f"a number of megabytes from {least} on, not {text}")
    return int(text)


def _yes_or_no(text: str) -> bool:
    if text.strip().lower() not in (*_YES, *_NO):
        raise ValueError(f"yes or no, not {text}")
    return text.strip().lower() in _YES


_READERS: Mapping[str, Callable[[str], object]] = {
    "minutes": _minutes,
    "memory_mb": _memory_mb,
    "disk_mb": _disk_mb,
    "folder": str,
    "while_hidden": _yes_or_no,
}

NAMES = tuple(each.name for each in fields(BufferSettings) if each.name in _READERS)
