"""What the UI asks of the joysticks. `wall.services.sticks.Sticks` fulfils it."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from wall.model.sticks import StickFault, StickMap, StickModel
from wall.ui.sticks.bridge import StickBridge


class SticksPort(Protocol):
    """UI thread; everything returns at once. What changes is told as SticksChanged and StickMapsChanged."""

    @property
    def sticks(self) -> Mapping[int, StickModel]:
        """Those that are plugged in, by their numbers."""
        ...

    @property
    def fault(self) -> tuple[StickFault, str]:
        """Why none can be read, and which or how."""
        ...

    def map_of(self, model: StickModel) -> StickMap:
        """What its axes and buttons do: as it was settled, else as usual."""
        ...

    def keep_map(self, model: StickModel, stick_map: StickMap) -> None:
        """This is what they do from now on, believed at once."""
        ...


@dataclass(frozen=True, slots=True)
class StickPorts:
    """The sticks, and how they stand: as they are told over `bridge`, by the clock `monotonic`."""

    sticks: SticksPort
    bridge: StickBridge
    monotonic: Callable[[], float] = time.monotonic
