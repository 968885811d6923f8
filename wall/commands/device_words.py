"""A device in words, for a row of a table or a page of its own."""

from __future__ import annotations

from collections.abc import Iterator

from wall.model.device import Channel, ClockReading, Device, Login, StreamProfile
from wall.services.identity import where
from wall.services.keeping import camera_name

HEADING = ("ADDRESS", "NAME", "MAKER", "MODEL", "FIRMWARE", "CLOCK", "LOGIN", "CAMERAS", "PROBLEMS")


def device_row(device: Device) -> tuple[str, ...]:
    """The cells under HEADING."""
    clock = "?" if device.clock is None else clock_words(device.clock)
    cameras = str(len(device.channels)) + ("" if device.is_complete or not device.channels else " (incomplete)")
    told = (device.name or device.location, device.manufacturer, device.model, device.firmware)
    return (where(device.address), *told, clock, login_words(device), cameras, str(len(device.problems) or ""))


def page(device: Device) -> Iterator[str]:
    """All of it, line by line."""
    yield from (f"{what:<13} {said}" for what, said in _facts(device) if said)
    for place, channel in enumerate(device.channels, start=1):
        yield ""
        yield f"{'camera':<13} {camera_name(device, channel, place)}"
        yield from (f"  {line}" for line in _channel(channel))
    if device.problems:
        yield ""
    for problem in device.problems:
        detail = f" ({problem.detail})" if problem.detail else ""
        yield f"{'problem':<13} {problem.step.value}: {problem.trouble.value}{detail}"


def clock_words(clock: ClockReading) -> str:
    """How far it is off, in the unit that fits: `+0.4 s`, `-7 h`."""
    offset_s = clock.offset_s
    for unit, seconds in (("d", 86_400), ("h", 3600), ("min", 60)):
        if abs(offset_s) >= 2 * seconds:
            return f"{offset_s / seconds:+.0f} {unit}"
    return f"{offset_s:+.1f} s"


def login_words(device: Device) -> str:
    """What became of the login, and how it goes in."""
    if device.login is Login.PROVEN and device.auth is not None:
        return device.auth.value
    return device.login.value


def _facts(device: Device) -> tuple[tuple[str, str], ...]:
    return (
        ("address", device.address),
        ("endpoint", device.endpoint),
        ("name", device.name),
        ("location", device.location),
        ("maker", device.manufacturer),
        ("model", device.model),
        ("firmware", device.firmware),
        ("serial", device.serial),
        ("hardware", device.hardware),
        ("clock", "" if device.clock is None else clock_words(device.clock)),
        ("login", login_words(device)),
        ("certificate", device.certificate_sha256),
        ("topics", ", ".join(device.topics)),
        ("relays", ", ".join(relay.token for relay in device.relays)),
    )


def _channel(channel: Channel) -> Iterator[str]:
    for stream in channel.streams:
        yield f"{'stream':<11} {stream_words(stream)}  {stream.url or 'no address'}"
    if channel.snapshot_url:
        yield f"{'snapshot':<11} {channel.snapshot_url}"
    if channel.ptz is not None:
        presets = ", ".join(preset.name or preset.token for preset in channel.presets)
        yield f"{'ptz':<11} {len(channel.presets)} presets{': ' * bool(presets)}{presets}"


def stream_words(stream: StreamProfile) -> str:
    """`H264 1920x1080 25/s`, as far as it is known."""
    codec = stream.codec.name if stream.codec else stream.encoding
    size = f"{stream.width}x{stream.height}" if stream.width and stream.height else ""
    return " ".join(part for part in (codec, size, f"{stream.fps:g}/s" if stream.fps else "") if part) or "unknown"
