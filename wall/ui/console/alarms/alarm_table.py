"""The table of alarms: which columns it has."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from wall.model.alarms.alarm import Alarm, urgency
from wall.model.alarms.state import State
from wall.ui import figures, words
from wall.ui.alarms.words import (
    detail_of,
    place_of,
    priority_word,
    site_of,
    state_word,
    title_of,
    until_text,
    verdict_word,
)
from wall.ui.console.bookmark_list import when_text
from wall.ui.console.table import Column


def alarm_columns(now_s: Callable[[], float]) -> tuple[Column[Alarm], ...]:
    """In the order in which they are read. `now_s` is Unix time."""
    translate = QCoreApplication.translate
    return (
        Column(
            "alarm",
            translate("AlarmTable", "Alarm"),
            title_of,
            172,
            least=140,
            order=urgency,
            mark=lambda alarm: alarm.state,
            tip=lambda alarm: "\n".join(each for each in (title_of(alarm), detail_of(alarm)) if each),
        ),
        Column(
            "priority",
            translate("AlarmTable", "Pri."),
            lambda alarm: str(alarm.priority),
            44,
            order=lambda alarm: alarm.priority,
            is_number=True,
            tip=lambda alarm: priority_word(alarm.priority),
            is_quiet=lambda alarm: alarm.priority > 2,
        ),
        Column(
            "place",
            translate("AlarmTable", "Where"),
            where_text,
            256,
            tip=lambda alarm: "\n".join(each for each in (where_text(alarm), site_of(alarm)) if each),
        ),
        Column(
            "count",
            translate("AlarmTable", "Times"),
            lambda alarm: figures.number(alarm.count) if alarm.count > 1 else "",
            64,
            order=lambda alarm: -alarm.count,
            is_number=True,
            tip=lambda _alarm: translate("AlarmTable", "So many messages are this one alarm"),
        ),
        Column(
            "age",
            translate("AlarmTable", "Since"),
            lambda alarm: words.age(now_s() - alarm.began_s),
            100,
            order=lambda alarm: -alarm.began_s,
            is_number=True,
            tip=lambda alarm: when_text(alarm.began_s),
        ),
        Column(
            "state",
            translate("AlarmTable", "State"),
            lambda alarm: state_text(alarm, now_s()),
            164,
            tip=lambda alarm: state_text(alarm, now_s()),
            is_quiet=lambda alarm: not alarm.is_open,
        ),
        Column("owner", translate("AlarmTable", "Owner"), lambda alarm: alarm.owner, 100),
    )


def where_text(alarm: Alarm) -> str:
    """Of what is of no camera and no site that we have, what was told of it: another system may name the place."""
    told = "" if alarm.camera_id or alarm.site_id else detail_of(alarm)
    return f"{place_of(alarm)} · {told}" if told else place_of(alarm)


def state_text(alarm: Alarm, now_s: float) -> str:
    """Where it stands; of a closed one what it was, of one on hold until when. `now_s` is Unix time."""
    said = state_word(alarm.state)
    if alarm.verdict is not None:
        return f"{said} · {verdict_word(alarm.verdict)}"
    if alarm.state is State.ON_HOLD and alarm.hold_until_s is not None:
        return f"{said} · {until_text(alarm.hold_until_s, now_s)}"
    if alarm.state is State.NEW and alarm.level:
        return QCoreApplication.translate("AlarmTable", "nobody reacts")  # Its sign says that it is new.
    return said
