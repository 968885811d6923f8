"""A fleet without devices: fulfils FleetPort and remembers what it was asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from pathlib import Path
from threading import Thread

from wall.model.device import Device, RawReply
from wall.model.events import Event, InventoryChanged
from wall.model.finder import Finder
from wall.model.geo.placing import CameraPlace, SitePlace
from wall.model.health import Health
from wall.model.import_plan import ImportPlan
from wall.model.inventory import CameraRecord, Inventory
from wall.model.stream import Credentials
from wall.services.placing import placed
from wall.ui.signals import EventBridge


class FakeFleet:
    """Edits really change its inventory, and undo takes them back; the rest is only written down in `asked`."""

    def __init__(
        self, bridge: EventBridge, inventory: Inventory | None = None, health: dict[int, Health] | None = None
    ) -> None:
        self.bridge = bridge
        self.inventory_now = inventory or Inventory()
        self.health_now = health or {}
        self.asked: list[tuple[object, ...]] = []
        self.logins: list[Credentials] = []
        self.refuses_targets = False
        self.plans: Future[ImportPlan] = Future()
        self.applied: Future[None] = Future()
        self.exported: Future[None] = Future()
        self.tests: dict[int, Callable[[Device, tuple[RawReply, ...]], None]] = {}
        self._before: Inventory | None = None
        self._finder = Finder(self.inventory_now)

    # -- FleetPort

    @property
    def inventory(self) -> Inventory:
        return self.inventory_now

    @property
    def health(self) -> Mapping[int, Health]:
        return self.health_now

    def start_search(self, targets: str, multicast: bool) -> None:
        if self.refuses_targets:
            raise ValueError("no address: nonsense")
        self.asked.append(("start_search", targets, multicast))

    def stop_search(self) -> None:
        self.asked.append(("stop_search",))

    def use_credentials(self, keys: Sequence[str], login: Credentials, name: str) -> None:
        self.logins.append(login)
        self.asked.append(("use_credentials", tuple(keys), name))

    def release_credential(self, name: str) -> None:
        self.asked.append(("release_credential", name))

    def survey(self, keys: Sequence[str]) -> None:
        self.asked.append(("survey", tuple(keys)))

    def keep(self, keys: Sequence[str]) -> None:
        self.asked.append(("keep", tuple(keys)))

    def add_rtsp(self, name: str, url: str, login: Credentials | None) -> None:
        if login is not None:
            self.logins.append(login)
        self.asked.append(("add_rtsp", name, url))

    def test(self, device_id: int, on_done: Callable[[Device, tuple[RawReply, ...]], None]) -> None:
        self.asked.append(("test", device_id))
        self.tests[device_id] = on_done

    def edit(self, cameras: Sequence[CameraRecord]) -> None:
        self.asked.append(("edit", tuple(camera.camera_id for camera in cameras)))
        changed = {camera.camera_id: camera for camera in cameras}
        now = self.inventory_now
        self._become(
            Inventory(now.sites, now.devices, tuple(changed.get(each.camera_id, each) for each in now.cameras)),
            f"{len(cameras)} cameras changed",
        )

    def place(self, cameras: Sequence[CameraPlace], sites: Sequence[SitePlace] = ()) -> None:
        self.asked.append(("place", tuple(cameras), tuple(sites)))
        self._become(placed(self.inventory_now, cameras, sites), f"{len(cameras)} cameras placed")

    def remove(self, camera_ids: Sequence[int]) -> None:
        self.asked.append(("remove", tuple(camera_ids)))
        now = self.inventory_now
        left = tuple(camera for camera in now.cameras if camera.camera_id not in camera_ids)
        self._become(Inventory(now.sites, now.devices, left), f"{len(camera_ids)} cameras removed")

    def undo(self) -> None:
        self.asked.append(("undo",))
        if self._before is not None:
            self._become(self._before, "")

    def plan_import(self, path: Path) -> Future[ImportPlan]:
        self.asked.append(("plan_import", path))
        return self.plans

    def apply_import(self, plan: ImportPlan) -> Future[None]:
        self.asked.append(("apply_import", plan))
        return self.applied

    def export(self, path: Path) -> Future[None]:
        self.asked.append(("export", path))
        return self.exported

    def find(self, text: str) -> list[int]:
        return self._finder.find(text)

    def note_stream(self, camera_id: int, fps: float | None, kbit_s: float | None, latency_ms: float | None) -> None:
        self.asked.append(("note_stream", camera_id, fps, kbit_s, latency_ms))

    def login_of(self, camera_id: int) -> Credentials | None:
        return Credentials("quan-tri", "rat-bi-mat")

    # -- what a test does with it

    def tell(self, *events: Event) -> None:
        """Facts come up."""
        for event in events:
            self.bridge.publish(event)

    def wishes(self, name: str) -> list[tuple[object, ...]]:
        """What was asked of this method."""
        return [asked for asked in self.asked if asked[0] == name]

    def from_another_thread(self, does: Callable[[], object]) -> None:
        """As the real fleet answers."""
        thread = Thread(target=does)
        thread.start()
        thread.join()

    def _become(self, inventory: Inventory, undo: str) -> None:
        self._before, self.inventory_now = self.inventory_now, inventory
        self._finder = Finder(inventory)
        self.tell(InventoryChanged(inventory, undo))
