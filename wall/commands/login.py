"""Gets a login without anybody else seeing it."""

from __future__ import annotations

import getpass
import os
import sys

from wall.model.errors import StartError
from wall.model.stream import Credentials


def login_of(user: str | None, ask: bool = False) -> Credentials | None:
    """The login for `user`; None for nobody. StartError where its password can be had from nowhere."""
    if not user:
        if ask:
            raise StartError("say whose password it is: --user NAME")
        return None
    password = password_of(user, ask)
    if password is None:
        raise StartError(f"the password of {user} is missing: set CITYWALL_PASSWORD, or run this in a terminal")
    return Credentials(user, password)


def password_of(user: str | None, ask: bool = False) -> str | None:
    """From the environment, or asked for: never from the command line, where every user of the machine sees it."""
    password = os.environ.get("CITYWALL_PASSWORD")
    if ask or (password is None and user and sys.stdin.isatty()):
        return getpass.getpass("Password of the cameras: ")
    return password
