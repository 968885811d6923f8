"""Is there a screen, and what is to be done where there is none?"""

from __future__ import annotations

import os
from pathlib import Path

from wall.model.errors import StartError


def need_screen(screenshot: Path | None) -> None:
    """Say in one line how to see the window where there is no screen; render offscreen where a picture is wanted."""
    if screenshot:
        choose_platform(display=False)
    elif not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or os.environ.get("QT_QPA_PLATFORM")):
        raise StartError("there is no screen here; add --screenshot FILE.png (make demo ARGS='--screenshot wall.png')")


def choose_platform(display: bool) -> None:
    """Render offscreen, unless it shall be seen."""
    if not display:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
