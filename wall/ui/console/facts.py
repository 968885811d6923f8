"""Facts on their way to the console's pages, gathered so that a burst of hundreds is one change of each list."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from wall.model.alarm_events import SubscriptionsChanged
from wall.model.alarms.subscription import SubscriptionHealth
from wall.model.device import Device, FoundDevice
from wall.model.events import (
    CredentialHeld,
    DeviceFound,
    DeviceSurveyed,
    Event,
    HealthChanged,
    IncidentsChanged,
    InventoryChanged,
    SearchProgressed,
    WorkFailed,
)
from wall.model.health import Health, Incident, Verdict
from wall.model.inventory import CameraRecord
from wall.ui.console.city import City
from wall.ui.console.ports import FleetPort
from wall.ui.console.tally import Tally
from wall.ui.signals import EventBridge

GATHER_MS = 100


@dataclass(frozen=True, slots=True)
class Finding:
    """One row of the found devices: what it said of itself, and what an interrogation learnt."""

    key: str
    found: FoundDevice | None = None
    device: Device | None = None
    is_kept: bool = False
    """Is it in the inventory?"""


@dataclass(frozen=True, slots=True)
class Totals:
    """The city in four numbers."""

    cameras: int
    lost: int
    ill: int
    unknown: int


class Facts(QObject):
    """What the console knows now. UI thread only. Its signals come at most every `GATHER_MS`, after the change."""

    city_changed = Signal()
    health_changed = Signal(object)
    """The ids of the cameras (a frozenset)."""
    incidents_changed = Signal()
    found_changed = Signal(object)
    """The keys of the devices (a list)."""
    search_changed = Signal()
    held_changed = Signal()
    work_failed = Signal(object)
    """A WorkFailed, at once."""

    def __init__(self, fleet: FleetPort, events: EventBridge, early: Iterable[Event], parent: QObject) -> None:
        super().__init__(parent)
        self._inventory = fleet.inventory
        self.city = City(self._inventory)
        self.health: dict[int, Health] = dict(fleet.health)
        self._tally = Tally(self.city.cameras, self.health)
        self.subscriptions: dict[int, SubscriptionHealth] = {}
        """How well each device's events are heard, by its id."""
        self.undo = ""
        self.incidents: tuple[Incident, ...] = ()
        self.findings: dict[str, Finding] = {}
        self.search: SearchProgressed | None = None
        self.held: dict[str, tuple[str, ...]] = {}
        self._changed_health: set[int] = set()
        self._changed_keys: dict[str, None] = {}
        self._waiting: dict[str, Callable[[], None]] = {}
        self._events = events
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._tell)
        events.happened.connect(self.take_note, Qt.ConnectionType.QueuedConnection)
        for event in early:
            self.take_note(event)

    def totals(self) -> Totals:
        """Counted over the cameras of the inventory."""
        count = self._tally.count
        return Totals(len(self._tally), count(Verdict.LOST), count(Verdict.ILL), count(Verdict.UNKNOWN))

    def verdict_of(self, camera_id: int) -> Verdict:
        """What is known of a camera now."""
        health = self.health.get(camera_id)
        return health.verdict if health else Verdict.UNKNOWN

    def hearing_of(self, camera: CameraRecord) -> SubscriptionHealth | None:
        """How well the events of its device are heard; None for what has no device."""
        return None if camera.device_id is None else self.subscriptions.get(camera.device_id)

    def forget_held(self, credential: str) -> None:
        """The operator has decided."""
        if self.held.pop(credential, None) is not None:
            self._tell_soon("held", self.held_changed.emit)

    def begin_search(self) -> None:
        """Before the first word of it has come."""
        self.search = SearchProgressed(0, 0, 0)
        self._tell_soon("search", self.search_changed.emit)

    def take_note(self, event: Event) -> None:
        """A fact has come up: kept now, told a little later."""
        match event:
            case DeviceFound(key, found):
                self._find(replace(self.findings.get(key, Finding(key)), found=found))
            case DeviceSurveyed(key, device):
                self._find(replace(self.findings.get(key, Finding(key)), device=device))
            case HealthChanged(health):
                self.health.update(health)
                self._tally.put(health)
                self._changed_health.update(health)
                self._tell_soon("health", self._tell_health)
            case SubscriptionsChanged(health):
                self.subscriptions.update(health)
                self._changed_health.update(self._cameras_of(health))
                self._tell_soon("health", self._tell_health)
            case InventoryChanged(inventory, undo):
                self._inventory, self.undo = inventory, undo
                self._tell_soon("city", self._tell_city)
            case IncidentsChanged(incidents):
                self.incidents = incidents
                self._tell_soon("incidents", self.incidents_changed.emit)
            case SearchProgressed():
                self.search = event
                self._tell_soon("search", self.search_changed.emit)
            case WorkFailed():
                self.work_failed.emit(event)
            case CredentialHeld(credential, refused_by):
                self.held[credential] = refused_by
                self._tell_soon("held", self.held_changed.emit)

    def end(self) -> None:
        """Hear no more."""
        self._events.happened.disconnect(self.take_note)
        self._timer.stop()

    def _cameras_of(self, devices: Container[int]) -> list[int]:
        return [each.camera_id for each in self._inventory.cameras if each.device_id in devices]

    def _find(self, finding: Finding) -> None:
        self.findings[finding.key] = finding
        self._changed_keys[finding.key] = None
        self._tell_soon("found", self._tell_found)

    def _tell_soon(self, what: str, tell: Callable[[], None]) -> None:
        self._waiting[what] = tell
        if not self._timer.isActive():
            self._timer.start(GATHER_MS)

    def _tell(self) -> None:
        """One kind of fact a turn of the loop, so that a hand on the keyboard gets its turn in between."""
        if self._waiting:
            self._waiting.pop(next(iter(self._waiting)))()
        if self._waiting:
            self._timer.start(0)

    def _tell_city(self) -> None:
        self.city = City(self._inventory)
        self._tally = Tally(self.city.cameras, self.health)
        self.city_changed.emit()

    def _tell_health(self) -> None:
        changed, self._changed_health = frozenset(self._changed_health), set()
        self.health_changed.emit(changed)

    def _tell_found(self) -> None:
        changed, self._changed_keys = list(self._changed_keys), {}
        self.found_changed.emit(changed)
