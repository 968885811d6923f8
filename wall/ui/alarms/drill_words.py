"""Drills in the operator's words, translated."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from wall.model.alarms.drill import BAD, Drill, DrillKind, DrillPart, DrillStanding, DrillVerdict, Proof, Why
from wall.ui.figures import STAYS, UNKNOWN, number

FAILED = "✕"
_GOOD, _BAD = "✓", "▲"


def kind_word(kind: DrillKind) -> str:
    """What is made to happen."""
    return QCoreApplication.translate("DrillKind", kind.value)


def part_word(part: DrillPart) -> str:
    """What it proves."""
    return QCoreApplication.translate("DrillPart", part.value)


def why_word(why: Why | None) -> str:
    """Why it was not so."""
    return QCoreApplication.translate(type(why).__name__, why.value) if why is not None else ""


def begun_word(drill: Drill) -> str:
    """When it began, in the operator's own form."""
    at = QDateTime.fromSecsSinceEpoch(int(drill.began_s))
    return QLocale().toString(at, QLocale.FormatType.ShortFormat)


def span(seconds: float) -> str:
    """«1,4 s»; minutes where nobody counts seconds any more."""
    if seconds < 120:
        return QCoreApplication.translate("DrillWords", "{0} s").format(number(seconds, 1)).replace(" ", STAYS)
    return QCoreApplication.translate("DrillWords", "{0} min").format(round(seconds / 60)).replace(" ", STAYS)


def failure(part: DrillPart, proof: Proof) -> str:
    """What failed, and why."""
    translate = QCoreApplication.translate
    said = {
        DrillPart.NOTICED: translate("DrillWords", "CityWall did not notice it"),
        DrillPart.SOUND: translate("DrillWords", "the bell was not heard"),
        DrillPart.WALL: translate("DrillWords", "the picture was not on the wall"),
        DrillPart.PUSH: translate("DrillWords", "the supervisor cannot be told"),
        DrillPart.WATCHDOG: translate("DrillWords", "the pictures did not come back"),
    }[part]
    return f"{said} ({why_word(proof.why)})" if proof.why is not None else said


def reasons(drill: Drill) -> str:
    """All that failed; "" where nothing did."""
    if drill.standing is DrillStanding.CUT_OFF:
        return QCoreApplication.translate("DrillWords", "CityWall ended in the middle of it")
    if drill.standing is DrillStanding.MISSED:
        return QCoreApplication.translate("DrillWords", "CityWall did not run at that hour")
    return "; ".join(failure(part, drill.proofs[part]) for part in drill.failed)


def verdict(drill: Drill) -> str:
    """At one look: did it go well, and if not, what is wrong."""
    word = QCoreApplication.translate("DrillVerdict", drill.verdict.value)
    if drill.verdict in BAD:
        return f"{_BAD} {word}: {reasons(drill)}"
    if drill.verdict is DrillVerdict.NOTHING:
        first = next((proof.why for proof in drill.proofs.values() if proof.why is not None), None)
        return f"{word}: {why_word(first)}" if first is not None else word
    return f"{_GOOD} {word}" if drill.verdict is DrillVerdict.PASSED else f"{word}…"


def part_cell(drill: Drill, part: DrillPart) -> tuple[str, str]:
    """What stands in the list for one part, and more of it."""
    proof = drill.proofs.get(part)
    if proof is None:
        return (UNKNOWN, "") if part in drill.kind.parts else ("", "")
    if proof.after_s is None:
        return (FAILED if proof.is_wanted else UNKNOWN), why_word(proof.why)
    said = span(proof.after_s)
    if part is DrillPart.WALL and drill.cell:
        where = QCoreApplication.translate("DrillWords", "screen {0}, cell {1}").format(drill.screen, drill.cell)
        return said, where
    return said, ""


def people_cell(drill: Drill) -> str:
    """Who acknowledged its alarm, and how soon."""
    if not drill.alarm_id:
        return ""
    if drill.people_s is None:
        return QCoreApplication.translate("DrillWords", "not yet")
    return f"{span(drill.people_s)} ({drill.people})" if drill.people else span(drill.people_s)


def place_cell(drill: Drill) -> str:
    """On which camera, or how many pictures."""
    if drill.pictures:
        return QCoreApplication.translate("DrillWords", "{0} pictures").format(drill.pictures)
    return drill.name or UNKNOWN


def heading() -> tuple[str, ...]:
    """Of the list, and of a file of it."""
    translate = QCoreApplication.translate
    return (
        translate("DrillWords", "When"),
        translate("DrillWords", "Drill"),
        translate("DrillWords", "On what"),
        translate("DrillWords", "Result"),
        *(part_word(part) for part in DrillPart),
        translate("DrillWords", "Noticed by people"),
    )


def cells(drill: Drill, *, in_full: bool = True) -> tuple[str, ...]:
    """One line of a file, or of the list, which has more of each part in a tooltip."""
    told = (part_cell(drill, part) for part in DrillPart)
    parts = [f"{said} ({more})" if more and in_full else said for said, more in told]
    when, kind = begun_word(drill), kind_word(drill.kind)
    kind = f"{kind} ☾" if drill.is_nightly else kind
    return when, kind, place_cell(drill), verdict(drill), *parts, people_cell(drill)


def summary(drills: Sequence[Drill]) -> str:
    """All of them in two sentences."""
    translate = QCoreApplication.translate
    if not drills:
        return translate("DrillWords", "There was no drill yet. Begin one with the button «Drill».")
    good = sum(drill.verdict is DrillVerdict.PASSED for drill in drills)
    said = translate("DrillWords", "{0} of {1} drills passed.").format(good, len(drills))
    asked = [drill for drill in drills if drill.alarm_id]
    noticed = sorted(drill.people_s for drill in asked if drill.people_s is not None)
    if not asked:
        return said
    if not noticed:
        return f"{said} " + translate("DrillWords", "Nobody has noticed any of {0}.").format(len(asked))
    text = translate("DrillWords", "People noticed {0} of {1}, half of them within {2}.")
    return f"{said} " + text.format(len(noticed), len(asked), span(noticed[len(noticed) // 2]))
