"""The page of keys: all that can be done by key, and other keys for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wall.model.events import Event, KeysChanged
from wall.model.key_map import Conflict, KeyMap
from wall.ui.console.key_catcher import KeyCatcher
from wall.ui.console.parts import ElidedButton, ElidedLabel, Notice, button
from wall.ui.console.steady import show_steadily
from wall.ui.console.table import Column, TableModel
from wall.ui.console.table_view import TableView
from wall.ui.keys import Key, printed
from wall.ui.room_port import RoomPort
from wall.ui.signals import EventBridge
from wall.ui.theme import SPACE, Theme


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One thing that can be done, the keys that it has now, and what is to be said of them."""

    action_id: str
    window: str
    group: str
    text: str
    keys: tuple[str, ...]
    remark: str = ""


class KeysPage(QWidget):
    """What is assigned is the room's; it is changed there, and heard of from there."""

    left = Signal()

    def __init__(
        self,
        theme: Theme,
        room: RoomPort,
        events: EventBridge,
        tables: Callable[[], Sequence[Key]],
        parent: QWidget,
    ) -> None:
        """`tables` are all that can be done, in the order in which they are listed."""
        super().__init__(parent)
        self._room = room
        self._tables = tables
        self._known: dict[str, KeyRow] = {}
        self._map = KeyMap({})
        self._before: list[Mapping[str, tuple[str, ...]]] = []
        self._adds = False
        self.model: TableModel[KeyRow] = TableModel(_columns(), _id_of, theme, self)
        self.view = TableView(self.model, "keys", theme, self)
        self.catcher = KeyCatcher(self)
        self.notice = Notice(self)
        self._lay_out()
        self.view.activated.connect(lambda _index: self.change())
        self.view.doubleClicked.connect(lambda _index: self.change())
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._tell_selection())
        self.catcher.caught.connect(self._take)
        self.catcher.left.connect(self.view.setFocus)
        events.happened.connect(self._take_note, Qt.ConnectionType.QueuedConnection)

    # -- what the window asks

    def enter(self) -> None:
        """Put the hand on the list."""
        self.view.setFocus()
        if not self.view.selected_rows() and self.model.rows:
            self.view.go_to(0)

    def change(self) -> None:
        """Wait for the keys that the action under the hand is to have instead of those it has."""
        self._begin(adds=False)

    def add(self) -> None:
        """Wait for one more key for the action under the hand."""
        self._begin(adds=True)

    def remove(self) -> None:
        """The selected actions have no key any more."""
        if self.view.hasFocus():
            self._keep([(row.action_id, ()) for row in self._selected()])

    def reset(self) -> None:
        """The selected actions have their usual keys again."""
        wanted = self._look()
        for row in self._selected():
            wanted = wanted.with_usual(row.action_id)
        self._assign(wanted)

    def reset_all(self) -> None:
        """Everything has its usual keys again."""
        self._assign(self._look().all_usual())

    def undo(self) -> None:
        """Take the last change back."""
        if self._before:
            self._room.assign_keys(self._before.pop())
            self.notice.clear()
            self._show()

    def go_back(self) -> bool:
        """Esc: wait no more, or take the sentence away. False where nothing was."""
        if self.catcher.isVisible():
            self.catcher.leave()
        elif self.notice.text:
            self.notice.clear()
        else:
            return False
        return True

    # -- assembling

    def _lay_out(self) -> None:
        self._title = ElidedLabel(self.tr("Enter changes the keys of a line, Insert adds one, Del takes them away."))
        self._title.setProperty("muted", True)
        self._undo = ElidedButton(self.undo, self)
        self._undo.show_text(self.tr("Undo"))
        self._one = [
            button(self.tr("Change…"), self.change, tip=self.tr("Other keys for the selected line (Enter)")),
            button(self.tr("Add…"), self.add, tip=self.tr("One more key for the selected line (Insert)")),
            button(self.tr("Usual"), self.reset, tip=self.tr("The usual keys for the selected lines")),
        ]
        above = QHBoxLayout()
        above.setSpacing(2 * SPACE)
        for each in self._one:
            above.addWidget(each)
        above.addStretch(1)
        above.addWidget(button(self.tr("All usual"), self.reset_all, tip=self.tr("The usual keys for everything")))
        below = QHBoxLayout()
        below.addWidget(self._title, 1)
        below.addWidget(self._undo)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addLayout(above)
        column.addWidget(self.notice)
        column.addWidget(self.catcher)
        column.addWidget(self.view, 1)
        column.addLayout(below)

    # -- inside

    def _selected(self) -> list[KeyRow]:
        return [self.model.rows[row] for row in self.view.selected_rows()]

    def _at_hand(self) -> KeyRow | None:
        index = self.view.currentIndex()
        return self.model.rows[index.row()] if index.isValid() else None

    def _begin(self, *, adds: bool) -> None:
        row = self._at_hand()
        if row is None:
            return
        self._adds = adds
        self.notice.clear()
        self.view.go_to(self.view.currentIndex().row())
        sentence = self.tr("Press one more key for “{0}”. Esc leaves it as it is.")
        if not adds:
            sentence = self.tr("Press the keys for “{0}”. Esc leaves them as they are.")
        self.catcher.begin(sentence.format(row.text))

    def _take(self, key: str) -> None:
        row = self._at_hand()
        if row is None:
            return
        conflict = self._look().conflict(row.action_id, key)
        if conflict is not None:
            self.catcher.say(self._in_words(conflict))
            return
        self.catcher.leave()
        self._keep([(row.action_id, (*row.keys, key) if self._adds else (key,))])

    def _keep(self, wanted: Sequence[tuple[str, tuple[str, ...]]]) -> None:
        changed = self._look()
        for action_id, keys in wanted:
            changed = changed.with_keys(action_id, keys)
        self._assign(changed)

    def _assign(self, wanted: KeyMap) -> None:
        """What is assigned to actions that this program does not know stays."""
        if wanted.assigned != self._map.assigned:
            self._before.append(dict(self._room.keys))
            self._room.assign_keys(wanted.assigned)
            self._show()

    def _show(self) -> None:
        self._look()
        rows = [
            replace(row, keys=self._map.keys(row.action_id), remark=self._remark(row.action_id))
            for row in self._known.values()
        ]
        show_steadily(self.model, self.view, rows, _id_of)
        self._undo.setVisible(bool(self._before))
        self._tell_selection()

    def _look(self) -> KeyMap:
        """What has which keys now, whoever has changed it."""
        keys = [key for key in self._tables() if key.action_id]
        self._known = {row.action_id: row for row in _rows(keys)}
        self._map = KeyMap({key.action_id: key.keys for key in keys}, self._room.keys)
        return self._map

    def _remark(self, action_id: str) -> str:
        missed = self._map.missed(action_id)
        if missed:
            return self._in_words(missed[0])
        return self.tr("changed") if action_id in self._map.assigned else ""

    def _in_words(self, conflict: Conflict) -> str:
        key, owner = printed((conflict.key,)), self._known.get(conflict.action_id)
        if owner is not None:
            return self.tr("{0} is for “{1}” already.").format(key, owner.text)
        return self.tr("{0} is needed for typing.").format(key)

    def _tell_selection(self) -> None:
        for each in self._one:
            each.setEnabled(bool(self.view.selected_rows()))

    def _take_note(self, event: Event) -> None:
        if isinstance(event, KeysChanged) and self.isVisible():
            self._show()

    # -- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Insert:
            self.add()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: object) -> None:
        self._show()

    def hideEvent(self, event: object) -> None:
        self.catcher.leave()


def _rows(keys: Sequence[Key]) -> list[KeyRow]:
    """A heading goes on until there is another one."""
    rows, group, window = [], "", ""
    for key in keys:
        owner = key.action_id.partition(".")[0]
        group = key.group or (group if owner == window else "")
        window = owner
        rows.append(KeyRow(key.action_id, _window_word(owner), group, key.text, key.keys))
    return rows


def _window_word(window: str) -> str:
    translate = QCoreApplication.translate
    words = {
        "wall": translate("KeysPage", "Wall"),
        "console": translate("KeysPage", "Console"),
        "map": translate("KeysPage", "Map"),
    }
    return words.get(window, window)


def _columns() -> tuple[Column[KeyRow], ...]:
    translate = QCoreApplication.translate
    return (
        Column("window", translate("KeysPage", "Window"), lambda row: row.window, 120, is_quiet=_always),
        Column("group", translate("KeysPage", "Group"), lambda row: row.group, 112, is_quiet=_always),
        Column("text", translate("KeysPage", "What is done"), lambda row: row.text, 248),
        Column("keys", translate("KeysPage", "Keys"), lambda row: printed(row.keys), 152),
        Column("remark", translate("KeysPage", "Remark"), lambda row: row.remark, 168, is_quiet=_always),
    )


def _id_of(row: KeyRow) -> object:
    return row.action_id


def _always(_row: KeyRow) -> bool:
    return True
