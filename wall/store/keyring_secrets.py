"""Logins in the desktop's key ring, where there is a real one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager

import keyring
from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend
from keyring.errors import KeyringError, PasswordDeleteError

from wall.model.errors import StoreError
from wall.model.stream import Credentials
from wall.model.tile import Cause

SERVICE = "citywall"
_NAMES = "names of all logins"
_LOGIN = "login "
"""Before each name: no login can be taken for the list of the names."""

_REAL = (
    "keyring.backends.SecretService",
    "keyring.backends.kwallet",
    "keyring.backends.libsecret",
    "keyring.backends.macOS",
    "keyring.backends.Windows",
)
"""Only what is known to encrypt: others (keyrings.alt) write plain text, keep nothing, or ask on the terminal."""


def usable_ring() -> KeyringBackend | None:
    """The key ring of this desktop, if it is a real one and answers. It may ask the person to unlock it."""
    try:
        chosen = keyring.get_keyring()
        candidates = chosen.backends if isinstance(chosen, ChainerBackend) else [chosen]
        for ring in candidates:
            if is_real(ring):
                ring.get_password(SERVICE, _NAMES)
                return ring
    except (KeyringError, RuntimeError, OSError, ImportError):
        return None
    return None


def is_real(ring: KeyringBackend) -> bool:
    """Does it encrypt what it keeps?"""
    return type(ring).__module__.startswith(_REAL)


class KeyringSecrets:
    """One entry a login, as JSON, and one with all names: key rings cannot be asked for them. No login is cached."""

    is_lasting = True

    def __init__(self, ring: KeyringBackend) -> None:
        self._ring = ring

    @property
    def place(self) -> str:
        return "the key ring of this desktop"

    def get(self, name: str) -> Credentials | None:
        with _told():
            kept = self._ring.get_password(SERVICE, _LOGIN + name)
            if kept is None:
                return None
            username, password = json.loads(kept)
            return Credentials(username, password)

    def put(self, name: str, login: Credentials) -> None:
        with _told():
            # The name first: a login that no list names could never be found and forgotten.
            self._keep_names({*self.names(), name})
            self._ring.set_password(SERVICE, _LOGIN + name, json.dumps([login.username, login.password]))

    def forget(self, name: str) -> None:
        with _told():
            if self._ring.get_password(SERVICE, _LOGIN + name) is not None:
                self._ring.delete_password(SERVICE, _LOGIN + name)
            self._keep_names({*self.names()} - {name})

    def names(self) -> tuple[str, ...]:
        with _told():
            return tuple(sorted(json.loads(self._ring.get_password(SERVICE, _NAMES) or "[]")))

    def _keep_names(self, names: set[str]) -> None:
        self._ring.set_password(SERVICE, _NAMES, json.dumps(sorted(names)))


@contextmanager
def _told() -> Iterator[None]:
    """Without a cause behind it: what a key ring's error carries is not known."""
    try:
        yield
    except PasswordDeleteError:
        raise StoreError("the key ring does not let the login go", cause=Cause.LOGINS) from None
    except (KeyringError, RuntimeError, OSError) as error:
        raise StoreError(f"the key ring does not answer ({type(error).__name__})", cause=Cause.LOGINS) from None
    except (ValueError, TypeError):
        raise StoreError("the key ring holds something else in the place of a login", cause=Cause.LOGINS) from None
