"""What the city has: wards, sites, devices and cameras, as the inventory keeps them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wall.model.camera import Camera, CameraStream
from wall.model.device import Device
from wall.model.stream import Codec, Credentials, Source, Transport


@dataclass(frozen=True, slots=True)
class Position:
    """WGS84 degrees."""

    latitude: float
    longitude: float

    def __post_init__(self) -> None:
        if not (-90 <= self.latitude <= 90 and -180 <= self.longitude <= 180):
            raise ValueError(f"no place on earth: {self.latitude}, {self.longitude}")


@dataclass(frozen=True, slots=True)
class Site:
    """A place with cameras. `former_wards` are names that the ward had before a reform: people still say them."""

    name: str
    ward: str = ""
    former_wards: tuple[str, ...] = ()
    position: Position | None = None
    address: str = ""
    site_id: int = 0
    """0 until it is kept."""


@dataclass(frozen=True, slots=True)
class StreamRecord:
    """One stream of a camera as it is kept. `codec` None means not yet known, or one that cannot be shown."""

    url: str
    token: str = ""
    codec: Codec | None = None
    width: int | None = None
    height: int | None = None
    fps: float | None = None
    transport: Transport = Transport.AUTO


@dataclass(frozen=True, slots=True)
class CameraRecord:
    """One camera "eye". `number` is the logical number that an operator types; None until it has one.

    `source_token` says which video source of device `device_id` it is; both are empty for a plain RTSP source.
    """

    name: str
    number: int | None = None
    nickname: str = ""
    site_id: int | None = None
    device_id: int | None = None
    source_token: str = ""
    streams: tuple[StreamRecord, ...] = ()
    """The largest first."""
    snapshot_url: str = ""
    has_ptz: bool = False
    tags: tuple[str, ...] = ()
    position: Position | None = None
    bearing_deg: float | None = None
    """Where it looks: 0 is north, 90 east."""
    view_deg: float | None = None
    """How wide it sees."""
    priority: int = 0
    """Higher is more important; 0 is ordinary."""
    notes: str = ""
    credential: str = ""
    """The name of its login in the secret store, for a plain RTSP source; else the device's counts."""
    camera_id: int = 0
    """0 until it is kept."""


@dataclass(frozen=True, slots=True)
class DeviceRecord:
    """One device as it is kept: what it told last, by which login, and when it was last reached (Unix time)."""

    device: Device
    credential: str = ""
    """The name of its login in the secret store."""
    drift_s_per_day: float | None = None
    seen_s: float | None = None
    device_id: int = 0
    """0 until it is kept."""


@dataclass(frozen=True, slots=True)
class Inventory:
    """All of it at one moment. Values: a change gives a new one."""

    sites: tuple[Site, ...] = ()
    devices: tuple[DeviceRecord, ...] = ()
    cameras: tuple[CameraRecord, ...] = ()


def to_show(record: CameraRecord, number: int, site: str, login: Credentials | None, credential: str = "") -> Camera:
    """The camera as the wall shows it; `credential` is the name of its login. ValueError where it has no stream.

    JPEG streams of many devices are huge, or give one picture a second: they are for cameras that have nothing else.
    """
    usable = [each for each in record.streams if each.url]
    moving = [each for each in usable if each.codec in (Codec.H264, Codec.H265)]
    if not usable:
        raise ValueError(f"{record.name} has no stream")
    streams = tuple(_shown(each, login, credential, str(record.camera_id)) for each in moving or usable)
    name = record.nickname or record.name
    return Camera(record.number or number, name, streams, site, record.camera_id, record.priority)


def _shown(stream: StreamRecord, login: Credentials | None, credential: str, camera: str) -> CameraStream:
    size = (stream.width, stream.height) if stream.width and stream.height else None
    return CameraStream(Source(stream.url, login, stream.transport, credential, camera), size, stream.codec)


def credential_of(camera: CameraRecord, device: DeviceRecord | None) -> str:
    """The name of the login that opens a camera's streams: its device's, or its own where it has no device."""
    return device.credential if device else camera.credential


def renumbered(cameras: tuple[CameraRecord, ...]) -> tuple[CameraRecord, ...]:
    """Give each camera without a logical number the next free one, in order."""
    taken = {camera.number for camera in cameras if camera.number is not None}
    free = (number for number in range(1, len(cameras) + len(taken) + 1) if number not in taken)
    return tuple(camera if camera.number is not None else replace(camera, number=next(free)) for camera in cameras)
