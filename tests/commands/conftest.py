"""A small city, and a user of the commands who has nothing yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.simulator.running import Running, running_city
from tests.support.command import ended
from wall.simulator.parts import DEMO_PASSWORD


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended."""

    status: int
    told: str
    errors: str


@dataclass(frozen=True, slots=True)
class User:
    """Types commands. The environment holds the right password and a passphrase, unless a test changes that."""

    capsys: pytest.CaptureFixture[str]
    database: Path

    def types(self, *arguments: str) -> Ended:
        self.capsys.readouterr()
        return Ended(*ended(self.capsys, *arguments))


@pytest.fixture
def user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> User:
    database = tmp_path / "kept" / "citywall.db"
    monkeypatch.setenv("CITYWALL_DATABASE", str(database))
    monkeypatch.setenv("CITYWALL_PASSWORD", DEMO_PASSWORD)
    monkeypatch.setenv("CITYWALL_PASSPHRASE", "open sesame")
    monkeypatch.delenv("CITYWALL_USER", raising=False)
    return User(capsys, database)


@pytest.fixture(scope="session")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """24 cameras at 6 sites, some of them in recorders, of all makes."""
    with running_city(tmp_path_factory.mktemp("clips")) as running:
        yield running


@pytest.fixture
def at_city(city: Running) -> list[str]:
    """What to type so that only this city is asked."""
    discovery = city.simulator.discovery
    assert discovery is not None
    return ["--discovery-port", str(discovery.port)]
