"""One bookmark, large: its picture, what is known of the moment, and what was thought of it, to be written there."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QDateTime, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from wall.model.bookmark import MOST_NOTE, Bookmark
from wall.ui import figures
from wall.ui.console.bookmark_list import camera_text
from wall.ui.console.kept_pictures import fitted
from wall.ui.console.parts import ElidedLabel, Notice, button, heading
from wall.ui.theme import LARGE, SPACE, Theme, font

_LEAST_PICTURE = QSize(240, 135)


class BookmarkDetail(QWidget):
    """What is written is told by `changed` as soon as the hand leaves it; until then nothing overwrites it."""

    changed = Signal(object)
    """The Bookmark with its note and tags as they are now."""
    show_requested = Signal()
    save_requested = Signal()
    copy_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._bookmark: Bookmark | None = None
        self._drafts: dict[int, tuple[str, str]] = {}
        """Notes and tags as they are written, by bookmark, where they could not be kept."""
        self.picture = BookmarkPicture(theme, self)
        self._title = ElidedLabel(parent=self)
        self._title.setFont(font(LARGE, bold=True))
        self._when = ElidedLabel(parent=self)
        self._where = ElidedLabel(parent=self)
        self._where.setProperty("muted", True)
        self.note = NoteField(self)
        self.note.setPlaceholderText(self.tr("What happened?"))
        self.note.setAccessibleName(self.tr("Note"))
        self.tags = QLineEdit(self)
        self.tags.setPlaceholderText(self.tr("market, traffic…"))
        self.tags.setAccessibleName(self.tr("Tags"))
        self.notice = Notice(self)
        self.note.left.connect(self.keep)
        self.tags.editingFinished.connect(self.keep)
        self._lay_out()

    @property
    def bookmark(self) -> Bookmark | None:
        """The one that is shown."""
        return self._bookmark

    def show_bookmark(self, bookmark: Bookmark | None) -> None:
        """Show another one, or what became of this one; what was written of the former one is kept first."""
        if self._is_same(bookmark) and self._is_written():
            return
        self.keep()
        if not self._is_same(bookmark):
            self.picture.show_jpeg(b"")
            self.notice.clear()
        self._bookmark = bookmark
        self.setEnabled(bookmark is not None)
        if bookmark is None:
            for each in (self._title, self._when, self._where, self.tags):
                each.setText("")
            self.note.setPlainText("")
            return
        self._title.setText(camera_text(bookmark))
        taken = QDateTime.fromMSecsSinceEpoch(round(bookmark.at_s * 1000))
        when = QLocale().toString(taken, "dddd dd/MM/yyyy HH:mm:ss")
        self._when.setText(when[:1].upper() + when[1:])
        self._where.setText("  ·  ".join(part for part in (bookmark.site, self._clock(), bookmark.operator) if part))
        note, tags = self._drafts.get(bookmark.bookmark_id, (bookmark.note, ", ".join(bookmark.tags)))
        self.note.setPlainText(note)
        self.tags.setText(tags)

    def keep(self) -> None:
        """Have kept what is written. A note that is too long stays as it is until it is shorter."""
        bookmark = self._bookmark
        if bookmark is None or not self._is_written():
            return
        note = self.note.toPlainText().strip()
        if len(note) > MOST_NOTE:
            sentence = self.tr("A note has at most {0} characters, this one has {1}: it is not kept yet.")
            self.notice.complain(sentence.format(figures.number(MOST_NOTE), figures.number(len(note))))
            self._drafts[bookmark.bookmark_id] = (note, self.tags.text())
            return
        self.notice.clear()
        self._drafts.pop(bookmark.bookmark_id, None)
        self._bookmark = replace(bookmark, note=note, tags=tags_of(self.tags.text()))
        self.changed.emit(self._bookmark)

    def fail(self, bookmark: Bookmark, why: str) -> None:
        """It could not be kept: what is written stays, and is tried again when the hand leaves it the next time."""
        self._drafts[bookmark.bookmark_id] = (bookmark.note, ", ".join(bookmark.tags))
        self.notice.complain(why)

    def write_note(self) -> None:
        """Put the hand on the note."""
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- inside

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.picture, 3)
        for each in (self._title, self._when, self._where):
            column.addWidget(each)
        for title, widget, share in ((self.tr("Note"), self.note, 1), (self.tr("Tags"), self.tags, 0)):
            column.addSpacing(SPACE)
            column.addWidget(heading(title))
            column.addWidget(widget, share)
        column.addWidget(self.notice)
        column.addSpacing(SPACE)
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addWidget(button(self.tr("Show camera"), self.show_requested.emit, tip=self.tr("On the wall (Enter)")))
        row.addStretch(1)
        row.addWidget(button(self.tr("Copy"), self.copy_requested.emit, tip=self.tr("The picture (Ctrl+C)")))
        row.addWidget(button(self.tr("Save…"), self.save_requested.emit, tip=self.tr("The picture as a file (Ctrl+S)")))
        column.addLayout(row)

    def _clock(self) -> str:
        offset_s = self._bookmark.clock_offset_s if self._bookmark else None
        return self.tr("camera's clock {0}").format(figures.clock_offset(offset_s)) if offset_s is not None else ""

    def _is_same(self, bookmark: Bookmark | None) -> bool:
        mine = self._bookmark
        return mine is not None and bookmark is not None and mine.bookmark_id == bookmark.bookmark_id

    def _is_written(self) -> bool:
        mine = self._bookmark
        if mine is None:
            return False
        if mine.bookmark_id in self._drafts:
            return True
        return (self.note.toPlainText().strip(), tags_of(self.tags.text())) != (mine.note.strip(), mine.tags)

    # -- Qt

    def hideEvent(self, event: object) -> None:
        self.keep()


class NoteField(QPlainTextEdit):
    """A text that says when the hand leaves it. Tab leads out of it."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(16 * SPACE)

    # -- Qt

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class BookmarkPicture(QWidget):
    """The picture as large as there is room for, read at that size."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image = QImage()
        self.jpeg = b""
        self._is_asked = False
        self.setMinimumSize(_LEAST_PICTURE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_jpeg(self, jpeg: bytes) -> None:
        """Another picture; b"" for none."""
        self.jpeg = jpeg
        self._fit()

    @property
    def is_readable(self) -> bool:
        """Is there a picture to be seen?"""
        return not self._image.isNull()

    def _fit(self) -> None:
        ratio = self.devicePixelRatioF()
        self._image = fitted(self.jpeg, QSize(round(self.width() * ratio), round(self.height() * ratio)))
        self._image.setDevicePixelRatio(ratio)
        self.update()

    # -- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.surface)
        if self._image.isNull():
            painter.setPen(self._theme.muted)
            text = self.tr("The picture cannot be read.") if self.jpeg else self.tr("No picture")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)
            return
        size = self._image.deviceIndependentSize().toSize()
        painter.drawImage((self.width() - size.width()) // 2, (self.height() - size.height()) // 2, self._image)


def tags_of(text: str) -> tuple[str, ...]:
    """What is written between commas or behind #, each once."""
    parts = (part.strip() for piece in text.split(",") for part in piece.split("#"))
    return tuple(dict.fromkeys(part for part in parts if part))
