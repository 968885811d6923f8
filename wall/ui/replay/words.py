"""What is said about the past, in the operator's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDateTime

from wall.model.playhead import Playhead


def ago(seconds: float) -> str:
    """How far back: −01:23, −1:02:03."""
    whole = max(0, round(seconds))
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"−{hours}:{minutes:02}:{rest:02}" if hours else f"−{minutes:02}:{rest:02}"


def clock(moment: QDateTime) -> str:
    """The time of day of a moment, as it was on our clock."""
    return moment.toString("HH:mm:ss")


def speed(head: Playhead) -> str:
    """How fast it goes; "" at its own pace."""
    if head.stands:
        return QCoreApplication.translate("Replay", "halted")
    return "" if head.rate == 1 else rate(head.rate)


def rate(value: float) -> str:
    """¼×, ½×, 1×, 8×."""
    return {0.25: "¼×", 0.5: "½×"}.get(value, f"{value:g}×")


def label(head: Playhead, seconds: float, moment: QDateTime) -> str:
    """What stands on the tile: that it is a replay, how far back, and what time it was."""
    name = QCoreApplication.translate("Replay", "REPLAY")
    return "  ".join(part for part in (f"{name} {ago(seconds)}", clock(moment), speed(head)) if part)


def nothing_before(moment: QDateTime) -> str:
    """Where one has come to the beginning of what is kept."""
    return QCoreApplication.translate("Replay", "No picture is kept before {0}").format(clock(moment))


def nothing_here() -> str:
    """In a gap."""
    return QCoreApplication.translate("Replay", "No picture was kept at this moment")


def nothing_at_all() -> str:
    """Of this camera."""
    return QCoreApplication.translate("Replay", "No picture of this camera is kept")


def too_many(most: int) -> str:
    """More than may look back at once."""
    return QCoreApplication.translate("Replay", "At most {0} cameras can be replayed at once").format(most)


def no_camera() -> str:
    """The selected cell is empty."""
    return QCoreApplication.translate("Wall", "There is no camera in this cell")
