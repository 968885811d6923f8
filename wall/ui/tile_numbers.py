"""Numbers for tiles, each given once: a late fact about one that is gone can never be taken for another's."""

from __future__ import annotations

from itertools import count


class TileNumbers:
    """Shared by everybody who shows tiles through one live view. UI thread."""

    def __init__(self, first: int = 0) -> None:
        self._numbers = count(first)

    def next(self) -> int:
        """One that nobody had before."""
        return next(self._numbers)
