"""A recording by hand: which camera, from when to when, in which files, and why it ended. Pure values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from wall.model.stream import Codec


class End(Enum):
    """Why a recording ended. The value is the English sentence; the UI translates it."""

    STOPPED = "stopped by hand"
    LENGTH = "it reached the longest that is allowed"
    CLOSED = "the program was closed"
    BROKEN_OFF = "the program was cut off; what was written until then is kept"
    RESERVE = "it was stopped before the disk was full"
    DISK_FULL = "the disk is full"
    FOLDER_GONE = "the folder for recordings is gone"
    NOT_WRITABLE = "the folder for recordings cannot be written to"
    DISK_HANGS = "the disk does not answer"
    DISK_FAILED = "the disk failed"
    NO_PICTURES = "the camera sent nothing"


FAULTS = frozenset(
    {End.RESERVE, End.DISK_FULL, End.FOLDER_GONE, End.NOT_WRITABLE, End.DISK_HANGS, End.DISK_FAILED, End.NO_PICTURES}
)
"""Ends that nobody wanted, and somebody should know of."""


class Hitch(Enum):
    """What ails a recording that goes on. The value is the English sentence."""

    NONE = ""
    WAITING = "waiting for the camera"
    SLOW_DISK = "the disk is too slow: pictures are missing"
    DECODER_LOST = "the decoder stopped: the recording goes on in a moment"


class RecordStream(Enum):
    """Which stream of a camera is recorded."""

    MAIN = "main"
    """The best one, as soon as it comes; until then, and when it fails, what is shown."""
    SHOWN = "shown"
    """What the tile shows: no further session with the camera."""


@dataclass(frozen=True, slots=True)
class RecordSettings:
    """What the person who starts the program has settled. `folder` is where recordings go."""

    folder: str
    stream: RecordStream = RecordStream.MAIN
    before_s: float = 10.0
    """How long before the key a recording begins, as far as that is still known."""
    reserve_bytes: int = 2_000_000_000
    """What is left free on the disk, whatever is recorded."""
    most_s: float = 2 * 3600.0
    """A recording that nobody stops ends after so long."""


@dataclass(frozen=True, slots=True)
class RecordOrder:
    """One recording, as the process that writes it needs to know it. Times are monotonic seconds."""

    key: int
    """Of the program, while it runs: no two recordings have the same."""
    folder: str
    number: int
    name: str
    from_s: float
    until_s: float
    reserve_bytes: int
    clock_offset_s: float | None = None
    """How far the camera's clock is ahead of ours, where that is known."""


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a recording. A new one begins where the stream changes its form, or was away for long.

    `started_s` is our clock (Unix seconds) at its first picture, `seconds` how long it plays.
    """

    path: str
    started_s: float
    seconds: float = 0.0
    size: int = 0
    """Bytes."""
    codec: Codec | None = None
    width: int = 0
    height: int = 0
    is_gone: bool = False
    """Is there no such file any more?"""


@dataclass(frozen=True, slots=True)
class Recording:
    """Number, name and site are as they were then. `end` is None as long as it goes on.

    `clock_offset_s` is how far the camera's clock was ahead of ours, None if unknown; `missing_s` how much was not
    written because the disk was too slow.
    """

    camera_id: int
    number: int
    name: str
    started_s: float
    site: str = ""
    operator: str = ""
    ended_s: float | None = None
    end: End | None = None
    parts: tuple[Part, ...] = ()
    clock_offset_s: float | None = None
    missing_s: float = 0.0
    has_picture: bool = False
    recording_id: int = 0
    """0 until it is kept."""

    @property
    def seconds(self) -> float:
        """How long all of it plays."""
        return sum(part.seconds for part in self.parts)

    @property
    def size(self) -> int:
        """Bytes of all of it."""
        return sum(part.size for part in self.parts)

    @property
    def is_gone(self) -> bool:
        """Is none of its files there any more?"""
        return bool(self.parts) and all(part.is_gone for part in self.parts)


@dataclass(frozen=True, slots=True)
class RecordingPage:
    """Recordings that a search found, the newest first. `has_more`: there are older ones behind the last."""

    recordings: tuple[Recording, ...]
    has_more: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """How far the writing of a recording has come, as its process tells it. `parts` are those of this process."""

    key: int
    parts: tuple[Part, ...] = ()
    hitch: Hitch = Hitch.NONE
    missing_s: float = 0.0
    end: End | None = None
    jpeg: bytes = b""
    """Of the first picture; told once."""
