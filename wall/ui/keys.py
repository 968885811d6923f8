"""Every key of a window, in one place: its actions are built from a table, and so is the list on F1.

An operator may give an action other keys: it is known by its `action_id`, and `Keyboard` holds what is assigned.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from wall.model.events import Event, KeysChanged
from wall.model.key_map import KeyMap
from wall.ui.signals import EventBridge

GRIDS = tuple((n, n) for n in range(1, 9))
"""The grids on Ctrl+1 to Ctrl+8."""

_USUAL, _GROUP = "usualKeys", "keyGroup"
"""Under these names an action keeps what it was made from."""

_PRINTED = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "Return": "Enter", "PgDown": "PgDn"}
"""What stands on the key, where Qt calls it otherwise."""


@dataclass(frozen=True, slots=True)
class Key:
    """One thing the operator can do: its usual keys, what it is called, and what it does."""

    keys: tuple[str, ...]
    text: str
    does: Callable[[], object]
    repeats: bool = False
    """Whether a held key does it again: never where that would open a page of connections each time."""
    action_id: str = ""
    """"wall.camera_left", "console.find": under this name other keys are assigned. "" has its usual keys for ever."""
    group: str = ""
    """The heading that it stands under in the list of keys, translated; "" goes with the one before."""


class Keyboard(QObject):
    """The actions of one window under the keys that they have now. It goes with its window."""

    changed = Signal()
    """Actions have other keys."""

    def __init__(
        self,
        keys: Sequence[Key],
        owner: QWidget,
        assigned: Mapping[str, tuple[str, ...]] | None = None,
        events: EventBridge | None = None,
    ) -> None:
        """`assigned` is what the operator has changed (`RoomPort.keys`); later changes come with `events`."""
        super().__init__(owner)
        self.actions = tuple(action_of(key, owner) for key in keys)
        self.assign(assigned or {})
        if events is not None:
            events.happened.connect(self._take_note, Qt.ConnectionType.QueuedConnection)

    def assign(self, assigned: Mapping[str, tuple[str, ...]]) -> None:
        """These actions have these keys, all others their usual ones, as far as no other action has them."""
        named = [action for action in self.actions if id_of(action)]
        keys = KeyMap({id_of(action): usual_keys(action) for action in named}, assigned)
        for action in named:
            set_keys(action, keys.keys(id_of(action)))
        self.changed.emit()

    def _take_note(self, event: Event) -> None:
        if isinstance(event, KeysChanged):
            self.assign(event.keys)


def action_of(key: Key, owner: QWidget) -> QAction:
    """An action of `owner` that the keys trigger wherever the focus is in its window."""
    action = QAction(key.text, owner)
    action.setObjectName(key.action_id)
    action.setProperty(_USUAL, list(key.keys))
    action.setProperty(_GROUP, key.group)
    set_keys(action, key.keys)
    action.setAutoRepeat(key.repeats)
    action.triggered.connect(lambda _checked=False: key.does())
    owner.addAction(action)
    return action


def set_keys(action: QAction, keys: Sequence[str]) -> None:
    """Have an action triggered by these keys and by no others."""
    action.setShortcuts([QKeySequence(each) for each in keys])


def id_of(action: QAction) -> str:
    """Under which name its keys are assigned."""
    return action.objectName()


def usual_keys(action: QAction) -> tuple[str, ...]:
    """The keys that it has where nothing else is assigned."""
    return tuple(action.property(_USUAL) or ())


def group_of(action: QAction) -> str:
    """The heading that it stands under."""
    return str(action.property(_GROUP) or "")


def keys_now(action: QAction) -> tuple[str, ...]:
    """The keys that it has, in Qt's portable form."""
    return tuple(each.toString(QKeySequence.SequenceFormat.PortableText) for each in action.shortcuts())


def keys_text(action: QAction) -> str:
    """The keys as they are printed on the keyboard."""
    return printed(keys_now(action))


def printed(keys: Sequence[str]) -> str:
    """Keys in Qt's portable form, as they are printed on the keyboard: «Alt+← or Backspace»."""
    named = dict.fromkeys("+".join(_PRINTED.get(part, part) for part in _parts(key)) for key in keys)
    either = QCoreApplication.translate("Wall", "or")
    return f" {either} ".join(named)


def _parts(key: str) -> list[str]:
    """ "Ctrl++" is Ctrl and the plus key."""
    head, plus, last = key.rpartition("+") if not key.endswith("+") else (key[:-1].rstrip("+"), "+", "+")
    return [*head.split("+"), last] if plus and head else [last]
