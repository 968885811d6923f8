"""One recording, large: its film, what is known of it, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wall.model.recording import Recording
from wall.ui import figures, recording_words
from wall.ui.console import recording_words as words
from wall.ui.console.parts import ElidedLabel, button
from wall.ui.console.player import Player
from wall.ui.theme import LARGE, SPACE, Theme, font


class RecordingDetail(QWidget):
    """Shows what it is told; tells what is wished."""

    show_requested = Signal()
    copy_requested = Signal()
    folder_requested = Signal()
    stop_requested = Signal()

    def __init__(self, theme: Theme, player: Player, parent: QWidget) -> None:
        super().__init__(parent)
        self.player = player
        self._recording: Recording | None = None
        self._is_gone = False
        self._title = ElidedLabel(parent=self)
        self._title.setFont(font(LARGE, bold=True))
        self._facts = ElidedLabel(parent=self)
        self._where = ElidedLabel(parent=self)
        self._end = ElidedLabel(parent=self)
        for each in (self._facts, self._where):
            each.setProperty("muted", True)
        self._lay_out()

    @property
    def recording(self) -> Recording | None:
        """The one that is shown."""
        return self._recording

    def show_recording(self, recording: Recording | None, *, is_gone: bool) -> None:
        """Show another one, or what became of this one: then its film goes on as it is."""
        former, self._recording = self._recording, recording
        was_gone, self._is_gone = self._is_gone, is_gone
        if was_gone != is_gone or not self._may_go_on(former, recording):
            self._show_film(recording, is_gone=is_gone)
        self._stop.setVisible(recording is not None and recording.end is None)
        self._copy.setEnabled(recording is not None and not is_gone)
        if recording is None:
            for each in (self._title, self._facts, self._where, self._end):
                each.setText("")
            return
        self._title.setText(words.camera_text(recording))
        self._facts.setText(_joined(words.length_text(recording), words.stream_text(recording), self._files(recording)))
        self._where.setText(_joined(recording.site, self._clock(recording), recording.operator))
        self._end.setText(words.state_text(recording, is_gone=is_gone) or self._ended(recording))

    # -- inside

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.player, 1)
        column.addSpacing(SPACE)
        for each in (self._title, self._facts, self._where, self._end):
            column.addWidget(each)
        column.addSpacing(SPACE)
        self._stop = button(self.tr("End recording"), self.stop_requested.emit)
        self._copy = button(self.tr("Copy to…"), self.copy_requested.emit, tip=self.tr("The selected ones (Ctrl+S)"))
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addWidget(button(self.tr("Show camera"), self.show_requested.emit, tip=self.tr("On the wall (Ctrl+Enter)")))
        row.addWidget(self._stop)
        row.addStretch(1)
        row.addWidget(button(self.tr("Open folder"), self.folder_requested.emit, tip=self.tr("Where its files are")))
        row.addWidget(self._copy)
        column.addLayout(row)

    def _may_go_on(self, former: Recording | None, recording: Recording | None) -> bool:
        """Is it the same film? One that has just ended is longer than it was, and one that runs is not disturbed."""
        if former is None or recording is None or former.recording_id != recording.recording_id:
            return False
        has_ended = former.end is None and recording.end is not None
        return bool(former.parts) and not (has_ended and not self.player.is_running)

    def _show_film(self, recording: Recording | None, *, is_gone: bool) -> None:
        parts = recording.parts if recording is not None and not is_gone else ()
        notice = self.tr("The files are gone.") if is_gone else self.tr("Nothing is written yet.") if recording else ""
        self.player.show_parts(parts, notice)

    def _files(self, recording: Recording) -> str:
        return words.files_text(recording)

    def _clock(self, recording: Recording) -> str:
        offset_s = recording.clock_offset_s
        return self.tr("camera's clock {0}").format(figures.clock_offset(offset_s)) if offset_s is not None else ""

    def _ended(self, recording: Recording) -> str:
        why = recording_words.end_sentence(recording.end) if recording.end is not None else ""
        return why[:1].upper() + why[1:]


def _joined(*parts: str) -> str:
    return "  ·  ".join(part for part in parts if part)
