"""A city to look at: so many cameras at real places of Bắc Ninh, with devices, health and findings. Always the same."""

from __future__ import annotations

import random
from dataclasses import replace

from wall.model.device import (
    Auth,
    Channel,
    ClockReading,
    Device,
    FoundDevice,
    Login,
    Preset,
    Problem,
    PtzNode,
    RawReply,
    Relay,
    Step,
    StreamProfile,
    Trouble,
)
from wall.model.health import Health, Incident, SharedCause, Verdict
from wall.model.inventory import CameraRecord, DeviceRecord, Inventory, Position, Site, StreamRecord
from wall.model.stream import Codec
from wall.simulator.names import LANDMARKS, WARD_PLACES, WARDS

NOW_S = 1_795_000_000.0
CAMERAS_A_SITE = 4
_MAKES = (
    ("HIKVISION", "DS-2CD2143G2-I", "V5.7.13 build 230912"),
    ("Dahua", "IPC-HDBW2841R-ZAS", "2.840.0000000.18.R"),
    ("AXIS", "P3265-LVE", "11.11.73"),
    ("UNIVIEW", "IPC3614SR3-DPF28M", "IPC_G6102-B0016P60D1904"),
    ("Bosch", "FLEXIDOME 8000i", "8.90.0037"),
    ("TP-Link", "VIGI C540V", "2.0.1 Build 230815"),
)
_FAULTS = (
    (Problem(Step.CLOCK, Trouble.MALFORMED, "GetSystemDateAndTime: month 13 in 2022-13-45"),),
    (Problem(Step.PROFILES, Trouble.DUPLICATE, "Profile_1 stands there twice"),),
    (Problem(Step.STREAMS, Trouble.FOREIGN_HOST, "told 192.168.1.108:554, reached by 10.20.3.17:8554"),),
    (Problem(Step.IDENTITY, Trouble.LOGIN, "HTTP 400, ter:NotAuthorized"), Problem(Step.SOURCES, Trouble.LOGIN)),
    (Problem(Step.DISCOVERY, Trouble.TIMEOUT, "no answer within 5 s"),),
)


def sites_of(count: int) -> tuple[Site, ...]:
    """Real places first, then the places that every ward has, then crossings."""
    places = [(place.name, place.ward) for place in LANDMARKS]
    places += [(name.format(ward=ward.name), ward.name) for name, _ in WARD_PLACES for ward in WARDS]
    streets = [(f"Ngã tư {a} – {b}", ward.name) for ward in WARDS for a in ward.streets for b in ward.streets if a < b]
    places = (places + streets) * (1 + count // (len(places) + len(streets)))
    return tuple(
        Site(name, ward, ("Tiền An", "Ninh Xá cũ") if number % 9 == 0 else (), Position(21.18, 106.06), "", number)
        for number, (name, ward) in enumerate(places[:count], start=1)
    )


def device(number: int, name: str, *, faulty: bool = False) -> Device:
    """What an interrogation would learn of it."""
    make, model, firmware = _MAKES[number % len(_MAKES)]
    problems = _FAULTS[number % len(_FAULTS)] if faulty else ()
    refused = any(problem.trouble is Trouble.LOGIN for problem in problems)
    host = f"10.20.{number // 200}.{number % 200 + 10}"
    offsets = (0.2, -0.04, 1.7, -3.1, 0.6, 47.5, -19_980.0, 0.0)
    return Device(
        address=f"http://{host}/onvif/device_service",
        endpoint=f"urn:uuid:4a2f0000-0000-0000-0000-{number:012d}",
        name=name,
        manufacturer=make,
        model=model,
        firmware=firmware,
        serial=f"{make[:2]}{number:09d}",
        clock=ClockReading(offsets[number % 8], NOW_S - 840, 0.02),
        auth=None if refused else Auth.DIGEST if number % 7 == 0 else Auth.TOKEN,
        login=Login.REFUSED if refused else Login.PROVEN,
        channels=() if refused else (channel(host, name, has_ptz=number % 11 == 0),),
        topics=("tns1:VideoSource/MotionAlarm", "tns1:RuleEngine/CellMotionDetector/Motion"),
        relays=(Relay("AlarmOut_0"),),
        problems=problems,
    )


def channel(host: str, name: str, *, has_ptz: bool) -> Channel:
    """One eye with a large and a small stream."""
    streams = (
        StreamProfile("main", "main", "H265", Codec.H265, 2560, 1440, 25, 4096, f"rtsp://{host}:554/101"),
        StreamProfile("sub", "sub", "H264", Codec.H264, 640, 360, 15, 512, f"rtsp://{host}:554/102"),
    )
    node = PtzNode("node", True, True, True, True, 64) if has_ptz else None
    presets = tuple(Preset(str(n), f"Vị trí {n}") for n in range(1, 12)) if has_ptz else ()
    return Channel("source", name, streams, node, "main" if has_ptz else "", presets)


def inventory_of(count: int) -> Inventory:
    """So many cameras, four at a site."""
    sites = sites_of(-(-count // CAMERAS_A_SITE))
    views = ("hướng Đông", "hướng Tây", "toàn cảnh", "vạch dừng và lối sang đường")
    devices, cameras = [], []
    for index in range(count):
        site = sites[index // CAMERAS_A_SITE]
        name = f"{site.name} – {views[index % CAMERAS_A_SITE]}"
        told = device(index, name, faulty=index % 23 == 5)
        devices.append(DeviceRecord(told, "quan-tri", 0.4, NOW_S - 12, index + 1))
        streams = tuple(
            StreamRecord(each.url, each.token, each.codec, each.width, each.height, each.fps)
            for each in (told.channels[0].streams if told.channels else ())
        )
        cameras.append(
            CameraRecord(
                name,
                index + 1,
                site_id=site.site_id,
                device_id=index + 1,
                source_token="source" if told.channels else "",
                streams=streams or (StreamRecord(f"rtsp://10.20.0.{index % 250}/live"),),
                has_ptz=index % 11 == 0,
                tags=("giao thông",) if index % 3 else ("giao thông", "học đường"),
                bearing_deg=90.0 * (index % 4),
                view_deg=84.0,
                priority=2 if index % 17 == 0 else 0,
                notes="Cột ở dải phân cách; chìa khóa tủ do công an phường giữ." if index % 5 == 0 else "",
                camera_id=index + 1,
            )
        )
    if cameras:
        cameras[0] = replace(cameras[0], nickname="Ngã Sáu chính")
    return Inventory(sites, tuple(devices), tuple(cameras))


def health_of(inventory: Inventory, seed: int = 1) -> dict[int, Health]:
    """Most are well; the cameras of two sites are lost."""
    dice = random.Random(seed)
    health = {}
    for camera in inventory.cameras:
        number = camera.camera_id
        offset_s = (
            (0.2, -0.04, 1.7, -3.1, 0.6, 47.5, -19_980.0, 0.0)[number % 8] if number % 6 == 0 else dice.gauss(0, 0.4)
        )
        sees = number % 4 != 0
        well = Health(
            Verdict.WELL,
            None,
            NOW_S - dice.uniform(0, 29),
            NOW_S - dice.uniform(600, 900_000),
            dice.uniform(8, 90),
            offset_s,
            25.0 if sees else None,
            3900.0 if sees else None,
            210.0 if sees else None,
        )
        if camera.site_id in (3, 41):
            well = Health(Verdict.LOST, Trouble.TIMEOUT, NOW_S - 9)
        elif number % 71 == 0:
            well = Health(Verdict.ILL, Trouble.LOGIN, NOW_S - 14, answer_ms=22, clock_offset_s=offset_s)
        elif abs(offset_s) > 5:
            well = replace(well, verdict=Verdict.ATTENTION, trouble=Trouble.CLOCK)
        elif number % 97 == 0:
            well = Health(Verdict.UNKNOWN)
        health[number] = well
    return health


def incidents_of(inventory: Inventory) -> tuple[Incident, ...]:
    """The two sites that are lost."""
    found = []
    for site_id, cause in ((3, SharedCause.POWER_OR_UPLINK), (41, SharedCause.RECORDER)):
        cameras = tuple(camera.camera_id for camera in inventory.cameras if camera.site_id == site_id)
        site = next((site for site in inventory.sites if site.site_id == site_id), None)
        if cameras and site:
            found.append(Incident(site_id, site.name, cameras, len(cameras), cause, NOW_S - 1260))
    return tuple(found)


def found_device(number: int) -> FoundDevice:
    """What a search would tell of it."""
    whole = device(number, f"Camera {number}")
    return FoundDevice(whole.endpoint, (whole.address,), whole.name, "Bắc Ninh", whole.model)


def raw_replies() -> tuple[RawReply, ...]:
    """A good answer, a refusal, and one far too long."""
    envelope = '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body>{}</s:Body></s:Envelope>'
    question = envelope.format("<GetDeviceInformation/>")
    answer = envelope.format("<Manufacturer>HIKVISION</Manufacturer><Model>DS-2CD2143G2-I</Model>")
    fault = envelope.format("<s:Fault><s:Code><s:Subcode>ter:NotAuthorized</s:Subcode></s:Code></s:Fault>")
    return (
        RawReply("GetSystemDateAndTime", 200, envelope.format("<GetSystemDateAndTime/>"), answer, 12.4),
        RawReply("GetDeviceInformation", 200, question, answer, 31.0),
        RawReply("GetEventProperties", 400, envelope.format("<GetEventProperties/>"), fault, 19.6),
        RawReply("GetProfiles", 200, envelope.format("<GetProfiles/>"), envelope.format("<Profiles/>" * 30_000), 240.0),
    )
