"""What nobody has seen: listed, summed up, shown, toured."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.console.fake_city import NOW_S, inventory_of
from tests.ui.console.fake_fleet import FakeFleet
from tests.ui.console.fake_room import FakeRoom
from tests.ui.console.hand import click
from tests.ui.console.standing import standing
from tests.ui.fake_live import Clock, FakeLive
from wall.model.errors import StoreError
from wall.model.view import CameraCell, Order
from wall.model.watching import Seen
from wall.ui.console.city import City
from wall.ui.console.facts import Facts
from wall.ui.console.room_facts import RoomFacts
from wall.ui.console.unseen_page import UnseenPage
from wall.ui.console.unseen_table import By, unseen_rows
from wall.ui.drag import dragged_cameras
from wall.ui.theme import DARK

HOUR_S = 3600.0

MakePage = Callable[..., UnseenPage]


@pytest.fixture
def clock() -> Clock:
    clock = Clock()
    clock.now_s = NOW_S
    return clock


@pytest.fixture
def room(live: FakeLive) -> FakeRoom:
    """Forty cameras; 1 to 10 were never seen, the others so many hours ago as their number less ten and a half."""
    room = FakeRoom(live.bridge, inventory_of(40))
    room.ledger = [Seen(camera, NOW_S - (camera - 10.5) * HOUR_S, 60.0 * camera) for camera in range(11, 41)]
    return room


@pytest.fixture
def make_page(qtbot: QtBot, live: FakeLive, fleet: FakeFleet, room: FakeRoom, clock: Clock) -> MakePage:
    def make(of: FakeFleet | None = None) -> UnseenPage:
        def page(parent: QWidget) -> UnseenPage:
            facts = Facts(of or fleet, live.bridge, (), parent)
            return UnseenPage(DARK, facts, RoomFacts(room, live.bridge, parent), clock, parent)

        made = standing(qtbot, page)
        qtbot.waitUntil(lambda: made._ledger is not None)
        return made

    return make


def listed(page: UnseenPage) -> list[int]:
    return [camera for row in page.model.rows for camera in row.cameras]


def select(page: UnseenPage, *rows: int) -> None:
    page.view.clearSelection()
    chosen = page.view.selectionModel()
    for row in rows:
        chosen.select(page.model.index(row, 0), chosen.SelectionFlag.Select | chosen.SelectionFlag.Rows)


def on_board(room: FakeRoom, screen: int = 0) -> list[int]:
    board = room.board(room.screens[screen].screen_id)
    return [slot.content.camera_id for slot in board.slots if isinstance(slot.content, CameraCell)]


def test_never_seen_comes_first_then_the_longest_ago(qtbot: QtBot, make_page: MakePage, room: FakeRoom) -> None:
    page = make_page()
    qtbot.waitUntil(lambda: len(page.model.rows) == 36)
    assert listed(page) == [*range(1, 11), *range(40, 14, -1)], "those of the last four hours are not listed"
    texts = [column.text(page.model.rows[10]) for column in page.model.columns]
    assert texts[0].startswith("40  ") and texts[1:4] == ["29 h 30", "40 min 00", "1 / 1"]
    assert page.model.columns[1].text(page.model.rows[0]) == "never"
    assert room.seen_since == [NOW_S - 4 * HOUR_S]


def test_other_hours_ask_anew(qtbot: QtBot, make_page: MakePage, room: FakeRoom) -> None:
    page = make_page()
    page.choose_hours(24)
    qtbot.waitUntil(lambda: len(page.model.rows) == 16)
    assert room.seen_since[-1] == NOW_S - 24 * HOUR_S
    click_check(page)
    qtbot.waitUntil(lambda: len(page.model.rows) == 40)


def click_check(page: UnseenPage) -> None:
    QTest.mouseClick(page._seen_too, Qt.MouseButton.LeftButton, pos=QPoint(8, 14))


def test_an_answer_that_was_overtaken_is_not_shown(qtbot: QtBot, make_page: MakePage, room: FakeRoom) -> None:
    page = make_page()
    answers: list[Future[Sequence[Seen]]] = []

    def slow(_since_s: float) -> Future[Sequence[Seen]]:
        answers.append(Future())
        return answers[-1]

    room.seen = slow  # type: ignore[assignment,method-assign]
    page.choose_hours(8)
    page.choose_hours(2)
    answers[1].set_result([Seen(camera, NOW_S, 5.0) for camera in range(2, 41)])
    answers[0].set_result([Seen(camera, NOW_S, 5.0) for camera in range(3, 41)])
    qtbot.waitUntil(lambda: listed(page) == [1])
    qtbot.wait(20)
    assert listed(page) == [1]


def test_by_site_and_by_ward(qtbot: QtBot, make_page: MakePage, fleet: FakeFleet) -> None:
    page = make_page()
    assert page.view.isColumnHidden(3) and not page.view.isColumnHidden(5)
    page.choose_by(By.SITE)
    assert not page.view.isColumnHidden(3) and page.view.isColumnHidden(5), "a site has no state"
    assert len(page.model.rows) == 10
    third = next(row for row in page.model.rows if row.cameras[0] == 9)
    assert third.unseen == (9, 10) and sorted(third.cameras) == [9, 10, 11, 12] and third.last_s == 0
    assert third.seconds == 60 * (11 + 12)
    page.choose_by(By.WARD)
    wards = {site.ward for site in fleet.inventory.sites}
    assert {page.model.columns[0].text(row) for row in page.model.rows} == wards
    assert sum(len(row.cameras) for row in page.model.rows) == 40


def test_any_column_sorts(qtbot: QtBot, make_page: MakePage) -> None:
    page = make_page()
    header = page.view.horizontalHeader()
    x = header.sectionViewportPosition(0) + 20
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 10))
    assert listed(page)[:12] == [*range(1, 11), 15, 16]
    x = header.sectionViewportPosition(2) + 20
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 10))
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 10))
    assert listed(page)[:3] == [40, 39, 38]


def test_renewed_every_half_minute_and_nothing_jumps(
    qtbot: QtBot, make_page: MakePage, room: FakeRoom, clock: Clock
) -> None:
    page = make_page()
    page.window().resize(1100, 260)
    select(page, 20)
    page.view.setCurrentIndex(page.model.index(20, 1))
    held = page.model.rows[20].key
    qtbot.waitUntil(lambda: page.view.visualRect(page.model.index(20, 0)).isValid())
    before = page.view.rowViewportPosition(20)
    assert 0 < before < page.view.viewport().height()
    room.ledger = [each for each in room.ledger if each.camera_id > 30] + [
        Seen(camera, NOW_S, 9.0) for camera in (*range(1, 6), *range(11, 20))
    ]
    clock.now_s += 29
    page.tick()
    assert len(room.seen_since) == 1
    clock.now_s += 1
    page.tick()
    page.tick()
    assert len(room.seen_since) == 2, "one question at a time"
    qtbot.waitUntil(lambda: page.model.place_of(1) is None)
    place = page.model.place_of(held)
    assert place is not None and place != 20
    assert page.view.rowViewportPosition(place) == before, "the row stays under the hand"
    assert page.view.selected_rows() == [place] and page.view.currentIndex().row() == place


def test_no_question_is_asked_behind_another_page(
    qtbot: QtBot, make_page: MakePage, room: FakeRoom, clock: Clock
) -> None:
    page = make_page()
    page.window().hide()
    clock.now_s += 60
    page.tick()
    assert len(room.seen_since) == 1


def test_enter_shows_what_is_selected(qtbot: QtBot, make_page: MakePage, room: FakeRoom) -> None:
    page = make_page()
    page.enter()
    select(page, 0, 1, 10)
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert on_board(room) == [1, 2, 40]
    assert page.notice.text == "3 cameras are on screen 1."
    assert page.go_back() and page.notice.text == "" and not page.go_back()


def test_without_a_screen_it_says_so(make_page: MakePage, room: FakeRoom) -> None:
    page = make_page()
    room.keep_screens(())
    select(page, 0)
    click(page, "Show")
    assert page.notice.text.startswith("There is no screen")


def test_a_tour_over_what_nobody_has_seen(qtbot: QtBot, make_page: MakePage, room: FakeRoom) -> None:
    page = make_page()
    click(page, "Tour")
    (tour,) = room.tours
    assert tour.order is Order.UNSEEN_FIRST and len(tour.stops) == 36 and tour.owner == "lan"
    (touring,) = room.touring(room.screens[0].screen_id)
    assert touring.stop.camera_id == 1 and on_board(room) == [1]
    select(page, 2, 3)
    click(page, "Tour")
    assert [stop.camera_id for stop in room.tours[0].stops] == [3, 4], "the same tour, not one more each time"
    assert len(room.tours) == 1 and page.notice.text == "The tour “Unseen first” goes over 2 cameras on Tường chính."


def test_a_camera_at_hand_is_opened(qtbot: QtBot, make_page: MakePage) -> None:
    page = make_page()
    opened: list[int] = []
    page.opened.connect(opened.append)
    page.enter()
    QTest.keyClick(page.view, Qt.Key.Key_Down)
    QTest.keyClick(page.view, Qt.Key.Key_Down)
    assert opened[-1] == listed(page)[page.view.currentIndex().row()]


def test_rows_are_dragged_out_as_cameras(make_page: MakePage) -> None:
    page = make_page()
    page.choose_by(By.SITE)
    third = next(place for place, row in enumerate(page.model.rows) if row.cameras[0] == 9)
    assert page.view.dragEnabled()
    freight = page.model.mimeData([page.model.index(third, column) for column in range(3)])
    assert dragged_cameras(freight) == (9, 10), "those of the site that nobody has seen"


def test_the_disk_says_no(qtbot: QtBot, make_page: MakePage, room: FakeRoom) -> None:
    failed: Future[Sequence[Seen]] = Future()
    failed.set_exception(StoreError("disk I/O error"))
    page = make_page()
    room.seen = lambda _since_s: failed  # type: ignore[assignment,method-assign]
    page.renew()
    qtbot.waitUntil(lambda: page.notice.text.startswith("▲"))
    assert len(page.model.rows) == 36, "what was known stays"


def test_empty_states(qtbot: QtBot, live: FakeLive, make_page: MakePage, room: FakeRoom) -> None:
    room.ledger = [Seen(camera, NOW_S - 5, 5.0) for camera in range(1, 41)]
    page = make_page()
    qtbot.waitUntil(lambda: "Every camera was seen in this time." in texts_of(page))
    room.ledger = []
    nothing = make_page(FakeFleet(live.bridge))
    assert "What nobody has watched will stand here." in texts_of(nothing)
    with qtbot.waitSignal(nothing.search_requested):
        click(nothing, "Find devices…")


def texts_of(page: UnseenPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_ten_thousand_cameras_are_no_step_that_is_felt() -> None:
    """Half of what a step may take, on a machine that does nothing else; four times that where others work on it."""
    city = City(inventory_of(10_000))
    ledger = [Seen(camera, NOW_S - camera, 5.0) for camera in range(1, 9_000)]
    took = []
    for _ in range(5):
        began = time.perf_counter()
        rows = unseen_rows(city, ledger, NOW_S - 4000, By.CAMERA)
        took.append(time.perf_counter() - began)
    assert len(rows) == 10_000 and min(took) < 0.1
