"""The fleet of cameras, as the UI and the commands use it: every method returns at once, facts come by `publish`."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from wall.model.camera import Camera
from wall.model.device import ClockReading
from wall.model.errors import StoreError
from wall.model.events import Event, InventoryChanged
from wall.model.geo.placing import CameraPlace, SitePlace
from wall.model.health import Health
from wall.model.import_plan import ImportPlan
from wall.model.inventory import CameraRecord, DeviceRecord, Inventory, StreamRecord, credential_of, to_show
from wall.model.stream import Credentials, parse_source
from wall.model.tile import Cause
from wall.onvif.discovery import Search
from wall.onvif.interrogate import Target
from wall.services.check_plan import Pace
from wall.services.db_thread import DbThread
from wall.services.directory import Directory
from wall.services.edits import counted, credentials_of, edited, rebased, with_camera, without
from wall.services.finding import Finding
from wall.services.health import HealthWatch
from wall.services.in_parts import InParts, elsewhere, in_parts
from wall.services.ledgers import LedgerKeeper
from wall.services.login_desk import Desks
from wall.services.logins import Logins
from wall.services.pacing import Pacing
from wall.services.placing import placed, placing_words
from wall.services.ports import Interrogates, KeepsInventory
from wall.services.rtsp_check import check_rtsp
from wall.services.surveying import OnTested, Surveying
from wall.store import tables
from wall.store.secrets import SecretStore
from wall.store.sheet.table import read_table

NewSearch = Callable[[Sequence[str], bool], Search]


class Fleet:
    """Everything about the city's cameras but their pictures. Callable from any thread.

    `publish` is called on the io loop and on the db thread. What cannot be done is published as WorkFailed. `start`
    before all else, `stop` in the end. `interrogator` belongs to the fleet from then on.
    """

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        publish: Callable[[Event], None],
        interrogator: Interrogates,
        open_inventory: Callable[[], KeepsInventory],
        open_secrets: Callable[[], SecretStore],
        new_search: NewSearch = Search,
        clock: Callable[[], float] = time.time,
        pace: Pace | None = None,
    ) -> None:
        self._loop = loop
        self._publish = publish
        self._interrogator = interrogator
        self._new_search = new_search
        self._directory = Directory(open_inventory, self._forward)
        self._logins = Logins(open_secrets)
        self._pacing = Pacing(publish)
        self._finding = Finding(self._pacing.tell)
        self._surveying = Surveying(interrogator, self._directory, self._logins, self._finding, self._pacing, clock)
        self._health = HealthWatch(self._check, publish, self._surveying.withholds, pace)
        self._ledgers = LedgerKeeper(self._health, self._directory)
        self._offered: dict[int, dict[str, Credentials]] = {}
        self._tasks: list[asyncio.Task[None]] = []

    @property
    def inventory(self) -> Inventory:
        return self._directory.inventory

    @property
    def health(self) -> Mapping[int, Health]:
        """What is known of each camera now, by its id; older than 30 s is UNKNOWN."""
        return self._health.health

    @property
    def desks(self) -> Desks:
        """Where logins pass the guard: the same for the live pictures as for the survey."""
        return self._surveying.desks

    @property
    def db(self) -> DbThread:
        """The thread that the database belongs to; whoever else keeps something in it shares it."""
        return self._directory.db

    @property
    def left_to_survey(self) -> int:
        """How many devices wait to be interrogated, or are."""
        return self._surveying.left

    async def start(self) -> None:
        """Open the inventory and begin to watch it. On the io loop. StoreError or StartError where that fails."""
        inventory = await asyncio.wrap_future(self._directory.open())
        names = credentials_of(inventory)
        await asyncio.wrap_future(self._directory.db.work("open the kept logins", lambda: self._logins.fetch(names)))
        self._follow(inventory)
        self._surveying.recall()
        self._tasks = [asyncio.create_task(self._health.run()), asyncio.create_task(self._ledgers.run())]

    async def stop(self) -> None:
        """End everything that runs and keep what was learnt. On the io loop."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._finding.close()
        await self._surveying.stop()
        await self._interrogator.close()
        self._pacing.close()
        self._ledgers.keep()
        await asyncio.get_running_loop().run_in_executor(None, self._directory.close)

    def start_search(self, targets: str, multicast: bool) -> None:
        """Look for devices near (`multicast`) and at addresses. ValueError, in plain words, for bad ones."""
        search = self._new_search([targets] if targets.strip() else [], multicast)
        self._on_io(self._finding.start, search)

    def stop_search(self) -> None:
        """Look no further; what was found stays."""
        self._on_io(self._finding.stop)

    def use_credentials(self, keys: Sequence[str], login: Credentials, name: str) -> None:
        """Log in to found or kept devices with one login, kept under `name`, and interrogate them.

        It is kept as `name 2` where other devices use another login of this name.
        """
        wanted = tuple(keys)
        self._on_io(lambda: self._give(wanted, login, name))

    def release_credential(self, name: str) -> None:
        """The operator decides: a login that is held back is tried again, on one device first."""
        self._on_io(self._surveying.release, name)

    def survey(self, keys: Sequence[str]) -> None:
        """Interrogate devices with the login that each has, if it has one."""
        self._in_turn(self._surveying.survey, tuple(keys))

    def stop_survey(self) -> None:
        """Begin no more interrogations; those under way end within seconds."""
        self._on_io(self._surveying.stop_survey)

    def keep(self, keys: Sequence[str]) -> None:
        """Take devices into the inventory; those never interrogated are interrogated first."""
        self._in_turn(self._surveying.keep, tuple(keys))

    def add_rtsp(self, name: str, url: str, login: Credentials | None) -> None:
        """Take a plain stream into the inventory. ValueError, in plain words, where the address makes no sense."""
        source = parse_source(url, login)

        def add() -> None:
            given = source.credentials
            label = f"{given.username} @ {name}" if given else ""
            credential = self._logins.keep(label, given, credentials_of(self.inventory)) if given else ""
            camera = CameraRecord(name, streams=(StreamRecord(source.url),), credential=credential)
            self._directory.change(f"{name} added", lambda inventory: with_camera(inventory, camera))

        self._directory.db.work("keep the login", add)

    def test(self, device_id: int, on_done: OnTested) -> None:
        """Interrogate a kept device now; `on_done` is called on the io loop. ValueError for one that is not kept."""
        record = next((each for each in self.inventory.devices if each.device_id == device_id), None)
        if record is None:
            raise ValueError(f"there is no device {device_id}")
        self._on_io(self._surveying.test, record, on_done)

    def edit(self, cameras: Sequence[CameraRecord]) -> None:
        """Keep cameras as they are given, found by their `camera_id`; what their devices told since stays."""
        given = list(cameras)
        self._directory.change(counted(len(given), "changed"), lambda inventory: edited(inventory, given))

    def place(self, cameras: Sequence[CameraPlace], sites: Sequence[SitePlace] = ()) -> None:
        """Put cameras and sites where they stand on the map, in one step; all else that is known of them stays."""
        given, places = tuple(cameras), tuple(sites)
        why = placing_words(len(given), len(places))
        self._directory.change(why, lambda inventory: placed(inventory, given, places))

    def remove(self, camera_ids: Sequence[int]) -> None:
        """Take cameras out, and with the last camera of a device the device."""
        gone = set(camera_ids)
        self._directory.change(counted(len(gone), "removed"), lambda inventory: without(inventory, gone))

    def undo(self) -> None:
        """Take the last change back."""
        self._directory.undo().add_done_callback(self._fetch_logins)

    def plan_import(self, path: Path) -> Future[ImportPlan]:
        """What a table would change; nothing is changed yet. StoreError (FILE) for one that cannot be read."""
        return in_parts(self._directory.db, self._plan(path))

    def apply_import(self, plan: ImportPlan) -> Future[None]:
        """Change it, in one step. What devices have told since the plan was made stays."""
        logins = self._offered.pop(id(plan), {})

        def make(inventory: Inventory) -> Inventory:
            for name, login in logins.items():
                self._logins.keep_as(name, login)
            return rebased(plan.based_on, plan.result, inventory)

        done = self._directory.change(f"import of {plan.file}", make)
        done.add_done_callback(self._fetch_logins)
        return _without_result(done)

    def export(self, path: Path) -> Future[None]:
        """Write the inventory as a table, CSV or XLSX by the file's ending; without logins. StoreError."""
        db = self._directory.db

        def write() -> InParts[None]:
            inventory = self.inventory
            yield from elsewhere(db.folders.ask(path.parent, lambda: tables.export(path, inventory)))

        return in_parts(db, write())

    def find(self, text: str) -> list[int]:
        """Camera ids, the best first; all of them, by number, for no text. A few milliseconds."""
        return self._directory.find(text)

    def login_of(self, camera_id: int) -> Credentials | None:
        """The login that opens this camera's streams; None for none, or where the guard holds it back."""
        camera = next((each for each in self.inventory.cameras if each.camera_id == camera_id), None)
        if camera is None:
            return None
        record = next((each for each in self.inventory.devices if each.device_id == camera.device_id), None)
        return self._login(camera, record)

    def login_named(self, name: str) -> Future[Credentials | None]:
        """A kept login for what is no camera; None for no name, or where it is gone. StoreError where it is locked."""

        def get() -> Credentials | None:
            self._logins.fetch([name])
            return self._logins.get(name)

        return self._directory.db.ask(get)

    def shown(self, camera: CameraRecord, device: DeviceRecord | None, site: str) -> Camera:
        """The camera as the wall shows it, with its login unless the guard holds it back. ValueError: no stream."""
        return to_show(camera, 0, site, self._login(camera, device), credential_of(camera, device))

    def note_stream(self, camera_id: int, fps: float | None, kbit_s: float | None, latency_ms: float | None) -> None:
        """What an open stream delivers; said again every second or two while it is open."""
        self._on_io(self._health.note_stream, camera_id, fps, kbit_s, latency_ms)

    def keep_login_named(self, name: str, login: Credentials) -> Future[None]:
        """Keep a login of what is no camera, in the place of the former one of this name. StoreError where it cannot be
        kept beyond the end of the program: then nothing has changed.
        """

        def keep() -> None:
            if not self._logins.store.is_lasting:
                raise StoreError(self._logins.store.place, cause=Cause.LOGINS)
            self._logins.keep_as(name, login)

        return self._directory.db.ask(keep)

    def _login(self, camera: CameraRecord, device: DeviceRecord | None) -> Credentials | None:
        if device is not None and self._surveying.withholds(device):
            return None
        return self._logins.get(credential_of(camera, device))

    def _plan(self, path: Path) -> InParts[ImportPlan]:
        """Logins without a password are left to `use_credentials`, under the names in the plan."""
        reading = self._directory.db.folders.ask(path.parent, lambda: read_table(path))
        table = yield from elsewhere(reading)
        plan, logins = tables.planned(table, path.name, self.inventory, self._logins.store)
        self._offered = {id(plan): {name: login for name, login in logins.items() if login.password}}
        return plan

    def _give(self, keys: tuple[str, ...], login: Credentials, name: str) -> None:
        plain = {camera.credential for camera in self.inventory.cameras if camera.device_id is None}
        taken = self._surveying.names_in_use(but=keys) | plain

        def keep() -> None:
            before = self._logins.get(name)
            kept = self._logins.keep(name, login, taken)
            is_new = kept == name and before is not None and before != login
            self._loop.call_soon_threadsafe(self._surveying.use, keys, kept, is_new)

        self._directory.db.work("keep the login", keep)

    async def _check(self, record: DeviceRecord) -> ClockReading | None:
        device = record.device
        if device.address.lower().startswith("rtsp:"):
            await check_rtsp(device.address)
            return None
        return await self._interrogator.check(Target(device.address, device.endpoint, device))

    def _forward(self, event: Event) -> None:
        """On the db thread."""
        self._publish(event)
        if isinstance(event, InventoryChanged):
            self._on_io(self._follow, event.inventory)

    def _fetch_logins(self, done: Future[Inventory]) -> None:
        """A step back, or an import, may bring back cameras whose login is not at hand. On the db thread."""
        if not done.exception():
            names = credentials_of(done.result())
            self._directory.db.work("open the kept logins", lambda: self._logins.fetch(names))

    def _follow(self, inventory: Inventory) -> None:
        self._surveying.follow(inventory)
        self._health.follow(inventory)

    def _in_turn(self, work: Callable[..., None], *arguments: Any) -> None:
        """On the io loop, by the way that a login takes: not before one that was given just before has been kept."""
        self._on_io(lambda: self._directory.db.ask(lambda: self._on_io(work, *arguments)))

    def _on_io(self, work: Callable[..., object], *arguments: Any) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(work, *arguments)


def _without_result(done: Future[Inventory]) -> Future[None]:
    """A future that ends as another one does."""
    ended: Future[None] = Future()

    def end(_: Future[Inventory]) -> None:
        error = done.exception()
        if error is None:
            ended.set_result(None)
        else:
            ended.set_exception(error)

    done.add_done_callback(end)
    return ended
