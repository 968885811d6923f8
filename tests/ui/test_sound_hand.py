"""One key listens to the tile in hand; the tile says so, and the sound never outlives what is seen of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.fake_live import FakeLive
from tests.ui.fake_sound import FakeSound
from tests.ui.pixels import MakeWindow, cell_image, rgb, view_of
from tests.ui.test_recording_hand import said
from wall.model.sound import Loudness, SoundPhase
from wall.model.tile import Cause
from wall.ui.corner import Corner, CornerMark
from wall.ui.theme import DARK
from wall.ui.wall_window import WallWindow

RED = (200, 40, 30)
ALT, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
HEARD = Corner(CornerMark.SOUND)


@pytest.fixture
def sound(live: FakeLive) -> FakeSound:
    return FakeSound(live.bridge)


@pytest.fixture
def window(qtbot: QtBot, live: FakeLive, make_window: MakeWindow, sound: FakeSound) -> WallWindow:
    window = make_window(8, sound=sound)
    live.go_live(RED)
    qtbot.waitUntil(lambda: window.tiles_not_live() == [])
    return window


def press(window: WallWindow, key: Qt.Key = Qt.Key.Key_S, modifier: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(view_of(window), key, modifier)


def mark(window: WallWindow, cell: int) -> Corner | None:
    tile = window.showing.tile_at(cell)
    assert tile is not None
    return tile.corners.get(CornerMark.SOUND)


def play(qtbot: QtBot, window: WallWindow, sound: FakeSound) -> None:
    """The selected tile is heard."""
    press(window)
    sound.tell(SoundPhase.PLAYING)
    qtbot.waitUntil(lambda: mark(window, window.showing.selected_cell) == HEARD)


def corner_pixels(image: QImage) -> set[tuple[int, int, int]]:
    right = image.width()
    return {rgb(image.pixelColor(x, y)) for x in range(right - 22, right - 4) for y in range(4, 16)}


def test_pressed_moved_and_pressed_again(qtbot: QtBot, window: WallWindow, sound: FakeSound) -> None:
    assert len(corner_pixels(cell_image(window, 0))) <= 2
    press(window)
    assert sound.asked == [("listen", 1, "rtsp://127.0.0.1/0/sub", "rtsp://127.0.0.1/0/main")]
    assert said(window).startswith("Sound: 1  ")
    assert mark(window, 0) == Corner(CornerMark.SOUND, "…")
    sound.tell(SoundPhase.PLAYING)
    qtbot.waitUntil(lambda: mark(window, 0) == HEARD)
    assert len(corner_pixels(cell_image(window, 0))) > 3
    press(window, Qt.Key.Key_Right)
    press(window)
    assert sound.asked[-1][:2] == ("listen", 2)
    assert (mark(window, 0), mark(window, 1)) == (None, Corner(CornerMark.SOUND, "…"))
    sound.tell(SoundPhase.PLAYING, token=1)  # Late, of the former one.
    sound.tell(SoundPhase.PLAYING)
    qtbot.waitUntil(lambda: mark(window, 1) == HEARD)
    assert mark(window, 0) is None
    press(window)
    assert sound.asked[-1] == ("stop", 2) and said(window) == "The sound is off"
    assert mark(window, 1) is None
    assert len(corner_pixels(cell_image(window, 1))) <= 2


def test_louder_quieter_muted(qtbot: QtBot, window: WallWindow, sound: FakeSound) -> None:
    play(qtbot, window, sound)
    press(window, Qt.Key.Key_Down, ALT)
    assert (sound.loudness, said(window)) == (Loudness(70), "Volume 70 %")
    for _ in range(5):
        press(window, Qt.Key.Key_Up, ALT)
    assert (sound.loudness, said(window)) == (Loudness(100), "Volume 100 %")
    press(window, Qt.Key.Key_M)
    assert (sound.loudness, said(window)) == (Loudness(100, is_muted=True), "Muted")
    qtbot.waitUntil(lambda: mark(window, 0) == Corner(CornerMark.SOUND, is_off=True))
    press(window, Qt.Key.Key_M)
    assert (sound.loudness, said(window)) == (Loudness(100), "Volume 100 %")
    qtbot.waitUntil(lambda: mark(window, 0) == HEARD)


def test_why_nothing_is_heard(qtbot: QtBot, live: FakeLive, window: WallWindow, sound: FakeSound) -> None:
    cause = Cause.NO_SOUND_DEVICE
    press(window)
    sound.tell(SoundPhase.FAILED, cause)
    wrong = Corner(CornerMark.SOUND, cause.value, is_wrong=True)
    qtbot.waitUntil(lambda: mark(window, 0) == wrong)
    assert said(window) == f"No sound: {cause.value}"
    image = cell_image(window, 0)
    assert any(rgb(image.pixelColor(x, 10)) == rgb(DARK.on_shade_late) for x in range(image.width()))
    press(window)
    assert [asked[0] for asked in sound.asked] == ["listen", "listen"], "the key tries again"
    sound.tell(SoundPhase.FAILED, cause)
    qtbot.waitUntil(lambda: mark(window, 0) == wrong)
    live.clock.now_s += 16
    qtbot.waitUntil(lambda: mark(window, 0) is None, timeout=3000)
    assert sound.asked[-1] == ("stop", 2)


def test_it_ends_with_the_page(qtbot: QtBot, window: WallWindow, sound: FakeSound) -> None:
    play(qtbot, window, sound)
    press(window, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: sound.asked[-1] == ("stop", 1))
    press(window, Qt.Key.Key_PageUp)
    qtbot.wait(150)
    assert mark(window, 0) is None, "it does not come back by itself"


def test_it_goes_on_alone_and_ends_with_another_alone(qtbot: QtBot, window: WallWindow, sound: FakeSound) -> None:
    play(qtbot, window, sound)
    press(window, Qt.Key.Key_Return)
    qtbot.wait(150)
    assert sound.asked[-1][0] == "listen"
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_Right)
    press(window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sound.asked[-1] == ("stop", 1))


def test_it_ends_with_its_cell_and_with_the_window(qtbot: QtBot, window: WallWindow, sound: FakeSound) -> None:
    play(qtbot, window, sound)
    press(window, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: sound.asked[-1] == ("stop", 1))
    press(window)
    assert said(window) == "There is no camera in this cell"
    press(window, Qt.Key.Key_Right)
    play(qtbot, window, sound)
    window.close()
    assert sound.asked[-1] == ("stop", 2)


def test_a_window_that_nobody_sees_is_silent(qtbot: QtBot, window: WallWindow, sound: FakeSound) -> None:
    play(qtbot, window, sound)
    window.hide()
    qtbot.waitUntil(lambda: sound.asked[-1] == ("stop", 1), timeout=3000)
    window.show()
    qtbot.waitUntil(lambda: mark(window, 0) is None)
    play(qtbot, window, sound)
    assert sound.asked[-1][0] == "listen", "the key begins anew"


def test_a_replay_is_silent(qtbot: QtBot, window: WallWindow, sound: FakeSound) -> None:
    play(qtbot, window, sound)
    press(window, Qt.Key.Key_J)
    qtbot.waitUntil(lambda: sound.asked[-1] == ("stop", 1))
    press(window)
    assert said(window) == "A replay has no sound"
    assert sound.asked[-1] == ("stop", 1)


def test_another_window_takes_it_over(qtbot: QtBot, live: FakeLive, window: WallWindow, sound: FakeSound) -> None:
    play(qtbot, window, sound)
    sound.listen(77, [])
    sound.tell(SoundPhase.OPENING)
    qtbot.waitUntil(lambda: mark(window, 0) is None)
    assert sound.asked[-1][0] == "listen", "what is heard there is not ended here"
    press(window)
    assert sound.asked[-1][:2] == ("listen", 1)


@pytest.mark.qt_log_ignore("This plugin does not support raise", "This plugin does not support grabbing the keyboard")
def test_by_the_menu_of_the_tile(window: WallWindow, sound: FakeSound) -> None:
    QTest.mouseClick(view_of(window), Qt.MouseButton.RightButton, pos=QPoint(480, 60))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (listen,) = (action for action in menu.actions() if action.objectName() == "wall.listen")
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(listen).center())
    assert sound.asked[-1][:2] == ("listen", 2)


def test_a_program_without_sound_says_so(qtbot: QtBot, live: FakeLive, make_window: MakeWindow) -> None:
    window = make_window(4)
    press(window)
    assert said(window) == "Nothing can be heard here"
    press(window, Qt.Key.Key_M)
    press(window, Qt.Key.Key_Up, ALT)
