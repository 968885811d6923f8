"""`citywall console` and `citywall wall`: the control room and its screens, on what the city has."""

from __future__ import annotations

import argparse

from wall.commands.database import database_path
from wall.commands.options import video_settings
from wall.commands.recording_options import record_settings
from wall.commands.screen import need_screen


def run(options: argparse.Namespace) -> int:
    """The console and every kept screen of the wall, until the console is closed."""
    need_screen(options.screenshot)
    from wall.behind import ConsoleLook
    from wall.console import run_console

    look = ConsoleLook(options.language, options.theme, video=video_settings(options), record=record_settings(options))
    return run_console(database_path(options.database), look, options.screenshot)


def run_wall(options: argparse.Namespace) -> int:
    """The kept screens of the wall alone, for a machine at which nobody sits."""
    need_screen(None)
    from wall.behind import ConsoleLook
    from wall.console import run_walls

    look = ConsoleLook(options.language, options.theme, video=video_settings(options), record=record_settings(options))
    return run_walls(database_path(options.database), look)
