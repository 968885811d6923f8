"""Where the domes of the fleet are, and the way of their logins past the guard."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace

from wall.model.device import Channel, Login, PtzNode, Trouble
from wall.model.inventory import CameraRecord, DeviceRecord, Inventory, credential_of
from wall.model.ptz.ability import NO_PTZ, PtzAbility
from wall.model.ptz.settings import DomeSettings
from wall.model.stream import Credentials
from wall.onvif.faults import DeviceFault
from wall.onvif.ptz.lines import PtzLines
from wall.onvif.ptz.target import ptz_target
from wall.services.identity import where
from wall.services.login_desk import Desks
from wall.services.ptz.ports import DrivesDome

_PATIENCE_S = 4.0
"""So long may a dome wait at the guard."""
_TOLD_WITHIN_S = 15.0

LoginOf = Callable[[int], Credentials | None]


class Reach:
    """`wall.services.ptz.ports.ReachesDomes`. `login_of` gives a camera's login unless the guard holds it back, and
    `settings` what was settled of it: a line has what is so when it is made.
    """

    def __init__(
        self,
        inventory: Callable[[], Inventory],
        login_of: LoginOf,
        desks: Desks,
        lines: PtzLines,
        settings: Callable[[int], DomeSettings] = lambda _camera: DomeSettings(),
    ) -> None:
        self._settings = settings
        self._inventory = inventory
        self._login_of = login_of
        self._desks = desks
        self._lines = lines
        self._index: tuple[Inventory, dict[int, _Found]] = (Inventory(), {})

    def line(self, camera_id: int) -> DrivesDome | None:
        camera, device = self._found().get(camera_id, (None, None))
        channel = _channel(camera, device)
        target = ptz_target(device.device, channel) if device is not None and channel is not None else None
        if camera is None or target is None:
            return None
        settings = self._settings(camera_id)
        target = replace(target, inverts_pan=settings.inverts_pan, inverts_tilt=settings.inverts_tilt)
        name, login = credential_of(camera, device), self._login_of(camera_id)
        return self._lines.line(target, DomeLogin(self._desks, name, login, target.device_url))

    def known(self, camera_id: int) -> PtzAbility | None:
        camera, device = self._found().get(camera_id, (None, None))
        channel = _channel(camera, device)
        if channel is None:
            return NO_PTZ if camera is not None and device is None else None
        return ability_of(channel.ptz) if channel.ptz is not None and channel.ptz_profile else NO_PTZ

    def _found(self) -> dict[int, _Found]:
        """By camera id; made anew once for each inventory. Two threads may do that at once: it is the same twice."""
        inventory = self._inventory()
        known, found = self._index
        if known is not inventory:
            devices = {each.device_id: each for each in inventory.devices}
            found = {
                each.camera_id: (each, devices.get(each.device_id) if each.device_id is not None else None)
                for each in inventory.cameras
            }
            self._index = (inventory, found)
        return found


_Found = tuple[CameraRecord, DeviceRecord | None]


class DomeLogin:
    """What `wall.onvif` calls a LoginDesk, for as long as a dome's line is open.

    The first word of the device is the guard's business; that it refuses later what it had accepted, too.
    """

    def __init__(self, desks: Desks, credential: str, login: Credentials | None, address: str) -> None:
        self._desks = desks
        self._address = address
        self._desk = desks.desk(credential, login, where(address), address)
        self._is_proven = False

    async def request(self) -> Credentials | None:
        """The login, perhaps after a wait; DeviceFault (WITHHELD) where it must not be sent."""
        try:
            async with asyncio.timeout(_PATIENCE_S):
                login = await self._desk.request()
        except TimeoutError:
            raise DeviceFault(Trouble.WITHHELD, "the login waits to be proven elsewhere") from None
        if login is None and self._desk.was_withheld:
            raise DeviceFault(Trouble.WITHHELD, "")
        # A line that is closed before its device has answered tells nothing: others wait for the place.
        asyncio.get_running_loop().call_later(_TOLD_WITHIN_S, self._desk.leave)
        return login

    def told(self, outcome: Login, trouble: Trouble | None = None) -> None:
        if self._is_proven and outcome is Login.REFUSED:
            self._desks.hear(self._desk.credential, self._desk.device, self._address, accepted=False)
        elif not self._is_proven:
            self._is_proven = outcome is Login.PROVEN
            self._desk.told(outcome, trouble)


def ability_of(node: PtzNode) -> PtzAbility:
    """What its survey told: what is not known yet is not promised."""
    return PtzAbility(
        pan_tilt=node.can_pan_tilt,
        zoom=node.can_zoom,
        absolute=node.can_go_to,
        home=node.has_home,
        presets=node.most_presets > 0,
        most_presets=node.most_presets,
    )


def _channel(camera: CameraRecord | None, device: DeviceRecord | None) -> Channel | None:
    if camera is None or device is None:
        return None
    return next((each for each in device.device.channels if each.source_token == camera.source_token), None)
