"""The simulated city: sites, devices and cameras, the same for the same seed.

Numbers count from 1 and follow the sites:
the cameras of one site, and the channels of one recorder, lie together.
"""

import random
import uuid
from dataclasses import dataclass
from itertools import chain, count
from math import cos, radians
from typing import TYPE_CHECKING

from wall.simulator.devices import MAKES, Make
from wall.simulator.names import (
    ALLEY,
    CROSSING,
    LANDMARKS,
    SCENES,
    WARD_PLACES,
    WARDS,
    Place,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PTZ_SHARE = 0.15
RECORDED_SHARE = 0.10
H265_SHARE = 0.30
_SOUND_EACH = ("", "pcmu", "", "aac", "", "pcma")
"""By the camera's number: half of them have a microphone."""
RECORDER_SIZES = (4, 8, 4, 16, 4, 4, 8)
MAX_CAMERAS = 4096
"""More would need more ports than fit above a usual base port."""

_NAMESPACE = uuid.UUID("6c1f3c52-5a0e-4b86-9f1d-0c2022ba0c91")
_METRES_PER_DEGREE = 111_320.0


@dataclass(frozen=True, slots=True)
class StreamSpec:
    """One encoded stream of a camera: name "main", "sub" and so on, codec "h264", "h265" or "mjpeg".

    `said` is the size that the camera says it has, where that is not so.
    """

    name: str
    codec: str
    width: int
    height: int
    fps: int
    kbit_s: int
    said: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Site:
    """A place with cameras; lat and lon in WGS84 degrees."""

    number: int
    name: str
    ward: str
    lat: float
    lon: float
    address: str


@dataclass(frozen=True, slots=True)
class Device:
    """One box on the network: kind "camera", "dome" or "recorder"; channels are camera numbers in order."""

    number: int
    serial: str
    endpoint: str
    maker: str
    model: str
    firmware: str
    site: int
    kind: str
    channels: tuple[int, ...]
    mac: str


@dataclass(frozen=True, slots=True)
class Camera:
    """One view of the city: channel `channel` (from 1) of device number `device` at site number `site`.

    `streams` begins with main and sub; `scene` indexes `wall.simulator.names.SCENES`.
    """

    number: int
    name: str
    site: int
    device: int
    channel: int
    ptz: bool
    lat: float
    lon: float
    heading_deg: float
    streams: tuple[StreamSpec, ...]
    scene: int
    sound: str = ""
    """What its microphone's sound is encoded in, with every stream: "pcmu", "pcma", "aac"; "" has none."""


@dataclass(frozen=True, slots=True)
class City:
    """All of it; number n stands at index n - 1."""

    sites: tuple[Site, ...]
    devices: tuple[Device, ...]
    cameras: tuple[Camera, ...]

    def cameras_of(self, device: Device) -> tuple[Camera, ...]:
        """The cameras behind a device, channel 1 first."""
        return tuple(self.cameras[number - 1] for number in device.channels)


@dataclass(frozen=True, slots=True)
class _Plot:
    """A site with its place and the sizes of its devices: 1 for a single, 4, 8 or 16 for a recorder."""

    site: Site
    place: Place
    sizes: tuple[int, ...]


def build_city(
    cameras: int,
    sites: int,
    seed: int = 2022,
    *,
    devices: int | None = None,
    recorders: bool = True,
    make: Make | None = None,
) -> City:
    """The city of that size, with no more sites than cameras. ValueError names a number out of range.

    `devices`, where given, counts in place of `cameras`. Without recorders every device is one camera.
    `make` makes every device; None: each site has the make of its contractor.
    """
    what, size = ("cameras", cameras) if devices is None else ("devices", devices)
    if not 1 <= size <= MAX_CAMERAS:
        raise ValueError(f"{what} must be 1 to {MAX_CAMERAS}, not {size}")
    if sites < 1:
        raise ValueError(f"sites must be at least 1, not {sites}")
    rng = random.Random(seed)
    sites = min(sites, size)
    sizes: list[int] = []
    if recorders:
        sizes = _recorders(lambda count, total: cameras if devices is None else devices - count + total, sites)
    singles = cameras - sum(sizes) if devices is None else devices - len(sizes)
    plots = _plots(singles, sizes, sites, rng)
    built, views = _devices(plots, singles + sum(sizes), seed, make, rng)
    return City(tuple(plot.site for plot in plots), built, views)


def usual_sound(camera: int) -> str:
    """What the microphone of a camera is encoded in, by its number; "" where it has none."""
    return _SOUND_EACH[camera % len(_SOUND_EACH)]


def _places() -> "Iterator[Place]":
    """Distinct places, the well-known ones first, without end."""
    yield from LANDMARKS
    crossings = ((0, 1), (1, 2), (2, 3), (3, 4), (0, 2))
    for (first, second), (pattern, kind) in zip(crossings, WARD_PLACES, strict=True):
        for ward in WARDS:
            name = f"{ward.streets[first]} / {ward.streets[second]}"
            yield Place(name, ward.name, CROSSING, ward.streets[first])
        for ward in WARDS:
            yield Place(pattern.format(ward=ward.name), ward.name, kind, ward.streets[second])
    for number in count(1):
        for ward in WARDS:
            for street in ward.streets[:2]:
                yield Place(f"Ngõ {number} {street}, {ward.name}", ward.name, ALLEY, street)


def _plots(singles: int, recorders: list[int], sites: int, rng: random.Random) -> list[_Plot]:
    """Share the devices out: recorders first, then one camera for each bare site, the rest to busy sites."""
    sizes: list[list[int]] = [[] for _ in range(sites)]
    for index, size in zip(rng.sample(range(sites), len(recorders)), recorders, strict=True):
        sizes[index].append(size)
    bare = [index for index in range(sites) if not sizes[index]]
    extra = rng.choices(range(sites), [rng.uniform(0.3, 2.0) for _ in range(sites)], k=singles - len(bare))
    for index in chain(bare, extra):
        sizes[index].append(1)
    places = zip(range(1, sites + 1), _places(), strict=False)
    return [_Plot(_site(n, place, rng), place, tuple(sizes[n - 1])) for n, place in places]


def _recorders(cameras_with: "Callable[[int, int], int]", sites: int) -> list[int]:
    """Sizes of the recorders: about their share of the cameras, leaving one camera for every other site.

    `cameras_with(count, total)`: how many cameras there are with so many recorders of `total` channels.
    """
    sizes: list[int] = []
    for size in chain.from_iterable(RECORDER_SIZES for _ in count()):
        number, total = len(sizes) + 1, sum(sizes) + size
        cameras = cameras_with(number, total)
        too_many = total > cameras * RECORDED_SHARE + 2
        if too_many or number > sites or cameras - total < sites - number:
            return sizes
        sizes.append(size)
    raise AssertionError("unreachable: the sizes repeat for ever")


def _site(number: int, place: Place, rng: random.Random) -> Site:
    ward = next(ward for ward in WARDS if ward.name == place.ward)
    lat, lon = _nearby(ward.lat, ward.lon, 650.0, rng)
    address = f"Số {rng.randint(1, 320)} {place.street}, phường {ward.name}, TP. Bắc Ninh"
    return Site(number, place.name, ward.name, lat, lon, address)


def _nearby(lat: float, lon: float, within_m: float, rng: random.Random) -> tuple[float, float]:
    north_m, east_m = rng.uniform(-within_m, within_m), rng.uniform(-within_m, within_m)
    return (
        round(lat + north_m / _METRES_PER_DEGREE, 6),
        round(lon + east_m / (_METRES_PER_DEGREE * cos(radians(lat))), 6),
    )


def _devices(
    plots: list[_Plot], total: int, seed: int, make: Make | None, rng: random.Random
) -> tuple[tuple[Device, ...], tuple[Camera, ...]]:
    devices: list[Device] = []
    cameras: list[Camera] = []
    recorded = sum(size for plot in plots for size in plot.sizes if size > 1)
    dome_share = PTZ_SHARE * total / max(1, total - recorded)
    dome_phase, codec_phase = rng.random(), rng.random()
    for plot in plots:
        seen = 0
        for size in plot.sizes:
            number = len(devices) + 1
            is_dome = size == 1 and _falls_in(dome_share, number * 2**0.5 + dome_phase)
            kind = "recorder" if size > 1 else "dome" if is_dome else "camera"
            codec = "h265" if _falls_in(H265_SHARE, number * 5**0.5 / 2 + codec_phase) else "h264"
            first = len(cameras) + 1
            channels = tuple(range(first, first + size))
            device = _device(number, kind, plot.site, channels, seed, make)
            devices.append(device)
            cameras += [_camera(plot, device, seen + i, i + 1, codec, rng) for i in range(size)]
            seen += size
    return tuple(devices), tuple(cameras)


def _falls_in(share: float, turns: float) -> bool:
    """Whether this step of an irrational rotation falls in the share: even, also among the first few."""
    return turns % 1.0 < share


def _device(number: int, kind: str, site: Site, channels: tuple[int, ...], seed: int, make: Make | None) -> Device:
    identity = uuid.uuid5(_NAMESPACE, f"{seed}/{number}")
    # One maker a site at most times, as sites are fitted out by one contractor.
    make = make or MAKES[(site.number * 7 + (number % 5 == 0)) % len(MAKES)]
    digits = identity.hex.upper()
    mac = ":".join(("02", *(digits[i : i + 2] for i in range(0, 10, 2))))
    return Device(
        number=number,
        serial=f"BN{number:04d}{digits[12:20]}",
        endpoint=f"urn:uuid:{identity}",
        maker=make.maker,
        model=make.model(kind, len(channels)),
        firmware=make.firmware,
        site=site.number,
        kind=kind,
        channels=channels,
        mac=mac,
    )


def _camera(plot: _Plot, device: Device, position: int, channel: int, codec: str, rng: random.Random) -> Camera:
    kind = plot.place.kind
    lap, view = divmod(position, len(kind.views))
    name = f"{plot.site.name} – {kind.views[view]}" + (f" {lap + 1}" if lap else "")
    lat, lon = _nearby(plot.site.lat, plot.site.lon, 40.0, rng)
    return Camera(
        number=device.channels[channel - 1],
        name=name,
        site=plot.site.number,
        device=device.number,
        channel=channel,
        ptz=device.kind == "dome",
        lat=lat,
        lon=lon,
        heading_deg=round(rng.uniform(0.0, 359.9), 1),
        streams=(
            StreamSpec("main", codec, 1280, 720, 15, 2048),
            StreamSpec("sub", codec, 640, 360, 15, 512),
        ),
        scene=SCENES.index(kind.scenes[(position + plot.site.number) % len(kind.scenes)]),
        sound=usual_sound(device.channels[channel - 1]),
    )
