"""What is known of the stream that a tile shows."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wall.model.events import StreamMeasured, StreamOpened, StreamSized
from wall.model.hardware import Hardware
from wall.model.video import StreamSize

NOBODY_LOOKED = Hardware()
StreamFact = StreamOpened | StreamSized | StreamMeasured


@dataclass(frozen=True, slots=True)
class TileFacts:
    """None is what nobody has told yet, or what is told no more."""

    opened: StreamOpened | None = None
    size: StreamSize | None = None
    measured: StreamMeasured | None = None
    hardware: Hardware = NOBODY_LOOKED
    """Of this machine."""

    def with_fact(self, fact: StreamFact) -> TileFacts:
        """One more fact has come up."""
        match fact:
            case StreamOpened():
                return replace(self, opened=fact)
            case StreamSized():
                return replace(self, size=fact.size)
            case StreamMeasured():
                return replace(self, measured=fact)

    def at_rest(self) -> TileFacts:
        """Nothing is measured any more."""
        return replace(self, measured=None)

    def cut_off(self) -> TileFacts:
        """The connection is gone. How large its pictures were will most likely be so again."""
        return TileFacts(size=self.size, hardware=self.hardware)
