"""Recordings in the operator's hand: found, played, copied, removed and restored."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.console.fake_city import NOW_S
from tests.ui.console.fake_marks import GREEN, picture_of
from tests.ui.console.fake_playback import FakePlayback
from tests.ui.console.fake_room import FakeRoom
from tests.ui.console.hand import click, type_text
from tests.ui.console.standing import standing
from tests.ui.fake_recordings import FakeRecordings, full
from wall.model.events import RecordingChanged, RecordingsChanged
from wall.model.film import FilmPhase
from wall.model.recording import End, Part, Recording
from wall.model.stream import Codec
from wall.model.view import CameraCell
from wall.ui.console.film_button import FilmMark
from wall.ui.console.recordings_page import RecordingsPage
from wall.ui.console.room_facts import RoomFacts
from wall.ui.recordings_port import Studio
from wall.ui.theme import DARK

RED = (200, 40, 30)
ALT = Qt.KeyboardModifier.AltModifier


def recording(number: int, *, end: End | None = End.STOPPED, parts: int = 1, missing_s: float = 0.0) -> Recording:
    """So many minutes ago, of one camera after the other."""
    camera = number % 40 + 1
    began_s = NOW_S - 60 * number
    files = tuple(
        Part(f"/films/{number}-{part}.mp4", began_s + 20 * part, 65.5, 12_300_000, Codec.H264, 1920, 1080)
        for part in range(parts)
    )
    return Recording(
        camera,
        camera,
        f"Ngã Sáu {camera}",
        began_s,
        "Ngã Sáu",
        "lan",
        began_s + 60,
        end,
        files,
        2.5,
        missing_s,
        has_picture=True,
        recording_id=1000 - number,
    )


class Here:
    """The page, and what stands behind it."""

    def __init__(self, qtbot: QtBot, room: FakeRoom, recordings: list[Recording]) -> None:
        self.recordings = FakeRecordings(room.bridge)
        self.recordings.kept.all = recordings
        self.recordings.kept.pictures = {each.recording_id: picture_of(GREEN, 320, 180) for each in recordings}
        self.playback = FakePlayback(room.bridge)
        self.folders: list[Path] = []
        """What the operator chooses, one after the other."""
        self.opened: list[Path] = []
        studio = Studio(self.recordings, self.playback)

        def make(parent: QWidget) -> RecordingsPage:
            facts = RoomFacts(room, room.bridge, parent)
            return RecordingsPage(
                DARK,
                facts,
                studio,
                room.bridge,
                parent,
                ask_folder=lambda _window: self.folders.pop(0) if self.folders else None,
                show_folder=self._show,
            )

        self.page = standing(qtbot, make)
        qtbot.waitUntil(lambda: len(self.page.model.rows) == min(200, len(recordings)))

    def _show(self, folder: Path) -> bool:
        self.opened.append(folder)
        return folder != Path("/films")

    @property
    def shown(self) -> list[int]:
        return [each.recording_id for each in self.page.model.rows]

    @property
    def texts(self) -> list[str]:
        return [label.text() for label in self.page.findChildren(QLabel) if label.isVisible()]

    def go_to(self, row: int) -> None:
        self.page.view.setFocus()
        self.page.view.setCurrentIndex(self.page.model.index(row))

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.page.view, key)

    @property
    def asked(self) -> list[tuple[object, ...]]:
        """What the playback was asked, without the sizes."""
        return [each for each in self.playback.asked if each[0] != "resize"]


MakeHere = Callable[..., Here]


@pytest.fixture
def make(qtbot: QtBot, room: FakeRoom) -> MakeHere:
    return lambda *recordings: Here(qtbot, room, list(recordings))


def test_what_there_is_the_newest_first(qtbot: QtBot, make: MakeHere) -> None:
    here = make(recording(0), recording(1, parts=2), recording(2))
    assert here.shown == [1000, 999, 998]
    qtbot.waitUntil(lambda: here.asked == [("open", ("/films/0-0.mp4",), False)])
    assert "1  Ngã Sáu 1" in here.texts and "Stopped by hand" in here.texts
    assert "1:05  ·  12.3 MB  ·  H264 1920 × 1080" in here.texts
    assert "Ngã Sáu  ·  camera's clock +2.5 s  ·  lan" in here.texts
    assert "3 recordings, 49.2 MB, the newest first" in here.texts
    qtbot.waitUntil(lambda: here.page.view.viewport().grab().toImage().pixelColor(50, 30).green() > 120)


def test_what_became_of_it_is_told(make: MakeHere) -> None:
    here = make(recording(0, end=End.DISK_FULL), recording(1, end=End.BROKEN_OFF), recording(2, missing_s=3.4))
    for row, words in enumerate(
        ("◐ the disk is full", "◐ the program was cut off; what was written until then is kept", "◐ 3 s are missing")
    ):
        here.go_to(row)
        assert words in here.texts


def test_files_that_are_gone(qtbot: QtBot, make: MakeHere) -> None:
    here = make(recording(0), recording(1))
    here.recordings.kept.gone_paths = frozenset({"/films/0-0.mp4"})
    here.recordings.kept.bridge.publish(RecordingsChanged())
    qtbot.waitUntil(lambda: "■ the files are gone" in here.texts)
    here.press(Qt.Key.Key_Down)
    here.press(Qt.Key.Key_Up)
    assert here.page.player.view.notice == "The files are gone."
    before = len(here.asked)
    here.press(Qt.Key.Key_Space)
    assert len(here.asked) == before, "there is nothing to play"


def test_played_by_key(qtbot: QtBot, make: MakeHere) -> None:
    here = make(recording(0))
    here.go_to(0)
    qtbot.waitUntil(lambda: len(here.asked) == 1)
    here.press(Qt.Key.Key_Return)
    assert here.asked[-1] == ("play",)
    here.playback.tell(FilmPhase.RUNNING, 12.0)
    qtbot.waitUntil(lambda: here.page.player.is_running)
    assert here.page.player.play_button.mark is FilmMark.PAUSE and "0:12 / 1:05" in here.texts
    for key, asked in (
        (Qt.Key.Key_Space, ("pause",)),
        (Qt.Key.Key_Right, ("seek", 17.0)),
        (Qt.Key.Key_Left, ("seek", 12.0)),
        (Qt.Key.Key_Period, ("step", 1)),
        (Qt.Key.Key_Comma, ("step", -1)),
        (Qt.Key.Key_Plus, ("rate", 2.0)),
        (Qt.Key.Key_Plus, ("rate", 4.0)),
        (Qt.Key.Key_Minus, ("rate", 2.0)),
    ):
        here.press(key)
        assert here.asked[-1] == asked
    assert here.page.player.speed.currentText() == "2×"
    assert here.page.go_back(), "Esc halts it"
    assert here.asked[-1] == ("pause",)


def test_played_by_mouse(qtbot: QtBot, make: MakeHere) -> None:
    here = make(recording(0, parts=3))
    player = here.page.player
    qtbot.waitUntil(lambda: len(here.asked) == 1)
    here.playback.tell(FilmPhase.STANDING)
    QTest.mouseClick(player.play_button, Qt.MouseButton.LeftButton)
    assert here.asked[-1] == ("play",)
    here.playback.tell(FilmPhase.RUNNING, 1.0)
    qtbot.waitUntil(lambda: player.is_running)
    QTest.mouseClick(player.view, Qt.MouseButton.LeftButton)
    assert here.asked[-1] == ("pause",)
    middle = QPoint(player.line.width() // 2, player.line.height() // 2)
    QTest.mousePress(player.line, Qt.MouseButton.LeftButton, pos=middle)
    assert here.playback.asked[-1] == ("seek", pytest.approx(1.5 * 65.5, abs=1))
    here.playback.tell(FilmPhase.RUNNING, 2.0)
    qtbot.wait(20)
    assert player.at_s == pytest.approx(1.5 * 65.5, abs=1), "the knob stays where the hand is"
    QTest.mouseRelease(player.line, Qt.MouseButton.LeftButton, pos=middle)
    here.playback.tell(FilmPhase.RUNNING, 3.0)
    qtbot.waitUntil(lambda: player.at_s == 3.0)


def test_the_picture_is_painted(qtbot: QtBot, make: MakeHere) -> None:
    here = make(recording(0))
    qtbot.waitUntil(lambda: here.playback.feed is not None)
    assert here.playback.feed is not None
    here.playback.feed.draw(RED, 1.0)
    view = here.page.player.view

    def colour() -> tuple[int, int, int]:
        seen = view.grab().toImage().pixelColor(view.width() // 2, view.height() // 2)
        return seen.red(), seen.green(), seen.blue()

    qtbot.waitUntil(lambda: colour() == RED)


def test_a_film_that_cannot_be_played(qtbot: QtBot, make: MakeHere) -> None:
    here = make(recording(0))
    qtbot.waitUntil(lambda: len(here.asked) == 1)
    here.recordings.kept.gone_paths = frozenset({"/films/0-0.mp4"})
    here.playback.tell(FilmPhase.FAILED)
    qtbot.waitUntil(lambda: "■ the files are gone" in here.texts)


def test_walking_through_the_list_opens_only_where_one_stays(qtbot: QtBot, make: MakeHere) -> None:
    here = make(*(recording(number) for number in range(30)))
    qtbot.waitUntil(lambda: len(here.asked) == 1)
    for _ in range(20):
        here.press(Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: here.asked[-1] == ("open", ("/films/20-0.mp4",), False))
    assert sum(asked[0] == "open" for asked in here.asked) == 2


def test_found_as_one_types(qtbot: QtBot, make: MakeHere) -> None:
    here = make(*(recording(number) for number in range(5)))
    here.page.look_for()
    type_text(here.page.finder, "nga sau 3")
    qtbot.waitUntil(lambda: here.shown == [998])
    QTest.keyClick(here.page.finder, Qt.Key.Key_Down)
    assert here.page.view.hasFocus()
    here.page.look_for()
    type_text(here.page.finder, "zzz")
    qtbot.waitUntil(lambda: here.shown == [])
    assert "No recording is found." in here.texts
    assert here.page.go_back()
    qtbot.waitUntil(lambda: len(here.shown) == 5)


def test_only_the_selected_camera(qtbot: QtBot, make: MakeHere) -> None:
    here = make(*(recording(number) for number in range(50)))
    here.page.show_only(4)
    qtbot.waitUntil(lambda: here.shown == [997, 957])
    assert here.page.only.text() == "Only camera 4"
    here.page.only.setChecked(False)
    qtbot.waitUntil(lambda: len(here.shown) == 50)


def test_scrolling_fetches_more(qtbot: QtBot, make: MakeHere) -> None:
    here = make(*(recording(number) for number in range(250)))
    assert "200+ recordings, 2.46 GB, the newest first" in here.texts
    here.page.enter()
    here.press(Qt.Key.Key_End)
    qtbot.waitUntil(lambda: len(here.shown) == 250)
    assert here.shown == [1000 - number for number in range(250)]


def test_removed_and_brought_back(qtbot: QtBot, make: MakeHere) -> None:
    here = make(*(recording(number) for number in range(5)))
    here.go_to(1)
    QTest.keyClick(here.page.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    here.page.remove()
    qtbot.waitUntil(lambda: here.shown == [1000, 997, 996])
    buttons = [each.text() for each in here.page.findChildren(QPushButton) if each.isVisible()]
    assert "Undo: 2 recordings removed, 24.6 MB" in buttons
    here.page.undo()
    qtbot.waitUntil(lambda: here.shown == [1000, 999, 998, 997, 996])
    qtbot.waitUntil(lambda: here.page.notice.text == "2 recordings are back.")


def test_what_is_being_recorded_goes_on_and_stays(qtbot: QtBot, make: MakeHere, room: FakeRoom) -> None:
    under_way = recording(0, end=None)
    here = make(under_way, recording(1))
    here.go_to(0)
    assert "◉ being recorded" in here.texts
    here.page.remove()
    assert here.page.notice.text == "▲  It is still being recorded: end that first." and len(here.shown) == 2
    grown = Part("/films/0-0.mp4", NOW_S, 130.0, 30_000_000, Codec.H264, 1920, 1080)
    told = Recording(1, 1, "Ngã Sáu 1", NOW_S, "Ngã Sáu", "lan", parts=(grown,))
    room.bridge.publish(RecordingChanged(told))
    qtbot.waitUntil(lambda: "2:10  ·  30.0 MB  ·  H264 1920 × 1080" in here.texts)
    assert here.shown[0] == 1000 and here.page.model.rows[0].has_picture
    click(here.page, "End recording")
    assert here.recordings.asked == [("stop", 1)]


def test_copied_to_a_folder(qtbot: QtBot, make: MakeHere) -> None:
    here = make(recording(0, parts=2), recording(1))
    here.go_to(0)
    here.folders = [Path("/media/stick"), Path("/media/stick")]
    click(here.page, "Copy to…")
    qtbot.waitUntil(lambda: here.page.notice.text == "2 files copied to /media/stick.")
    assert here.recordings.kept.copied == [([1000], Path("/media/stick"))]
    here.recordings.kept.disk_says = full()
    here.page.copy_files()
    qtbot.waitUntil(lambda: here.page.notice.text.startswith("▲  The disk is full"))
    here.page.copy_files()
    assert len(here.recordings.kept.copied) == 1, "no folder was chosen"


def test_files_for_a_file_manager(make: MakeHere) -> None:
    here = make(recording(0, parts=2))
    here.go_to(0)
    here.page.copy_to_clipboard()
    assert [url.toLocalFile() for url in QGuiApplication.clipboard().mimeData().urls()] == [
        "/films/0-0.mp4",
        "/films/0-1.mp4",
    ]
    freight = here.page.model.mimeData([here.page.model.index(0)])
    assert len(freight.urls()) == 2 and here.page.view.dragEnabled()
    QGuiApplication.clipboard().clear()  # The offscreen one outlives Python, and takes the program down with it.


def test_its_folder(make: MakeHere) -> None:
    here = make(recording(0))
    here.go_to(0)
    click(here.page, "Open folder")
    assert here.opened == [Path("/films")]
    assert here.page.notice.text == "▲  This folder cannot be opened: /films"


def test_its_camera_on_the_wall(make: MakeHere, room: FakeRoom) -> None:
    here = make(recording(1))
    here.go_to(0)
    click(here.page, "Show camera")
    board = room.board(room.selected_screen)
    assert CameraCell(2) in [slot.content for slot in board.slots]


def test_nothing_yet(make: MakeHere) -> None:
    here = make()
    assert any("press Shift+R on a picture of the wall" in text for text in here.texts)
    here.page.enter()
    assert here.page.finder.hasFocus()
    here.page.remove()
    here.page.copy_files()
    assert here.asked == []


def test_out_of_sight_nothing_plays(qtbot: QtBot, make: MakeHere) -> None:
    here = make(recording(0))
    qtbot.waitUntil(lambda: len(here.asked) == 1)
    here.page.hide()
    assert here.asked[-1] == ("close",)
    here.page.show()
    qtbot.waitUntil(lambda: here.asked[-1] == ("open", ("/films/0-0.mp4",), False))
