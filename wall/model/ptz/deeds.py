"""What a button can do to the dome in hand, by the names that are kept on the disk."""

from __future__ import annotations

PRESETS = tuple(f"ptz.preset_{number}" for number in range(1, 10))
"""Go to the first, the second … preset of the dome."""
NEXT_TILE, FORMER_TILE = "ptz.next_tile", "ptz.former_tile"
HOME, WIPER, LIGHT, AUTO_FOCUS = "ptz.home", "ptz.wiper", "ptz.light", "ptz.auto_focus"
ZOOM_IN, ZOOM_OUT = "ptz.zoom_in", "ptz.zoom_out"
FOCUS_FAR, FOCUS_NEAR = "ptz.focus_far", "ptz.focus_near"
IRIS_OPEN, IRIS_CLOSE = "ptz.iris_open", "ptz.iris_close"

HELD = frozenset({ZOOM_IN, ZOOM_OUT, FOCUS_FAR, FOCUS_NEAR})
"""These last as long as the button is held."""

USUAL = (*PRESETS, FORMER_TILE, NEXT_TILE, WIPER, HOME, FOCUS_NEAR, FOCUS_FAR, IRIS_CLOSE, IRIS_OPEN)
"""What the buttons of a device do that nobody has settled yet, in their order."""

ALL = (
    *PRESETS,
    *(FORMER_TILE, NEXT_TILE, HOME, ZOOM_IN, ZOOM_OUT, FOCUS_NEAR, FOCUS_FAR, AUTO_FOCUS),
    *(IRIS_CLOSE, IRIS_OPEN, WIPER, LIGHT),
)
