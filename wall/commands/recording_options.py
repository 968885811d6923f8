"""What is taken about recordings by hand. Imports nothing heavy."""

from __future__ import annotations

import argparse
import math
import os
from collections.abc import Callable
from pathlib import Path

from wall.model.recording import RecordSettings, RecordStream

_GB = 1_000_000_000
_USUAL = RecordSettings("")


def add_recording(parser: argparse.ArgumentParser) -> None:
    """How recordings are made; read by `record_settings`."""
    group = parser.add_argument_group("recordings by hand")
    group.add_argument(
        "--recordings",
        type=Path,
        metavar="FOLDER",
        help="where they go; or CITYWALL_RECORDINGS (default: CityWall in this user's folder of videos)",
    )
    group.add_argument(
        "--record-stream",
        choices=[each.value for each in RecordStream],
        default=_USUAL.stream.value,
        help="main: the best one, as soon as it comes; shown: what the tile shows (default: %(default)s)",
    )
    group.add_argument(
        "--record-before",
        type=_number(0, 3600),
        default=_USUAL.before_s,
        metavar="S",
        help="so many seconds before the key they begin (default: %(default)g)",
    )
    group.add_argument(
        "--record-most",
        type=_number(0.1, 1440),
        default=_USUAL.most_s / 60,
        metavar="MIN",
        help="one that nobody ends is so long (default: %(default)g minutes)",
    )
    group.add_argument(
        "--record-reserve",
        type=_number(0, 100_000),
        default=_USUAL.reserve_bytes / _GB,
        metavar="GB",
        help="so much stays free on the disk (default: %(default)g)",
    )


def record_settings(options: argparse.Namespace) -> RecordSettings:
    """What `add_recording` has taken."""
    folder = options.recordings or os.environ.get("CITYWALL_RECORDINGS") or _usual_folder()
    return RecordSettings(
        str(Path(folder).expanduser().absolute()),
        RecordStream(options.record_stream),
        options.record_before,
        round(options.record_reserve * _GB),
        options.record_most * 60,
    )


def _usual_folder() -> str:
    from wall.services.recording_folder import usual_settings

    return usual_settings().folder


def _number(least: float, most: float) -> Callable[[str], float]:
    def number(text: str) -> float:
        try:
            value = float(text)
        except ValueError:
            value = math.nan
        if not least <= value <= most:
            raise argparse.ArgumentTypeError(f"a number from {least:g} to {most:g}, not {text!r}")
        return value

    return number
