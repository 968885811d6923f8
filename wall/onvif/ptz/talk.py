"""The conversation with one dome: its requests, its connections, and where its services are."""

from __future__ import annotations

from wall.model.device import Trouble
from wall.onvif.contract import Contract, Message
from wall.onvif.faults import DeviceFault
from wall.onvif.ptz.calls import PtzCalls
from wall.onvif.ptz.lanes import Lanes, MaySend, always
from wall.onvif.ptz.places import IMAGING_NAMES, PTZ_NAMES, Places
from wall.onvif.ptz.target import PtzTarget
from wall.onvif.xml import Element


class Talk:
    """Event-loop thread only. Await `ready` before `calls` is used."""

    def __init__(self, target: PtzTarget, lanes: Lanes, contract: Contract) -> None:
        self.target = target
        self.lanes = lanes
        self.calls = PtzCalls(contract, target.profile, target.source_token)
        self._contract = contract
        self._ptz = Places(target.ptz_url, target.device_url, PTZ_NAMES)
        self._device = Places(target.device_url, target.device_url, ())
        self._imaging = Places(target.imaging_url, target.device_url, IMAGING_NAMES)

    @property
    def ptz_url(self) -> str:
        return self._ptz.url

    async def ready(self) -> None:
        """Have the contract parsed; at once where it is."""
        await self._contract.prepare()

    async def ask(self, message: Message, *, is_first: bool = False) -> Element:
        """A question to the PTZ service, or a command that may wait for others of its kind."""
        return await self.lanes.question(message, self._ptz, is_first=is_first)

    async def ask_device(self, message: Message) -> Element:
        return await self.lanes.question(message, self._device)

    async def move(self, message: Message, may_send: MaySend) -> None:
        await self.lanes.move(message, self._ptz, may_send)

    async def stop(self, message: Message) -> None:
        await self.lanes.stop(message, self._ptz)

    async def ask_lens(self, message: Message) -> Element:
        self._check_lens()
        return await self.lanes.question(message, self._imaging)

    async def tell_lens(self, message: Message, may_send: MaySend = always) -> None:
        """The same for what must not wait: over a connection on which nothing is awaited."""
        self._check_lens()
        await self.lanes.beside(message, self._imaging, may_send)

    def _check_lens(self) -> None:
        if not self.target.imaging_url or not self.target.source_token:
            raise DeviceFault(Trouble.UNSUPPORTED, "the device has no Imaging service")
