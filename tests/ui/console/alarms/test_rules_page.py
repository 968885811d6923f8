"""The page of rules by hand: rules on a real disk, tried on what was really said."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.alarms.alarm_bench import AlarmBench
from tests.ui.console.conftest import MakeConsole
from tests.ui.console.fake_city import inventory_of
from wall.model.alarms.mute import Mute
from wall.model.alarms.rule import Rule
from wall.model.alarms.schedule import EVERY_DAY, Schedule, Span
from wall.model.alarms.signal import Source
from wall.ui.console.alarms.rules.concern_text import cameras_in, clock_in, schedule_of, sites_in
from wall.ui.console.alarms.rules.page import RulesPage
from wall.ui.console.city import City, site_label
from wall.ui.console.pages import RULES
from wall.ui.console.window import ConsoleWindow


@pytest.fixture
def console(bench: AlarmBench, make_console: MakeConsole) -> ConsoleWindow:
    window = make_console(alarms=bench.facts)
    window.go_to(RULES)
    return window


def page_of(console: ConsoleWindow) -> RulesPage:
    assert console.alarms is not None
    return console.alarms.rules


def kept(bench: AlarmBench, name: str) -> Rule:
    return next(rule for rule in bench.desk.rules() if rule.name == name)


def test_the_most_urgent_rule_is_shown_first_and_whole(console: ConsoleWindow) -> None:
    page = page_of(console)
    assert [rule.priority for rule in page.model.rows] == [1, 3]
    form = page.form
    assert form.name.text() == "Camera đổi hướng"
    assert form.about.kinds.chosen == {"tamper"}
    assert form.doing.checklist.toPlainText().count("\n") == 2
    assert not form.is_changed


def test_it_is_tried_as_it_is_changed(bench: AlarmBench, console: ConsoleWindow, qtbot: QtBot) -> None:
    bench.say("line", 5, 6, 7, 7)
    page = page_of(console)
    page.begin()
    form = page.form
    QTest.mouseClick(form.about.kinds.chip("line"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: form.tried.text().startswith("It would have made 3 alarms of 4 messages since"))
    form.about.cameras.setFocus()
    QTest.keyClicks(form.about.cameras, "5, 6")
    qtbot.waitUntil(lambda: form.tried.text().startswith("It would have made 2 alarms of 2 messages"))
    assert len(bench.desk.rules()) == 2, "nothing is kept yet"


def test_a_new_rule_holds_when_it_is_kept(bench: AlarmBench, console: ConsoleWindow, qtbot: QtBot) -> None:
    page = page_of(console)
    page.begin()
    form = page.form
    QTest.keyClicks(form.name, "Cong sau, ban dem")
    QTest.mouseClick(form.on, Qt.MouseButton.LeftButton)
    QTest.mouseClick(form.about.kinds.chip("people"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(form.about.sources.chip(Source.ONVIF), Qt.MouseButton.LeftButton)
    for line, text in ((form.about.from_, "22:00"), (form.about.to, "06:00")):
        line.selectAll()
        QTest.keyClicks(line, text)
    form.doing.priority.setCurrentIndex(1)
    form.doing.shown_on.setCurrentIndex(2)
    form.doing.instruction.setPlainText("Gọi bảo vệ")
    QTest.keyClick(console, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(bench.desk.rules()) == 3)
    rule = kept(bench, "Cong sau, ban dem")
    assert rule.is_on and rule.priority == 2 and rule.response.screen_id == 2
    assert rule.concern.kinds == {"people"} and rule.concern.sources == {Source.ONVIF}
    assert rule.concern.schedule == Schedule((Span(EVERY_DAY, 22 * 60, 6 * 60),))
    assert rule.instruction == "Gọi bảo vệ"
    qtbot.waitUntil(lambda: page.form.rule == rule and not page.form.is_changed)


def test_what_cannot_be_understood_is_said_and_not_kept(
    bench: AlarmBench, console: ConsoleWindow, qtbot: QtBot
) -> None:
    form = page_of(console).form
    before = bench.desk.rules()
    form.about.cameras.setFocus()
    QTest.keyClicks(form.about.cameras, "5, 999")
    assert form.notice.text == "▲  There is no camera 999."
    form.keep()
    qtbot.wait(50)
    assert bench.desk.rules() == before
    QTest.keyClick(console, Qt.Key.Key_Escape)
    assert form.about.cameras.text() == "" and not form.is_changed


def test_a_removed_rule_comes_back(bench: AlarmBench, console: ConsoleWindow, qtbot: QtBot) -> None:
    page = page_of(console)
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(bench.desk.rules()) == 1 and len(page.model.rows) == 1)
    QTest.keyClick(console, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(bench.desk.rules()) == 2)
    assert kept(bench, "Camera đổi hướng").checklist


def test_a_mute_is_listed_and_can_be_ended(bench: AlarmBench, console: ConsoleWindow, qtbot: QtBot) -> None:
    page = page_of(console)
    bench.desk.mute(Mute(5, 0, bench.now_s + 900, "thợ đang sửa")).result(20)
    qtbot.waitUntil(lambda: len(page.mutes.texts) == 1)
    assert "thợ đang sửa · Lan" in page.mutes.texts[0]
    page.mutes.ended.emit(bench.desk.mutes()[0].mute_id)
    qtbot.waitUntil(lambda: bench.desk.mutes() == () and page.mutes.texts == [])


def test_what_is_typed_of_places_and_hours() -> None:
    city = City(inventory_of(12))
    assert cameras_in(city, "5; 7") == (frozenset({5, 7}), ())
    assert cameras_in(city, "5, nowhere") == (frozenset({5}), ("nowhere",))
    site = next(iter(city.sites.values()))
    assert sites_in(city, site_label(site).upper()) == (frozenset({site.site_id}), ())
    assert [clock_in(text) for text in ("22:00", "7h30", "24:00", "24:01", "7", "9:75")] == [
        1320,
        450,
        1440,
        None,
        None,
        None,
    ]
    assert schedule_of(EVERY_DAY, 0, 1440) == Schedule()
    assert schedule_of(frozenset({5, 6}), 0, 1440).holds(5, 12)
    assert not schedule_of(frozenset({5, 6}), 0, 1440).holds(4, 12)
