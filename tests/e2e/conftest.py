"""Real cameras (the simulated city as a process of its own), real clips, and a place for logs."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from tests.e2e.figures import FIGURES, Figures
from tests.e2e.leftovers import Belongings
from tests.e2e.room import START_WITHIN_S, Room, open_room
from wall.bench.control import Control
from wall.demo import City, running_city
from wall.simulator.city import build_city
from wall.simulator.clips.shelf import ClipShelf
from wall.simulator.clips.store import default_folder
from wall.simulator.faults import Fault, FaultValue
from wall.simulator.rtsp.choice import recipe_for
from wall.simulator.streams import bench_footage, with_footage

_GONE_WITHIN_S = 5.0

CAMERAS, SITES = 5, 3
"""Five devices of one camera each; the sites have the cameras 1 and 2, 3, and 4 and 5."""

SHOWN: list[dict[Fault, FaultValue]] = [
    {},
    {Fault.RESOLUTION: True},
    {Fault.CODEC: True},
    {Fault.FROZEN: "gop"},
]
"""Faults that make the cameras show another clip."""


def pytest_configure(config: pytest.Config) -> None:
    config.stash[FIGURES] = Figures()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    figures = config.stash.get(FIGURES, None)
    if figures is not None and figures.lines:
        terminalreporter.section("measured end to end")
        for line in figures.lines:
            terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def figures(pytestconfig: pytest.Config) -> Figures:
    """Where measured values go; they are shown at the end of the run."""
    return pytestconfig.stash.setdefault(FIGURES, Figures())


@pytest.fixture(scope="module", autouse=True)
def _nothing_left_behind(city: City) -> Iterator[None]:
    """As everywhere, but for a whole module: decode processes come and go while its wall stands."""
    before = Belongings.now(city.pid)
    yield
    assert before.left_after(_GONE_WITHIN_S, descriptors=False) == []


@pytest.fixture(scope="module", autouse=True)
def state_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Logs of these walls stay out of the user's own."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("state")
        patch.setenv("XDG_STATE_HOME", str(folder))
        yield folder


@pytest.fixture(scope="session")
def clips() -> None:
    """Everything the cameras may be asked to show lies on disk: encoding must not enter what is measured."""
    camera = with_footage(build_city(CAMERAS, SITES, 2022), bench_footage()).cameras[0]
    recipes = [recipe_for("bench", camera, camera.streams[1], on) for on in SHOWN]

    async def make() -> None:
        shelf = ClipShelf(default_folder())
        await asyncio.gather(*(shelf.get(recipe) for recipe in recipes))

    asyncio.run(make())


@pytest.fixture(scope="session")
def city(clips: None) -> Iterator[City]:
    """A city whose cameras all show the measuring clip, in steps that can be counted."""
    with running_city(CAMERAS, SITES, "--clip", "bench") as city:
        yield city


@pytest.fixture(scope="session")
def control(city: City) -> Iterator[Control]:
    """The city's faults and journals."""
    control = Control(city.control)
    yield control
    control.close()


@pytest.fixture(scope="module")
def room(qapp: QCoreApplication, city: City) -> Iterator[Room]:
    """A wall on all cameras of the city."""
    with open_room(qapp, city.cameras, 3, 2) as room:
        yield room


@pytest.fixture
def all_well(room: Room, control: Control) -> Iterator[None]:
    """Every tile moves before the test; no fault is on after it."""
    room.all_move()
    room.wait(room.has_spare, START_WITHIN_S, "a decode process stands by")
    room.beats()
    yield
    for fault in Fault:
        room.do(partial(control.set_fault, fault, list(range(1, CAMERAS + 1)), on=False))
