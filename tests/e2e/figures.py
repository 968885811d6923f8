"""What was measured on the way: tests allow for a noisy machine, people want to see the figure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest


@dataclass
class Figures:
    """Lines for the end of the test run."""

    lines: list[str] = field(default_factory=list)

    def note(self, what: str, **values: float) -> None:
        """Keep what was measured."""
        self.lines.append(f"{what:<34}" + "  ".join(f"{name} {value:.3g}" for name, value in values.items()))


FIGURES = pytest.StashKey[Figures]()
Note = Callable[..., None]
