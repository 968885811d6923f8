"""What to think of a camera, from what the last check and the open stream told. Pure; time comes in."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wall.model.device import Login, Trouble
from wall.model.health import Health, Verdict
from wall.model.inventory import CameraRecord, DeviceRecord

CLOCK_OFF_S = 5.0
"""More than this, and a strict camera refuses a login by our clock, and what it records is dated wrongly."""
_FEWEST_FRAMES = 0.5
"""Less than this share of the frames that the camera says it sends needs attention."""
_ILL = frozenset({Trouble.NOT_ONVIF, Trouble.MALFORMED, Trouble.CERTIFICATE, Trouble.SESSIONS_FULL, Trouble.TOO_LARGE})
"""What a device that answers can have: anything else that fails means that it is lost."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checks of one device told. `at_s` is monotonic; the others are Unix time."""

    at_s: float
    checked_s: float
    up_since_s: float | None
    trouble: Trouble | None = None
    answer_ms: float | None = None
    offset_s: float | None = None


@dataclass(frozen=True, slots=True)
class Flow:
    """What an open stream delivers, frames among it. `at_s` is monotonic."""

    at_s: float
    fps: float | None
    kbit_s: float | None
    latency_ms: float | None


def judge(
    camera: CameraRecord, record: DeviceRecord | None, checked: Checked | None, flow: Flow | None, is_held: bool
) -> Health:
    """The health of a camera whose device was `checked` and whose stream is open with this `flow`.

    `is_held`: the guard holds the device's credential back. Ages are the caller's business: `None` is what is too old.
    """
    if checked is None:
        verdict, trouble = (Verdict.WELL, None) if flow is not None else (Verdict.UNKNOWN, None)
        health = Health(verdict, trouble)
    else:
        verdict, trouble = _verdict(camera, record, checked, is_held)
        health = Health(verdict, trouble, checked.checked_s, checked.up_since_s, checked.answer_ms, checked.offset_s)
    if flow is None:
        return health
    # A device that ignores the question while its pictures arrive is not lost.
    if health.verdict is Verdict.LOST or (health.verdict is Verdict.WELL and _is_slow(camera, flow)):
        health = replace(health, verdict=Verdict.ATTENTION)
    return replace(health, fps=flow.fps, kbit_s=flow.kbit_s, latency_ms=flow.latency_ms)


def _verdict(
    camera: CameraRecord, record: DeviceRecord | None, checked: Checked, is_held: bool
) -> tuple[Verdict, Trouble | None]:
    if checked.trouble is not None:
        return (Verdict.ILL if checked.trouble in _ILL else Verdict.LOST), checked.trouble
    if record is not None:
        if record.device.login is Login.REFUSED:
            return Verdict.ILL, Trouble.LOGIN
        if is_held or record.device.login is Login.WITHHELD:
            return Verdict.ILL, Trouble.WITHHELD
        if _has_vanished(camera, record):
            return Verdict.ILL, Trouble.INCOMPLETE
    if checked.offset_s is not None and abs(checked.offset_s) > CLOCK_OFF_S:
        return Verdict.ATTENTION, Trouble.CLOCK
    return Verdict.WELL, None


def _has_vanished(camera: CameraRecord, record: DeviceRecord) -> bool:
    """Did the device, when it last told its channels, not name this one any more?"""
    channels = record.device.channels
    if not channels or not camera.source_token:
        return False
    return all(channel.source_token != camera.source_token for channel in channels)


def _is_slow(camera: CameraRecord, flow: Flow) -> bool:
    told = min((stream.fps for stream in camera.streams if stream.fps), default=None)
    return told is not None and flow.fps is not None and flow.fps < told * _FEWEST_FRAMES
