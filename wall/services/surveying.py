"""What is known of devices beyond the inventory: who was found, surveyed, wished for, with which login.

Here the search, the guard, the survey and the inventory meet. On the io loop throughout; what must be written is handed
to the directory and happens on its own thread.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from zlib import crc32

from wall.model.device import Device, Login, RawReply, Trouble
from wall.model.events import CredentialHeld, DeviceSurveyed, Event
from wall.model.inventory import CameraRecord, DeviceRecord, Inventory
from wall.model.stream import Credentials
from wall.onvif.interrogate import Target
from wall.services.assignments import Assignments
from wall.services.directory import Directory, Learnt
from wall.services.finding import Finding
from wall.services.identity import Identities, key_of, where
from wall.services.keeping import Surveyed, kept, renewed
from wall.services.login_desk import Desks
from wall.services.login_guard import LoginGuard
from wall.services.logins import Logins
from wall.services.pacing import Pacing
from wall.services.ports import Interrogates
from wall.services.survey import Errand, Survey

_LEARN_AFTER_S = 0.5

OnTested = Callable[[Device, tuple[RawReply, ...]], None]


class Surveying:
    """Interrogates found and kept devices, keeps them when wished, and brings kept ones up to date."""

    def __init__(
        self,
        interrogator: Interrogates,
        directory: Directory,
        logins: Logins,
        finding: Finding,
        pacing: Pacing,
        clock: Callable[[], float],
        again_s: tuple[float, ...] = (3.0, 10.0, 30.0),
    ) -> None:
        """`again_s`: after how many seconds a device without a free session is asked again, and again."""
        self._again_s = again_s
        self._directory = directory
        self._logins = logins
        self._finding = finding
        self._pacing = pacing
        self._clock = clock
        self.desks = Desks(LoginGuard(), self._held)
        self._survey = Survey(interrogator, self.desks, self._done)
        self._surveyed: dict[str, Surveyed] = {}
        self._assignments = Assignments()
        self._keys: dict[str, str] = {}
        """The key by which the device in a place was spoken of last."""
        self._to_keep: set[str] = set()
        self._ready_to_keep: list[Surveyed] = []
        self._to_learn: dict[int, Surveyed] = {}
        self._learning: asyncio.TimerHandle | None = None
        self._again: dict[str, tuple[int, asyncio.TimerHandle]] = {}
        """How often a device that was busy has been asked again, and when it is next."""
        self._tests: dict[str, tuple[list[RawReply], list[OnTested]]] = {}
        self._inventory = Inventory()
        self._identities = Identities()
        self._records: dict[int, DeviceRecord] = {}

    @property
    def left(self) -> int:
        """How many devices wait to be interrogated, or are."""
        return self._survey.left

    def follow(self, inventory: Inventory) -> None:
        """This is the inventory now."""
        self._inventory = inventory
        self._identities = Identities(inventory.devices)
        self._records = {record.device_id: record for record in inventory.devices}
        self._assignments.follow(inventory)
        for record in inventory.devices:
            self._keys.setdefault(where(record.device.address), key_of(record.device))

    def recall(self) -> None:
        """Let the guard know what the inventory tells of logins that were refused before the program last ended."""
        for name, recalled in self._assignments.recalled().items():
            self.desks.guard.recall(name, recalled.refused, recalled.is_held)
            if recalled.is_held:
                self._held(CredentialHeld(name, tuple(recalled.refused.values())))

    def use(self, keys: Sequence[str], credential: str, is_new: bool) -> None:
        """Log in to these devices with this login; `is_new`: another one had its name before."""
        places = self.places_of(keys)
        if is_new:
            self.desks.renew(credential)
        else:
            self.desks.wish(credential, places)
        self._assignments.give(places, credential)
        self._add(_spread(keys))

    def survey(self, keys: Iterable[str]) -> None:
        """Interrogate these with the login that each has, if it has one."""
        self._add(_spread(keys))

    def stop_survey(self) -> None:
        """Begin no more interrogations. Of those that were to be kept, those interrogated are."""
        self._survey.drop_waiting()
        for _, timer in self._again.values():
            timer.cancel()
        self._again.clear()
        self._keep_those_ready()

    def release(self, credential: str) -> None:
        """Let it be tried again, on one of those first that have not refused it."""
        self.desks.release(credential)
        self._add(self._keys[place] for place in self._assignments.to_be_tried(credential) if place in self._keys)

    def places_of(self, keys: Iterable[str]) -> list[str]:
        """Where these devices answer: what they go by at the login desk."""
        errands = (self._errand(key) for key in keys)
        return [where(errand.target.address) for errand in errands if errand is not None]

    def names_in_use(self, but: Sequence[str]) -> set[str]:
        """Names of logins that other devices than these have accepted."""
        return self._assignments.in_use(self.places_of(but))

    def withholds(self, record: DeviceRecord) -> bool:
        """Does the guard hold this device's login back from it?"""
        guard = self.desks.guard
        return bool(record.credential) and guard.withholds(record.credential, where(record.device.address))

    def keep(self, keys: Sequence[str]) -> None:
        """Take these into the inventory, as soon as each has been interrogated: all of them in one step."""
        self._to_keep.update(keys)
        for key in keys:
            if key in self._surveyed and not self._survey.is_pending(key):
                self._set_aside(key)
        self._add(key for key in keys if key in self._to_keep and not self._survey.is_pending(key))
        self._keep_those_ready()

    def test(self, record: DeviceRecord, on_done: OnTested) -> None:
        """Interrogate a kept device before all others; who asks while that goes on gets the same answer."""
        key = self._keys.get(where(record.device.address), key_of(record.device))
        if key in self._tests:
            self._tests[key][1].append(on_done)
            return
        replies: list[RawReply] = []
        self._tests[key] = (replies, [on_done])
        errand = self._errand(key)
        if errand is not None:
            self._survey.add_first(replace(errand, on_reply=replies.append))

    async def stop(self) -> None:
        """Break everything off. What was learnt is kept."""
        await self._survey.stop()
        for _, timer in self._again.values():
            timer.cancel()
        if self._learning is not None:
            self._learning.cancel()
            self._learn()

    def _add(self, keys: Iterable[str]) -> None:
        errands = [self._errand(key) for key in keys]
        self._survey.add(errand for errand in errands if errand is not None)

    def _errand(self, key: str) -> Errand | None:
        """How to reach a device of this key; None where nobody knows it."""
        found, surveyed, record = self._finding.rows.get(key), self._surveyed.get(key), self._record(key)
        known = surveyed.device if surveyed else record.device if record else None
        remembered = record.device if record else known
        addresses = found.addresses if found else (known.address,) if known else ()
        if known and not found and record:
            addresses = tuple(dict.fromkeys((*addresses, record.device.address)))
        if not addresses:
            return None
        endpoint = found.endpoint if found else known.endpoint if known else ""
        self._keys[where(addresses[0])] = key
        name = self._assignments.of(where(addresses[0])) or (record.credential if record else "")
        login: Credentials | None = self._logins.get(name)
        return Errand(key, Target(addresses[0], endpoint, remembered), name, login, addresses[1:])

    def _done(self, errand: Errand, device: Device) -> None:
        surveyed = Surveyed(device, errand.credential, self._clock())
        self._surveyed[errand.key] = surveyed
        self._assignments.note(where(errand.target.address), device.login)
        self._tell(errand.key, DeviceSurveyed(errand.key, device))
        if errand.key in self._to_keep:
            self._set_aside(errand.key)
            self._keep_those_ready()
        else:
            self._note(surveyed)
        self._ask_again_if_busy(errand.key, device)
        if errand.on_reply is not None:
            replies, waiting = self._tests.pop(errand.key, ([], []))
            for on_done in waiting:
                on_done(device, tuple(replies))

    def _ask_again_if_busy(self, key: str, device: Device) -> None:
        """Full sessions are soon free again: try a few times, ever later. Never after a login was refused."""
        tried = self._again.pop(key)[0] if key in self._again else 0
        is_busy = any(problem.trouble is Trouble.SESSIONS_FULL for problem in device.problems)
        if is_busy and not device.is_complete and device.login is not Login.REFUSED and tried < len(self._again_s):
            timer = asyncio.get_running_loop().call_later(self._again_s[tried], self._add, (key,))
            self._again[key] = tried + 1, timer

    def _note(self, surveyed: Surveyed) -> None:
        """Bring a kept device up to date, together with others that come within the same moment."""
        device_id = self._identities.find(surveyed.device)
        if device_id is None:
            return
        if surveyed.device.channels and all(each.device_id != device_id for each in self._inventory.cameras):
            self._ready_to_keep.append(surveyed)  # Kept before it let us in: now there are cameras to it.
            self._keep_those_ready()
            return
        self._to_learn[device_id] = surveyed
        if self._learning is None:
            self._learning = asyncio.get_running_loop().call_later(_LEARN_AFTER_S, self._learn)

    def _learn(self) -> None:
        self._learning = None
        learnt, self._to_learn = self._to_learn, {}
        self._directory.learn(lambda inventory: _renewed(inventory, learnt))

    def _set_aside(self, key: str) -> None:
        self._to_keep.discard(key)
        self._ready_to_keep.append(self._surveyed[key])

    def _keep_those_ready(self) -> None:
        """Once all that are wished for have been interrogated."""
        self._to_keep = {key for key in self._to_keep if self._survey.is_pending(key)}
        if self._to_keep or not self._ready_to_keep:
            return
        ready, self._ready_to_keep = self._ready_to_keep, []
        count = f"{len(ready)} device{'s' * (len(ready) != 1)}"
        self._directory.change(f"{count} added", lambda inventory: kept(inventory, ready))

    def _record(self, key: str) -> DeviceRecord | None:
        surveyed, found = self._surveyed.get(key), self._finding.rows.get(key)
        device = surveyed.device if surveyed else None
        if device is None:
            address = found.addresses[0] if found and found.addresses else key
            endpoint = found.endpoint if found else key if key.startswith("urn:") else ""
            device = Device(address, endpoint)
        device_id = self._identities.find(device)
        return self._records.get(device_id) if device_id is not None else None

    def _held(self, held: CredentialHeld) -> None:
        self._tell(held.credential, held)

    def _tell(self, slot: str, event: Event) -> None:
        self._pacing.tell((type(event), slot), event)


def _spread(keys: Iterable[str]) -> list[str]:
    """In an order that has nothing to do with sites.

    So no site's uplink is asked for everything at once, and one site with another password is not three in a row.
    """
    return sorted(keys, key=lambda key: crc32(key.encode("utf-8", "replace")))


def _renewed(inventory: Inventory, learnt: dict[int, Surveyed]) -> Learnt:
    """What is new of these devices and their cameras, as the inventory is by then."""
    devices: list[DeviceRecord] = []
    cameras: list[CameraRecord] = []
    by_device: dict[int | None, list[CameraRecord]] = {}
    for camera in inventory.cameras:
        by_device.setdefault(camera.device_id, []).append(camera)
    for record in inventory.devices:
        if record.device_id in learnt:
            after, changed = renewed(record, by_device.get(record.device_id, ()), learnt[record.device_id])
            devices.append(after)
            cameras += changed
    return devices, cameras
