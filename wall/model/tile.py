"""What may be said of a picture on the wall, and the one function that says it.

A tile never claims more than was seen: `LIVE` needs a picture younger than `late_after_s` *and* a picture that
changed within `frozen_after_s`. Everything else has a named cause.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from wall.model.scene import Scene
from wall.model.video import Level


class TileState(Enum):
    """The ten things a tile can be."""

    CONNECTING = "connecting"
    LIVE = "live"
    LATE = "late"
    FROZEN = "frozen"
    NO_SIGNAL = "no signal"
    LOGIN_REFUSED = "login refused"
    SESSIONS_FULL = "sessions full"
    UNSUPPORTED = "unsupported codec"
    DECODER_FAILED = "decoder failed"
    REPLAY = "replay"
    """It shows what was kept: said by whoever shows it, for what comes now is another matter."""


class Cause(Enum):
    """Why a tile is not simply live. The value is the English sentence; the UI translates by name."""

    NONE = ""
    UNKNOWN = "unknown fault"
    SETUP = "set-up incomplete"
    OPENING = "opening the connection"
    FIRST_PICTURE = "waiting for the first picture"
    UNREACHABLE = "the camera's address cannot be reached"
    REFUSED = "the camera refuses connections"
    RESET = "the camera broke the connection"
    ENDED = "the camera ended the stream"
    SILENT = "the connection is open but nothing comes"
    TIMEOUT = "the camera does not answer"
    NOT_FOUND = "the camera has no such stream"
    LOGIN = "wrong user name or password"
    LOGIN_NEEDED = "the camera asks for a login and none is set"
    LOGIN_WITHHELD = "the login is not sent: another camera has refused it"
    SESSIONS_FULL = "the camera has no free session"
    TRANSPORT = "the camera does not send in the way that is asked for (TCP or UDP)"
    NO_VIDEO = "the stream carries no video"
    CODEC = "the video format cannot be shown"
    NO_SOUND = "the camera sends no sound"
    SOUND_FORMAT = "the camera's sound is of a kind that cannot be played"
    NO_SOUND_DEVICE = "this computer has no sound device"
    SOUND_DEVICE_BUSY = "another program holds the sound device"
    SOUND_DEVICE_LOST = "the sound device has gone"
    NOT_VIDEO = "the answer is not a video stream"
    OVERSIZE = "the answer is too large"
    STANDING = "packets arrive but the picture stands"
    DAMAGED = "the camera sends damaged pictures"
    SLOW = "pictures arrive late"
    DECODER = "the decoder failed"
    DECODER_LOST = "the decoder stopped and is being replaced"
    CLOCK = "the camera's clock is wrong"
    FORMAT = "the camera has just changed its picture format"
    MEMORY = "there is no memory for its pictures"
    HALF_RATE = "this computer has too much to do: every second picture is shown"
    SKIPPING = "this computer has too much to do: some pictures are passed over"
    BLACK = "the picture is black"
    BLINDED = "the camera is covered, sprayed or out of focus"
    MOVED = "the camera looks elsewhere than it did"
    SMALLER_STREAM = "this computer has too much to do: a smaller stream is shown"
    KEYFRAMES = "this computer has too much to do: a picture every few seconds is shown"
    CAMERA_FAULT = "the camera reports a fault of its own"
    DATABASE = "the database cannot be written"
    DATABASE_DAMAGED = "the database is damaged"
    DATABASE_BUSY = "another program is using the database"
    DISK_FULL = "the disk is full"
    KEEPING_FULL = "the disk is full: what can be replayed is kept in memory only"
    KEEPING_SLOW = "the disk is too slow: what can be replayed is kept in memory only"
    KEEPING_FOLDER = "the folder for what can be replayed cannot be used: it is kept in memory only"
    LOGINS = "the kept logins cannot be opened"
    FILE = "the file cannot be used"
    HELD = "somebody else holds the camera"
    OUTRANKED = "who holds the camera does not rank lower"
    NO_PTZ = "the camera cannot be moved"
    PTZ_REFUSED = "the camera did not do what it was told"


class Phase(Enum):
    """How far the receiving side has come. Reported by the decode process, never guessed."""

    OPENING = "opening"
    PLAYING = "playing"
    FAILED = "failed"
    LOST = "lost"
    """The decode process itself is gone and is being replaced."""


_KEYFRAMES_LATE_S, _KEYFRAMES_FROZEN_S = 6.0, 15.0


@dataclass(frozen=True, slots=True)
class Thresholds:
    """When a tile stops being live. Seconds."""

    late_after_s: float = 1.5
    frozen_after_s: float = 2.0
    damaged_share: float = 0.25
    """The share of units without a whole picture from which on the tile counts as failed."""
    blemished_share: float = 0.02
    """The share from which on a live tile says so."""
    undecoded_after_s: float = 10.0
    clock_off_s: float = 5.0
    format_told_s: float = 4.0
    """For how long a change of picture format is worth a word."""

    def at(self, level: Level) -> Thresholds:
        """Those of a stream of which so much is left out: of keyframes alone one comes every few seconds, and a quiet
        street may look the same twice.
        """
        if level is not Level.KEYFRAMES:
            return self
        return replace(self, late_after_s=_KEYFRAMES_LATE_S, frozen_after_s=_KEYFRAMES_FROZEN_S)


@dataclass(frozen=True, slots=True)
class Observation:
    """What is known of one tile at one moment. Times are monotonic seconds; None is "never".

    `opened_s` is when the present connection began to play: what was seen before that proves nothing of it.
    """

    phase: Phase
    cause: Cause = Cause.NONE
    opened_s: float = 0.0
    packet_s: float | None = None
    picture_s: float | None = None
    changed_s: float | None = None
    damaged_share: float = 0.0
    clock_offset_s: float | None = None
    format_s: float | None = None
    """When the stream last changed its codec or its picture size."""
    repeats: bool = False
    """Is the stream proven to send one group of pictures again and again, byte for byte?"""
    is_black: bool = False
    """Is there hardly anything to see in it? A lens that is covered, or a night without a lamp."""
    scene: Scene = Scene.USUAL
    """What has become of what the camera shows?"""
    level: Level = Level.FULL
    """How much of it is left out on purpose."""
    skips: bool = False
    """Is there no time to show a good part of what is decoded?"""


@dataclass(frozen=True, slots=True)
class TileStatus:
    """What a tile says: its state and why. The age of its picture is drawn from the picture itself."""

    state: TileState
    cause: Cause = Cause.NONE
    beside: Cause = Cause.NONE
    """Why it also shows less than the camera sends, where there is something else to say first."""

    @property
    def easing(self) -> Cause:
        """Why a live tile shows less than the camera sends; NONE where it does not."""
        return self.cause if self.cause in EASED else self.beside

    @property
    def is_live(self) -> bool:
        return self.state is TileState.LIVE


_FAILED_STATES = {
    Cause.LOGIN: TileState.LOGIN_REFUSED,
    Cause.LOGIN_NEEDED: TileState.LOGIN_REFUSED,
    Cause.LOGIN_WITHHELD: TileState.LOGIN_REFUSED,
    Cause.SESSIONS_FULL: TileState.SESSIONS_FULL,
    Cause.CODEC: TileState.UNSUPPORTED,
    Cause.TRANSPORT: TileState.UNSUPPORTED,
    Cause.NO_VIDEO: TileState.UNSUPPORTED,
    Cause.DECODER: TileState.DECODER_FAILED,
    Cause.DECODER_LOST: TileState.DECODER_FAILED,
    Cause.MEMORY: TileState.DECODER_FAILED,
}

_OF_LEVELS = {
    Level.HALF_RATE: Cause.HALF_RATE,
    Level.SMALLER_STREAM: Cause.SMALLER_STREAM,
    Level.KEYFRAMES: Cause.KEYFRAMES,
}
_OF_SCENES = {Scene.BLINDED: Cause.BLINDED, Scene.MOVED: Cause.MOVED}

EASED = frozenset({Cause.HALF_RATE, Cause.SKIPPING, Cause.SMALLER_STREAM, Cause.KEYFRAMES})
"""Why a live tile shows less than the camera sends: the machine, and not the camera."""


def failed(cause: Cause) -> TileStatus:
    """What a camera is of which there is no picture for this cause."""
    return TileStatus(_FAILED_STATES.get(cause, TileState.NO_SIGNAL), cause)


RETRY_NEVER = frozenset({Cause.LOGIN, Cause.LOGIN_NEEDED, Cause.LOGIN_WITHHELD})
"""Causes after which only a person may try again: a repeated wrong password locks the account."""


def judge(seen: Observation, now_s: float, limits: Thresholds) -> TileStatus:
    """Say what a tile is, from what was observed. Pure: the same facts give the same words."""
    limits = limits.at(seen.level)
    if seen.phase is Phase.FAILED:
        return failed(seen.cause)
    if seen.phase is Phase.LOST:
        return TileStatus(TileState.DECODER_FAILED, Cause.DECODER_LOST)
    if seen.phase is Phase.OPENING:
        return TileStatus(TileState.CONNECTING, Cause.OPENING)
    if seen.picture_s is None or seen.picture_s < seen.opened_s:
        return _without_picture(seen, now_s, limits)
    if seen.damaged_share > limits.damaged_share:
        return TileStatus(TileState.DECODER_FAILED, Cause.DAMAGED)
    if now_s - seen.picture_s > limits.late_after_s:
        return TileStatus(TileState.LATE, _why_late(seen, now_s, limits))
    if seen.repeats or now_s - max(seen.changed_s or 0.0, seen.opened_s) > limits.frozen_after_s:
        return TileStatus(TileState.FROZEN, Cause.STANDING)
    if seen.changed_s is None or seen.changed_s < seen.opened_s:  # Not looked at yet: it may be an old one.
        return TileStatus(TileState.CONNECTING, Cause.FIRST_PICTURE)
    sight = _sight(seen, limits)
    first = sight if sight is not Cause.NONE else _remark(seen, now_s, limits)
    return TileStatus(TileState.LIVE, first, Cause.NONE if first in EASED else _easing(seen))


def _without_picture(seen: Observation, now_s: float, limits: Thresholds) -> TileStatus:
    """Plays, and this connection has given no picture yet."""
    if seen.damaged_share > limits.damaged_share:
        return TileStatus(TileState.DECODER_FAILED, Cause.DAMAGED)
    packets_come = seen.packet_s is not None and now_s - seen.packet_s < limits.late_after_s
    if packets_come and now_s - seen.opened_s > limits.undecoded_after_s:
        return TileStatus(TileState.DECODER_FAILED, Cause.DECODER)
    return TileStatus(TileState.CONNECTING, Cause.FIRST_PICTURE)


def _remark(seen: Observation, now_s: float, limits: Thresholds) -> Cause:
    """What is worth a word though the picture is live."""
    if seen.level is Level.KEYFRAMES:
        return Cause.KEYFRAMES
    if seen.format_s is not None and now_s - seen.format_s < limits.format_told_s:
        return Cause.FORMAT
    if seen.damaged_share > limits.blemished_share:
        return Cause.DAMAGED
    if (easing := _easing(seen)) is not Cause.NONE:
        return easing
    if seen.clock_offset_s is not None and abs(seen.clock_offset_s) > limits.clock_off_s:
        return Cause.CLOCK
    return Cause.NONE


def _easing(seen: Observation) -> Cause:
    """Why it shows less than the camera sends; NONE where it does not."""
    if seen.level is not Level.FULL:
        return _OF_LEVELS[seen.level]
    return Cause.SKIPPING if seen.skips else Cause.NONE


def _sight(seen: Observation, limits: Thresholds) -> Cause:
    """What is wrong with what the camera sees. It comes before all remarks: a covered lens is told, however smoothly
    it is shown.
    """
    if seen.is_black:
        return Cause.BLACK
    if seen.damaged_share > limits.blemished_share:
        return Cause.NONE
    return _OF_SCENES.get(seen.scene, Cause.NONE)


def _why_late(seen: Observation, now_s: float, limits: Thresholds) -> Cause:
    if seen.packet_s is None or now_s - seen.packet_s > limits.late_after_s:
        return Cause.SILENT
    return Cause.SLOW
