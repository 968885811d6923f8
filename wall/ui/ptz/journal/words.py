"""The journal of the domes in the operator's words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QDateTime

from wall.model.ptz.acts import Act
from wall.model.ptz.journal import Deed, JournalEntry
from wall.model.ptz.operator import Rank
from wall.ui import words
from wall.ui.console.operator_desk import rank_word
from wall.ui.figures import number

_MINUTES = re.compile(r"([\d.]+) min")
_LEAST_S = 1.0


def heading() -> tuple[str, ...]:
    """Of the file."""
    translate = QCoreApplication.translate
    return (
        translate("Journal", "When"),
        translate("Journal", "Camera"),
        translate("Journal", "What"),
        translate("Journal", "Who"),
        translate("Journal", "Rank"),
        translate("Journal", "Desk"),
    )


def cells(entry: JournalEntry, camera: str) -> Sequence[str]:
    """One entry in the file."""
    moment = QDateTime.fromMSecsSinceEpoch(round(entry.at_s * 1000)).toString("yyyy-MM-dd HH:mm:ss")
    operator = entry.operator
    return (moment, camera, entry_text(entry), who(entry), rank_word(operator.rank), operator.desk)


def moment(at_s: float) -> str:
    """«30/11/2026 09:00:12»."""
    return QDateTime.fromMSecsSinceEpoch(round(at_s * 1000)).toString("dd/MM/yyyy HH:mm:ss")


def who(entry: JournalEntry) -> str:
    """The person, or the program itself."""
    if entry.operator.rank is Rank.SYSTEM:
        return QCoreApplication.translate("Journal", "the system")
    return entry.operator.name or QCoreApplication.translate("Journal", "without a name")


def act_text(act: Act) -> str:
    """What was done, and how often."""
    translate = QCoreApplication.translate
    if act.is_by_hand:
        text = translate("Journal", "moved by hand")
        if act.last.deed is Deed.MOVED:
            text = translate("Journal", "moved by hand, its stop is not written down")
    elif act.count > 1:
        text = translate("Journal", "went on by itself")
    else:
        text = entry_text(act.last)
    return f"{text}  ·  {times(act.count)}" if act.count > 1 else text


def times(count: int) -> str:
    """«12 times»."""
    return QCoreApplication.translate("Journal", "{0} times").format(number(count))


def lasted(act: Act) -> str:
    """From its first entry to its last; nothing for what has no length."""
    return words.age(act.lasted_s) if act.lasted_s >= _LEAST_S else ""


def entry_text(entry: JournalEntry) -> str:
    """What one entry says."""
    text, detail = deed_word(entry.deed), _detail(entry)
    return f"{text}: {detail}" if detail else text


def deed_word(deed: Deed) -> str:
    """One deed."""
    translate = QCoreApplication.translate
    said = {
        Deed.MOVED: translate("Journal", "moved by hand"),
        Deed.STOPPED: translate("Journal", "stands"),
        Deed.SENT: translate("Journal", "sent"),
        Deed.CHANGED: translate("Journal", "changed"),
        Deed.RESERVED: translate("Journal", "reserved"),
        Deed.RELEASED: translate("Journal", "released"),
        Deed.REQUESTED: translate("Journal", "asked for it"),
        Deed.GAVE: translate("Journal", "gave it away"),
        Deed.DECLINED: translate("Journal", "did not give it away"),
        Deed.TOOK: translate("Journal", "took it over"),
        Deed.PATROLLED: translate("Journal", "patrol"),
        Deed.CAME: translate("Journal", "came to the desk"),
    }
    return said[deed]


def _detail(entry: JournalEntry) -> str:
    """`detail` is kept in English, or is somebody's name."""
    translate = QCoreApplication.translate
    match entry.deed:
        case Deed.RESERVED if told := _MINUTES.fullmatch(entry.detail):
            return translate("Journal", "{0} minutes").format(number(float(told[1])))
        case Deed.REQUESTED | Deed.TOOK if entry.detail:
            return translate("Journal", "from {0}").format(entry.detail)
        case Deed.GAVE | Deed.DECLINED if entry.detail:
            return translate("Journal", "to {0}").format(entry.detail)
        case Deed.SENT | Deed.CHANGED | Deed.PATROLLED:
            return _in_words(entry.detail)
    return entry.detail


def _in_words(detail: str) -> str:
    translate = QCoreApplication.translate
    known = {
        "a step": translate("Journal", "a step to where it was pointed"),
        "a place": translate("Journal", "a place that was pointed at"),
        "home": translate("Journal", "its home"),
        "settings": translate("Journal", "its own settings"),
        "no duty view": translate("Journal", "it belongs nowhere any more"),
    }
    if detail in known:
        return known[detail]
    patterns = (
        (r"preset (.+) set: (.*)", translate("Journal", "preset {0} set anew: {1}")),
        (r"preset (.+) renamed: (.*)", translate("Journal", "preset {0} renamed: {1}")),
        (r"preset (.+) removed", translate("Journal", "preset {0} removed")),
        (r"preset (.*)", translate("Journal", "preset {0}")),
        (r"tour (.+) begun", translate("Journal", "its own patrol {0} begun")),
        (r"tour (.+) ended", translate("Journal", "its own patrol {0} ended")),
        (r"begun: (.*)", translate("Journal", "{0} begun")),
        (r"ended: (.*)", translate("Journal", "{0} ended")),
        (r"duty view: (.*)", translate("Journal", "duty view: {0}")),
    )
    for pattern, text in patterns:
        if told := re.fullmatch(pattern, detail):
            return text.format(*told.groups())
    return detail
