"""The call-up keypad, key by key."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.model.keypad import KEYS, TIMEOUT_S, Call, CallUp, CallUpView, Keypad, Step

NOW_S = 1000.0
KEY = st.sampled_from([*sorted(KEYS), "Return", "Enter", "Esc", "Backspace", "A", "Left"])


def typed(keys: list[str]) -> tuple[Keypad, list[Call], list[str]]:
    """The keypad after these keys, what was called up, and which keys were not its own."""
    keypad, calls, others = Keypad(), list[Call](), list[str]()
    for key in keys:
        pressed = keypad.pressed(key, NOW_S)
        if pressed is None:
            others.append(key)
            continue
        keypad, call = pressed
        calls += [call] if call else []
    return keypad, calls, others


@pytest.mark.parametrize(
    ("keys", "called"),
    [
        ("127 Return", CallUp(127)),
        ("127 Enter", CallUp(127)),
        ("127/4 Enter", CallUp(127, 3)),
        ("127/64 Enter", CallUp(127, 63)),
        ("127/ Enter", CallUp(127)),
        ("007 Enter", CallUp(7)),
        ("0 Enter", CallUp(0)),
        ("12 Backspace 3 Enter", CallUp(13)),
        ("12/3 Backspace Backspace 4 Enter", CallUp(124)),
        ("1234567 Enter", CallUp(123456)),
        ("12/345 Enter", CallUp(12, 33)),
        ("12/04 Enter", CallUp(12, 3)),
        ("12//4 Enter", CallUp(12, 3)),
        ("1+2-3* Enter", CallUp(123)),
        ("99 Esc 5 Enter", CallUp(5)),
        ("*12 Enter", CallUpView(11)),
        ("*012/3 Enter", CallUpView(122)),
        ("+", Step(1)),
        ("-", Step(-1)),
        ("5 Backspace -", Step(-1)),
    ],
)
def test_keys_call_up(keys: str, called: Call) -> None:
    single = [key for word in keys.split(" ") for key in ([word] if word.isalpha() else word)]
    assert typed(single) == (Keypad(), [called], [])


@pytest.mark.parametrize("key", ["Return", "Enter", "Esc", "Backspace", "/", "A", "Left", "F1"])
def test_with_nothing_typed_other_keys_are_not_the_keypads(key: str) -> None:
    assert Keypad().pressed(key, NOW_S) is None


@pytest.mark.parametrize("key", ["A", "Left", "F1", "Del", "²", "٣"])
def test_what_is_no_key_of_it_is_left_to_others_and_changes_nothing(key: str) -> None:
    assert Keypad("12", NOW_S).pressed(key, NOW_S) is None


def test_a_star_alone_calls_nothing_up() -> None:
    assert typed(["*", "Enter"]) == (Keypad(), [], [])


def test_what_is_typed_is_shown_until_no_key_has_come_for_a_while() -> None:
    keypad, _, _ = typed(list("127/4"))
    assert keypad.text(NOW_S + TIMEOUT_S - 0.1) == "127/4"
    assert keypad.text(NOW_S + TIMEOUT_S) == ""
    assert keypad.pressed("Enter", NOW_S + TIMEOUT_S) is None
    assert keypad.pressed("9", NOW_S + TIMEOUT_S) == (Keypad("9", NOW_S + TIMEOUT_S), None)


@pytest.mark.parametrize("key", ["8", "/", "+", "Backspace"])
def test_each_of_its_keys_gives_more_time(key: str) -> None:
    pressed = Keypad("12/3", NOW_S).pressed(key, NOW_S + TIMEOUT_S - 1)
    assert pressed is not None
    assert pressed[0].text(NOW_S + 2 * TIMEOUT_S - 2)


@given(st.lists(KEY, max_size=20))
def test_whatever_is_typed_it_stays_short_and_enter_always_clears_it(keys: list[str]) -> None:
    keypad, calls, _ = typed(keys)
    assert len(keypad.typed) <= len("123456/64")
    for call in calls:
        match call:
            case CallUp(number, cell):
                assert 0 <= number <= 999_999 and (cell is None or 0 <= cell <= 98)
            case CallUpView(place):
                assert 0 <= place < 999_999
            case Step(steps):
                assert abs(steps) == 1
    assert typed([*keys, "Enter"])[0].typed == ""
