"""The whole benchmark, in its order."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from random import Random
from secrets import token_hex

from PySide6.QtWidgets import QApplication

from wall.bench.crowd import Crowd
from wall.bench.percentile import percentile
from wall.bench.ptz.hand import Hand
from wall.bench.ptz.killed import Kills
from wall.bench.ptz.sessions import Sessions, Tally
from wall.bench.ptz.stage import Stage, staged
from wall.bench.ptz.times import Times
from wall.bench.ptz.tools import Keys, Stick
from wall.bench.report import tell

_CAMERAS_A_TILE = 2
"""So that there are domes enough: the city has one among seven."""
_KILLED_SHARE = 0.25


def run(tiles: int, rounds: int, sessions: int, seed: int, json_file: str | None) -> int:
    """Measure and tell; 0 when nothing ran away and nothing was missing, else 1."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    os.environ["CITYWALL_PASSPHRASE"] = token_hex()
    with (
        tempfile.TemporaryDirectory(prefix="citywall-") as folder,
        staged(app, tiles, Path(folder) / "wall", tiles * _CAMERAS_A_TILE) as stage,
    ):
        figures = measure(stage, rounds, sessions, seed, Path(folder))
    tell(figures, json_file)
    return 0 if figures["runaways"] == 0 and figures["missing"] == 0 else 1


def measure(stage: Stage, rounds: int, sessions: int, seed: int, folder: Path) -> dict[str, object]:
    """All figures of one sitting."""
    crowd, chance = Crowd(), Random(seed)
    hand = Hand(stage)
    times, sticks = Times(stage, hand, Keys(hand), chance), Times(stage, hand, Stick(stage, hand), chance)
    for each in (times, sticks):
        each.take(rounds)
    crowd_share = crowd.share()
    tally, killed = Tally(), round(sessions * _KILLED_SHARE)
    Sessions(stage, hand, chance, tally).take(sessions - killed)
    hand.leave()
    Kills(stage, hand, chance, tally, folder).take(killed)
    return {
        "tiles": len(stage.window.showing.visible_tiles()),
        "domes": len(stage.domes),
        "rounds": rounds,
        "missing": times.missing + sticks.missing,
        **_told("move_ms", times.move_ms),
        **_told("stop_ms", times.stop_ms),
        **_told("pixel_ms", times.pixel_ms),
        **_told("stick_move_ms", sticks.move_ms),
        **_told("stick_stop_ms", sticks.stop_ms),
        **_told("stick_pixel_ms", sticks.pixel_ms),
        "crowd_share": round(crowd_share, 3),
        "sessions": tally.sessions,
        "sessions_moved": tally.moved,
        "sessions_by_end": dict(sorted(tally.by_end.items())),
        "sessions_by_vice": dict(sorted(tally.by_vice.items())),
        "runaways": tally.runaways,
        "ran_away": tally.ran,
    }


def _told(name: str, times_ms: Sequence[float]) -> dict[str, float | None]:
    """p50, p95 and p99; None where there was nothing."""
    return {
        f"{name}_p{each}": round(percentile(sorted(times_ms), each), 1) if times_ms else None for each in (50, 95, 99)
    }
