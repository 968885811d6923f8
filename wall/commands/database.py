"""Opens what the city has, where this user keeps it."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from platformdirs import user_data_path

from wall.store.database import Database
from wall.store.inventory_store import InventoryStore
from wall.store.secrets import SecretStore, no_passphrase, open_secrets

VARIABLE = "CITYWALL_DATABASE"


def database_path(given: Path | None) -> Path:
    """The file: what was given, else what the environment names, else the user's own."""
    named = os.environ.get(VARIABLE)
    return given or (Path(named) if named else user_data_path("citywall") / "citywall.db")


@contextmanager
def open_inventory(path: Path) -> Iterator[InventoryStore]:
    """The inventory, made where there is none. StartError and StoreError as `Database` raises them."""
    database = Database(path)
    try:
        yield InventoryStore(database)
    finally:
        database.close()


def open_logins(path: Path) -> SecretStore:
    """Where logins are kept beside a database. StoreError where they are locked and nobody can be asked."""
    return open_secrets(path.parent, _ask_passphrase if sys.stdin.isatty() else no_passphrase)


def _ask_passphrase(is_new: bool) -> str | None:
    if not is_new:
        return getpass.getpass("Passphrase of the kept logins: ")
    first = getpass.getpass("A new passphrase, under which logins are kept (empty: do not keep them): ")
    if first and getpass.getpass("Once more: ") != first:
        print("These were not the same: logins are not kept.", file=sys.stderr)
        return None
    return first or None
