"""How well a camera's events are heard, in the operator's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from wall.model.alarms.subscription import Gap, Hearing, SubscriptionHealth
from wall.ui import figures, words

_TOLD_FOR_S = 3600.0
"""So long a gap is told beside the camera; after that it is in the tip."""


def hearing_word(health: SubscriptionHealth | None, now_s: float) -> str:
    """For a narrow column. `now_s` is Unix time."""
    translate = QCoreApplication.translate
    if health is None:
        return figures.UNKNOWN
    match health.hearing:
        case Hearing.DEAD:
            return translate("Hearing", "not for {0}").format(figures.ago(health.since_s, now_s))
        case Hearing.STARTING:
            return translate("Hearing", "being asked for")
        case Hearing.NOT_OFFERED:
            return translate("Hearing", "has none")
    if health.gap is not None and now_s - health.gap.until_s < _TOLD_FOR_S:
        return translate("Hearing", "gap of {0}").format(words.age(health.gap.lasts_s))
    return translate("Hearing", "heard")


def hearing_sentence(health: SubscriptionHealth | None, now_s: float) -> str:
    """The whole of it: since when, why, and what may be missing."""
    if health is None:
        return ""
    lines = [_standing(health, now_s)]
    if health.gap is not None:
        lines.append(_missing(health.gap))
    return "\n".join(lines)


def _standing(health: SubscriptionHealth, now_s: float) -> str:
    translate = QCoreApplication.translate
    match health.hearing:
        case Hearing.DEAD:
            why = words.trouble_word(health.trouble) if health.trouble is not None else health.detail
            sentence = translate("Hearing", "Its events have not been heard for {0}: {1}")
            return sentence.format(figures.ago(health.since_s, now_s), why)
        case Hearing.STARTING:
            return translate("Hearing", "Its events are being asked for.")
        case Hearing.NOT_OFFERED:
            return translate("Hearing", "Its device has no events.")
    return translate("Hearing", "Its events are heard.")


def _missing(gap: Gap) -> str:
    sentence = QCoreApplication.translate("Hearing", "Events of {0} may be missing: from {1} to {2}.")
    return sentence.format(words.age(gap.lasts_s), _clock(gap.from_s), _clock(gap.until_s))


def _clock(unix_s: float) -> str:
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(unix_s)), "HH:mm:ss dd/MM")
