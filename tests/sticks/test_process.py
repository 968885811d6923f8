"""Virtual sticks of SDL's own, moved in a real process: what is told of them, how soon, and at what cost."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path

import psutil
import pytest

from tests.sticks.process import Message, StickProcess, stick_process

QUICK_S = 0.05
"""With room for a busy machine; `wall.sticks.process.READ_EVERY_S` and the way are 5 ms."""


@pytest.fixture
def reading() -> Iterator[StickProcess]:
    with stick_process() as reading:
        yield reading


def stands_at(value: int, told: Message) -> bool:
    """Is that how its first axis stands?"""
    return bool(told.get("stands", [None])[0] == value)


def has_buttons(buttons: int, told: Message) -> bool:
    return "stands" in told and told["buttons"] == buttons


def test_a_stick_is_told_as_it_is_plugged_in(reading: StickProcess) -> None:
    assert reading.hear()["ready"] == reading.process.pid
    told = reading.plug(hats=1)
    assert {name: told[name] for name in ("name", "axes", "buttons")} == {"name": "Cần thử", "axes": 5, "buttons": 12}
    assert (told["vendor"], told["product"]) != (0, 0)
    first = reading.hear()
    assert (first["stick"], first["stands"], first["buttons"]) == (told["stick"], [0, 0, 0, 0, 0], 0)


def test_movements_buttons_and_hats_are_told(reading: StickProcess) -> None:
    reading.plug(hats=1)
    reading.order("axis", axis=1, value=-20000)
    assert reading.wait(lambda told: told.get("stands", [0, 0])[1])["stands"] == [0, -20000, 0, 0, 0]
    reading.order("button", button=11, is_pressed=True)
    assert reading.wait(lambda told: told.get("buttons") and "stands" in told)["buttons"] == 1 << 11
    reading.order("hat", hat=0, value=1 | 8)
    assert reading.wait(lambda told: any(told.get("stands", [])[3:]))["stands"][3:] == [-32767, 32767]
    reading.order("button", button=11, is_pressed=False)
    assert reading.wait(lambda told: told.get("buttons") == 0 and "stands" in told)["stands"][1] == -20000


def test_a_button_that_is_pressed_and_let_go_at_once_is_told_twice(reading: StickProcess) -> None:
    reading.plug()
    for is_pressed in (True, False) * 3:
        reading.order("button", button=2, is_pressed=is_pressed)
    for wanted in (4, 0) * 3:
        reading.wait(partial(has_buttons, wanted))


@pytest.mark.alone
def test_a_movement_is_told_within_milliseconds(reading: StickProcess) -> None:
    reading.plug()
    took_s = []
    for turn in range(40):
        value = 20000 if turn % 2 else -20000
        moved_s = time.monotonic()
        reading.order("axis", axis=0, value=value)
        told = reading.wait(partial(stands_at, value))
        took_s.append(time.monotonic() - moved_s)
        assert moved_s <= told["at_s"] <= time.monotonic(), "one clock for all processes"
    assert statistics.median(took_s) < QUICK_S


def test_what_is_held_is_said_again_as_long_as_it_is_held(reading: StickProcess) -> None:
    """By this a lease is renewed: every 150 ms at least."""
    reading.plug()
    reading.order("axis", axis=0, value=9000)
    reading.wait(lambda told: told.get("stands", [0])[0] == 9000)
    times = [reading.wait(lambda told: "stands" in told)["at_s"] for _ in range(8)]
    apart = [later - earlier for earlier, later in pairwise(times)]
    assert statistics.median(apart) < 0.15


@pytest.mark.alone
def test_a_pulled_stick_is_told_at_once_and_another_has_another_number(reading: StickProcess) -> None:
    first = reading.plug()["stick"]
    reading.order("axis", axis=0, value=30000)
    reading.wait(lambda told: told.get("stands", [0])[0] == 30000)
    pulled_s = time.monotonic()
    reading.order("pull")
    assert reading.wait(lambda told: "gone" in told)["stick"] == first
    assert time.monotonic() - pulled_s < QUICK_S * 4
    assert reading.plug()["stick"] != first


def test_nobody_listening_holds_up_nothing(reading: StickProcess) -> None:
    reading.plug()
    for turn in range(3000):
        reading.order("axis", axis=0, value=turn * 10)
    reading.order("button", button=1, is_pressed=True)
    assert reading.wait(lambda told: told.get("buttons") == 2)["stands"][0] == 29990


def test_without_a_stick_it_costs_next_to_nothing() -> None:
    with stick_process("wall.sticks") as reading:
        reading.wait(lambda told: "alive" in told)
        before_s, began_s = worked_s(reading), time.monotonic()
        for _ in range(4):
            reading.wait(lambda told: "alive" in told)
        assert (worked_s(reading) - before_s) / (time.monotonic() - began_s) < 0.005
        assert psutil.Process(reading.process.pid).num_threads() == 1


def worked_s(reading: StickProcess) -> float:
    """Processor time of its one thread, to the nanosecond."""
    return int(Path(f"/proc/{reading.process.pid}/schedstat").read_text().split()[0]) / 1e9


def test_it_leaves_the_processs_signals_alone() -> None:
    with stick_process() as reading:
        reading.plug()
        status = Path(f"/proc/{reading.process.pid}/status").read_text()
    caught = int(status.split("SigCgt:")[1].split()[0], 16)
    assert not caught >> (15 - 1) & 1, "SIGTERM ends it"


def test_without_the_library_it_says_so_and_lives(tmp_path: Path) -> None:
    (tmp_path / "sdl2.py").write_text("raise ImportError('could not find any library for SDL2')\n")
    with stick_process("wall.sticks", {"PYTHONPATH": f"{tmp_path}:{Path.cwd()}"}) as reading:
        told = reading.wait(lambda told: "fault" in told)
        assert (told["fault"], told["detail"]) == ("NO_LIBRARY", "could not find any library for SDL2")
        reading.wait(lambda told: "alive" in told)


def test_it_ends_with_who_started_it(reading: StickProcess) -> None:
    reading.plug()
    reading.close()
    assert reading.process.wait(10) == 0
