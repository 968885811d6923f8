"""The whole of what is known of a small picture, for whoever rests the pointer on it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from wall.model.glimpse import Freshness, Glimpse, Way
from wall.model.tile import Cause
from wall.ui import words
from wall.ui.console.overview.faces import Look


def tip_of(look: Look, site: str, now_s: float) -> str:
    """Which camera, how it is, when its picture was taken and how it was come by, and why there is no newer one."""
    lines = [f"{look.number}  {look.name}".strip(), site, words.health_sentence(look.health)]
    if look.sight.glimpse is not None:
        lines += _of_picture(look.sight.glimpse, look.state.freshness, now_s)
    if look.sight.cause is not Cause.NONE:
        lines.append(words.cause_with_detail(look.sight.cause, ""))
    elif look.sight.glimpse is None:
        lines.append(QCoreApplication.translate("Overview", "no picture yet"))
    return "\n".join(line for line in lines if line)


def _of_picture(glimpse: Glimpse, freshness: Freshness, now_s: float) -> list[str]:
    translate = QCoreApplication.translate
    way = {
        Way.TILE: translate("Overview", "from the wall"),
        Way.SNAPSHOT: translate("Overview", "a single picture"),
        Way.KEYFRAME: translate("Overview", "from its stream"),
    }[glimpse.way]
    taken = translate("Overview", "Picture of {0}, {1} old, {2}")
    lines = [taken.format(_clock(glimpse.taken_unix_s), words.age(now_s - glimpse.taken_s), way)]
    if freshness is Freshness.SAME:
        lines.append(translate("Overview", "The very same picture since {0}").format(_clock(glimpse.same_since_unix_s)))
    return lines


def _clock(unix_s: float) -> str:
    moment = QDateTime.fromMSecsSinceEpoch(round(unix_s * 1000))
    return QLocale().toString(moment.time(), "HH:mm:ss")
