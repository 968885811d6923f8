"""Has the machine looked at once for something that decodes beside its processor, and the decode processes use it.

What comes of it is said to whoever shows it, and in the log.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from wall.model.events import Event, HardwareKnown
from wall.model.hardware import Hardware, NoHardware
from wall.video.pool import DecodePool
from wall.video.reports import HardwareFailed

Find = Callable[[], Awaitable[Hardware]]


class HardwareDesk:
    """On the io loop, but for `hardware`."""

    def __init__(
        self,
        pool: DecodePool,
        publish: Callable[[Event], None],
        find: Find | None,
        log: Callable[[str], None] = lambda _line: None,
    ) -> None:
        """Without `find` nothing is looked for, and nothing used. `log` takes lines for who looks after the machine."""
        self._pool = pool
        self._log = log
        self._publish = publish
        self._find = find
        self.hardware = Hardware(why_not=NoHardware.NOT_LOOKED if find is not None else NoHardware.OFF)
        """What is used, and why nothing. Any thread."""

    async def look(self) -> None:
        """Once, after the start: the first pictures do not wait for it."""
        if self._find is not None:
            self._settle(await self._find())
        else:
            self._note(self.hardware)

    def failed(self, report: HardwareFailed) -> None:
        """It is good for nothing in one decode process: then nobody tries on."""
        if self.hardware.way:
            reason = NoHardware.LOST if report.is_lost else NoHardware.FAILED
            self._settle(Hardware("", self.hardware.driver, reason))

    def _settle(self, hardware: Hardware) -> None:
        self.hardware = hardware
        self._pool.use_hardware(hardware.way)
        self._publish(HardwareKnown(hardware))
        self._note(hardware)

    def _note(self, hardware: Hardware) -> None:
        where = f"hardware: {hardware.driver} ({hardware.way})"
        if hardware.why_not is not None:
            driver = f" ({hardware.driver})" if hardware.driver else ""
            where = f"software: {hardware.why_not.value}{driver}"
        self._log(f"decoding in {where}")
