"""What is written of a case by hand: notes with their pictures, steps, and the log of all of it."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.alarms.alarm_bench import WAIT_S, AlarmBench
from tests.ui.console.alarms.at_hand import MakeAlarms, page_of, press, rows
from tests.ui.fake_live import FakeLive
from wall.model.alarms.action import Note
from wall.model.alarms.activity import Deed
from wall.ui.snapshot import jpeg


def test_the_detail_says_what_to_do_and_what_was_done(bench: AlarmBench, at_alarms: MakeAlarms, qtbot: QtBot) -> None:
    bench.say("tamper", 7)
    window = at_alarms()
    page = page_of(window)
    page.enter()
    detail = page.detail
    qtbot.waitUntil(lambda: "the alarm began" in detail.log.toPlainText())
    assert detail.title.text() == "Camera bị phá"
    assert "113" in detail.instruction.text()
    assert len(detail.checklist.boxes) == 3
    press(window, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: bench.now(rows(window)[0].alarm_id).checked == {1})
    QTest.mouseClick(detail.note, Qt.MouseButton.LeftButton)
    detail.note.insert("Biển số 99A")
    QTest.keyClick(detail.note, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Biển số 99A" in detail.log.toPlainText())
    assert "Lan: step done – Gọi tổ tuần tra" in detail.log.toPlainText()
    assert detail.pictures.live.camera is not None and detail.pictures.live.camera.camera_id == 7


def test_what_the_program_does_later_is_seen_in_the_case_at_hand(
    bench: AlarmBench, at_alarms: MakeAlarms, qtbot: QtBot
) -> None:
    """A supervisor's server that was down is told when it is back: the alarm itself is as it was."""
    bench.say("tamper", 7)
    window = at_alarms()
    page_of(window).enter()
    log = page_of(window).detail.log
    qtbot.waitUntil(lambda: "the alarm began" in log.toPlainText())
    bench.desk.log(bench.of(7), Deed.PUSHED, "http").result(WAIT_S)
    qtbot.waitUntil(lambda: "supervisor" in log.toPlainText())


def test_a_note_is_kept_with_the_picture(
    bench: AlarmBench, at_alarms: MakeAlarms, live: FakeLive, qtbot: QtBot
) -> None:
    bench.say("tamper", 7)
    window = at_alarms()
    page_of(window).enter()
    detail = page_of(window).detail
    qtbot.waitUntil(lambda: bool(live.feeds))
    live.show_quarters()
    qtbot.waitUntil(lambda: bool(detail.pictures.jpeg()))
    QTest.mouseClick(detail.with_picture, Qt.MouseButton.LeftButton)
    QTest.keyClick(detail.note, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Lan: note (with a picture)" in detail.log.toPlainText())
    qtbot.waitUntil(lambda: detail.kept.picture.is_readable and detail.kept.isVisible())
    assert not detail.with_picture.isChecked()


def test_the_pictures_of_all_notes_are_seen_large(
    bench: AlarmBench, at_alarms: MakeAlarms, live: FakeLive, qtbot: QtBot
) -> None:
    bench.say("tamper", 7)
    window = at_alarms()
    page = page_of(window)
    page.enter()
    kept, only = page.detail.kept, rows(window)[0].alarm_id
    first, second, third = (jpeg(QImage(8, 8 + each, QImage.Format.Format_RGB32)) for each in range(3))
    press(window, Qt.Key.Key_P)
    assert page.notice.text == "No picture was kept with a note of this alarm."
    for each in (first, second):
        bench.act(Note("", each), only)
    qtbot.waitUntil(lambda: kept.picture.jpeg == second)
    press(window, Qt.Key.Key_P)
    large = kept.large
    assert large is not None and large.isVisible() and large.windowTitle() == "Picture of the note · 2 of 2"
    QTest.keyClick(large, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: large.picture.jpeg == first and large.windowTitle().endswith("1 of 2"))
    QTest.keyClick(large, Qt.Key.Key_Escape)
    assert not large.isVisible()
    bench.act(Note("", third), only)
    qtbot.waitUntil(lambda: kept.picture.jpeg == third)


def test_a_note_waits_where_there_is_no_picture_to_go_with_it(
    bench: AlarmBench, at_alarms: MakeAlarms, qtbot: QtBot
) -> None:
    bench.say("tamper", 7)
    window = at_alarms()
    page = page_of(window)
    page.enter()
    detail = page.detail
    detail.note.insert("áo đỏ")
    detail.with_picture.setChecked(True)
    QTest.keyClick(detail.note, Qt.Key.Key_Return)
    assert page.notice.text.startswith("▲  There is no picture now") and detail.note.text() == "áo đỏ"
    detail.with_picture.setChecked(False)
    QTest.keyClick(detail.note, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "áo đỏ" in detail.log.toPlainText())


def test_what_is_written_beside_a_case_is_on_its_record_and_on_no_other(
    bench: AlarmBench, at_alarms: MakeAlarms, qtbot: QtBot
) -> None:
    """Three are selected from above; beside them stands the last one, and that is what the officer looks at."""
    bench.say("tamper", 5, 6, 7)
    window = at_alarms()
    page, detail = page_of(window), page_of(window).detail
    page.enter()
    for _ in range(2):
        QTest.keyClick(page.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(page.selected()) == 3 and detail.alarm is not None
    at_hand = detail.alarm.alarm_id
    assert at_hand == rows(window)[2].alarm_id
    press(window, Qt.Key.Key_1)
    detail.note.setFocus()
    detail.note.insert("áo đỏ")
    QTest.keyClick(detail.note, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "áo đỏ" in detail.log.toPlainText())
    assert {each.alarm_id: each.checked for each in bench.desk.open_alarms() if each.checked} == {at_hand: {0}}
    told = {each.alarm_id: bench.desk.activity(each.alarm_id).result(20) for each in bench.desk.open_alarms()}
    assert [alarm_id for alarm_id, all_ in told.items() if any("áo đỏ" in each.text for each in all_)] == [at_hand]


def test_the_log_of_a_case_that_goes_on_for_days_says_on_which(
    bench: AlarmBench, at_alarms: MakeAlarms, qtbot: QtBot
) -> None:
    bench.say("line", 5)
    window = at_alarms()
    page_of(window).enter()
    log = page_of(window).detail.log
    qtbot.waitUntil(lambda: "the alarm began" in log.toPlainText())
    assert "—" not in log.toPlainText()
    bench.clock.now_s += 2 * 86_400
    press(window, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: "acknowledged" in log.toPlainText())
    day = time.strftime("%d/%m/%Y", time.localtime(bench.now_s))
    assert log.toPlainText().splitlines()[1] == f"— {day}"
