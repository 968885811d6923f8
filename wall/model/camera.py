"""One camera "eye" of the city, as far as the wall needs it."""

from __future__ import annotations

from dataclasses import dataclass

from wall.model.stream import Source


@dataclass(frozen=True, slots=True)
class Camera:
    """A camera that can be shown. `number` is what an operator types on the keypad."""

    number: int
    name: str
    main: Source
    sub: Source | None = None
    site: str = ""
    camera_id: int = 0
    """Of the inventory; 0 where there is none."""
    priority: int = 0
    """Higher is more important; 0 is ordinary."""

    def source_for_grid(self) -> Source:
        """The cheapest stream that is good enough for a small tile."""
        return self.sub or self.main
