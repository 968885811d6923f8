"""Keys belong to one action of a window each, whatever an operator or a newer program has assigned."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QKeySequence

from wall.model.key_map import Conflict, KeyMap, normal_key

USUAL = {
    "wall.left": ("Left",),
    "wall.retry": ("R",),
    "wall.alone": ("Return", "Enter"),
    "wall.undo": ("Ctrl+Z",),
    "wall.back": ("Esc",),
    "console.undo": ("Ctrl+Z",),
    "console.find": ("Ctrl+F", "F3"),
    "map.pin": ("P",),
}
KEYS = st.sampled_from(["Left", "r", "ctrl+z", "F3", "F9", "Alt+Left", "Ctrl+Shift+K", "Enter", "nonsense+x", ""])
ASSIGNED = st.dictionaries(st.sampled_from([*USUAL, "wall.of_tomorrow"]), st.lists(KEYS, max_size=3).map(tuple))


@pytest.mark.parametrize(
    "text",
    [
        *("ctrl+k", "CTRL+SHIFT+a", "shift+ctrl+alt+meta+a", "num+5", "Ctrl++", "+", "Ctrl+,", ",", "esc", "Escape"),
        *("pgup", "delete", "enter", "Return", "F35", "f12", "ctrl + k", "ă", "Ctrl+đ", "ß", "Shift+/", "space"),
        *("Volume Up", "Num+Enter", "Alt+Backspace", "Ctrl+Num++", "sysreq", "meta+ctrl+alt+shift+num+a"),
    ],
)
def test_a_key_is_written_as_qt_writes_it(text: str) -> None:
    portable = QKeySequence.SequenceFormat.PortableText
    assert normal_key(text) == QKeySequence(text, portable).toString(portable)
    assert normal_key(normal_key(text)) == normal_key(text)


@pytest.mark.parametrize("text", ["", " ", "Ctrl", "Ctrl+", "Foo+K", "Ctrl+K, Ctrl+C", "K+Ctrl", "+K"])
def test_what_is_no_key_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no key"):
        normal_key(text)


def test_an_action_has_its_usual_keys_until_others_are_assigned() -> None:
    keys = KeyMap(USUAL)
    assert keys.keys("console.find") == ("Ctrl+F", "F3")
    changed = keys.with_keys("console.find", ["ctrl+shift+f", "F4", "f4"])
    assert changed.keys("console.find") == ("Ctrl+Shift+F", "F4")
    assert changed.assigned == {"console.find": ("Ctrl+Shift+F", "F4")}
    assert changed.with_keys("console.find", ["Ctrl+F", "F3"]).assigned == {}
    assert changed.with_usual("console.find") == changed.all_usual() == keys
    assert keys.with_keys("console.find", []).keys("console.find") == ()
    with pytest.raises(KeyError):
        keys.keys("wall.of_tomorrow")


def test_a_key_of_another_action_is_refused_by_name_but_only_in_the_same_window() -> None:
    keys = KeyMap(USUAL)
    assert keys.conflict("wall.retry", "ctrl+z") == Conflict("Ctrl+Z", "wall.undo")
    assert keys.conflict("wall.retry", "Ctrl+F") is None
    assert keys.conflict("wall.undo", "Ctrl+Z") is None
    with pytest.raises(ValueError, match=r"Ctrl\+Z belongs to wall\.undo"):
        keys.with_keys("wall.retry", ["F9", "Ctrl+Z"])
    freed = keys.with_keys("wall.undo", ["F9"])
    assert freed.conflict("wall.retry", "Ctrl+Z") is None


@pytest.mark.parametrize(
    ("action_id", "key", "is_needed"),
    [
        ("wall.retry", "5", True),
        ("wall.retry", "Num+5", True),
        ("wall.retry", "Num++", True),
        ("wall.retry", "Ctrl+5", False),
        ("wall.left", "B", False),
        ("wall.left", "Shift+B", False),
        ("wall.left", "Backspace", False),
        ("wall.left", "Shift+Backtab", True),
        ("wall.left", "Ctrl+Tab", False),
        ("console.find", "B", True),
        ("console.find", "Shift+B", True),
        ("console.find", "Space", True),
        ("console.find", "Đ", True),
        ("console.find", "Alt+B", False),
        ("console.find", "F5", False),
        ("console.find", "Esc", True),
        ("map.pin", "B", False),
        ("map.pin", "7", False),
        ("map.pin", "Esc", True),
    ],
)
def test_what_the_keypad_or_the_text_needs_is_reserved(action_id: str, key: str, is_needed: bool) -> None:
    assert KeyMap(USUAL).conflict(action_id, key) == (Conflict(key) if is_needed else None)


def test_a_usual_key_may_be_given_back_though_it_is_reserved() -> None:
    keys = KeyMap({"console.search": ("/",), "wall.back": ("Esc",)})
    assert keys.with_keys("console.search", ["F3", "/"]).keys("console.search") == ("F3", "/")
    assert keys.with_keys("wall.back", []).conflict("wall.back", "Esc") is None


def test_a_newer_program_may_use_a_key_that_was_assigned_the_operator_keeps_it() -> None:
    keys = KeyMap({**USUAL, "wall.bookmark": ("F9",)}, {"wall.retry": ("F9", "R")})
    assert keys.keys("wall.retry") == ("F9", "R")
    assert keys.keys("wall.bookmark") == ()
    assert keys.missed("wall.bookmark") == (Conflict("F9", "wall.retry"),)
    assert keys.missed("wall.retry") == ()


def test_what_is_not_known_is_kept_for_the_program_that_knows_it() -> None:
    keys = KeyMap(USUAL, {"wall.of_tomorrow": ("F7",), "wall.undo": ("Magic+X", "F8")})
    assert keys.keys("wall.undo") == ("F8",)
    assert keys.conflict("wall.retry", "F7") is None
    assert keys.with_keys("wall.retry", ["F7"]).assigned["wall.of_tomorrow"] == ("F7",)


@given(ASSIGNED)
def test_no_key_belongs_to_two_actions_of_a_window(assigned: dict[str, tuple[str, ...]]) -> None:
    keys = KeyMap(USUAL, assigned)
    for window in ("wall", "console"):
        given_out = [key for each in USUAL if each.startswith(window) for key in keys.keys(each)]
        assert len(given_out) == len(set(given_out))
    for action_id in USUAL:
        for key in keys.keys(action_id):
            assert keys.action(action_id.partition(".")[0], key) == action_id
        meant = {*keys.keys(action_id), *(each.key for each in keys.missed(action_id))}
        assert meant == set(keys.assigned.get(action_id, keys.usual[action_id]))
    assert KeyMap(USUAL, keys.assigned) == keys
