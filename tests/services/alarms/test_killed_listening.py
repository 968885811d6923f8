"""The program is killed while it listens to a storm: what it has asked for more after is on the disk, and only once.

A pull point hands out what happened but once: to ask for more is to acknowledge what came before.
"""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.services.alarms.listening_room import listening_room
from wall.demo import City, running_city
from wall.store.database import Database

_ROOT = Path(__file__).parents[3]
_DEVICES, _KILLS = 8, 3
_SAID = re.compile(r"storm\d \d+")


@contextmanager
def child(city: City, folder: Path) -> Iterator[subprocess.Popen[str]]:
    """One that listens; it is killed at the end."""
    command = [sys.executable, "-m", "tests.services.alarms.pulling_child", city.control, str(folder)]
    with subprocess.Popen(command, cwd=_ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "heard\n"
        try:
            yield process
        finally:
            process.kill()


def storm(city: City, number: int) -> None:
    order = {"kind": "line", "all": True, "count": 500, "per_s": 400, "label": f"storm{number}"}
    reply = httpx.post(f"{city.control}/events", content=json.dumps(order), timeout=10, trust_env=False)
    assert reply.status_code == 200


def journals(city: City) -> list[list[dict[str, Any]]]:
    """Of every device."""
    cameras = range(1, _DEVICES + 1)
    asked = [httpx.get(f"{city.control}/journal?camera={each}", timeout=10, trust_env=False) for each in cameras]
    return [reply.json() for reply in asked]


def acknowledged(journal: list[dict[str, Any]]) -> set[str]:
    """What was handed out by a subscription that was asked for more afterwards, by whom it had been handed out to."""
    found, asked = set[str](), set[int]()
    for entry in reversed(journal):
        if entry["what"] == "asked for more":
            asked.add(entry["subscription"])
        elif entry["what"] == "created again":
            asked.discard(entry["subscription"])
        said = _SAID.search(entry["said"])
        if said and entry["what"] == "handed out" and entry["subscription"] in asked:
            found.add(said.group())
    return found


def kept(folder: Path) -> Counter[str]:
    with closing(Database(folder / "citywall.db")) as database, database.reading() as tables:
        assert tables.execute("pragma integrity_check").fetchall() == [("ok",)]
        rows = tables.execute("select detail from alarm_signal where kind = 'line'").fetchall()
        return Counter(row[0] for row in rows)


@pytest.mark.timeout(240)
def test_what_was_acknowledged_to_a_camera_is_there_after_a_kill_in_a_storm(tmp_path: Path) -> None:
    chance = random.Random(5)
    with running_city(_DEVICES, 4, "--devices", str(_DEVICES), "--clip", "bench") as city:
        with listening_room(city, tmp_path) as room:
            room.wait_for_all()
        for number in range(_KILLS):
            with child(city, tmp_path):
                storm(city, number)
                time.sleep(chance.uniform(0.3, 1.2))
        there = kept(tmp_path)
        wanted = set[str]().union(*map(acknowledged, journals(city)))
    assert len(wanted) > 50, "the storms were really under way"
    assert wanted <= there.keys()
    assert max(there.values()) == 1
