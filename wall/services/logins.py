"""The logins by name: kept in the secret store by the db thread, at hand in memory for whoever must show a picture."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from itertools import count

from wall.model.stream import Credentials
from wall.store.secrets import SecretStore


class Logins:
    """Every login that is in use. `get` from any thread, the rest on the db thread. StoreError where it cannot be kept.

    No login is in any `repr`.
    """

    def __init__(self, open_store: Callable[[], SecretStore]) -> None:
        self._open_store = open_store
        self._store: SecretStore | None = None
        self._at_hand: dict[str, Credentials] = {}

    def get(self, name: str) -> Credentials | None:
        """The login of this name, if it is in use."""
        return self._at_hand.get(name)

    def fetch(self, names: Iterable[str]) -> None:
        """Have these at hand. A name without a login is passed over: somebody may have cleared the key ring."""
        for name in set(names) - {""} - set(self._at_hand):
            login = self.store.get(name)
            if login is not None:
                self._at_hand[name] = login

    def keep(self, name: str, login: Credentials, taken: Collection[str]) -> str:
        """Keep a login and give the name it got: this one, or `name 2` where another login has it and is in use.

        `taken` are the names that devices, other than those that this login is for, are opened with.
        """
        for number in count(1):
            candidate = name if number == 1 else f"{name} {number}"
            known = self._at_hand.get(candidate) or self.store.get(candidate)
            if known == login or known is None or candidate not in taken:
                break
        if known != login:
            self.store.put(candidate, login)
        self._at_hand[candidate] = login
        return candidate

    def keep_as(self, name: str, login: Credentials) -> None:
        """Keep a login under just this name."""
        self.store.put(name, login)
        self._at_hand[name] = login

    @property
    def store(self) -> SecretStore:
        """Where they are kept. It is opened, and a passphrase asked for, when it is first needed."""
        if self._store is None:
            self._store = self._open_store()
        return self._store
