"""An inventory of a size and variety as a city has it, for the tests of this room."""

from __future__ import annotations

from wall.model.device import (
    Auth,
    Channel,
    ClockReading,
    Device,
    Login,
    Preset,
    Problem,
    PtzNode,
    Relay,
    Step,
    StreamProfile,
    Trouble,
)
from wall.model.inventory import CameraRecord, DeviceRecord, Inventory, Position, Site, StreamRecord
from wall.model.stream import Codec, Transport

WARDS = ("Võ Cường", "Kinh Bắc", "Đáp Cầu", "Thị Cầu", "Hạp Lĩnh")


def city(devices: int = 640, cameras: int = 1000, sites: int = 180) -> Inventory:
    """Nothing of it is kept yet: sites and devices have provisional ids, cameras none."""
    return Inventory(
        tuple(site(n) for n in range(1, sites + 1)),
        tuple(device(n, channels=2 if n <= cameras - devices else 1) for n in range(1, devices + 1)),
        tuple(camera(n, sites, devices) for n in range(1, cameras + 1)),
    )


def site(number: int) -> Site:
    former = ("Vũ Ninh", "Tiền An") if number % 2 else ()
    place = Position(21.18 + number / 10_000, 106.06)
    return Site(f"Ngã {number}", WARDS[number % len(WARDS)], former, place, f"{number} Lý Thái Tổ", -number)


def device(number: int, channels: int = 1) -> DeviceRecord:
    host = f"10.0.{number // 250}.{number % 250}"
    told = Device(
        f"http://{host}/onvif/device_service",
        f"urn:uuid:{number:08}",
        name=f"CAM-{number}",
        location="Bắc Ninh",
        manufacturer="HIKVISION",
        model="DS-2CD2T47",
        firmware="V5.7.3",
        serial=f"SN{number}",
        hardware="88",
        clock=ClockReading(-1.5, 1_790_000_000.0, 0.02),
        auth=Auth.TOKEN,
        login=Login.PROVEN,
        services=(("http://www.onvif.org/ver10/media/wsdl", f"http://{host}/onvif/media"),),
        channels=tuple(channel(host, n) for n in range(1, channels + 1)),
        topics=("tns1:VideoSource/MotionAlarm", "tns1:Device/Trigger/DigitalInput"),
        certificate_sha256=f"{number:064x}",
        relays=(Relay("R1", "Monostable", "open"),),
        problems=(Problem(Step.CLOCK, Trouble.INCOMPLETE, "no time zone"),),
    )
    return DeviceRecord(told, "đội 1", drift_s_per_day=0.2, seen_s=1_790_000_000.0, device_id=-number)


def channel(host: str, number: int) -> Channel:
    node = PtzNode("N1", True, True, False, True, 300, pan_limits=(-1.0, 1.0), zoom_limits=(0.0, 1.0))
    return Channel(
        f"VS{number}",
        f"Kênh {number}",
        (
            profile("main", Codec.H265, 2560, 1440, f"rtsp://{host}:554/{number}01"),
            profile("sub", Codec.H264, 640, 360, f"rtsp://{host}:554/{number}02"),
        ),
        node if number == 1 else None,
        "main",
        (Preset("1", "Cổng bắc"), Preset("2", "")),
    )


def profile(token: str, codec: Codec | None, width: int, height: int, url: str) -> StreamProfile:
    return StreamProfile(token, token, "H265", codec, width, height, 25.0, 4096, url, url.replace("rtsp", "http"))


def camera(number: int, sites: int, devices: int) -> CameraRecord:
    host = f"10.0.{number // 250}.{number % 250}"
    return CameraRecord(
        f"Camera {number}",
        number,
        f"biệt danh {number}" if number % 3 else "",
        site_id=-(number % sites + 1),
        device_id=-((number - 1) % devices + 1),
        source_token=f"VS{(number - 1) // devices + 1}",
        streams=(
            StreamRecord(f"rtsp://{host}:554/{number}01", "main", Codec.H265, 2560, 1440, 25.0),
            StreamRecord(f"rtsp://{host}:554/{number}02", "sub", Codec.H264, 640, 360, 12.5, Transport.TCP),
        ),
        snapshot_url=f"http://{host}/snap.jpg",
        has_ptz=number % 4 == 0,
        tags=("ngã tư", "ưu tiên") if number % 2 else (),
        position=Position(21.18, 106.06 + number / 10_000),
        bearing_deg=float(number % 360),
        view_deg=90.0,
        priority=number % 3,
        notes="ghi chú\nhai dòng" if number % 5 == 0 else "",
    )
