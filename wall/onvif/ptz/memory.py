"""A dome's presets (ONVIF PTZ, section 5.4)."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from wall.model.device import Preset, Trouble
from wall.model.ptz.move import Place
from wall.model.ptz.status import PtzStatus
from wall.onvif.faults import DeviceFault
from wall.onvif.ptz.driving import Driving
from wall.onvif.ptz.learnt import Learnt
from wall.onvif.ptz.reading.abilities import read_new_token
from wall.onvif.ptz.reading.status import read_preset_place, read_status
from wall.onvif.ptz.talk import Talk
from wall.onvif.reading.presets import read_presets
from wall.onvif.xml import Element

_LOOK_EVERY_S = 0.25
_MOST_S = 30.0
_NEAR = 0.01
"""So near to where it should be, as a share of half its range, it has arrived."""


class Memory:
    """Event-loop thread only."""

    def __init__(self, talk: Talk, learnt: Learnt, driving: Driving) -> None:
        self._talk = talk
        self._learnt = learnt
        self._driving = driving

    async def presets(self) -> tuple[Preset, ...]:
        return read_presets(await self._ask_presets())[0]

    async def keep(self, name: str, token: str) -> Preset:
        """Where it looks now. A device that does not tell the new token is asked for the presets again."""
        await self._talk.ready()
        before = set() if token else {each.token for each in await self.presets()}
        told = read_new_token(await self._talk.ask(self._talk.calls.set_preset(name, token))) or token
        if not told:
            new = [each for each in await self.presets() if each.token not in before]
            if not new:
                raise DeviceFault(Trouble.INCOMPLETE, "it does not say which preset it has kept")
            told = new[-1].token
        return Preset(told, name or told)

    async def remove(self, token: str) -> None:
        await self._talk.ready()
        await self._talk.ask(self._talk.calls.remove_preset(token))

    async def status(self) -> PtzStatus:
        await self._talk.ready()
        return read_status(await self._talk.ask(self._talk.calls.status()), self._learnt.spaces)

    async def completed(self, place: Place) -> Place:
        """Pan and tilt go together: what is missing of the two is where it looks now."""
        if (place.pan is None) == (place.tilt is None):
            return place
        now = (await self.status()).place
        if now is None or now.pan is None or now.tilt is None:
            raise DeviceFault(Trouble.UNSUPPORTED, "it does not tell where it looks")
        pan, tilt = now.pan if place.pan is None else place.pan, now.tilt if place.tilt is None else place.tilt
        return Place(pan, tilt, place.zoom)

    async def rename(self, token: str, name: str) -> None:
        """Go there, keep it under the new name, and come back. DeviceFault where somebody moves it meanwhile."""
        there = read_preset_place(await self._ask_presets(), token, self._learnt.spaces)
        here = await self.status()
        if here.place is None and here.is_moving is None:
            raise DeviceFault(Trouble.UNSUPPORTED, "it does not tell whether it has arrived")
        is_there = there is not None and _is_near(here.place, there) and not here.is_moving
        undisturbed = self._watch(moves=0 if is_there else 1)
        if not is_there:
            await self._driving.go_preset(token, 1.0)
            await self._arrive(there, undisturbed)
        await self._talk.ask(self._talk.calls.set_preset(name, token))
        if not is_there and here.place is not None and self._learnt.ability.absolute and undisturbed():
            await self._driving.go_to(here.place, 1.0)

    async def _ask_presets(self) -> Element:
        await self._talk.ready()
        return await self._talk.ask(self._talk.calls.presets())

    def _watch(self, moves: int) -> Callable[[], bool]:
        """Gives what tells whether nobody has moved or stopped it since, but for so many moves of our own."""
        order = self._driving.order
        expected = (order.moves + moves, order.stops)
        return lambda: (order.moves, order.stops) == expected

    async def _arrive(self, there: Place | None, undisturbed: Callable[[], bool]) -> None:
        """Wait until it stands, and stands where it should where it tells that."""
        still = 0
        for _ in range(int(_MOST_S / _LOOK_EVERY_S)):
            await asyncio.sleep(_LOOK_EVERY_S)
            now = await self.status()
            if not undisturbed():
                raise DeviceFault(Trouble.FAULT, "it was moved meanwhile: the preset keeps its name")
            is_right = there is None or now.place is None or _is_near(now.place, there)
            still = still + 1 if is_right and not now.is_moving else 0
            if still >= 2:
                return
        raise DeviceFault(Trouble.TIMEOUT, "it did not arrive: the preset keeps its name")


def _is_near(one: Place | None, other: Place) -> bool:
    pairs = () if one is None else ((one.pan, other.pan), (one.tilt, other.tilt), (one.zoom, other.zoom))
    known = [(a, b) for a, b in pairs if a is not None and b is not None]
    return bool(known) and all(abs(a - b) <= _NEAR for a, b in known)
