"""`citywall bench fleet`: from an empty database to a complete inventory of a simulated city, as an operator does it.

Search the typed addresses, give everything that is found the fleet's login, keep it. `complete` counts the devices that
are in the database afterwards with as many cameras as the city says they have, each with a stream that can be opened.
"""

from __future__ import annotations

import csv
import queue
import resource
import socket
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from wall.bench.report import tell
from wall.demo import DEMO_PASSWORD, DEMO_USER, simulator
from wall.model.errors import StartError
from wall.model.events import DeviceFound, DeviceSurveyed, Event, InventoryChanged, SearchProgressed, WorkFailed
from wall.model.inventory import Inventory
from wall.model.stream import Credentials
from wall.onvif.contract import Contract
from wall.onvif.discovery import Search
from wall.onvif.interrogate import Interrogator
from wall.services.fleet import Fleet
from wall.services.identity import where
from wall.services.io import IoLoop
from wall.store.database import Database
from wall.store.inventory_store import InventoryStore
from wall.store.secrets import MemorySecrets

_LOGIN = Credentials(DEMO_USER, DEMO_PASSWORD)
_MOST_SITES = 180
_PATIENCE_S = 300.0
_SILENCE_S = 30.0


@dataclass(frozen=True, slots=True)
class Truth:
    """The city as it is: its devices' addresses in its own list, and how many cameras each place (host:port) has."""

    addresses: tuple[str, ...]
    cameras: Counter[str]


@dataclass(slots=True)
class Sitting:
    """What has been heard of the fleet so far."""

    found: set[str] = field(default_factory=set)
    surveyed: set[str] = field(default_factory=set)
    is_search_over: bool = False
    inventory: Inventory = field(default_factory=Inventory)

    def hear(self, event: Event) -> None:
        if isinstance(event, DeviceFound):
            self.found.add(event.key)
        elif isinstance(event, DeviceSurveyed):
            self.surveyed.add(event.key)
        elif isinstance(event, SearchProgressed):
            self.is_search_over = self.is_search_over or event.is_over
        elif isinstance(event, InventoryChanged):
            self.inventory = event.inventory
        elif isinstance(event, WorkFailed):
            raise StartError(f"the fleet could not {event.work}: {event.detail or event.cause.value}")


def run(devices: int, json_file: str | None) -> int:
    """Measure and tell; 0 when every device is complete, else 1."""
    port = _free_udp_port()
    with tempfile.TemporaryDirectory(prefix="citywall-") as folder:
        truth_file = Path(folder) / "city.csv"
        size = ("--devices", str(devices), "--sites", str(min(devices, _MOST_SITES)))
        with simulator(*size, "--discovery-port", str(port), "--inventory", str(truth_file)):
            figures = measure(_read_truth(truth_file), port, Path(folder))
    tell(figures, json_file)
    return 0 if figures["complete"] == devices else 1


def measure(truth: Truth, discovery_port: int, folder: Path) -> dict[str, object]:
    """All figures of one sitting. CPU and memory are this process's: the city is another one."""
    began_s, began_cpu_s = time.monotonic(), time.process_time()
    with IoLoop() as io, _open_fleet(io, folder, discovery_port) as (fleet, interrogator, news):
        sitting = Sitting()
        _sit(fleet, news, sitting, truth)
        seconds, cpu_s = time.monotonic() - began_s, time.process_time() - began_cpu_s
    peak_bytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return {
        "devices": len(truth.cameras),
        "found": len(sitting.found),
        "complete": _complete(sitting.inventory, truth),
        "cameras": len(sitting.inventory.cameras),
        "sites": len(sitting.inventory.sites),
        "seconds": round(seconds, 2),
        "calls": interrogator.calls,
        "cpu_ms_per_call": round(cpu_s * 1000 / max(1, interrogator.calls), 3),
        "rss_mb": round(peak_bytes / 1e6, 1),
    }


def _sit(fleet: Fleet, news: queue.Queue[Event], sitting: Sitting, truth: Truth) -> None:
    """Search, log in to what is found, keep it; until it is kept, or nothing more happens."""
    fleet.start_search(" ".join(truth.addresses), multicast=False)
    logged_in: set[str] = set()
    is_keeping = False
    deadline_s = time.monotonic() + _PATIENCE_S
    while time.monotonic() < deadline_s and not (is_keeping and len(sitting.inventory.devices) >= len(sitting.found)):
        if not _hear(news, sitting):
            return
        new = sitting.found - logged_in
        if new:
            logged_in |= new
            fleet.use_credentials(sorted(new), _LOGIN, "fleet")
        if sitting.is_search_over and not is_keeping and sitting.surveyed >= sitting.found:
            is_keeping = True
            fleet.keep(sorted(sitting.found))


def _hear(news: queue.Queue[Event], sitting: Sitting) -> bool:
    """Hear what there is; False when nothing came for long."""
    try:
        sitting.hear(news.get(timeout=_SILENCE_S))
    except queue.Empty:
        return False
    while not news.empty():
        sitting.hear(news.get())
    return True


def _complete(inventory: Inventory, truth: Truth) -> int:
    """How many of the city's devices are in the inventory whole."""
    has: Counter[str] = Counter()
    place_of = {record.device_id: where(record.device.address) for record in inventory.devices}
    for camera in inventory.cameras:
        if camera.device_id in place_of and any(stream.url for stream in camera.streams):
            has[place_of[camera.device_id]] += 1
    return sum(has[place] == count for place, count in truth.cameras.items())


@contextmanager
def _open_fleet(
    io: IoLoop, folder: Path, discovery_port: int
) -> Iterator[tuple[Fleet, Interrogator, queue.Queue[Event]]]:
    """A fleet on a new database, with logins in memory only: a benchmark leaves nothing in anybody's key ring."""
    news: queue.Queue[Event] = queue.Queue()
    interrogator = Interrogator(Contract())
    database = Database(folder / "fleet.db")

    def search(targets: Sequence[str], multicast: bool) -> Search:
        return Search(targets, multicast, multicast_port=discovery_port)

    fleet = Fleet(io.loop, news.put, interrogator, lambda: InventoryStore(database), MemorySecrets, search)
    try:
        io.request(fleet.start()).result()
        yield fleet, interrogator, news
    finally:
        io.request(fleet.stop()).result()
        database.close()


def _read_truth(file: Path) -> Truth:
    with file.open(encoding="utf-8", newline="") as lines:
        addresses = [row["http"] for row in csv.DictReader(lines)]
    return Truth(tuple(dict.fromkeys(addresses)), Counter(map(where, addresses)))


def _free_udp_port() -> int:
    with closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as sock:
        sock.bind(("127.0.0.1", 0))
        port: int = sock.getsockname()[1]
        return port
