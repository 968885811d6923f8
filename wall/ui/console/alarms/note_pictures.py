"""The pictures that were kept with the notes of a case: one small, all of them large."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from wall.ui.console.bookmark_detail import BookmarkPicture
from wall.ui.console.homeward import Homeward
from wall.ui.console.parts import button, label
from wall.ui.console.style import dress
from wall.ui.figures import number
from wall.ui.theme import SPACE, Theme

_HIGH = 120
_LARGE = (1280, 760)


class NotePictures(QWidget):
    """Hidden where there are none. `fetch` has the JPEG of a note by its id; `complain` says why there is none."""

    def __init__(
        self,
        theme: Theme,
        fetch: Callable[[int], Future[bytes]],
        complain: Callable[[str], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fetch = fetch
        self._complain = complain
        self._homeward = Homeward(self)
        self._notes: tuple[int, ...] = ()
        self._at = 0
        self.picture = _Pressed(theme, self.enlarge, self)
        self.picture.setFixedHeight(_HIGH)
        self.large: LargePicture | None = None
        self._count = label(is_muted=True)
        self._count.setWordWrap(False)
        self._steps = (
            button("◂", lambda: self.step(-1), is_flat=True, tip=self.tr("The picture before")),
            button("▸", lambda: self.step(1), is_flat=True, tip=self.tr("The next picture")),
        )
        self._lay_out()
        self.hide()

    def show_notes(self, notes: Sequence[int]) -> None:
        """The ids of the notes that have one, the oldest first; the newest is shown when there is one more."""
        if tuple(notes) != self._notes:
            self._notes = tuple(notes)
            self._at = len(notes) - 1
            self.setVisible(bool(notes))
            self._show()

    def step(self, by: int) -> None:
        """To an older or a newer one."""
        at = min(len(self._notes) - 1, max(0, self._at + by))
        if self._notes and at != self._at:
            self._at = at
            self._show()

    def enlarge(self) -> bool:
        """In a window of its own. False where there is none."""
        if self._notes:
            if self.large is None:
                self.large = LargePicture(self._theme, self.step, self.window())
            self._show_large()
            self.large.show()
            self.large.activateWindow()
        return bool(self._notes)

    # -- inside

    def _show(self) -> None:
        many = len(self._notes)
        self._count.setText(self.tr("{0} of {1}").format(number(self._at + 1), number(many)) if many > 1 else "")
        for each, is_there in zip(self._steps, (self._at > 0, self._at < many - 1), strict=True):
            each.setVisible(many > 1)
            each.setEnabled(is_there)
        self.picture.show_jpeg(b"")
        if many:
            note = self._notes[self._at]
            self._homeward.follow(self._fetch(note), partial(self._take, note), self._complain)
        elif self.large is not None:
            self.large.hide()

    def _take(self, note: int, jpeg: bytes) -> None:
        if self._notes and self._notes[self._at] == note:
            self.picture.show_jpeg(jpeg)
            self._show_large()

    def _show_large(self) -> None:
        if self.large is not None:
            self.large.show_picture(self.picture.jpeg, self._count.text())

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addWidget(button(self.tr("Enlarge (P)"), self.enlarge, is_flat=True))
        row.addStretch(1)
        row.addWidget(self._count)
        for each in self._steps:
            row.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.picture)
        column.addLayout(row)


class LargePicture(QDialog):
    """Left and right step through them, Esc closes it."""

    def __init__(self, theme: Theme, step: Callable[[int], object], parent: QWidget) -> None:
        super().__init__(parent)
        self._step = step
        self.picture = BookmarkPicture(theme, self)
        self.setWindowTitle(self.tr("Picture of the note"))
        dress(self, theme)
        self.resize(*_LARGE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.picture)

    def show_picture(self, jpeg: bytes, which: str) -> None:
        """Another one; `which` says how many there are."""
        self.picture.show_jpeg(jpeg)
        title = self.tr("Picture of the note")
        self.setWindowTitle(f"{title} · {which}" if which else title)

    # -- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if by is not None:
            self._step(by)
        else:
            super().keyPressEvent(event)


class _Pressed(BookmarkPicture):
    """A click enlarges it."""

    def __init__(self, theme: Theme, press: Callable[[], object], parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._press = press
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._press()
