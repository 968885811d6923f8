"""One streaming city for the tests of this room; each test leaves it as it was."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.simulator.streaming import Streaming, streaming_city


@pytest.fixture(scope="session")
def _city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Streaming]:
    with streaming_city(tmp_path_factory.mktemp("clips")) as running:
        yield running


@pytest.fixture
def city(_city: Streaming) -> Iterator[Streaming]:
    """Two cameras with H.264, four sessions each."""
    yield _city
    assert _city.ask(_city.simulator.faults.as_json) == {}


@pytest.fixture(scope="session")
def h265_city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Streaming]:
    """The same with H.265."""
    with streaming_city(tmp_path_factory.mktemp("clips"), "h265") as running:
        yield running
