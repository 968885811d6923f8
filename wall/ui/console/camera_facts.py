"""What is known of one camera, as labelled lines: for the panel at the right and for copying."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from wall.model.device import Channel, Device, StreamProfile
from wall.model.health import Health
from wall.model.inventory import CameraRecord, DeviceRecord, Position, StreamRecord
from wall.model.seen_stream import SeenStream
from wall.model.stream import Source
from wall.ui import figures, words
from wall.ui.console.city import City, site_label
from wall.ui.untruths import untruth

_MOST_NAMED = 8
Seen = Callable[[Source], SeenStream]


@dataclass(frozen=True, slots=True)
class Fact:
    """One line. `group` is the heading under which it stands."""

    group: str
    name: str
    value: str


def facts_of(city: City, camera: CameraRecord, health: Health | None, now_s: float, seen: Seen) -> list[Fact]:
    """All of it; what is not known is left out. `seen` tells what a stream was seen to send."""
    record, channel = city.device_of(camera), city.channel_of(camera)
    found = _place(city, camera) + _streams(camera, channel, seen)
    if record is not None:
        found += _device(record) + _clock(record, health, now_s)
    found += _abilities(camera, channel, record.device if record else None) + _health(health, now_s)
    return [fact for fact in found if fact.value]


def as_text(title: str, facts: list[Fact], problems: list[str]) -> str:
    """For the clipboard."""
    lines = [title, *(f"{fact.name}: {fact.value}" for fact in facts), *problems]
    return "\n".join(lines)


def _place(city: City, camera: CameraRecord) -> list[Fact]:
    translate = QCoreApplication.translate
    group = translate("CameraFacts", "Place")
    site = city.site_of(camera)
    position = camera.position or (site.position if site else None)
    return [
        Fact(group, translate("CameraFacts", "Name"), camera.name if camera.nickname else ""),
        Fact(group, translate("CameraFacts", "Site"), site_label(site) if site else ""),
        Fact(group, translate("CameraFacts", "Former wards"), ", ".join(site.former_wards) if site else ""),
        Fact(group, translate("CameraFacts", "Address"), site.address if site else ""),
        Fact(group, translate("CameraFacts", "Position"), _position(position)),
        Fact(group, translate("CameraFacts", "Looks to"), _view(camera)),
        Fact(group, translate("CameraFacts", "Tags"), ", ".join(camera.tags)),
        Fact(group, translate("CameraFacts", "Notes"), camera.notes),
    ]


def _streams(camera: CameraRecord, channel: Channel | None, seen: Seen) -> list[Fact]:
    translate = QCoreApplication.translate
    group = translate("CameraFacts", "Streams")
    profiles = {stream.token: stream for stream in channel.streams} if channel else {}
    facts = []
    for number, stream in enumerate(camera.streams, start=1):
        profile = profiles.get(stream.token) or _as_profile(stream)
        name = translate("CameraFacts", "Stream {0}").format(number)
        size = (profile.width, profile.height) if profile.width and profile.height else None
        facts += [
            Fact(group, name, figures.stream_line(profile)),
            Fact(
                group,
                translate("CameraFacts", "Stream {0}, in fact").format(number),
                untruth(seen(Source(stream.url)), size, profile.codec),
            ),
            Fact(group, " " * number, without_login(stream.url)),
        ]
    snapshot = translate("CameraFacts", "Snapshot")
    return [*facts, Fact(group, snapshot, without_login(camera.snapshot_url))]


def _device(record: DeviceRecord) -> list[Fact]:
    translate = QCoreApplication.translate
    group, device = translate("CameraFacts", "Device"), record.device
    login = words.login_word(device.login)
    if device.auth is not None:
        login = f"{login} ({words.auth_word(device.auth)})"
    return [
        Fact(group, translate("CameraFacts", "Maker"), device.manufacturer),
        Fact(group, translate("CameraFacts", "Model"), device.model),
        Fact(group, translate("CameraFacts", "Firmware"), device.firmware),
        Fact(group, translate("CameraFacts", "Serial number"), device.serial),
        Fact(group, translate("CameraFacts", "Device service"), without_login(device.address)),
        Fact(group, translate("CameraFacts", "Login"), login),
        Fact(group, translate("CameraFacts", "Kept login"), record.credential),
    ]


def _clock(record: DeviceRecord, health: Health | None, now_s: float) -> list[Fact]:
    translate = QCoreApplication.translate
    group, clock = translate("CameraFacts", "Clock"), record.device.clock
    offset_s = health.clock_offset_s if health and health.clock_offset_s is not None else None
    if offset_s is None and clock is not None:
        offset_s = clock.offset_s
    drift = ""
    if record.drift_s_per_day is not None:
        drift = translate("CameraFacts", "{0} a day").format(figures.clock_offset(record.drift_s_per_day))
    measured = translate("CameraFacts", "{0} ago").format(figures.ago(clock.measured_s, now_s)) if clock else ""
    return [
        Fact(group, translate("CameraFacts", "Offset"), figures.clock_offset(offset_s) if offset_s is not None else ""),
        Fact(group, translate("CameraFacts", "Drift"), drift),
        Fact(group, translate("CameraFacts", "Measured"), measured),
    ]


def _abilities(camera: CameraRecord, channel: Channel | None, device: Device | None) -> list[Fact]:
    translate = QCoreApplication.translate
    group = translate("CameraFacts", "Abilities")
    presets = [preset.name or preset.token for preset in channel.presets] if channel else []
    topics = [topic.rpartition("/")[2] for topic in device.topics] if device else []
    relays = [relay.token for relay in device.relays] if device else []
    return [
        Fact(group, translate("CameraFacts", "PTZ"), _ptz(camera, channel)),
        Fact(group, translate("CameraFacts", "Presets"), _some(presets)),
        Fact(group, translate("CameraFacts", "Events"), _some(topics)),
        Fact(group, translate("CameraFacts", "Relays"), _some(relays)),
    ]


def _ptz(camera: CameraRecord, channel: Channel | None) -> str:
    if not camera.has_ptz:
        return ""
    translate = QCoreApplication.translate
    node = channel.ptz if channel else None
    if node is None:
        return translate("CameraFacts", "yes")
    parts = [
        translate("CameraFacts", "pan and tilt") if node.can_pan_tilt else "",
        translate("CameraFacts", "zoom") if node.can_zoom else "",
        translate("CameraFacts", "absolute positions") if node.can_go_to else "",
        translate("CameraFacts", "home") if node.has_home else "",
    ]
    return ", ".join(part for part in parts if part)


def _health(health: Health | None, now_s: float) -> list[Fact]:
    if health is None:
        return []
    translate = QCoreApplication.translate
    group = translate("CameraFacts", "Health")
    checked = translate("CameraFacts", "{0} ago").format(figures.ago(health.checked_s, now_s))
    return [
        Fact(group, translate("CameraFacts", "Checked"), checked if health.checked_s is not None else ""),
        Fact(group, translate("CameraFacts", "Well since"), _moment(health.up_since_s)),
        Fact(
            group,
            translate("CameraFacts", "Answered in"),
            _if_known(health.answer_ms, figures.milliseconds(health.answer_ms)),
        ),
        Fact(group, translate("CameraFacts", "Frames a second"), _if_known(health.fps, figures.number(health.fps, 1))),
        Fact(group, translate("CameraFacts", "Bitrate"), _if_known(health.kbit_s, figures.bitrate(health.kbit_s))),
        Fact(
            group,
            translate("CameraFacts", "Latency"),
            _if_known(health.latency_ms, figures.milliseconds(health.latency_ms)),
        ),
    ]


def _if_known(value: float | None, text: str) -> str:
    return "" if value is None else text


def _moment(unix_s: float | None) -> str:
    if unix_s is None:
        return ""
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(unix_s)), "HH:mm dd/MM/yyyy")


def _position(position: Position | None) -> str:
    return f"{position.latitude:.5f}, {position.longitude:.5f}" if position else ""


def _view(camera: CameraRecord) -> str:
    if camera.bearing_deg is None:
        return ""
    wide = f"  ·  {figures.number(camera.view_deg)}°" if camera.view_deg else ""
    return f"{figures.number(camera.bearing_deg)}°{wide}"


def _some(names: list[str]) -> str:
    """The first few by name, the rest by number."""
    names = [name.replace(" ", figures.STAYS) for name in names]
    if len(names) <= _MOST_NAMED:
        return ", ".join(names)
    sentence = QCoreApplication.translate("CameraFacts", "{0} and {1} more")
    return sentence.format(", ".join(names[:_MOST_NAMED]), len(names) - _MOST_NAMED)


def _as_profile(stream: StreamRecord) -> StreamProfile:
    encoding = stream.codec.name if stream.codec else ""
    return StreamProfile(stream.token, "", encoding, stream.codec, stream.width, stream.height, stream.fps)


def without_login(url: str) -> str:
    """An address as it may be shown: nothing before an "@" in the host part."""
    parts = urlsplit(url)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl() if parts.netloc else url
