"""What is wrong with the disk on which what cameras sent is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from wall.model.events import Event, WorkFailed
from wall.model.tile import Cause
from wall.video.reports import KeepingReport


@dataclass(slots=True)
class KeepingDisk:
    """The decode processes share it, and so its troubles: each is told once until all is well."""

    publish: Callable[[Event], None]
    _told: set[Cause] = field(default_factory=set)

    def hear(self, report: KeepingReport) -> None:
        """One process says what it has found."""
        if report.cause is Cause.NONE:
            self._told.clear()
        elif report.cause not in self._told:
            self._told.add(report.cause)
            self.publish(WorkFailed("keep what cameras sent", report.cause, report.detail))
