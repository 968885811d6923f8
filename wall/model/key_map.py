"""Which action has which keys: the usual ones, and those that an operator has assigned instead. Pure strings.

A key is written in Qt's portable form, "Ctrl+Shift+K", "F5", "Num+5". An action is known by its id, "wall.undo"; what
stands before the first dot is its window, and within one window a key belongs to one action only: Qt would trigger
neither of two.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from wall.model import keypad

_MODIFIERS = ("Meta", "Ctrl", "Alt", "Shift", "Num")
"""In the order in which Qt writes them."""
_NAMES = (
    *("Esc", "Tab", "Backtab", "Backspace", "Return", "Enter", "Space", "Ins", "Del", "Home", "End", "PgUp", "PgDown"),
    *("Left", "Right", "Up", "Down", "Pause", "Print", "SysReq", "CapsLock", "NumLock", "ScrollLock", "Menu", "Help"),
    *(f"F{number}" for number in range(1, 36)),
)
_ALSO = (("Escape", "Esc"), ("Delete", "Del"), ("Insert", "Ins"), ("PageUp", "PgUp"), ("PageDown", "PgDown"))
"""What is printed on some keyboards, and what Qt calls it."""
_WRITTEN = {name.lower(): name for name in (*_NAMES, *_MODIFIERS)} | {also.lower(): name for also, name in _ALSO}
_OF_EVERY_WINDOW = frozenset({"Esc", "Tab", "Backtab"})
"""Esc leads back and Tab goes on: nobody may lose them."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Why an action cannot have a key: another one of its window has it. `action_id` "": it is needed for typing."""

    key: str
    action_id: str = ""


@dataclass(frozen=True, slots=True)
class KeyMap:
    """`usual` are the keys of all actions; `assigned` those of the actions that the operator has changed.

    Whatever is handed in, `keys` never gives one key to two actions of a window: what is assigned comes before what is
    usual, then what stands first in `usual`. What is assigned to actions that are not known here is passed over, and
    kept for the program that knows them. In `keypad_windows` digits belong to the keypad; in all others whatever types
    a letter belongs to the text.
    """

    usual: Mapping[str, tuple[str, ...]]
    assigned: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    keypad_windows: Collection[str] = ("wall",)
    untyped_windows: Collection[str] = ("map",)
    """There nobody types: each key may mean something."""
    _now: dict[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "usual", {each: _clean(keys) for each, keys in self.usual.items()})
        assigned = {each: _clean(keys) for each, keys in self.assigned.items()}
        changed = {each: keys for each, keys in assigned.items() if keys != self.usual.get(each)}
        object.__setattr__(self, "assigned", changed)
        object.__setattr__(self, "_now", self._shared_out())

    def keys(self, action_id: str) -> tuple[str, ...]:
        """The keys that an action has now. KeyError for one that is not known."""
        return self._now[action_id]

    def action(self, window: str, key: str) -> str | None:
        """Which action of a window has a key. ValueError for what is no key."""
        wanted = normal_key(key)
        return next((each for each, keys in self._now.items() if _window(each) == window and wanted in keys), None)

    def conflict(self, action_id: str, key: str) -> Conflict | None:
        """Why an action cannot have this key besides those it has; None where it can. ValueError for what is no key."""
        wanted = normal_key(key)
        owner = self.action(_window(action_id), wanted)
        if owner not in (None, action_id):
            return Conflict(wanted, owner or "")
        is_free = wanted in self.usual[action_id] or not self._is_typed(_window(action_id), wanted)
        return None if is_free else Conflict(wanted)

    def missed(self, action_id: str) -> tuple[Conflict, ...]:
        """Keys that are meant for an action and that another one has: after a reset, or with a newer program."""
        meant = self.assigned.get(action_id, self.usual[action_id])
        found = ((key, self.action(_window(action_id), key)) for key in meant)
        return tuple(Conflict(key, owner or "") for key, owner in found if owner != action_id)

    def with_keys(self, action_id: str, keys: Iterable[str]) -> KeyMap:
        """The action has these keys and no others. ValueError for what is no key, or where there is a `conflict`."""
        wanted = tuple(dict.fromkeys(map(normal_key, keys)))
        for key in wanted:
            if conflict := self.conflict(action_id, key):
                raise ValueError(f"{key} belongs to {conflict.action_id or 'what is typed'}")
        return replace(self, assigned={**self.assigned, action_id: wanted})

    def with_usual(self, action_id: str) -> KeyMap:
        """The action has its usual keys again, but for those that were given to another: see `missed`."""
        return replace(self, assigned={each: keys for each, keys in self.assigned.items() if each != action_id})

    def all_usual(self) -> KeyMap:
        """Nothing is assigned any more."""
        return replace(self, assigned={})

    def _shared_out(self) -> dict[str, tuple[str, ...]]:
        """Each key to one action of its window, in the order of `usual`."""
        taken = set[tuple[str, str]]()
        now = dict.fromkeys(self.usual, tuple[str, ...]())
        assigned = [each for each in self.usual if each in self.assigned]
        for action_id in dict.fromkeys([*assigned, *self.usual]):
            window = _window(action_id)
            keys = self.assigned.get(action_id, self.usual[action_id])
            now[action_id] = tuple(key for key in keys if (window, key) not in taken)
            taken.update((window, key) for key in keys)
        return now

    def _is_typed(self, window: str, key: str) -> bool:
        """Is the key needed for something else in this window?"""
        *modifiers, bare = _parts(key)
        if bare in _OF_EVERY_WINDOW and not {"Ctrl", "Alt", "Meta"} & set(modifiers):
            return True
        if window in self.untyped_windows:
            return False
        if window in self.keypad_windows:
            return bare in keypad.KEYS and set(modifiers) <= {"Num"}
        return (len(bare) == 1 or bare == "Space") and set(modifiers) <= {"Num", "Shift"}


def normal_key(text: str) -> str:
    """A key as Qt writes it: "ctrl + k" is "Ctrl+K". ValueError for what is not one key with or without modifiers."""
    *modifiers, bare = (part.strip() for part in _parts(text.strip()))
    held = {_WRITTEN.get(each.lower(), each) for each in modifiers}
    name = _WRITTEN.get(bare.lower(), bare.upper() if len(bare) == len(bare.upper()) == 1 else bare)
    if not name or name in _MODIFIERS or ", " in text or not held <= set(_MODIFIERS):
        raise ValueError(f"{text!r} is no key")
    return "+".join((*(each for each in _MODIFIERS if each in held), name))


def _parts(key: str) -> list[str]:
    """Modifiers and the key itself, which may be a plus."""
    if key == "+" or key.endswith("++"):
        return [*key[:-2].split("+"), "+"] if key != "+" else ["+"]
    return key.split("+")


def _clean(keys: Iterable[str]) -> tuple[str, ...]:
    """Each key once; what is no key is passed over, for it may come from a newer program."""
    found = dict[str, None]()
    for key in keys:
        try:
            found[normal_key(key)] = None
        except ValueError:
            continue
    return tuple(found)


def _window(action_id: str) -> str:
    return action_id.partition(".")[0]
