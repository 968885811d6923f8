"""Where domes belong, in the operator's words."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from wall.model.device import Preset
from wall.model.ptz.reference import Occasion, Reference
from wall.model.ptz.standing import Duty, PtzStanding
from wall.model.ptz.status import CameraTour
from wall.ui import words


def name_of(preset: Preset | CameraTour) -> str:
    """One without a name is called by its token."""
    return preset.name or preset.token


def countdown(seconds: float) -> str:
    """«1:05»; never less than there is."""
    whole = max(0, -int(-seconds // 1))
    return f"{whole // 60}:{whole % 60:02}"


def who(name: str) -> str:
    """Who has moved it: a person, the program itself, or nobody knows who."""
    translate = QCoreApplication.translate
    if name == "system":
        return translate("Duty", "the system")
    return name or translate("Duty", "somebody outside CityWall")


def duty_line(standing: PtzStanding, now_s: float) -> str:
    """How a dome stands to its duty view, in one line."""
    translate = QCoreApplication.translate
    if standing.patrol:
        text = (
            translate("Duty", "patrol halted: {0}") if standing.is_patrol_paused else translate("Duty", "patrol: {0}")
        )
        return text.format(standing.patrol)
    match standing.duty:
        case Duty.NONE:
            return translate("Duty", "no duty view")
        case Duty.THERE:
            return translate("Duty", "looks where it belongs")
        case Duty.RETURNING:
            return translate("Duty", "goes back")
        case Duty.UNKNOWN:
            return translate("Duty", "nobody knows where it looks: it stays until it is sent back")
    return _with_countdown(translate("Duty", "turned away by {0}").format(who(standing.moved_by)), standing, now_s)


def _with_countdown(text: str, standing: PtzStanding, now_s: float) -> str:
    if standing.returns_at_s is None:
        return text
    back = QCoreApplication.translate("Duty", "goes back in {0}").format(countdown(standing.returns_at_s - now_s))
    return f"{text}  ·  {back}"


def occasion(reference: Reference) -> str:
    """Why it was taken."""
    translate = QCoreApplication.translate
    match reference.occasion:
        case Occasion.DAILY:
            return translate("Duty", "of the day")
        case Occasion.RETURN:
            return translate("Duty", "when it came back")
    by_hand = translate("Duty", "by hand")
    return f"{by_hand}: {reference.operator}" if reference.operator else by_hand


def why(told: str) -> str:
    """Why something could not be done, where the room below says it in English."""
    translate = QCoreApplication.translate
    known = {"the dome does not look where it belongs": translate("Duty", "The dome does not look where it belongs.")}
    return known.get(told, told)


def moment(unix_s: float) -> str:
    """«29/11/2026 09:00»."""
    return QDateTime.fromSecsSinceEpoch(round(unix_s)).toString("dd/MM/yyyy HH:mm")


def day(unix_s: float) -> date:
    """The local day of a moment."""
    return datetime.fromtimestamp(unix_s).date()


def apart(earlier_s: float, later_s: float) -> str:
    """How long lies between two pictures."""
    days = abs((day(later_s) - day(earlier_s)).days)
    if days < 1:
        return words.age(abs(later_s - earlier_s))
    if days == 1:
        return QCoreApplication.translate("Duty", "one day apart")
    return QCoreApplication.translate("Duty", "{0} days apart").format(QLocale().toString(days))
