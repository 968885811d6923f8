"""Drills: something is made to happen, marked as such, to see whether it is noticed: by the program, and by people; and
what came of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from wall.model.alarms import kinds
from wall.model.alarms.push import Answer
from wall.model.picture import PictureDrill
from wall.model.tile import Cause

MINUTES_A_DAY = 24 * 60
_ABOUT_S = 2 * 3600.0
"""A drill is some minutes late where another one was under way, and a day an hour longer where the clock is put."""
_MOST_PASSED = 2


class DrillPart(Enum):
    """What a drill proves. The value is the English word; the UI translates by name."""

    NOTICED = "Noticed"
    """By CityWall itself."""
    SOUND = "Bell"
    """The bell's process says that it is heard."""
    WALL = "On the wall"
    """The alarm's picture was painted on the screen where it belongs."""
    PUSH = "Supervisor told"
    """Every way that is set up has taken a test message."""
    WATCHDOG = "Pictures back"
    """A decode process that hangs was replaced, and all its pictures are live again."""


_OF_AN_ALARM = (DrillPart.NOTICED, DrillPart.SOUND, DrillPart.WALL)


class DrillKind(Enum):
    """What is made to happen. The value is the English word; the UI translates by name."""

    ALARM = "marked alarm"
    """As from the panic key: it proves what comes after an alarm, sound, wall and the ways to a supervisor."""
    FROZEN = "picture that stands"
    BLACK = "black picture"
    """These two on a tile of the wall: they prove what comes before an alarm, too."""
    HANG = "decoder that hangs"
    """A decode process stands still: it proves that this is noticed, and that its pictures come back. No alarm."""

    @property
    def alarm_kind(self) -> str:
        """Of the alarm that it must become; "" where none is wanted."""
        wanted = {DrillKind.ALARM: kinds.PANIC, DrillKind.FROZEN: kinds.FROZEN, DrillKind.BLACK: kinds.BLACK}
        return wanted.get(self, "")

    @property
    def picture(self) -> PictureDrill | None:
        """What is done to a picture; None where none is needed."""
        return {DrillKind.FROZEN: PictureDrill.STANDS, DrillKind.BLACK: PictureDrill.BLACK}.get(self)

    @property
    def parts(self) -> tuple[DrillPart, ...]:
        """What it proves, in this order."""
        if self is DrillKind.HANG:
            return DrillPart.NOTICED, DrillPart.WATCHDOG
        return (*_OF_AN_ALARM, DrillPart.PUSH) if self is DrillKind.ALARM else _OF_AN_ALARM


class DrillWhy(Enum):
    """Why something was not proven, beside what a tile, the bell or a way says itself. The value is English."""

    UNKNOWN = "nobody knows why"
    NO_ALARM = "no alarm came of it within a minute"
    MUTED = "its camera or site is muted"
    NO_RULE = "no rule is about it"
    SEEN_TO = "somebody saw to the alarm before"
    RULE_SILENT = "its rule rings no bell"
    NOT_RUNG = "the bell was not asked to ring: the wall is not open"
    NO_BELL = "the bell does not answer"
    NO_SCREEN = "no screen is chosen on which it pops up"
    NO_WINDOW = "its screen is closed, or has no display"
    COVERED = "its screen is covered by another window"
    NO_PLACE = "no cell was free: they are driven, on tour, or under the hand"
    NO_PICTURE = "the picture did not come"
    NO_WAY = "no way to a supervisor is set up"
    NO_ANSWER = "there is no answer"
    NO_PROCESS = "every decoder has a camera that is driven, recorded or looked back at, or shows nothing"
    NO_SPARE = "no decoder stands by to take over"
    NOT_REPLACED = "nothing replaced it: the drill let it go on"
    NOT_BACK = "not all pictures came back"


Why = DrillWhy | Cause | Answer
"""As a tile or the bell says it (`Cause`), or a way to a supervisor (`Answer`), or of the drill itself."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What came of one part: after how many seconds it was so, or why it was not, or was not to be."""

    after_s: float | None = None
    why: Why | None = None
    is_wanted: bool = True

    @property
    def is_bad(self) -> bool:
        """It should have been so, and was not."""
        return self.is_wanted and self.after_s is None


class DrillStanding(Enum):
    """How far it has come."""

    UNDER_WAY = "under way"
    ENDED = "ended"
    CUT_OFF = "cut off"
    """The program ended, or was killed, in the middle of it."""
    MISSED = "missed"
    """The program did not run at its hour, or stood still."""


class DrillVerdict(Enum):
    """What to think of it, at one look. The value is the English word; the UI translates by name."""

    PASSED = "Passed"
    FAILED = "Failed"
    UNDER_WAY = "Under way"
    CUT_OFF = "Not finished"
    MISSED = "Not held"
    NOTHING = "Not possible"
    """Nothing of it could be tried at that moment."""


BAD = frozenset({DrillVerdict.FAILED, DrillVerdict.CUT_OFF, DrillVerdict.MISSED})
"""What somebody has to look into."""


@dataclass(frozen=True, slots=True)
class Drill:
    """One drill, and what came of it so far. Times are Unix seconds, those of its proofs are counted from where each
    part could begin: the noticing and the watchdog from the beginning, the others from the alarm.
    """

    kind: DrillKind
    began_s: float
    camera_id: int = 0
    name: str = ""
    """What the camera was called then."""
    is_nightly: bool = False
    alarm_id: int = 0
    proofs: Mapping[DrillPart, Proof] = field(default_factory=dict)
    screen: int = 0
    cell: int = 0
    """Where its picture was seen, from 1; 0 for nowhere."""
    pictures: int = 0
    """So many stood still."""
    standing: DrillStanding = DrillStanding.UNDER_WAY
    seen_s: float | None = None
    """When somebody took note that it had failed."""
    seen_by: str = ""
    people_s: float | None = None
    """How long after its alarm somebody acknowledged that; None as long as nobody has."""
    people: str = ""
    """Who."""
    drill_id: int = 0
    """0 until it is kept."""

    def proven(self, part: DrillPart, proof: Proof) -> Drill:
        """With what came of one part more."""
        return replace(self, proofs={**self.proofs, part: proof})

    @property
    def failed(self) -> tuple[DrillPart, ...]:
        """What should have been so, and was not."""
        return tuple(part for part in DrillPart if part in self.proofs and self.proofs[part].is_bad)

    @property
    def is_settled(self) -> bool:
        """Is it known of every part what came of it? Where nothing was noticed, nothing more is to be learnt."""
        noticed = self.proofs.get(DrillPart.NOTICED)
        is_over = noticed is not None and noticed.after_s is None and self.kind is not DrillKind.HANG
        return is_over or all(part in self.proofs for part in self.kind.parts)

    @property
    def verdict(self) -> DrillVerdict:
        if self.standing is DrillStanding.CUT_OFF:
            return DrillVerdict.CUT_OFF
        if self.standing is DrillStanding.MISSED:
            return DrillVerdict.MISSED
        if self.failed:
            return DrillVerdict.FAILED
        if self.standing is DrillStanding.UNDER_WAY:
            return DrillVerdict.UNDER_WAY
        is_proven = any(proof.after_s is not None for proof in self.proofs.values())
        return DrillVerdict.PASSED if is_proven else DrillVerdict.NOTHING

    @property
    def is_to_be_seen(self) -> bool:
        """Must somebody take note of it in the morning?"""
        has_ended = self.standing is not DrillStanding.UNDER_WAY
        return self.is_nightly and has_ended and self.verdict in BAD and self.seen_s is None


@dataclass(frozen=True, slots=True)
class Shown:
    """Where the picture of an alarm is painted now, from 1."""

    screen: int
    cell: int


@dataclass(frozen=True, slots=True)
class Hung:
    """What came of a decode process that stood still: after how many seconds it was noticed, and all its pictures were
    live again; None where they were not.
    """

    pictures: int = 0
    noticed_s: float | None = None
    live_s: float | None = None
    why: DrillWhy | None = None


def next_kind(last: DrillKind | None) -> DrillKind:
    """What is drilled in the next night: they take turns."""
    order = tuple(DrillKind)
    return order[0] if last is None else order[(order.index(last) + 1) % len(order)]


def missed_s(nightly: int | None, held_s: float, minute: float, now_s: float) -> float | None:
    """When the last nightly drill should have been, where it was not; None where it was. `held_s` is when the one
    before was, or since when there shall be any; times are Unix seconds, `minute` is that of the day now.
    """
    if nightly is None:
        return None
    due_s = now_s - (minute - nightly) % MINUTES_A_DAY * 60
    return due_s if held_s < due_s - _ABOUT_S else None


def is_due(nightly: int | None, last: int | None, minute: int) -> bool:
    """Does the nightly drill come now? `nightly` is its minute of the day; `last` and `minute`: the minute of the day
    of the look before, and of this one. Never after a pause of the program: a drill that is late is a surprise.
    """
    if nightly is None or last is None:
        return False
    passed = (minute - last) % MINUTES_A_DAY
    return 0 < passed <= _MOST_PASSED and (nightly - last - 1) % MINUTES_A_DAY < passed
