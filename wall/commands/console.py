"""`citywall console`: the control room in one window, on what the city has."""

from __future__ import annotations

import argparse

from wall.commands.database import database_path
from wall.commands.screen import need_screen


def run(options: argparse.Namespace) -> int:
    """Until the window is closed."""
    need_screen(options.screenshot)
    from wall.console import ConsoleLook, run_console

    look = ConsoleLook(options.language, options.theme)
    return run_console(database_path(options.database), look, options.screenshot)
