"""What is said of recordings, translated."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from wall.model.recording import End, Hitch


def end_sentence(end: End) -> str:
    """Why a recording ended."""
    return QCoreApplication.translate("End", end.value)


def hitch_sentence(hitch: Hitch) -> str:
    """What ails one that goes on."""
    return QCoreApplication.translate("Hitch", hitch.value)


def not_recording(end: End) -> str:
    """On the tile of a camera that is not recorded any more, though somebody wanted it."""
    return QCoreApplication.translate("Wall", "not recording: {0}").format(end_sentence(end))


def duration(seconds: float) -> str:
    """«0:42», «12:05», «1:02:03»: as on every player."""
    minutes, rest = divmod(max(0, int(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
