"""Mutes in the operator's words: what is not heard, until when, why, by whom. `now_s` is Unix time."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from wall.model.alarms.mute import Mute
from wall.ui.alarms.words import in_order, kind_word, until_text


def muted_here(mute: Mute, now_s: float) -> str:
    """For whoever looks at one camera: what is not heard of it, until when, why, and who said so."""
    translate = QCoreApplication.translate
    kinds = ", ".join(kind_word(each) for each in in_order(mute.kinds))
    if mute.camera_id:
        what = translate("Mute", "Muted: {0}").format(kinds) if kinds else translate("Mute", "All alarms muted")
    elif kinds:
        what = translate("Mute", "Muted at the whole site: {0}").format(kinds)
    else:
        what = translate("Mute", "All alarms of the site muted")
    return f"{what} {muted_until(mute, now_s)}"


def muted_until(mute: Mute, now_s: float) -> str:
    """Until when, why, and who said so."""
    until = QCoreApplication.translate("Mute", "until {0}").format(until_text(mute.until_s, now_s))
    return " · ".join(each for each in (until, mute.reason, mute.who) if each)
