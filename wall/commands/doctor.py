"""`citywall doctor`: is everything here that CityWall needs, and what to do where it is not?"""

from __future__ import annotations

import argparse
import time

from wall import __version__
from wall.commands.as_json import write_lines
from wall.commands.checks import Check, State, all_checks
from wall.commands.database import database_path
from wall.commands.table import table

HEADING = ("WHAT", "STATE", "SEEN", "WHAT TO DO")


def run(options: argparse.Namespace) -> int:
    """0 when nothing is wrong, else 1."""
    checks = list(all_checks(database_path(options.database)))
    is_well = all(check.state is not State.WRONG for check in checks)
    if options.json is not None:
        told = {"version": __version__, "time_s": round(time.time(), 3), "well": is_well}
        write_lines([{**told, "checks": [_as_json(check) for check in checks]}], options.json)
    else:
        print(table(HEADING, ((each.what, each.state.value, each.seen, each.todo) for each in checks)))
    return 0 if is_well else 1


def _as_json(check: Check) -> dict[str, str]:
    return {"what": check.what, "state": check.state.value, "seen": check.seen, "todo": check.todo}
