"""The engines under test, and a city for them to look at."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from wall.demo import City, running_city
from wall.video.decode.quick import QuickEngine
from wall.video.decode.vlc_player import VlcEngine
from wall.video.engine import Engine


@pytest.fixture(scope="session")
def engine() -> Engine:
    """One a process, as in the product."""
    return VlcEngine()


@pytest.fixture(scope="session")
def quick() -> QuickEngine:
    """One a process, too."""
    return QuickEngine()


@pytest.fixture(scope="session")
def city() -> Iterator[City]:
    """Eight cameras of two sites, their clip like a camera's."""
    with running_city(8, 2, "--clip", "bench") as city:
        yield city
