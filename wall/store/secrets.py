"""Where logins are kept: in the desktop's key ring, else in a sealed file, else only while the program runs."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from keyring.backend import KeyringBackend

from wall.model.errors import StoreError
from wall.model.stream import Credentials
from wall.model.tile import Cause
from wall.store.file_secrets import FileSecrets
from wall.store.keyring_secrets import KeyringSecrets, usable_ring

FILE_NAME = "logins.sealed"
VARIABLE = "CITYWALL_PASSPHRASE"
"""The unattended way to give the passphrase, for a wall that starts by itself."""

AskPassphrase = Callable[[bool], str | None]
"""Asks a person for the passphrase; True: a new one is to be chosen. None: the person would rather not."""


class SecretStore(Protocol):
    """Keeps logins by their name. Blocks; to be used by one thread at a time. StoreError (LOGINS) where it cannot.

    No login is in any `repr`, message or traceback.
    """

    @property
    def is_lasting(self) -> bool:
        """Is what is kept still there after a restart?"""

    @property
    def place(self) -> str:
        """Where logins are kept, in English, for a person."""

    def get(self, name: str) -> Credentials | None:
        """The login of this name; None where there is none."""

    def put(self, name: str, login: Credentials) -> None:
        """Keep a login, in the place of the former one of this name. It is kept when this returns."""

    def forget(self, name: str) -> None:
        """Keep it no longer. A name that is not there is no error."""

    def names(self) -> tuple[str, ...]:
        """All names, sorted."""


class MemorySecrets:
    """Logins that are kept only while the program runs: where there is no key ring and no passphrase."""

    is_lasting = False
    place = "only in memory: logins are forgotten when CityWall ends"

    def __init__(self) -> None:
        self._logins: dict[str, Credentials] = {}

    def get(self, name: str) -> Credentials | None:
        return self._logins.get(name)

    def put(self, name: str, login: Credentials) -> None:
        self._logins[name] = login

    def forget(self, name: str) -> None:
        self._logins.pop(name, None)

    def names(self) -> tuple[str, ...]:
        return tuple(sorted(self._logins))


def open_secrets(
    folder: Path,
    ask_passphrase: AskPassphrase,
    environment: Mapping[str, str] | None = None,
    find_ring: Callable[[], KeyringBackend | None] = usable_ring,
) -> SecretStore:
    """Choose the place and open it. May take a second, and as long as a person needs for a passphrase.

    A sealed file that is there already is opened: the logins are in it. Else, in this order: a file under the
    passphrase in the environment, the key ring, a file under a passphrase that a person chooses now, memory. StoreError
    where the passphrase is wrong or the file damaged; the file is left as it is.
    """
    path = folder / FILE_NAME
    given = (os.environ if environment is None else environment).get(VARIABLE)
    if not path.exists() and not given:
        ring = find_ring()
        if ring is not None:
            return KeyringSecrets(ring)
    passphrase = given or ask_passphrase(not path.exists())
    return FileSecrets(path, passphrase) if passphrase else MemorySecrets()


def no_passphrase(is_new: bool) -> str | None:
    """What a program answers that has nobody to ask. StoreError where a sealed file waits for its passphrase."""
    if is_new:
        return None
    raise StoreError(f"set {VARIABLE}, or start CityWall where it can ask for the passphrase", cause=Cause.LOGINS)
