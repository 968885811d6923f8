"""Sessions that end with the death of the program: killed at any moment while it drives several domes."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

from wall.bench.ptz.hand import Hand
from wall.bench.ptz.sessions import VICES, Ended, Judge, Tally
from wall.bench.ptz.stage import Dome, Stage
from wall.model.errors import StartError
from wall.ui.spin import spin

_AT_ONCE = 4
_END = "program_killed"


class Kills:
    """Starts programs on copies of the stage's database, and kills them. UI thread."""

    def __init__(self, stage: Stage, hand: Hand, chance: Random, tally: Tally, folder: Path) -> None:
        self._stage, self._chance, self._folder = stage, chance, folder
        self._judge = Judge(stage.control, hand.records, tally)
        self._count = 0

    def take(self, count: int) -> None:
        """So many sessions, several to a program."""
        while count > 0:
            domes = self._chance.sample(self._stage.domes, min(_AT_ONCE, count, len(self._stage.domes)))
            self._kill_one(domes)
            count -= len(domes)

    def _kill_one(self, domes: Sequence[Dome]) -> None:
        self._count += 1
        process = self._start(domes)
        vices = [self._chance.choice(VICES) for _ in domes]
        for dome, (vice, value) in zip(domes, vices, strict=True):
            if vice:
                self._stage.control.set_fault(vice, [dome.number], on=True, value=value)
        assert process.stdin is not None
        began_s = time.monotonic()
        way = 0.4 if self._count % 2 else -0.4
        process.stdin.write(json.dumps({str(dome.camera_id): [way, 0.0] for dome in domes}) + "\n")
        process.stdin.flush()
        spin(self._chance.uniform(0.02, 1.2))
        ended_s = time.monotonic()
        process.kill()
        process.wait()
        process.stdin.close()
        for dome, (vice, _) in zip(domes, vices, strict=True):
            self._judge.expect(Ended(dome, _END, vice, began_s, ended_s))
        self._judge.settle_all()

    def _start(self, domes: Sequence[Dome]) -> subprocess.Popen[str]:
        folder = self._folder / f"killed-{self._count}"
        shutil.copytree(self._stage.database.parent, folder, ignore=shutil.ignore_patterns("killed-*", "*.lock"))
        database = folder / self._stage.database.name
        ids = [str(dome.camera_id) for dome in domes]
        process = subprocess.Popen(
            [sys.executable, "-m", "wall.bench.ptz.program", str(database), *ids],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert process.stdout is not None
        with process.stdout:
            if process.stdout.readline().strip() != "ready":
                process.kill()
                process.wait()
                raise StartError("the program that is to be killed does not reach its domes")
        return process
