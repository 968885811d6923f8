"""The same spot over days: real JPEGs of a painted street, looked at in the pixels."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.support.full import files_at_most
from tests.ui.ptz.presets.conftest import DomeHand
from tests.ui.ptz.presets.scenes import BUILT, HIGH, WIDE, bgrx, street
from wall.ui.ptz.presets.compare_view import CompareView
from wall.ui.theme import DARK

DAY_S = 86_400.0


@pytest.fixture
def view(qtbot: QtBot) -> CompareView:
    view = CompareView(DARK, None)  # type: ignore[arg-type]
    qtbot.addWidget(view)
    view.resize(WIDE // 2, HIGH // 2)
    view.show()
    return view


def pixels(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)[..., :3].astype(int)


def seen(view: CompareView) -> np.ndarray:
    return pixels(view.grab().toImage())


def test_left_of_the_handle_is_the_earlier_day_and_right_of_it_the_later(view: CompareView) -> None:
    view.show_pictures(street(), street(has_new_house=True), ("", ""))
    house = BUILT.center() / 2
    at = int(house.y()) - 20, int(house.x()) - 30
    view.share = 1.0
    before = seen(view)[at]
    view.share = 0.0
    after = seen(view)[at]
    assert abs(after - before).sum() > 60
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(480, 100))
    assert view.share == pytest.approx(0.75, abs=0.01)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.share == pytest.approx(0.73, abs=0.01)
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.share == 0.0


def test_what_was_built_is_marked_whatever_the_light_and_a_dome_that_is_a_little_beside(view: CompareView) -> None:
    later = street(has_new_house=True, light=0.7, beside=(24, -12))
    view.show_pictures(street(), later, ("", ""))
    plain = seen(view)
    view.shows_difference = True
    marked = seen(view)
    amber = (marked[..., 2] - marked[..., 0] > 60) & (plain[..., 2] - plain[..., 0] <= 80)
    house = BUILT.translated(-24, 12)
    left, top, right, bottom = (int(each / 2) for each in (house.left(), house.top(), house.right(), house.bottom()))
    inside = amber[top + 8 : bottom - 8, left + 8 : right - 8]
    outside = amber.copy()
    outside[top - 16 : bottom + 16, left - 16 : right + 16] = False
    assert inside.mean() > 0.4 and outside.mean() < 0.02
    assert 0.005 < view.changed_share < 0.1


def test_the_same_day_twice_has_not_changed(view: CompareView) -> None:
    view.show_pictures(street(), street(light=0.8), ("", ""))
    assert view.changed_share < 0.002


def over_days(hand: DomeHand) -> None:
    """Three days; on the last one there is a new house."""
    hand.belongs()
    for day in range(3):
        hand.duty.painter.scene = lambda day=day: bgrx(street(has_new_house=day == 2))
        hand.duty.ended(hand.duty.room.take_reference(7))
        hand.duty.clock.now_s += DAY_S
        hand.duty.wait(12)


def test_the_newest_picture_stands_over_the_one_before_and_over_any_other_day(hand: DomeHand) -> None:
    over_days(hand)
    many = 4
    hand.page.open_compare(7, "12  Ngã Sáu")
    sheet = hand.page.compare
    hand.until(lambda: len(sheet.days.dates.rows) == many and "has changed" in sheet.said.text())
    dates = [each.taken_s for each in sheet.days.dates.rows]
    assert dates == sorted(dates, reverse=True)
    sheet.days.setCurrentIndex(sheet.days.dates.index(many - 1))
    hand.until(lambda: sheet.said.text().startswith("2 days apart") and sheet.view.changed_share > 0.005)
    QTest.keyClick(sheet.days, Qt.Key.Key_D)
    assert sheet.difference.isChecked() and sheet.view.shows_difference
    sheet._remove_current()
    hand.until(lambda: len(sheet.days.dates.rows) == many - 1)


def test_without_a_picture_the_page_says_what_belongs_there_and_takes_the_first(hand: DomeHand) -> None:
    hand.belongs()
    hand.until(lambda: hand.duty.room.references(7).result())
    for each in hand.duty.ended(hand.duty.room.references(7)):
        hand.duty.ended(hand.duty.room.remove_reference(each))
    hand.page.open_compare(7, "12  Ngã Sáu")
    sheet = hand.page.compare
    hand.until(lambda: sheet._empty.isVisible())
    sheet._empty.asked.emit()
    hand.until(lambda: len(sheet.days.dates.rows) == 1 and not sheet._empty.isVisible())
    hand.until(lambda: sheet.said.text() == "Choose an earlier day in the list.")


def test_a_full_disk_and_a_lost_file_are_said_where_they_happen(hand: DomeHand) -> None:
    over_days(hand)
    hand.page.open_compare(7, "12  Ngã Sáu")
    sheet = hand.page.compare
    hand.until(lambda: sheet.days.dates.rows)
    with files_at_most(20_000):
        sheet.take()
        hand.until(lambda: "disk is full" in sheet.notice.text)
    oldest = sheet.days.dates.rows[-1]
    (hand.duty.folder / oldest.file).unlink()
    sheet.days.setCurrentIndex(sheet.days.dates.index(len(sheet.days.dates.rows) - 1))
    hand.until(lambda: oldest.file in sheet.notice.text)
    assert len(sheet.days.dates.rows) > 1
