"""Motion that the cameras of one device report, made up at a plausible low rate while somebody listens.

There is one timer a device, and only while it has subscriptions. Randomness and clock are handed in.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MotionTimes:
    """Mean seconds of quiet between two motions of one camera, and of one motion."""

    quiet_s: float = 60.0
    motion_s: float = 6.0


class Motion:
    """Which channels see something move. Event-loop thread only.

    `say(channel, moves)` is called upon each change; `is_wanted()` tells whether anybody still listens.
    """

    def __init__(
        self,
        channels: Sequence[int],
        say: Callable[[int, bool], None],
        is_wanted: Callable[[], bool],
        rng: random.Random,
        times: MotionTimes,
    ) -> None:
        self._state = dict.fromkeys(channels, False)
        self._say = say
        self._is_wanted = is_wanted
        self._rng = rng
        self._times = times
        self._timer: asyncio.TimerHandle | None = None

    def sees(self, channel: int) -> bool:
        """Whether something moves before that channel now."""
        return self._state[channel]

    def set(self, channel: int, moves: bool) -> None:
        """Let something begin or cease to move; nothing is said where that is so already."""
        if self._state[channel] != moves:
            self._state[channel] = moves
            self._say(channel, moves)

    def start(self) -> None:
        """Make things up from now on, until nobody listens any more. Starting twice is fine."""
        if self._timer is None:
            self._plan_next()

    def stop(self) -> None:
        """Make nothing up any more; nothing moves."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self._state = dict.fromkeys(self._state, False)

    def _plan_next(self) -> None:
        # Exponential gaps make each channel an independent two-state process with one timer for all of them.
        rates = [1 / (self._times.motion_s if moves else self._times.quiet_s) for moves in self._state.values()]
        delay_s = self._rng.expovariate(sum(rates))
        channel = self._rng.choices(list(self._state), rates)[0]
        self._timer = asyncio.get_running_loop().call_later(delay_s, self._turn, channel)

    def _turn(self, channel: int) -> None:
        self._timer = None
        if not self._is_wanted():
            self.stop()
            return
        self.set(channel, not self._state[channel])
        self._plan_next()
