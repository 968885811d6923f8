"""How much is kept to be looked at again: options, and the environment for where nobody types any."""

from __future__ import annotations

import argparse
import os

from wall.model.buffering import NAMES, BufferSettings

_USUAL = BufferSettings()
_PREFIX = "CITYWALL_REPLAY_"


def add_buffer(parser: argparse.ArgumentParser) -> None:
    """Read by `buffer_settings`."""
    group = parser.add_argument_group(
        "replay", f"What cameras sent last is kept, to be looked at again. Or {_PREFIX}MINUTES and so on."
    )
    add = group.add_argument
    add("--replay-minutes", metavar="M", help=f"0: nothing is kept (default: {_USUAL.minutes:g})")
    add("--replay-memory-mb", metavar="MB", help=f"of this machine (default: {_USUAL.memory_mb})")
    add("--replay-disk-mb", metavar="MB", help=f"for what memory has no room for; 0: none (default: {_USUAL.disk_mb})")
    add("--replay-folder", metavar="DIR", help="(default: in this user's cache)")
    add("--replay-while-hidden", metavar="yes|no", help="go on for windows that nobody sees (default: no)")


def buffer_settings(options: argparse.Namespace) -> BufferSettings:
    """What was typed, else what the environment says. ValueError, in plain words, for what makes no sense."""
    typed = {name: getattr(options, f"replay_{name}") for name in NAMES}
    texts = {name: os.environ.get(_PREFIX + name.upper()) if text is None else text for name, text in typed.items()}
    return _USUAL.settled({name: text for name, text in texts.items() if text is not None})
