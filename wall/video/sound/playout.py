"""When samples are to be heard: a constant time after they came, whatever clocks and networks do. Pure."""

from __future__ import annotations

HEARD_AFTER_US = 160_000
"""From a packet's arrival to its first sample. What a packet lasts (64 ms of AAC at 16 kHz) and what packets come late
must fit in, and the 40 ms that libVLC's outputs want to have ahead.
"""
PREPARED_US = 40_000
"""So long before they are heard samples must be there."""
AHEAD_US = 200_000
"""More than so much of delay is not kept: what came too much at once is left out."""
_FOLLOWED = 64
_BENT = 50
"""By a fiftieth at most the pace is changed, which nobody hears."""


class PlayoutClock:
    """For the packets of one stream, in their order. Microseconds of a monotonic clock."""

    def __init__(self) -> None:
        self._next_us: int | None = None

    def place(self, arrived_us: int, lasts_us: int) -> int | None:
        """When a packet that came at `arrived_us` is to be heard; None: not at all.

        They follow each other without a seam as long as they come as fast as they last, more or less; the difference of
        the two clocks is made up for little by little.
        """
        wanted_us = arrived_us + HEARD_AFTER_US
        if self._next_us is None or self._next_us < arrived_us + PREPARED_US:
            self._next_us = wanted_us
        elif self._next_us > wanted_us + AHEAD_US:
            return None
        else:
            most_us = lasts_us // _BENT
            self._next_us += max(-most_us, min(most_us, (wanted_us - self._next_us) // _FOLLOWED))
        at_us = self._next_us
        self._next_us += lasts_us
        return at_us
