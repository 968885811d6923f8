"""Alarms in the operator's words, translated."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QDateTime

from wall.model.alarms import kinds
from wall.model.alarms.activity import Activity, Deed, told_apart
from wall.model.alarms.alarm import Alarm
from wall.model.alarms.rule import Rule
from wall.model.alarms.signal import Source
from wall.model.alarms.state import State, Verdict
from wall.model.alarms.workflow import Refusal


def kind_word(kind: str) -> str:
    """What happens; a word of another system as it is, but for those that many have."""
    translate = QCoreApplication.translate
    words = {
        kinds.MOTION: translate("AlarmKind", "Motion"),
        kinds.LINE: translate("AlarmKind", "Line crossed"),
        kinds.FIELD: translate("AlarmKind", "Somebody in the area"),
        kinds.PEOPLE: translate("AlarmKind", "Person"),
        kinds.VEHICLE: translate("AlarmKind", "Vehicle"),
        kinds.FACE: translate("AlarmKind", "Face"),
        kinds.ANIMAL: translate("AlarmKind", "Animal"),
        kinds.LOITERING: translate("AlarmKind", "Loitering"),
        kinds.TAMPER: translate("AlarmKind", "Camera tampered with"),
        kinds.SCENE: translate("AlarmKind", "Camera moved or blinded"),
        kinds.BLINDED: translate("AlarmKind", "Camera covered"),
        kinds.MOVED: translate("AlarmKind", "Camera turned away"),
        kinds.LOST: translate("AlarmKind", "Camera lost"),
        kinds.FROZEN: translate("AlarmKind", "Picture frozen"),
        kinds.BLACK: translate("AlarmKind", "Picture black"),
        kinds.OUTAGE: translate("AlarmKind", "Site out"),
        kinds.RECORDING: translate("AlarmKind", "Recording failed"),
        kinds.MISSED: translate("AlarmKind", "Events missed"),
        kinds.INPUT: translate("AlarmKind", "Digital input"),
        kinds.RELAY: translate("AlarmKind", "Relay"),
        kinds.USER: translate("AlarmKind", "Alarm of the camera"),
        kinds.PANIC: translate("AlarmKind", "Panic key"),
        kinds.SEVERAL: translate("AlarmKind", "Several kinds"),
    }
    return words.get(kind) or _word_of_others(kind)


def _word_of_others(kind: str) -> str:
    translate = QCoreApplication.translate
    words = {
        "fire": translate("AlarmKind", "Fire"),
        "smoke": translate("AlarmKind", "Smoke"),
        "gas": translate("AlarmKind", "Gas"),
        "intrusion": translate("AlarmKind", "Intrusion"),
        "glass": translate("AlarmKind", "Glass broken"),
        "door": translate("AlarmKind", "Door"),
        "crowd": translate("AlarmKind", "Crowd"),
        "fight": translate("AlarmKind", "Fight"),
        "fall": translate("AlarmKind", "Fall"),
        "gunshot": translate("AlarmKind", "Gunshot"),
    }
    return words.get(kind, kind)


ALL_KINDS = (
    *(kinds.PANIC, kinds.OUTAGE, kinds.TAMPER, kinds.SCENE, kinds.BLINDED, kinds.MOVED),
    *(kinds.INPUT, kinds.USER, kinds.RELAY, kinds.RECORDING, kinds.MISSED, kinds.LOST, kinds.FROZEN, kinds.BLACK),
    *(kinds.LINE, kinds.FIELD, kinds.LOITERING, kinds.PEOPLE, kinds.VEHICLE, kinds.FACE, kinds.ANIMAL, kinds.MOTION),
)
"""In the order in which they are offered."""


_COUNTED = re.compile(r"\d+/\d+: ")
"""Of a site: so many of so many cameras, and why."""
_OWN_WORDS = ("Trouble", "SharedCause", "Cause", "End")


def detail_of(alarm: Alarm) -> str:
    """What its source said besides: what this program found out itself in the operator's language, what a camera or
    another system wrote as it is.
    """
    if alarm.source is not Source.WALL:
        return alarm.detail
    counted = _COUNTED.match(alarm.detail)
    how_many = counted.group() if counted else ""
    why = alarm.detail[len(how_many) :]
    words = (QCoreApplication.translate(context, why) for context in _OWN_WORDS)
    return how_many + next((word for word in words if word != why), why)


def title_of(alarm: Alarm) -> str:
    """What it is: as its rule calls it, else its kind; drills and floods say so."""
    said = alarm.title or kind_word(alarm.kind)
    if alarm.is_flood:
        said = QCoreApplication.translate("Alarm", "Flood: {0}").format(said)
    return QCoreApplication.translate("Alarm", "Drill: {0}").format(said) if alarm.is_drill else said


def banner(alarm: Alarm) -> str:
    """What it is and since when, for a tile."""
    since = QDateTime.fromSecsSinceEpoch(int(alarm.began_s)).toString("HH:mm:ss")
    return f"▲ {title_of(alarm)}  ·  {since}"


def place_of(alarm: Alarm) -> str:
    """Where: the camera, else the site, as they were called when it began."""
    camera = f"{alarm.number or ''}  {alarm.name}".strip()
    return camera or alarm.site or QCoreApplication.translate("Alarm", "nowhere in particular")


def site_of(alarm: Alarm) -> str:
    """The site with its ward."""
    return " · ".join(each for each in (alarm.site, alarm.ward) if each)


def priority_word(priority: int) -> str:
    """«2 · urgent»."""
    translate = QCoreApplication.translate
    words = {
        1: translate("Alarm", "1 · danger to life"),
        2: translate("Alarm", "2 · urgent"),
        3: translate("Alarm", "3 · soon"),
        4: translate("Alarm", "4 · when there is time"),
        5: translate("Alarm", "5 · to be known"),
    }
    return words[priority]


def state_word(state: State) -> str:
    """Where the case stands."""
    return QCoreApplication.translate("State", state.value)


def verdict_word(verdict: Verdict) -> str:
    """What it turned out to be."""
    return QCoreApplication.translate("Verdict", verdict.value)


def source_word(source: Source) -> str:
    """Who said it."""
    return QCoreApplication.translate("Source", source.value)


def deed_word(deed: Deed) -> str:
    """What was done, or happened."""
    return QCoreApplication.translate("Deed", deed.value)


def until_text(until_s: float, now_s: float) -> str:
    """The hour alone where it is today: «14:30», else «14:30 5/12». Unix seconds, told in local time."""
    until = time.localtime(until_s)
    hour = time.strftime("%H:%M", until)
    return hour if until[:3] == time.localtime(now_s)[:3] else f"{hour} {until.tm_mday}/{until.tm_mon}"


def activity_line(activity: Activity, at: str) -> str:
    """One line of the log; `at` is when, written out."""
    who = f"{activity.who}: " if activity.who else ""
    text = _reason_text(activity) if activity.deed in (Deed.CLOSED, Deed.HELD) else activity.text
    text = kind_word(text) if activity.deed is Deed.CLEARER else text
    said = f" – {text}" if text else ""
    if activity.has_picture:
        said += QCoreApplication.translate("Alarm", " (with a picture)")
    return f"{at}  {who}{deed_word(activity.deed)}{said}"


def _reason_text(activity: Activity) -> str:
    """What it was closed as, or until when it waits, and why."""
    what, why = told_apart(activity.text)
    verdict = next((each for each in Verdict if each.value == what), None)
    if activity.deed is Deed.CLOSED and verdict is not None:
        return f"{verdict_word(verdict)} – {why}"
    if activity.deed is Deed.HELD and what.isdecimal():
        until = QDateTime.fromSecsSinceEpoch(int(what)).toString("HH:mm dd/MM/yyyy")
        return QCoreApplication.translate("Alarm", "until {0} – {1}").format(until, why)
    return activity.text


def refusals_sentence(refused: Iterable[Refusal], asked: int) -> str:
    """What could not be done, and why; "" where all was."""
    why = list(refused)
    if not why:
        return ""
    reasons = "; ".join(QCoreApplication.translate("Refusal", each.value) for each in dict.fromkeys(why))
    if asked == 1:
        return f"{reasons[:1].upper()}{reasons[1:]}"
    sentence = QCoreApplication.translate("Alarm", "{0} of {1} stay as they are: {2}")
    return sentence.format(len(why), asked, reasons)


def rule_name(rule: Rule) -> str:
    """Its name, else what it is about."""
    if rule.name:
        return rule.name
    named = [kind_word(each) for each in in_order(rule.concern.kinds)]
    named += [source_word(each) for each in Source if each in rule.concern.sources]
    return ", ".join(named) or QCoreApplication.translate("Alarm", "Everything")


def in_order(some: Iterable[str]) -> Sequence[str]:
    """Kinds in the order in which they are offered; those of other systems come last."""
    wanted = set(some)
    return [*(each for each in ALL_KINDS if each in wanted), *sorted(wanted - set(ALL_KINDS))]
