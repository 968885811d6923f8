"""Each fault of a camera: its tile says which, its neighbours never notice, and it comes back by itself.

Wanted: named within 3 s, live within 5 s of being lifted, neighbours miss at most one frame, the UI thread is never
held over 50 ms. What is allowed here is more, for a busy machine; what was measured is told at the end of the run.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QCoreApplication

from tests.e2e.figures import Figures
from tests.e2e.room import Room, open_room
from wall.bench.control import Control
from wall.demo import City
from wall.model.tile import Cause, TileState, TileStatus

pytestmark = pytest.mark.timeout(240)

NAMED_WITHIN_S, LIVE_WITHIN_S = 8.0, 12.0
HOLE_FRAMES = 4
HELD_MS = 100.0

LIVE = TileStatus(TileState.LIVE)


@dataclass(frozen=True, slots=True)
class Trouble:
    """A fault and what its tile may be called for it; `cameras` are those that have it."""

    fault: str
    named: tuple[TileStatus, ...]
    cameras: tuple[int, ...] = (1,)
    value: float | str | None = None

    def __str__(self) -> str:
        return self.fault if self.value is None else f"{self.fault}-{self.value}"


def status(state: TileState, *causes: Cause) -> tuple[TileStatus, ...]:
    return tuple(TileStatus(state, cause) for cause in causes)


TROUBLES = [
    Trouble("frozen", status(TileState.FROZEN, Cause.STANDING)),
    Trouble("frozen", status(TileState.FROZEN, Cause.STANDING), value="gop"),
    Trouble("silent", status(TileState.LATE, Cause.SILENT)),
    Trouble("refused", status(TileState.NO_SIGNAL, Cause.REFUSED)),
    Trouble("reset", status(TileState.NO_SIGNAL, Cause.RESET, Cause.ENDED)),
    Trouble("sessions-full", status(TileState.SESSIONS_FULL, Cause.SESSIONS_FULL)),
    Trouble("corrupt", status(TileState.DECODER_FAILED, Cause.DAMAGED)),
    Trouble("loss", status(TileState.DECODER_FAILED, Cause.DAMAGED), value=60),
    # Told in sender reports, of which there is one in five seconds (RFC 3550, section 6.2).
    Trouble("clock-skew", status(TileState.LIVE, Cause.CLOCK)),
    Trouble("resolution", status(TileState.LIVE, Cause.FORMAT)),
    Trouble("codec", status(TileState.LIVE, Cause.FORMAT)),
    Trouble("outage", status(TileState.NO_SIGNAL, Cause.REFUSED), cameras=(1, 2)),
]


@pytest.fixture(scope="module")
def room(qapp: QCoreApplication, city: City) -> Iterator[Room]:
    with open_room(qapp, city.cameras, 3, 2) as room:
        yield room


@pytest.fixture(autouse=True)
def all_well(room: Room, control: Control) -> Iterator[None]:
    room.all_move()
    room.beats()
    yield
    for fault in {trouble.fault for trouble in TROUBLES} | {"password", "slow-first-frame"}:
        room.do(lambda fault=fault: switch(control, fault, [1, 2, 3, 4, 5], on=False))  # type: ignore[misc]


def switch(control: Control, fault: str, cameras: list[int], *, on: bool, value: object = None) -> None:
    control.set_fault(fault, cameras, on=on, value=value)  # type: ignore[arg-type]


@pytest.mark.parametrize("trouble", TROUBLES, ids=str)
def test_is_named_harms_nobody_and_passes(
    room: Room, control: Control, figures: Figures, trouble: Trouble
) -> None:
    cameras = list(trouble.cameras)
    ill = [camera - 1 for camera in cameras]
    begin_s = time.monotonic()
    room.do(lambda: switch(control, trouble.fault, cameras, on=True, value=trouble.value))
    named_s = room.wait(lambda: all(room.status(n) in trouble.named for n in ill), NAMED_WITHIN_S, "named")
    room.do(lambda: switch(control, trouble.fault, cameras, on=False))
    lifted_s = time.monotonic()
    live_s = room.wait(lambda: all(room.moves_since(n, lifted_s) for n in ill), LIVE_WITHIN_S, "live again")
    end_s = time.monotonic()
    holes = [room.longest_hole(control, n, begin_s, end_s) for n in range(5) if n not in ill]
    beats = room.beats()
    held_ms, gap_ms = max(beats.held_ms), max(beats.gaps_ms)
    figures.note(str(trouble), named_s=named_s, live_s=live_s, hole=max(holes), held_ms=held_ms, gap_ms=gap_ms)
    assert max(holes) <= HOLE_FRAMES, "neighbours go on"
    assert held_ms < HELD_MS
    room.wait(lambda: all(room.status(n) == LIVE for n in ill), LIVE_WITHIN_S, "nothing more to remark")
