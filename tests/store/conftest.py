"""A database of one's own for each test."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from wall.store.database import Database
from wall.store.inventory_store import InventoryStore


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with closing(Database(tmp_path / "citywall.db")) as database:
        yield database


@pytest.fixture
def store(database: Database) -> InventoryStore:
    return InventoryStore(database)
