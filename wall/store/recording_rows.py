"""Makes plain rows of recordings, recordings of rows, and the text by which they are found."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from wall.model.fold import fold
from wall.model.recording import End, Part, Recording
from wall.model.stream import Codec
from wall.store.bookmark_rows import moment
from wall.store.plain import fraction, text, whole
from wall.store.rows import Row

_MOST_WORDS, _MOST_LETTERS = 20, 60


def recording_row(recording: Recording, recording_id: int) -> Row:
    return {
        "recording_id": recording_id,
        "moment": moment(recording.started_s, recording_id),
        "camera_id": recording.camera_id,
        "number": recording.number,
        "started_s": recording.started_s,
        "name": text(recording.name),
        "site": text(recording.site),
        "operator": text(recording.operator),
        "folded": _search_text(recording),
    } | state_row(recording)


def state_row(recording: Recording) -> Row:
    """What changes while it goes on."""
    return {
        "ended_s": fraction(recording.ended_s),
        "end": recording.end.name if recording.end else None,
        "clock_offset_s": fraction(recording.clock_offset_s),
        "missing_s": fraction(recording.missing_s) or 0.0,
    }


def part_rows(recording: Recording, recording_id: int) -> Iterable[Row]:
    for place, part in enumerate(recording.parts):
        yield {
            "recording_id": recording_id,
            "place": place,
            "path": text(part.path),
            "started_s": part.started_s,
            "seconds": part.seconds,
            "size": whole(part.size) or 0,
            "codec": part.codec.name if part.codec else None,
            "width": part.width,
            "height": part.height,
        }


def read_recording(row: Row, parts: Iterable[Row], *, has_picture: bool) -> Recording:
    same = ("camera_id", "number", "name", "started_s", "site", "operator", "ended_s", "clock_offset_s", "missing_s")
    return Recording(
        **{name: row[name] for name in same},
        end=End.__members__.get(row["end"], End.BROKEN_OFF) if row["end"] else None,
        parts=tuple(map(_read_part, parts)),
        has_picture=has_picture,
        recording_id=row["recording_id"],
    )


def search_words(asked: str) -> list[str]:
    """What must begin a word each."""
    return sorted({f" {word[:_MOST_LETTERS]}" for word in fold(asked).split()[:_MOST_WORDS]})


def _search_text(recording: Recording) -> str:
    """Every word by which it is found, each behind a space: its day among them, as people here write it."""
    day = datetime.fromtimestamp(recording.started_s).strftime("%d %m %Y")
    told = (str(recording.number), recording.name, recording.site, recording.operator, day)
    return f" {fold(' '.join(told))}"


def _read_part(row: Row) -> Part:
    same = ("path", "started_s", "seconds", "size", "width", "height")
    codec = Codec.__members__.get(row["codec"] or "")
    return Part(**{name: row[name] for name in same}, codec=codec)
