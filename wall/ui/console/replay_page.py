"""The page of the rolling buffer: how much of what the cameras send is kept to be looked at again."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from wall.model.buffering import LEAST_DISK_MB, LEAST_MEMORY_MB, MOST_MINUTES, BufferSettings
from wall.ui.console.parts import Check, ElidedButton, Notice, button, label
from wall.ui.console.replay_settings import ReplaySettings, texts_of
from wall.ui.console.rtsp_form import field
from wall.ui.theme import SPACE, Theme

_FIELD_WIDTH = 120


class ReplayPage(QWidget):
    """How much is kept is in force at once. Whether anything is, and whether for hidden windows, too, is settled as the
    decode processes begin: at the next start.
    """

    def __init__(self, theme: Theme, settings: ReplaySettings, parent: QWidget) -> None:
        super().__init__(parent)
        self.settings = settings
        self._before: list[BufferSettings] = []
        self._fields = {name: field("") for name in ("minutes", "memory_mb", "disk_mb")}
        self._hidden = Check(self.tr("Go on for windows that nobody sees"), theme, self)
        self.notice = Notice(self)
        self._lay_out()
        for one, other in pairwise(self._order):
            QWidget.setTabOrder(one, other)
        for line in self._fields.values():
            line.returnPressed.connect(self.keep)
        self._show(settings.next_start)

    # -- what the window asks

    def enter(self) -> None:
        """Put the hand on the first field."""
        self._take("minutes")

    def keep(self) -> None:
        """Write down what was typed, or say what is wrong with it."""
        wanted, before = self._typed(), self.settings.next_start
        if wanted is None:
            return
        self._show(wanted)
        if texts_of(wanted) == texts_of(before):
            self.notice.say(self.tr("That is how it is kept already."))
            return
        self._before.append(before)
        self._keep(wanted)

    def show_usual(self) -> None:
        """Put the usual values into the fields, for the hand to keep."""
        self._show(BufferSettings())
        self.notice.clear()
        self.enter()

    def undo(self) -> None:
        """Take the last change back."""
        if self._before:
            wanted = self._before.pop()
            self._show(wanted)
            self._keep(wanted)

    def go_back(self) -> bool:
        """Esc: take the sentence away, or what was typed and not kept. False where nothing was."""
        kept = texts_of(self.settings.next_start)
        if self.notice.text:
            self.notice.clear()
        elif self._texts() != kept:
            self._show(self.settings.next_start)
        else:
            return False
        return True

    # -- assembling

    def _lay_out(self) -> None:
        about = self.tr("The last minutes of every camera on the wall, to be looked at again.")
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        column.setSpacing(3 * SPACE)
        column.addWidget(label(about))
        column.addWidget(self.notice)
        column.addLayout(self._grid())
        column.addWidget(self._hidden)
        when = self.tr("How much is kept is in force at once; what is switched on or off, from the next start on.")
        column.addWidget(label(when, is_muted=True))
        if given := self._given():
            column.addWidget(label(given, is_muted=True))
        column.addLayout(self._buttons())
        column.addStretch(1)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * SPACE)
        grid.setVerticalSpacing(2 * SPACE)
        grid.setColumnStretch(2, 1)
        for place, (name, title, hint) in enumerate(_rows()):
            line = self._fields[name]
            line.setFixedWidth(_FIELD_WIDTH)
            line.setAccessibleName(title)
            for column, widget in enumerate((label(title), line, label(hint, is_muted=True))):
                grid.addWidget(widget, place, column)
        return grid

    def _buttons(self) -> QHBoxLayout:
        self._undo = ElidedButton(self.undo, self)
        self._undo.show_text(self.tr("Undo"))
        keep = button(self.tr("Keep"), self.keep, tip=self.tr("Write it down (Enter)"))
        usual = button(self.tr("Usual"), self.show_usual, is_flat=True, tip=self.tr("The usual values"))
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        for each in (keep, usual, self._undo):
            row.addWidget(each)
        row.addStretch(1)
        self._order = (*self._fields.values(), self._hidden, keep, usual, self._undo)
        return row

    def _given(self) -> str:
        """What of it was given at this start, and goes before what stands here."""
        titles = {name: title for name, title, _ in _rows()} | {"while_hidden": self._hidden.text()}
        given = [title for name, title in titles.items() if name in self.settings.now.given]
        if not given:
            return ""
        sentence = self.tr("Set by an option or the environment of this start, which go before: {0}")
        return sentence.format(", ".join(given))

    # -- inside

    def _keep(self, wanted: BufferSettings) -> None:
        is_at_once = self.settings.keep(wanted)
        self._undo.setVisible(bool(self._before))
        at_once, later = self.tr("Kept, and in force."), self.tr("Kept. It is in force from the next start on.")
        self.notice.say(at_once if is_at_once else later)

    def _typed(self) -> BufferSettings | None:
        """None after a complaint, with the hand on what is wrong."""
        wanted = BufferSettings()
        for name, text in self._texts().items():
            try:
                wanted = wanted.settled({name: text})
            except ValueError:
                self.notice.complain(_complaint(name, self._fields[name].text().strip()))
                self._take(name)
                return None
        return wanted

    def _texts(self) -> dict[str, str]:
        """A comma is a point, as it is written here."""
        typed = {name: line.text().strip().replace(",", ".") for name, line in self._fields.items()}
        return typed | {"while_hidden": "yes" if self._hidden.isChecked() else "no"}

    def _show(self, settings: BufferSettings) -> None:
        texts = texts_of(settings)
        for name, line in self._fields.items():
            line.setText(texts[name])
        self._hidden.setChecked(settings.while_hidden)
        self._undo.setVisible(bool(self._before))

    def _take(self, name: str) -> None:
        line: QLineEdit = self._fields[name]
        line.setFocus(Qt.FocusReason.OtherFocusReason)
        line.selectAll()


def _rows() -> tuple[tuple[str, str, str], ...]:
    """Names of what is settled, what they are called, and what is to be known of them."""
    translate = QCoreApplication.translate
    oldest = translate("ReplayPage", "The oldest goes when it is full, or older than that.")
    return (
        ("minutes", translate("ReplayPage", "Minutes"), translate("ReplayPage", "0: nothing is kept.") + " " + oldest),
        (
            "memory_mb",
            translate("ReplayPage", "Memory, MB"),
            translate("ReplayPage", "For all cameras together."),
        ),
        (
            "disk_mb",
            translate("ReplayPage", "Disk, MB"),
            translate("ReplayPage", "For what memory has no room for. 0: memory only."),
        ),
    )


def _complaint(name: str, typed: str) -> str:
    """What makes sense there."""
    translate = QCoreApplication.translate
    bound = {"minutes": MOST_MINUTES, "memory_mb": LEAST_MEMORY_MB, "disk_mb": LEAST_DISK_MB}[name]
    sentence = {
        "minutes": translate("ReplayPage", "Minutes: a number from 0 to {0}, not “{1}”."),
        "memory_mb": translate("ReplayPage", "Memory: a whole number of MB from {0} on, not “{1}”."),
        "disk_mb": translate("ReplayPage", "Disk: 0, or a whole number of MB from {0} on, not “{1}”."),
    }[name]
    return sentence.format(bound, typed)
