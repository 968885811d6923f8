"""What the wall's pages say and how they sort: pure functions, and sentences of the rooms below in other words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QDrag
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.console.conftest import MakeConsole
from tests.ui.console.dropping import middle_of
from tests.ui.console.fake_room import PRESETS, FakeRoom
from wall.model.layout import Area, Layout
from wall.model.view import CameraCell, Stop, Tour, View
from wall.ui.console.flow import Flow
from wall.ui.console.pages import SCREENS
from wall.ui.console.seconds import seconds_field, seconds_in
from wall.ui.console.sentences import in_words
from wall.ui.console.views_nodes import Folder, ViewNodes, key_of, tidy_path
from wall.ui.console.wall_sentences import views_undo_words
from wall.ui.drag import Lifted, dragged_cameras, lifted_from


def refused(make: Callable[[], object]) -> str:
    """What the model says of it, in words."""
    with pytest.raises(ValueError) as told:
        make()
    return in_words(str(told.value))


def test_what_the_model_refuses_has_words_of_ours() -> None:
    two = Layout.plain(2, 2)
    stop = Stop(camera_id=1)
    for make, said in (
        (lambda: two.merged([0, 3]), "These cells together are no rectangle."),
        (lambda: two.merged([]), "Choose cells first."),
        (lambda: two.split(0, 0, 1), "A cell is split into 1 to 64 parts, not 0 × 1."),
        (lambda: Layout.plain(9, 9), "A layout has 1 to 64 cells, not 81."),
        (lambda: Layout(49, 1, (Area(0, 0),)), "A layout has 1 to 48 columns and rows, not 49 × 1."),
        (lambda: Layout(1, 1, (Area(0, 1),)), "Cell 1 does not lie on the raster of 1 × 1."),
        (lambda: Layout(1, 1, (Area(0, 0), Area(0, 0))), "Cells 1 and 2 lie over each other."),
        (lambda: Tour("", (stop,)), "A tour needs a name."),
        (lambda: Tour("t", ()), "A tour needs a stop: add views or cameras."),
        (lambda: Tour("t", (stop,), 1), "A tour stays for 3 s or longer, not 1 s."),
        (lambda: Tour("t", (stop, Stop(1))), "A tour goes over views or over cameras, not over both."),
        (lambda: View(" ", two), "A view needs a name."),
    ):
        assert refused(make) == said


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (
            "there is a view «A» in the folder «B» already: give it another name",
            "There is a view “A” in the folder “B” already.",
        ),
        ("there is a tour «A» already: give it another name", "There is a tour “A” here already."),
        (
            "view 3 «Chợ» was left out: cells 1 and 2 lie over each other",
            "View 3, “Chợ”, was left out: Cells 1 and 2 lie over each other.",
        ),
        ("something nobody knows", "something nobody knows"),
    ],
)
def test_what_the_room_says(told: str, said: str) -> None:
    assert in_words(told) == said


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("view Ngã Sáu saved", "“Ngã Sáu” saved"),
        ("3 views removed", "3 views removed"),
        ("1 view and 2 tours removed", "1 views, 2 tours removed"),
        ("2 tours saved", "2 tours changed"),
        ("12 views imported", "12 views imported"),
        ("", ""),
        ("what a newer CityWall does", "what a newer CityWall does"),
    ],
)
def test_what_one_step_back_would_take_back(why: str, said: str) -> None:
    assert views_undo_words(why) == said


def test_folders_are_made_of_what_lies_in_them() -> None:
    layout = PRESETS[0]
    views = (View("b", layout, folder="x//y/ z", view_id=1), View("a", layout, owner="lan", view_id=2))
    nodes = ViewNodes(views, (Tour("t", (Stop(1),), folder="x", tour_id=1),), "lan")
    assert set(nodes.folders) == {Folder(""), Folder("lan"), *(Folder("", path) for path in ("x", "x/y", "x/y/z"))}
    assert nodes.nodes[0].entries == 2 and nodes.nodes[1].entries == 1
    place = nodes.place_of_folder(Folder("", "x"))
    assert place is not None and {key_of(each) for each in nodes.entries_under(place)} == {("view", 1), ("tour", 1)}
    assert tidy_path(" a / /b/") == "a/b"


def test_names_that_begin_so_are_found_first() -> None:
    names = ("Ngã tư chợ", "Chợ Nhớn", "Chờ tàu")
    nodes = ViewNodes([View(name, PRESETS[0], view_id=n) for n, name in enumerate(names, 1)])
    found = [nodes.nodes[place].item for place in nodes.find("cho")]
    assert [each.name for each in found] == ["Chợ Nhớn", "Chờ tàu", "Ngã tư chợ"]
    assert nodes.find("cho nh tu") == [] and len(nodes.find("")) == 3


@pytest.mark.parametrize(
    ("typed", "seconds"), [("4,5", 4.5), ("4.5", 4.5), ("12", 12.0), ("7,", 7.0), ("", None), (",", None)]
)
def test_seconds_are_typed_with_comma_or_point(qtbot: QtBot, typed: str, seconds: float | None) -> None:
    line = seconds_field("Seconds")
    qtbot.addWidget(line)
    QTest.keyClicks(line, typed)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert seconds_in(line) == seconds
    QTest.keyClicks(line, "x-")
    assert seconds_in(line) == seconds


def test_buttons_go_into_the_next_line_where_there_is_no_room(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    buttons = [QPushButton("x" * 20, window) for _ in range(4)]
    flow = Flow(*buttons)
    window.setLayout(flow)
    width, height = buttons[0].sizeHint().width(), buttons[0].sizeHint().height()
    assert flow.heightForWidth(5 * width) == height
    assert flow.heightForWidth(2 * width + flow.spacing()) == 2 * height + flow.spacing()
    buttons[3].hide()
    flow.setGeometry(QRect(0, 0, 2 * width + flow.spacing(), 200))
    assert buttons[1].y() == buttons[0].y() and buttons[2].y() > buttons[1].y()
    assert flow.minimumSize() == QSize(width, height)


def test_pressing_and_moving_lifts_what_stands_in_a_cell(
    make_console: MakeConsole, room: FakeRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The platform's own part, to wait for the hand, is left out."""
    lifted: list[tuple[Lifted | None, tuple[int, ...]]] = []

    def note(drag: QDrag, *_actions: object) -> Qt.DropAction:
        lifted.append((lifted_from(drag.mimeData()), dragged_cameras(drag.mimeData())))
        return Qt.DropAction.IgnoreAction

    monkeypatch.setattr(QDrag, "exec", note)
    screen_id = room.selected_screen
    room.show(screen_id, room.board(screen_id).put(4, CameraCell(7)))
    mini = make_console(page=SCREENS).screens.shelf.cards[0].mini
    for cell in (4, 5):
        QTest.mousePress(mini, Qt.MouseButton.LeftButton, pos=middle_of(mini, cell))
        QTest.mouseMove(mini, middle_of(mini, cell - 3))
        QTest.mouseRelease(mini, Qt.MouseButton.LeftButton, pos=middle_of(mini, cell - 3))
    assert lifted == [(Lifted(screen_id, 4), (7,))], "an empty cell has nothing to lift"
