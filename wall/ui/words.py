"""States, causes and ages in the operator's words, translated."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from wall.model.tile import RETRY_NEVER, Cause, TileState, TileStatus


def state_word(status: TileStatus) -> str:
    """The word beside a tile's mark; empty where there is nothing to say."""
    if status.state is TileState.LIVE:
        return QCoreApplication.translate("Wall", "clock is off") if status.cause is Cause.CLOCK else ""
    # The enum's value is the English source text; tests/ui/test_language.py holds the translations complete.
    return QCoreApplication.translate("TileState", status.state.value)


def cause_sentence(status: TileStatus) -> str:
    """Why, and what to do where a person must do something. Empty while nothing is wrong."""
    if status.state is TileState.LIVE or not status.cause.value:
        return ""
    why = QCoreApplication.translate("Cause", status.cause.value)
    if status.cause in RETRY_NEVER:
        return f"{why} – {QCoreApplication.translate('Wall', 'check the account; press R to try again')}"
    return why


def age(seconds: float) -> str:
    """An age for the eye: whole seconds, then minutes and hours; never rounded up."""
    whole = max(0, int(seconds))
    if whole < 100:
        return QCoreApplication.translate("Wall", "{0} s").format(whole)
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    if hours < 1:
        return f"{minutes}:{rest:02}"
    if hours < 100:
        return f"{hours}:{minutes:02}:{rest:02}"
    return QCoreApplication.translate("Wall", "{0} days").format(hours // 24)
