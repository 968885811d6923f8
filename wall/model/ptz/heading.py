"""Where a dome looks on the earth, of what it tells of its pan."""

from __future__ import annotations

from wall.model.ptz.move import Place

ALL_ROUND = (-180.0, 180.0)
"""What a dome turns of which nobody knows better: nearly all turn without end."""
_WIDE = 0.02


def heading_deg(place: Place, pan_degrees: tuple[float, float] | None, middle_deg: float | None) -> float | None:
    """0 is north, 90 east. `middle_deg` is where it looks in the middle of its pan range, as somebody has placed it on
    the map; None where that or its pan is not known. `pan_degrees` is where its range ends in its own degrees.
    """
    if place.pan is None or middle_deg is None:
        return None
    low, high = pan_degrees or ALL_ROUND
    turned = (middle_deg + place.pan * (high - low) / 2) % 360
    return turned if turned < 360 else 0.0  # What is hardly west of north is rounded up.


def seen_deg(place: Place, view_deg: float | None) -> float | None:
    """How wide it sees: as the inventory says while it is not zoomed in, else that is not known."""
    return view_deg if place.zoom is None or place.zoom <= _WIDE else None
