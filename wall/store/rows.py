"""Makes plain rows of the model's records, and records of rows. A row holds what JSON can hold, and no login.

What cannot be kept is dropped rather than letting one strange device hold up the saving of all: lone surrogates,
numbers that are none, numbers beyond 64 bits. An enumeration is kept by its name; one that this program does not know
is read as "not known".
"""

from __future__ import annotations

from typing import Any

from wall.model.device import Auth, ClockReading, Device, Login
from wall.model.inventory import CameraRecord, DeviceRecord, Position, Site, StreamRecord
from wall.model.stream import Codec, Transport
from wall.store.capability import capability_rows, read_capabilities
from wall.store.plain import fraction, public_url, text, whole

Row = dict[str, Any]

_DEVICE_TEXTS = ("endpoint", "name", "location", "manufacturer", "model", "firmware", "serial", "hardware")


def site_row(site: Site) -> Row:
    return {
        "site_id": site.site_id,
        "name": text(site.name),
        "ward": text(site.ward),
        "former_wards": [{"name": text(name)} for name in site.former_wards],
        **_position_row(site.position),
        "address": text(site.address),
    }


def read_site(row: Row) -> Site:
    former = tuple(each["name"] for each in row["former_wards"])
    return Site(row["name"], row["ward"] or "", former, _position(row), row["address"], row["site_id"])


def device_row(record: DeviceRecord) -> Row:
    told, clock = record.device, record.device.clock
    return {
        "device_id": record.device_id,
        "address": public_url(told.address),
        **{name: text(getattr(told, name)) for name in _DEVICE_TEXTS},
        "auth": told.auth.name if told.auth else None,
        "login": told.login.name,
        "certificate_sha256": text(told.certificate_sha256),
        "credential": text(record.credential),
        "clock_offset_s": fraction(clock.offset_s) if clock else None,
        "clock_measured_s": fraction(clock.measured_s) if clock else None,
        "clock_uncertainty_s": fraction(clock.uncertainty_s) if clock else None,
        "drift_s_per_day": fraction(record.drift_s_per_day),
        "seen_s": fraction(record.seen_s),
        "capabilities": capability_rows(told),
    }


def read_device(row: Row) -> DeviceRecord:
    told = Device(
        row["address"],
        **{name: row[name] for name in _DEVICE_TEXTS},
        clock=_clock(row),
        certificate_sha256=row["certificate_sha256"],
        auth=Auth.__members__.get(row["auth"] or ""),
        login=Login.__members__.get(row["login"], Login.UNTRIED),
        **read_capabilities(row["capabilities"]),
    )
    return DeviceRecord(told, row["credential"], row["drift_s_per_day"], row["seen_s"], row["device_id"])


def camera_row(camera: CameraRecord) -> Row:
    return {
        "camera_id": camera.camera_id,
        "number": whole(camera.number),
        "name": text(camera.name),
        "nickname": text(camera.nickname),
        "site_id": camera.site_id,
        "device_id": camera.device_id,
        "source_token": text(camera.source_token),
        "snapshot_url": public_url(camera.snapshot_url),
        "has_ptz": int(camera.has_ptz),
        **_position_row(camera.position),
        "bearing_deg": fraction(camera.bearing_deg),
        "view_deg": fraction(camera.view_deg),
        "priority": whole(camera.priority) or 0,
        "notes": text(camera.notes),
        "credential": text(camera.credential),
        "streams": [_stream_row(stream) for stream in camera.streams],
        "tags": [{"tag": text(tag)} for tag in camera.tags],
    }


def read_camera(row: Row) -> CameraRecord:
    same = ("name", "number", "nickname", "site_id", "device_id", "source_token", "snapshot_url")
    more = ("bearing_deg", "view_deg", "priority", "notes", "credential", "camera_id")
    return CameraRecord(
        **{name: row[name] for name in (*same, *more)},
        streams=tuple(map(_stream, row["streams"])),
        has_ptz=bool(row["has_ptz"]),
        tags=tuple(each["tag"] for each in row["tags"]),
        position=_position(row),
    )


def _stream_row(stream: StreamRecord) -> Row:
    return {
        "token": text(stream.token),
        "url": public_url(stream.url),
        "codec": stream.codec.name if stream.codec else None,
        "width": whole(stream.width),
        "height": whole(stream.height),
        "fps": fraction(stream.fps),
        "transport": stream.transport.name,
    }


def _stream(row: Row) -> StreamRecord:
    codec = Codec.__members__.get(row["codec"] or "")
    transport = Transport.__members__.get(row["transport"], Transport.AUTO)
    size = (row["width"], row["height"])
    return StreamRecord(row["url"], row["token"], codec, *size, row["fps"], transport)


def _position_row(position: Position | None) -> Row:
    if position is None:
        return {"latitude": None, "longitude": None}
    return {"latitude": position.latitude, "longitude": position.longitude}


def _position(row: Row) -> Position | None:
    latitude, longitude = row["latitude"], row["longitude"]
    return None if latitude is None or longitude is None else Position(latitude, longitude)


def _clock(row: Row) -> ClockReading | None:
    offset_s, measured_s = row["clock_offset_s"], row["clock_measured_s"]
    if offset_s is None or measured_s is None:
        return None
    return ClockReading(offset_s, measured_s, row["clock_uncertainty_s"] or 0.0)
