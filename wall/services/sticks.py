"""The joysticks of this computer: which there are, how they stand, and what their axes and buttons do.

A child process reads them (`wall.sticks`). What it says of how they stand does not go over the bridge of events, where
every window would hear it hundreds of times a second, but to one ear.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from wall.model.dome_events import SticksChanged
from wall.model.events import Event
from wall.model.sticks import StickFault, StickGone, StickMap, StickModel, StickNews, StickReading, usual_map
from wall.services.stick_maps import StickMaps
from wall.video.standby import Standby

PROGRAM, PLAYED = "wall.sticks", "wall.sticks.played"
_AGAIN_S = (0.5, 2.0, 10.0, 60.0)
"""A process that is lost is replaced after so long: what kills it may be a device, and is tried less and less."""
_CALM_S = 60.0
"""One that has lived for so long was well."""


class Sticks:
    """Fulfils `wall.ui.sticks.port.SticksPort`. `publish` and `hear` are called on the io loop, and never wait."""

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        publish: Callable[[Event], None],
        hear: Callable[[StickNews], None],
        maps: StickMaps,
        log: Path | None = None,
        program: str = PROGRAM,
    ) -> None:
        """`program` is PLAYED where sticks are `play`ed and not read."""
        self._loop = loop
        self._publish = publish
        self._hear_stick = hear
        self._maps = maps
        self._process = Standby(program, log, self._take, self._lost)
        self._losses = 0
        self._begun_s = 0.0
        self._again: asyncio.TimerHandle | None = None
        self._sticks: Mapping[int, StickModel] = {}
        self._fault = StickFault.NONE
        self._detail = ""

    async def start(self) -> None:
        """On the io loop: begin to read. The maps that were kept are read, too."""
        self._maps.load()
        self._begin()

    async def stop(self) -> None:
        """On the io loop: for good."""
        if self._again is not None:
            self._again.cancel()
        await self._process.end()

    # -- what the UI asks, on its own thread: values that are swapped whole

    @property
    def sticks(self) -> Mapping[int, StickModel]:
        """Those that are plugged in, by their numbers."""
        return self._sticks

    @property
    def fault(self) -> tuple[StickFault, str]:
        """Why none can be read, and which or how."""
        return self._fault, self._detail

    def map_of(self, model: StickModel) -> StickMap:
        """What its axes and buttons do: as it was settled, else as usual."""
        return self._maps.maps.get(model.key) or usual_map(model)

    def keep_map(self, model: StickModel, stick_map: StickMap) -> None:
        """This is what they do from now on; told as StickMapsChanged."""
        self._maps.keep(model, stick_map)

    def play(self, order: Mapping[str, Any]) -> None:
        """An order for `wall.sticks.played`; of real sticks nobody can do that."""
        self._loop.call_soon_threadsafe(self._process.send, dict(order))

    @property
    def pid(self) -> int | None:
        """Of the process that reads them."""
        worker = self._process.worker
        return worker.pid if worker is not None else None

    # -- on the io loop

    def _begin(self) -> None:
        self._again = None
        self._begun_s = self._loop.time()
        try:
            self._process.need()
        except OSError as error:
            self._tell({}, StickFault.LOST, str(error))
            self._try_again()

    def _take(self, message: dict[str, Any]) -> None:
        """What the process says; see `wall.sticks`."""
        stick = message["stick"]
        if "stands" in message:
            self._hear_stick(StickReading(stick, tuple(message["stands"]), message["buttons"], message["at_s"]))
        elif "gone" in message:
            self._hear_stick(StickGone(stick))
            self._tell({each: model for each, model in self._sticks.items() if each != stick})
        elif "fault" in message:
            self._tell(self._sticks, StickFault[message["fault"]], message["detail"])
        else:
            made = {name: message[name] for name in ("name", "vendor", "product", "axes", "buttons")}
            self._tell({**self._sticks, stick: StickModel(**made)})

    def _lost(self) -> None:
        """Nobody knows any more how a stick stands: all of them have been let go."""
        for stick in self._sticks:
            self._hear_stick(StickGone(stick))
        self._tell({}, StickFault.LOST)
        self._try_again()

    def _try_again(self) -> None:
        if self._loop.time() - self._begun_s > _CALM_S:
            self._losses = 0
        wait_s = _AGAIN_S[min(self._losses, len(_AGAIN_S) - 1)]
        self._losses += 1
        self._again = self._loop.call_later(wait_s, self._begin)

    def _tell(self, sticks: Mapping[int, StickModel], fault: StickFault = StickFault.NONE, detail: str = "") -> None:
        self._sticks, self._fault, self._detail = sticks, fault, detail
        self._publish(SticksChanged(sticks, fault, detail))
