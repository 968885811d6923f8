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

    def camera(self, token: str, prefix: str, subcode: str) -> Camera:
        """The camera whose channel a token such as VideoSource_3 names; SoapFault where there is none."""
        found = (c for c in self.unit.cameras if f"{prefix}_{c.channel}" == token)
        camera = next(found, None)
        if camera is None:
            raise invalid_argument(subcode, f"there is no {prefix} {token!r}")
        return camera


Action: TypeAlias = Callable[[Call], Markup | Awaitable[Markup]]
