"""Logins in a file sealed under a passphrase, for machines without a key ring."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wall.model.errors import StoreError
from wall.model.stream import Credentials
from wall.model.tile import Cause
from wall.store.disk_words import disk_told
from wall.store.seal import SealBrokenError, WrongPassphraseError, key_of, new_key, seal, unseal
from wall.store.whole_file import replacing


class FileSecrets:
    """Opens the file, or makes it. Only its owner may read it (0600); a change replaces the whole file or nothing.

    Two programs may work on one file: each change is made to what is in it then, under a lock. StoreError (LOGINS) for
    a wrong passphrase and for a file that was cut short or changed; neither is ever written to.
    """

    is_lasting = True

    def __init__(self, path: Path, passphrase: str) -> None:
        self._path = path
        if not passphrase:
            raise StoreError("an empty passphrase protects nothing: choose one", cause=Cause.LOGINS)
        with disk_told(path):
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with self._alone():
                if path.exists():
                    with self._told():
                        self._key = key_of(passphrase, path.read_bytes())
                else:
                    self._key = new_key(passphrase)
                    self._write({})
                self._logins = self._read()

    @property
    def place(self) -> str:
        return f"{self._path}, sealed under a passphrase"

    def get(self, name: str) -> Credentials | None:
        return self._logins.get(name)

    def put(self, name: str, login: Credentials) -> None:
        with self._changing() as logins:
            logins[name] = login

    def forget(self, name: str) -> None:
        with self._changing() as logins:
            logins.pop(name, None)

    def names(self) -> tuple[str, ...]:
        return tuple(sorted(self._logins))

    @contextmanager
    def _changing(self) -> Iterator[dict[str, Credentials]]:
        with disk_told(self._path), self._alone():
            logins = self._read()
            before = dict(logins)
            yield logins
            if logins != before:
                self._write(logins)
            self._logins = logins

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """No other program changes the file meanwhile. The lock goes with this process, however it ends."""
        descriptor = os.open(self._path.with_name(f"{self._path.name}.lock"), os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Without a cause behind it: what it was made from is not for a traceback."""
        try:
            yield
        except WrongPassphraseError:
            raise StoreError(f"{self._path} is sealed under another passphrase", cause=Cause.LOGINS) from None
        except (SealBrokenError, LookupError, ValueError, TypeError, AttributeError) as error:
            what = str(error) if isinstance(error, SealBrokenError) else "it is not whole"
            advice = (
                f"{self._path} cannot be understood ({what}); it was left as it is: put a copy back, or move it away"
            )
            raise StoreError(advice, cause=Cause.LOGINS) from None

    def _read(self) -> dict[str, Credentials]:
        with self._told():
            content = json.loads(unseal(self._path.read_bytes(), self._key))
            return {name: Credentials(username, password) for name, (username, password) in content.items()}

    def _write(self, logins: dict[str, Credentials]) -> None:
        """ASCII only: a password may hold what no other encoding can."""
        content = json.dumps({name: [login.username, login.password] for name, login in logins.items()})
        with replacing(self._path) as part:
            descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(seal(content, self._key))
