"""What the lists say of a recording: when, how long, how large, and what became of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from wall.model.recording import FAULTS, End, Recording
from wall.ui import recording_words
from wall.ui.recording_words import duration

_KB, _MB, _GB = 1e3, 1e6, 1e9


def camera_text(recording: Recording) -> str:
    """Number and name as they were then."""
    return f"{recording.number}  {recording.name}"


def begins_s(recording: Recording) -> float:
    """When its first picture was, in Unix seconds: some time before the key was pressed."""
    return recording.parts[0].started_s if recording.parts else recording.started_s


def when_text(at_s: float) -> str:
    """By the clock of the wall."""
    return QDateTime.fromMSecsSinceEpoch(round(at_s * 1000)).toString("dd/MM/yyyy HH:mm:ss")


def size_text(size: int) -> str:
    """In the unit that keeps it short."""
    locale = QLocale()
    if size >= _GB:
        return f"{locale.toString(size / _GB, 'f', 2)} GB"
    return f"{locale.toString(size / _MB, 'f', 1)} MB" if size >= _MB else f"{locale.toString(size / _KB, 'f', 0)} kB"


def state_text(recording: Recording, *, is_gone: bool) -> str:
    """What is worth a word: it goes on, it ended as nobody wanted it, or its files are not there any more."""
    translate = QCoreApplication.translate
    if recording.end is None:
        return "◉ " + translate("Recordings", "being recorded")
    if is_gone:
        return "■ " + translate("Recordings", "the files are gone")
    if recording.end in FAULTS or recording.end is End.BROKEN_OFF:
        return "◐ " + recording_words.end_sentence(recording.end)
    if recording.missing_s >= 1:
        return "◐ " + translate("Recordings", "{0} s are missing").format(round(recording.missing_s))
    return ""


def length_text(recording: Recording) -> str:
    """How long and how large: «1:05 · 12,3 MB»."""
    return f"{duration(recording.seconds)}  ·  {size_text(recording.size)}"


def stream_text(recording: Recording) -> str:
    """What was recorded: «H264 1920 × 1080»; of several streams the last."""
    known = [part for part in recording.parts if part.codec is not None]
    if not known:
        return ""
    last = known[-1]
    assert last.codec is not None
    return f"{last.codec.name} {last.width} × {last.height}" if last.width else last.codec.name


def files_text(recording: Recording) -> str:
    """How many files it has, where that are several."""
    count = len(recording.parts)
    return QCoreApplication.translate("Recordings", "{0} files").format(count) if count > 1 else ""
