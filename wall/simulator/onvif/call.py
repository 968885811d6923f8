"""One SOAP call on one device, as the functions that answer it see it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeAlias

from wall.simulator.city import Camera
from wall.simulator.onvif.markup import Markup
from wall.simulator.onvif.parsing import Element
from wall.simulator.onvif.soap import invalid_argument
from wall.simulator.onvif.unit import Unit, Where


@dataclass(frozen=True, slots=True)
class Call:
    """`body` is the action's element; `subscription` the pull point named by the address, 0 where none is."""

    unit: Unit
    body: Element
    where: Where
    subscription: int = 0

    def token(self, *path: str) -> str:
        """The token that must stand there; SoapFault where it does not."""
        value = self.body.say(*path)
        if not value:
            raise invalid_argument("InvalidArgs", f"{'/'.join(path)} is missing")
        return value

    def camera(self, token: str, what: str, token_of: Callable[[int], str], subcode: str) -> Camera:
        """The camera whose channel has that token; SoapFault where there is none."""
        camera = next((c for c in self.unit.cameras if token_of(c.channel) == token), None)
        if camera is None:
            raise invalid_argument(subcode, f"there is no {what} {token!r}")
        return camera


Action: TypeAlias = Callable[[Call], Markup | Awaitable[Markup]]
