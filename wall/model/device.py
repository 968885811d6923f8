"""What a device on the network is and can do, as it told over ONVIF. One device may hold many cameras."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from wall.model.stream import Codec


class Auth(Enum):
    """How a device wants to be logged in to. What worked is remembered."""

    NONE = "none"
    TOKEN = "ws-usernametoken"
    DIGEST = "http-digest"


class Login(Enum):
    """What became of the login on one device."""

    UNTRIED = "untried"
    NOT_NEEDED = "not needed"
    PROVEN = "proven"
    REFUSED = "refused"
    WITHHELD = "withheld"
    """Not sent: the fleet login guard holds this credential back."""


class Step(Enum):
    """The steps of an interrogation, in their order."""

    DISCOVERY = "discovery"
    CLOCK = "clock"
    SERVICES = "services"
    IDENTITY = "device information"
    SOURCES = "video sources"
    PROFILES = "profiles"
    STREAMS = "stream addresses"
    SNAPSHOT = "snapshot address"
    PTZ = "ptz"
    PRESETS = "presets"
    TOPICS = "event topics"
    RELAYS = "relays"


class Trouble(Enum):
    """What was wrong in a step. The UI translates these; `Problem.detail` is for the engineer."""

    UNREACHABLE = "does not answer"
    TIMEOUT = "did not answer in time"
    LOGIN = "login refused"
    LOGIN_NEEDED = "login needed"
    WITHHELD = "the login was not sent: it must be proven first"
    SESSIONS_FULL = "too many sessions"
    CLOCK = "the clock is too far off for a login"
    CERTIFICATE = "another certificate than before"
    NOT_ONVIF = "does not speak ONVIF"
    UNSUPPORTED = "does not offer this"
    FAULT = "refused the question"
    MALFORMED = "an answer that cannot be understood"
    INCOMPLETE = "an answer that lacks something"
    TOO_LARGE = "an answer that is too large"
    FOREIGN_HOST = "an address on another host, which was put right"
    DUPLICATE = "the same token twice"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that a device got wrong; the rest of it is kept. `detail` never holds a secret."""

    step: Step
    trouble: Trouble
    detail: str = ""


@dataclass(frozen=True, slots=True)
class FoundDevice:
    """One device that answered a search. `addresses` are URLs of its device service, the one to use first.

    `endpoint` is its identity (WS-Discovery EndpointReference), "" where it was only reached by address.
    """

    endpoint: str
    addresses: tuple[str, ...]
    name: str = ""
    location: str = ""
    hardware: str = ""
    scopes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClockReading:
    """The device's clock against ours: positive `offset_s` means that the device is ahead. `measured_s` is Unix time.

    `uncertainty_s` is half of what the question took.
    """

    offset_s: float
    measured_s: float
    uncertainty_s: float = 0.0


@dataclass(frozen=True, slots=True)
class StreamProfile:
    """One stream of a camera. `codec` is None, and `encoding` says what it is, for what we cannot show.

    Sizes are pixels, None where the device did not tell. `url` has no login in it; "" where it could not be learnt.
    """

    token: str
    name: str
    encoding: str
    codec: Codec | None
    width: int | None = None
    height: int | None = None
    fps: float | None = None
    bitrate_kbps: int | None = None
    url: str = ""
    snapshot_url: str = ""

    @property
    def pixels(self) -> int:
        return (self.width or 0) * (self.height or 0)


@dataclass(frozen=True, slots=True)
class Preset:
    """A remembered position of a dome. A preset without a name is called by its token."""

    token: str
    name: str


@dataclass(frozen=True, slots=True)
class PtzNode:
    """What a dome can do (ONVIF PTZ, section 5.1). Limits are in the node's own generic units."""

    token: str
    can_pan_tilt: bool
    can_zoom: bool
    can_go_to: bool
    """Does it take absolute positions?"""
    has_home: bool
    most_presets: int
    pan_limits: tuple[float, float] | None = None
    tilt_limits: tuple[float, float] | None = None
    zoom_limits: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Channel:
    """One camera of a device: one video source. `streams` are sorted, the largest first."""

    source_token: str
    name: str
    streams: tuple[StreamProfile, ...] = ()
    ptz: PtzNode | None = None
    ptz_profile: str = ""
    """The profile token that PTZ commands go to."""
    presets: tuple[Preset, ...] = ()

    @property
    def snapshot_url(self) -> str:
        return next((stream.snapshot_url for stream in self.streams if stream.snapshot_url), "")


@dataclass(frozen=True, slots=True)
class Relay:
    """An output that can be switched (ONVIF Core, section 8.5)."""

    token: str
    mode: str = ""
    idle_state: str = ""


@dataclass(frozen=True, slots=True)
class Device:
    """All that an interrogation learnt, and what went wrong in it."""

    address: str
    """The URL of the device service by which it was reached."""
    endpoint: str = ""
    name: str = ""
    location: str = ""
    manufacturer: str = ""
    model: str = ""
    firmware: str = ""
    serial: str = ""
    hardware: str = ""
    clock: ClockReading | None = None
    auth: Auth | None = None
    login: Login = Login.UNTRIED
    services: tuple[tuple[str, str], ...] = ()
    """Namespace and address of each service, the address rewritten to the host we reached."""
    channels: tuple[Channel, ...] = ()
    topics: tuple[str, ...] = ()
    relays: tuple[Relay, ...] = ()
    certificate_sha256: str = ""
    """Of an HTTPS device: pinned on first use."""
    problems: tuple[Problem, ...] = field(default=())

    @property
    def is_complete(self) -> bool:
        """Is there a camera, and for each camera a stream that can be opened?"""
        return bool(self.channels) and all(any(stream.url for stream in each.streams) for each in self.channels)


@dataclass(frozen=True, slots=True)
class RawReply:
    """One question and its answer as they went over the network, for the engineer. What proves a login is blanked."""

    call: str
    status: int
    request: str
    reply: str
    ms: float
