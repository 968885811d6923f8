"""The keyboard drives the selected dome: at once, in proportion, and only as long as a key is down."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.pixels import MakeWindow, view_of
from tests.ui.ptz.fake_ptz import DOME, FakePtz
from tests.ui.ptz.hand import CTRL, SHIFT, band, by_place, hand_of, mark, press, release, repeat, tap
from tests.ui.test_recording_hand import said
from wall.model.ptz.ability import NO_PTZ
from wall.model.ptz.move import Velocity
from wall.ui.corner import Corner, CornerMark
from wall.ui.ptz.key_hand import USUAL_SPEED
from wall.ui.ptz.x_keys import PATIENCE_MS, XKeys
from wall.ui.wall_window import WallWindow

S = USUAL_SPEED
K = Qt.Key


def test_arrows_choose_cells_until_the_mode_is_on_and_again_after_it(window: WallWindow, ptz: FakePtz) -> None:
    tap(window, K.Key_Right)
    assert window.wishes.board.selected == 1 and ptz.asked == []
    tap(window, K.Key_P)
    assert ptz.opened == [2] and "Esc" in band(window, 1)[0] and band(window, 0) == ()
    tap(window, K.Key_Right)
    assert window.wishes.board.selected == 1
    assert ptz.asked == [("drive", 2, "keys:1", Velocity(pan=S)), ("let_go", "keys:1")]
    tap(window, K.Key_Escape)
    assert ptz.opened == [] and band(window, 1) == ()
    tap(window, K.Key_Left)
    assert window.wishes.board.selected == 0 and len(ptz.asked) == 2


def test_each_key_leads_its_way(window: WallWindow, ptz: FakePtz) -> None:
    tap(window, K.Key_P)
    ways = {
        K.Key_Left: Velocity(pan=-S),
        K.Key_Right: Velocity(pan=S),
        K.Key_Up: Velocity(tilt=S),
        K.Key_Down: Velocity(tilt=-S),
        K.Key_Plus: Velocity(zoom=S),
        K.Key_Equal: Velocity(zoom=S),
        K.Key_Minus: Velocity(zoom=-S),
    }
    for key, velocity in ways.items():
        press(window, key)
        assert ptz.held == {"keys:1": (1, velocity)}
        release(window, key)
        assert ptz.held == {}


def test_two_keys_lead_between_and_one_that_is_let_go_leaves_the_other(window: WallWindow, ptz: FakePtz) -> None:
    tap(window, K.Key_P)
    press(window, K.Key_Right)
    press(window, K.Key_Up)
    assert ptz.velocity == Velocity(S, S)
    press(window, K.Key_Plus)
    assert ptz.velocity == Velocity(S, S, S)
    release(window, K.Key_Right)
    assert ptz.velocity == Velocity(0, S, S)
    release(window, K.Key_Plus)
    assert ptz.velocity == Velocity(0, S)
    assert ptz.asked_for("let_go") == []
    release(window, K.Key_Up)
    assert ptz.held == {}


def test_two_keys_against_each_other_stand_still(window: WallWindow, ptz: FakePtz) -> None:
    tap(window, K.Key_P)
    press(window, K.Key_Left)
    press(window, K.Key_Right)
    assert ptz.held == {}
    release(window, K.Key_Left)
    assert ptz.velocity == Velocity(pan=S)
    release(window, K.Key_Right)
    assert ptz.held == {}


def test_shift_is_faster_from_the_moment_it_is_down(window: WallWindow, ptz: FakePtz) -> None:
    tap(window, K.Key_P)
    press(window, K.Key_Left)
    press(window, K.Key_Shift, SHIFT)
    assert ptz.velocity == Velocity(pan=-1.0)
    release(window, K.Key_Shift)
    assert ptz.velocity == Velocity(pan=-S)
    release(window, K.Key_Left)
    press(window, K.Key_Down, SHIFT)
    assert ptz.velocity == Velocity(tilt=-1.0)
    release(window, K.Key_Down, SHIFT)
    assert ptz.held == {}
    assert window.wishes.board.selected == 0, "Shift and arrows go to other cameras else"


def test_a_keyboard_that_repeats_lets_nothing_go_and_begins_nothing(window: WallWindow, ptz: FakePtz) -> None:
    tap(window, K.Key_P)
    repeat(window, K.Key_Right)
    assert ptz.asked == [], "it was held before the mode began"
    press(window, K.Key_Right)
    for _ in range(5):
        repeat(window, K.Key_Right)
    assert ptz.asked == [("drive", 1, "keys:1", Velocity(pan=S))]
    release(window, K.Key_Right)
    assert ptz.held == {}
    assert window.wishes.board.selected == 0


def test_what_is_held_is_renewed_and_nothing_else_ticks(qtbot: QtBot, window: WallWindow, ptz: FakePtz) -> None:
    tap(window, K.Key_P)
    qtbot.wait(250)
    assert ptz.renewed == {}
    press(window, K.Key_Up)
    qtbot.waitUntil(lambda: ptz.renewed.get("keys:1", 0) >= 3)
    assert len(ptz.asked_for("drive")) == 1, "renewed, not said again: what was let go below stays so"
    release(window, K.Key_Up)
    so_far = dict(ptz.renewed)
    qtbot.wait(250)
    assert ptz.renewed == so_far


def test_a_key_that_is_released_under_another_name_is_released(window: WallWindow, ptz: FakePtz) -> None:
    """Shift and = is +; Shift may go first."""
    tap(window, K.Key_P)
    press(window, K.Key_Plus, SHIFT)
    assert ptz.velocity == Velocity(zoom=1.0)
    release(window, K.Key_Equal)
    assert ptz.held == {}
    by_place(window, QEvent.Type.KeyPress, K.Key_Left, 113)
    by_place(window, QEvent.Type.KeyPress, K.Key_Left, 83)  # On the key pad.
    assert ptz.velocity == Velocity(pan=-S)
    by_place(window, QEvent.Type.KeyRelease, K.Key_4, 83)  # Num Lock was pressed meanwhile.
    assert ptz.velocity == Velocity(pan=-S)
    by_place(window, QEvent.Type.KeyRelease, K.Key_Left, 113, CTRL)
    assert ptz.held == {}, "whatever else is pressed"


def test_a_server_that_does_not_say_whether_a_key_is_up_delays_no_end(
    qtbot: QtBot, window: WallWindow, ptz: FakePtz, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(XKeys, "look", lambda _self, _keys: True)
    tap(window, K.Key_P)
    by_place(window, QEvent.Type.KeyPress, K.Key_Left, 113)
    by_place(window, QEvent.Type.KeyRelease, K.Key_Left, 113)
    by_place(window, QEvent.Type.KeyPress, K.Key_Left, 113)
    qtbot.wait(3 * PATIENCE_MS)
    assert ptz.asked == [("drive", 1, "keys:1", Velocity(pan=-S))], "released and pressed: it repeats"
    by_place(window, QEvent.Type.KeyRelease, K.Key_Left, 113)
    qtbot.waitUntil(lambda: ptz.held == {})
    assert len(ptz.asked) == 2


def test_keys_with_ctrl_and_alt_are_the_windows_own(window: WallWindow, ptz: FakePtz) -> None:
    tap(window, K.Key_P)
    tap(window, K.Key_Plus, CTRL)
    tile = window.showing.tile_at(0)
    assert tile is not None and tile.sight.zoom.is_close, "closer in the picture, not in the camera"
    assert ptz.asked == []
    tap(window, K.Key_I)
    assert window.showing.sights.has_facts


def test_home_and_presets_have_keys_of_their_own(qtbot: QtBot, window: WallWindow, ptz: FakePtz) -> None:
    tap(window, K.Key_P)
    tap(window, K.Key_Home)
    assert ptz.asked == [("go_home", 1)]
    qtbot.wait(10)
    tap(window, K.Key_2)
    assert ptz.asked[-1] == ("go_preset", 1, "p2")
    tap(window, K.Key_9)
    assert len(ptz.asked) == 2 and said(window) == "It has no preset 9"
    press(window, K.Key_1)
    press(window, K.Key_1)  # A repetition that Qt has not noticed.
    assert len(ptz.asked) == 3
    release(window, K.Key_1)
    tap(window, K.Key_1)
    assert len(ptz.asked) == 4 and ptz.held == {}


def test_a_camera_that_looks_one_way_says_so_kindly(window: WallWindow, ptz: FakePtz) -> None:
    window.wishes.select(2)
    tap(window, K.Key_P)
    assert said(window).startswith("3  ") and said(window).endswith("looks one way only: it cannot be moved")
    assert (ptz.opened, band(window, 2), mark(window, 2)) == ([], (), None)
    tap(window, K.Key_Up)
    assert window.wishes.board.selected == 0


def test_a_cell_without_a_camera_says_so(make_window: MakeWindow, ptz: FakePtz) -> None:
    empty = make_window(1, ptz=ptz)
    empty.wishes.select(3)
    tap(empty, K.Key_P)
    assert said(empty) == "There is no camera in this cell"


def test_a_program_without_domes_says_so(make_window: MakeWindow) -> None:
    without = make_window(4)
    for held in (Qt.KeyboardModifier.NoModifier, SHIFT):
        tap(without, K.Key_P, held)
        assert said(without) == "No camera can be moved from here"


def test_nobody_knows_yet_whether_it_can_be_moved(qtbot: QtBot, window: WallWindow, ptz: FakePtz) -> None:
    """It is asked, and may be driven meanwhile; one that then says no is left."""
    window.wishes.select(3)
    assert mark(window, 3) is None
    tap(window, K.Key_P)
    assert "asking" in band(window, 3)[0] and ptz.opened == [4]
    press(window, K.Key_Right)
    ptz.know(4, DOME)
    qtbot.waitUntil(lambda: "Esc" in band(window, 3)[0])
    assert ptz.held == {"keys:1": (4, Velocity(pan=S))}
    assert mark(window, 3) == Corner(CornerMark.PTZ)
    ptz.know(4, NO_PTZ)
    qtbot.waitUntil(lambda: band(window, 3) == ())
    assert ptz.held == {} and ptz.opened == [] and "cannot be moved" in said(window)
    release(window, K.Key_Right)


def test_the_mode_key_is_in_the_list_and_leaves_too(window: WallWindow, ptz: FakePtz) -> None:
    tap(window, K.Key_P)
    tap(window, K.Key_P)
    assert ptz.opened == [] and hand_of(window).mode.camera_id is None
    ids = {action.objectName(): action for action in window.keyboard.actions}
    assert ids["wall.ptz"].shortcuts()[0].toString() == "P"
    assert ids["wall.ptz_pad"].shortcuts()[0].toString() == "Shift+P"
    QTest.keyClick(view_of(window), K.Key_F1)
    assert any("PTZ" in text for text in window._key_list.texts)
