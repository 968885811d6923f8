"""Focus and iris (ONVIF Imaging, section 5): nothing that a stop has overtaken goes out here either."""

from __future__ import annotations

import asyncio
import contextlib

from wall.model.device import Trouble
from wall.onvif.faults import DeviceFault
from wall.onvif.ptz.learnt import Learnt
from wall.onvif.ptz.order import Order
from wall.onvif.ptz.reading.imaging import is_focus_automatic, read_exposure
from wall.onvif.ptz.spaces import Range
from wall.onvif.ptz.talk import Talk
from wall.onvif.transport import Overtaken

_USUAL_SPEEDS = Range(-1.0, 1.0)


class Lens:
    """Event-loop thread only."""

    def __init__(self, talk: Talk, learnt: Learnt) -> None:
        self._talk = talk
        self._learnt = learnt
        self._order = Order()
        self._is_by_hand = False
        self._changing = asyncio.Lock()

    async def focus(self, speed: float) -> None:
        """-1 … 1; 0 stops."""
        if not speed:
            await self.stop_focus()
            return
        await self._talk.ready()
        with self._order.move() as may_send:
            await self._take_in_hand()
            speeds = self._learnt.focus or _USUAL_SPEEDS
            message = self._talk.calls.focus(round(speeds.both_ways(min(1.0, max(-1.0, speed))), 4))
            with contextlib.suppress(Overtaken):
                await self._talk.tell_lens(message, may_send)

    async def stop_focus(self) -> None:
        awaited = self._order.stop()
        await self._talk.ready()
        message = self._talk.calls.stop_focus()
        await self._talk.tell_lens(message)
        if awaited:
            await asyncio.wait(awaited)
            await self._talk.tell_lens(message)

    async def auto_focus(self, *, on: bool) -> None:
        await self._talk.ready()
        settings = {"AutoFocusMode": "AUTO" if on else "MANUAL"}
        await self._talk.ask_lens(self._talk.calls.set_imaging(Focus=settings))
        self._is_by_hand = not on

    async def iris(self, step: float) -> None:
        """A share of its range; positive opens. It is told in dB of what it takes away (section 5.2.1)."""
        await self._talk.ready()
        span = self._learnt.iris
        if span is None:
            raise DeviceFault(Trouble.UNSUPPORTED, "its iris cannot be set")
        async with self._changing:
            now = read_exposure(await self._talk.ask_lens(self._talk.calls.imaging()))
            middle = (span.least + span.most) / 2
            wanted = (middle if now.iris is None else now.iris) - step * (span.most - span.least)
            iris = min(span.most, max(span.least, wanted))
            exposure = {"Mode": "MANUAL", **dict(now.kept), "Iris": round(iris, 4)}
            await self._talk.ask_lens(self._talk.calls.set_imaging(Exposure=exposure))

    async def auto_iris(self) -> None:
        await self._talk.ready()
        await self._talk.ask_lens(self._talk.calls.set_imaging(Exposure={"Mode": "AUTO"}))

    async def _take_in_hand(self) -> None:
        """Many lenses do not move while the camera focuses by itself. Those that cannot tell are moved all the same."""
        if self._is_by_hand:
            return
        with contextlib.suppress(DeviceFault):
            if is_focus_automatic(await self._talk.ask_lens(self._talk.calls.imaging())):
                await self.auto_focus(on=False)
        self._is_by_hand = True
