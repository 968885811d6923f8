"""Under which name the login of a row would be kept. The plan holds names only; the logins go beside it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from wall.model.stream import Credentials
from wall.store.secrets import SecretStore


class LoginNames:
    """One name for each login, however many rows have it; a login that is kept already keeps its name."""

    def __init__(self, secrets: SecretStore | None, used: Iterable[str]) -> None:
        self._secrets = secrets
        self._used = set(used)
        self.offered: dict[str, Credentials] = {}
        """What would have to be kept. An empty password: the row had a user name only, and a person must be asked."""

    def name_for(self, login: Credentials, now: str) -> str:
        """The name for a login on a camera that has the login called `now` ("" for none)."""
        fitting = [name for name, known in {**self._known, **self.offered}.items() if _fits(login, known)]
        if now in fitting or (now and self._secrets is None and not login.password):
            return now
        if fitting:
            return fitting[0]
        name = self._free_name(login.username or "login")
        self.offered[name] = login
        return name

    @cached_property
    def _known(self) -> dict[str, Credentials]:
        if self._secrets is None:
            return {}
        kept = {name: self._secrets.get(name) for name in self._secrets.names()}
        return {name: login for name, login in kept.items() if login is not None}

    def _free_name(self, wanted: str) -> str:
        taken = self._used | self._known.keys() | self.offered.keys()
        names = (wanted, *(f"{wanted} ({number})" for number in range(2, len(taken) + 3)))
        return next(name for name in names if name not in taken)


def _fits(login: Credentials, known: Credentials) -> bool:
    """A user name alone fits every login of that name."""
    return known == login or (not login.password and known.username == login.username)
