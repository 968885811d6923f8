"""How ways stand and what came of trying them, in the operator's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDateTime

from wall.model.alarms.push import PushHealth, Tried
from wall.model.alarms.told import IntakeHealth, Standing
from wall.ui.figures import number


def tried_sentence(tried: Tried) -> str:
    """What came of it; a sign in front where it is not good."""
    said = QCoreApplication.translate("Answer", tried.answer.value)
    told = f"{said[:1].upper()}{said[1:]}" + (f" ({tried.detail})" if tried.detail else "")
    return f"{'✓' if tried.answer.is_good else '▲'}  {told}."


def heard_sentence(health: IntakeHealth) -> str:
    """How a way in stands."""
    said = QCoreApplication.translate("Standing", health.standing.value)
    is_well = health.standing in (Standing.OFF, Standing.FINE, Standing.CONNECTING)
    detail = f" ({health.detail})" if health.detail else ""
    told = f"{'' if is_well else '▲  '}{said[:1].upper()}{said[1:]}{detail}."
    if not health.taken and not health.broken:
        return told
    counts = QCoreApplication.translate("Ways", "Messages: {0} taken, {1} not understood.")
    return f"{told} {counts.format(number(health.taken), number(health.broken))}"


def pushed_sentence(health: PushHealth) -> str:
    """How a way out stands."""
    translate = QCoreApplication.translate
    if not health.is_on:
        return translate("Ways", "It is switched off.")
    told = translate("Ways", "Nothing was sent yet.")
    if health.last is not None:
        at = QDateTime.fromSecsSinceEpoch(int(health.last_s)).toString("HH:mm:ss")
        told = f"{at}  {tried_sentence(health.last)}"
    counts = translate("Ways", "Messages: {0} sent, {1} waiting, {2} given up.")
    return f"{told} {counts.format(number(health.sent), number(health.waiting), number(health.given_up))}"
