"""What the list of recordings says of each: which camera, when, how long, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QMimeData, QObject, QUrl

from wall.model.recording import Recording
from wall.ui.console import recording_words as words
from wall.ui.console.kept_list import Face, KeptModel


class RecordingModel(KeptModel[Recording]):
    """Dragged, they are their files."""

    def __init__(self, parent: QObject) -> None:
        super().__init__("text/uri-list", parent)
        self.gone: frozenset[str] = frozenset()
        """The paths at which there is no file any more."""

    def follow(self, recording: Recording) -> None:
        """One that goes on is now so far."""
        for place, row in enumerate(self.rows):
            if (row.camera_id, row.started_s) == (recording.camera_id, recording.started_s):
                self.change(place, _carried_on(row, recording))

    def note_gone(self, paths: frozenset[str]) -> None:
        """There are no files at these paths any more."""
        if paths != self.gone:
            self.gone = paths
            self.renew()

    def is_gone(self, recording: Recording) -> bool:
        """Is none of its files there any more?"""
        return bool(recording.parts) and all(part.path in self.gone for part in recording.parts)

    # -- of KeptModel

    def id_of(self, row: Recording) -> int:
        return row.recording_id

    def face_of(self, row: Recording) -> Face:
        is_gone = self.is_gone(row)
        return Face(
            words.camera_text(row),
            words.when_text(words.begins_s(row)),
            _what_it_is(row),
            words.state_text(row, is_gone=is_gone),
            has_picture=row.has_picture,
            is_pale=is_gone,
        )

    def whole_text(self, row: Recording) -> str:
        face = self.face_of(row)
        lines = (face.title, row.site, face.when, face.middle, face.last, *(part.path for part in row.parts))
        return "\n".join(line for line in lines if line)

    def freight_of(self, rows: Sequence[Recording]) -> QMimeData:
        return files_freight(rows)


def files_freight(recordings: Sequence[Recording]) -> QMimeData:
    """The files, as any file manager takes them."""
    freight = QMimeData()
    freight.setUrls([QUrl.fromLocalFile(part.path) for each in recordings for part in each.parts])
    return freight


def _what_it_is(recording: Recording) -> str:
    parts = (words.length_text(recording), words.files_text(recording), recording.operator)
    return "  ·  ".join(part for part in parts if part)


def _carried_on(row: Recording, told: Recording) -> Recording:
    """What is told while it goes on does not know yet under which id it is kept."""
    return replace(told, recording_id=row.recording_id, has_picture=row.has_picture or told.has_picture)
