"""Facts that services publish: what the UI draws. Frozen values; none carries a secret."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wall.model.board import Board
from wall.model.device import Device, FoundDevice
from wall.model.film import FilmPhase
from wall.model.geo.map_view import MapView
from wall.model.geo.units import FeedTrouble, Unit
from wall.model.hardware import Hardware
from wall.model.health import Health, Incident
from wall.model.inventory import Inventory
from wall.model.map_kinds import BaseMap, MapFault, Tile
from wall.model.recording import Hitch, Recording
from wall.model.screen import Screen
from wall.model.sound import Heard, SoundPhase
from wall.model.stream import Codec, Transport
from wall.model.tile import Cause, TileStatus
from wall.model.touring import Touring
from wall.model.video import Decoder, StreamSize
from wall.model.view import Tour, View


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened."""


@dataclass(frozen=True, slots=True)
class TileChanged(Event):
    """A tile is now something else than it was. `tile` is the number under which the picture was asked for.

    `since_s` is monotonic.
    """

    tile: int
    status: TileStatus
    since_s: float


@dataclass(frozen=True, slots=True)
class StreamOpened(Event):
    """The camera answered and plays: what it really sends."""

    tile: int
    codec: Codec
    transport: Transport


@dataclass(frozen=True, slots=True)
class StreamSized(Event):
    """How large the pictures of a stream really are. Told with the first keyframe, and when it changes."""

    tile: int
    size: StreamSize


@dataclass(frozen=True, slots=True)
class HardwareKnown(Event):
    """What this machine has to decode video with beside its processor, and whether it is used."""

    hardware: Hardware


@dataclass(frozen=True, slots=True)
class StreamMeasured(Event):
    """What an open stream delivered over the last seconds. `latency_ms` is what decoding adds to the network's.

    `clock_offset_s` is how far the camera's clock is ahead of ours, None as long as nothing tells. `damaged_share` is
    the share of units, 0 to 1, without a whole picture. `decoder` is who decodes it now, None where nobody does;
    `in_hardware`: not by the processor; `hardware_fails`: a graphics device gave no pictures of it.
    """

    tile: int
    fps: float
    kbit_s: float
    latency_ms: float | None
    clock_offset_s: float | None = None
    damaged_share: float = 0.0
    decoder: Decoder | None = None
    in_hardware: bool = False
    hardware_fails: bool = False


@dataclass(frozen=True, slots=True)
class SmallerWanted(Event):
    """The machine has too much to do: the smaller stream that was offered for this tile is to take its place. False: it
    has room again, and the larger one is to come back.
    """

    tile: int
    is_wanted: bool


@dataclass(frozen=True, slots=True)
class BudgetChanged(Event):
    """What decoding and painting take of this machine. Cores are CPU-seconds per second."""

    used: float
    needed: float
    """By the cost model."""
    there: float
    """That the machine has for us."""
    memory_mb: float
    kbit_s: float
    eased: int
    """So many streams are decoded with less."""
    beside: float = 0.0
    """Of `used`, what gives way to all decoding: the making of small pictures."""


@dataclass(frozen=True, slots=True)
class KeptChanged(Event):
    """What is kept of a tile that looks back: from when to when, the oldest first, in monotonic seconds."""

    tile: int
    spans: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class GlimpsesTaken(Event):
    """The overview knows something new of these cameras, by id: a picture, or why there is none."""

    cameras: frozenset[int]


@dataclass(frozen=True, slots=True)
class SearchProgressed(Event):
    """How far a search for devices has come. `asked` of `addresses` have been asked; no total for multicast alone."""

    asked: int
    addresses: int
    found: int
    is_over: bool = False


@dataclass(frozen=True, slots=True)
class DeviceFound(Event):
    """A device answered a search, or answered again with more: one row for each `key`.

    `key` is the endpoint, or the address where the device told none.
    """

    key: str
    found: FoundDevice


@dataclass(frozen=True, slots=True)
class DeviceSurveyed(Event):
    """An interrogation has come to its end, well or badly: `device.problems` say how."""

    key: str
    device: Device


@dataclass(frozen=True, slots=True)
class CredentialHeld(Event):
    """The fleet login guard holds a credential back until an operator decides. `refused_by` are addresses."""

    credential: str
    refused_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InventoryChanged(Event):
    """The inventory is now this. `undo` says what one undo step would take back, "" where there is nothing."""

    inventory: Inventory
    undo: str = ""


@dataclass(frozen=True, slots=True)
class WorkFailed(Event):
    """Something that was wished for could not be done, and nothing of it was: memory and disk are as they were.

    `work` says what, in English, for the log; `cause` is for the operator, `detail` for the expert.
    """

    work: str
    cause: Cause
    detail: str = ""


@dataclass(frozen=True, slots=True)
class HealthChanged(Event):
    """What is known of some cameras' health, by camera id; the others are as they were."""

    health: dict[int, Health]


@dataclass(frozen=True, slots=True)
class IncidentsChanged(Event):
    """The incidents that are open now, the gravest first."""

    incidents: tuple[Incident, ...]


@dataclass(frozen=True, slots=True)
class BoardChanged(Event):
    """A screen is to show this from now on."""

    screen_id: int
    board: Board


@dataclass(frozen=True, slots=True)
class WarmWanted(Event):
    """A screen will show this in a moment: its pictures are to be made ready."""

    screen_id: int
    board: Board


@dataclass(frozen=True, slots=True)
class ViewsChanged(Event):
    """These are the saved views and tours now. `undo` says what one step back would take back, "" for nothing."""

    views: tuple[View, ...]
    tours: tuple[Tour, ...]
    undo: str = ""


@dataclass(frozen=True, slots=True)
class ScreensChanged(Event):
    """These are the screens of the wall now."""

    screens: tuple[Screen, ...]


@dataclass(frozen=True, slots=True)
class TouringChanged(Event):
    """A tour began, turned, was halted or ended (`touring` None) on a screen, as a whole or in a cell."""

    screen_id: int
    cell: int | None
    touring: Touring | None


@dataclass(frozen=True, slots=True)
class BookmarksChanged(Event):
    """A bookmark was added, changed or removed: lists are to be asked for again."""


@dataclass(frozen=True, slots=True)
class RecordingChanged(Event):
    """A recording began, goes on, or ended: then `recording.end` says why. `hitch` is what ails it meanwhile."""

    recording: Recording
    hitch: Hitch = Hitch.NONE


@dataclass(frozen=True, slots=True)
class RecordingsChanged(Event):
    """What is kept of recordings has changed: lists are to be asked for again."""


@dataclass(frozen=True, slots=True)
class PlaybackChanged(Event):
    """A recording that is looked at is now there, and doing this. `token` is what `open` gave."""

    token: int
    phase: FilmPhase
    at_s: float
    seconds: float
    """How long all of it is."""
    rate: float = 1.0


@dataclass(frozen=True, slots=True)
class SoundChanged(Event):
    """Another camera is listened to, or what comes of it has changed. None: nothing is listened to."""

    heard: Heard | None


@dataclass(frozen=True, slots=True)
class BellChanged(Event):
    """The bell of the alarms can be heard now, or not, and why not; told anew each time that it is to ring."""

    phase: SoundPhase
    cause: Cause
    is_ringing: bool = True
    """Is it to ring? What it says while it is not is no news of a device."""


@dataclass(frozen=True, slots=True)
class DecoderHalted(Event):
    """A decode process stands still on purpose, and so do the pictures of these tiles: a drill."""

    tiles: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MapViewsChanged(Event):
    """The kept looks at the map are these now."""

    views: tuple[MapView, ...]


@dataclass(frozen=True, slots=True)
class UnitsChanged(Event):
    """Where patrol cars and the like are now, as their feed tells; what ails it, and how much could not be read."""

    units: tuple[Unit, ...]
    trouble: FeedTrouble
    broken: int


@dataclass(frozen=True, slots=True)
class KeysChanged(Event):
    """Actions have these keys now: those that differ from the usual ones, by action."""

    keys: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class HotspotChanged(Event):
    """Another camera is the selected one: hotspot cells show it. None: none is."""

    camera_id: int | None


@dataclass(frozen=True, slots=True)
class ScreenSelected(Event):
    """Another screen is the one in hand: keys go to it. 0: there is none."""

    screen_id: int


@dataclass(frozen=True, slots=True)
class MapsChanged(Event):
    """These are the base maps now, the shipped one first, and this one is shown."""

    maps: tuple[BaseMap, ...]
    shown: int


@dataclass(frozen=True, slots=True)
class MapTroubled(Event):
    """A base map gives no new tiles any more, or does again (`fault` None). Told once each time: what is asked for
    meanwhile comes from what is kept, or not at all. After it is well again, missing tiles are to be asked for again.
    """

    map_id: int
    fault: MapFault | None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class TileRenewed(Event):
    """A tile that was given is old, and the new one looks different: it is to be asked for again."""

    map_id: int
    tile: Tile
