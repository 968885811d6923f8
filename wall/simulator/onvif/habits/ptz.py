"""What makes leave out about their domes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ptz:
    """Whether presets have names, and whether a status says where the dome is."""

    names_presets: bool = True
    tells_position: bool = True
