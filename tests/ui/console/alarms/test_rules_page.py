"""The page of rules by hand: rules on a real disk, tried on what was really said."""

from __future__ import annotations

from operator import attrgetter
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.alarms.alarm_bench import AlarmBench
from tests.ui.console.conftest import MakeConsole
from tests.ui.console.fake_city import inventory_of
from wall.model.alarms.figures import Noisy
from wall.model.alarms.mute import Mute
from wall.model.alarms.rule import Concern, Merging, Reach, Response, Rule
from wall.model.alarms.schedule import EVERY_DAY, Schedule, Span
from wall.model.alarms.signal import Source
from wall.model.fold import fold
from wall.ui.alarms.alarm_screen import FIRST, AlarmScreen
from wall.ui.alarms.words import until_text
from wall.ui.console.alarms.rules.concern_text import cameras_in, clock_in, schedule_of, sites_in
from wall.ui.console.alarms.rules.mutes_list import MOST_PX
from wall.ui.console.alarms.rules.page import RulesPage
from wall.ui.console.alarms.rules.screen_choice import AlarmScreenChoice
from wall.ui.console.city import City, site_label
from wall.ui.console.pages import RULES
from wall.ui.console.window import ConsoleWindow
from wall.ui.console.window_alarms import change_rule_of, offer_alarm_screen
from wall.ui.theme import DARK


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


def test_tab_goes_through_the_form_as_it_is_read(console: ConsoleWindow) -> None:
    form = page_of(console).form
    about, hours = form.about, form.about.hours
    form.name.setFocus()
    reached: list[QWidget] = []
    while (focused := QApplication.focusWidget()) is not None and form.isAncestorOf(focused) and len(reached) < 200:
        reached.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    lines = [about.others, about.topic, about.cameras, about.but, about.sites, about.wards, about.tags]
    wanted = [form.on, *lines, hours.more, hours.from_, hours.to, form.doing.title]
    assert [each for each in reached if each in wanted] == wanted


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
    for line, text in ((form.about.hours.from_, "22:00"), (form.about.hours.to, "06:00")):
        line.selectAll()
        QTest.keyClicks(line, text)
    form.doing.priority.setCurrentIndex(1)
    form.doing.answer.shown_on.setCurrentIndex(2)
    form.doing.instruction.setPlainText("Gọi bảo vệ")
    QTest.keyClick(console, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(bench.desk.rules()) == 3)
    rule = kept(bench, "Cong sau, ban dem")
    assert rule.is_on and rule.priority == 2 and rule.response.screen_id == 2
    assert rule.concern.kinds == {"people"} and rule.concern.sources == {Source.ONVIF}
    assert rule.concern.schedule == Schedule((Span(EVERY_DAY, 22 * 60, 6 * 60),))
    assert rule.instruction == "Gọi bảo vệ"
    qtbot.waitUntil(lambda: page.form.rule == rule and not page.form.is_changed)


def type_in(line: QLineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)


def test_all_that_a_rule_holds_is_set_by_hand(bench: AlarmBench, console: ConsoleWindow, qtbot: QtBot) -> None:
    form = page_of(console).form
    answer, gathering = form.doing.answer, form.doing.gathering
    for line, text in (
        (form.about.topic, "RuleEngine"),
        (answer.cell, "3"),
        (answer.record, "90"),
        (answer.before, "25"),
        (answer.preset, "Cong"),
        (gathering.dwell, "1,5"),
        (gathering.gap, "4"),
        (gathering.quiet, "20"),
        (gathering.of_camera, "5"),
        (gathering.of_site, "12"),
        (gathering.minutes, "15"),
        (form.doing.escalations[2], "300"),
    ):
        type_in(line, text)
    gathering.reach.setCurrentIndex(1)
    gathering.reach.activated.emit(1)
    type_in(gathering.around, "80")
    QTest.mouseClick(answer.push, Qt.MouseButton.LeftButton)
    form.keep()
    qtbot.waitUntil(lambda: kept(bench, "Camera đổi hướng").response.push)
    rule = kept(bench, "Camera đổi hướng")
    assert rule.response == Response(1, 2, record_s=90.0, before_s=25.0, preset="Cong", push=True)
    assert rule.merging == Merging(1.5, 4.0, 20.0, Reach.NEIGHBOURS, 80.0, 5, 12, 900.0)
    assert rule.concern.topic == "RuleEngine" and rule.escalate_s == (60.0, 180.0, 300.0)
    qtbot.waitUntil(lambda: not form.is_changed)


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("answer.cell", "0", "Cells count from 1."),
        ("answer.cell", "999", "In cell: at most 256."),
        ("answer.before", "601", "Seconds before: at most 600."),
        ("answer.record", "9999", "Record: at most 7200."),
        ("escalations", "30", "It is escalated each time later than before."),
    ],
)
def test_what_makes_no_sense_is_said(
    bench: AlarmBench, console: ConsoleWindow, field: str, typed: str, sentence: str
) -> None:
    form = page_of(console).form
    before = bench.desk.rules()
    line = attrgetter(field)(form.doing)
    type_in(line[1] if isinstance(line, tuple) else line, typed)
    assert form.notice.text == f"▲  {sentence}"
    form.keep()
    assert bench.desk.rules() == before


def test_a_rule_may_hold_at_several_times_and_for_words_of_other_systems(
    bench: AlarmBench, console: ConsoleWindow, qtbot: QtBot
) -> None:
    form = page_of(console).form
    hours = form.about.hours
    type_in(form.about.others, "fire, smoke")
    type_in(hours.from_, "22:00")
    type_in(hours.to, "06:00")
    QTest.mouseClick(hours.more, Qt.MouseButton.LeftButton)
    for day in range(5):
        QTest.mouseClick(hours.days.chip(day), Qt.MouseButton.LeftButton)
    form.keep()
    wanted = Schedule((Span(EVERY_DAY, 1320, 360), Span(frozenset({5, 6}), 0, 1440)))
    qtbot.waitUntil(lambda: kept(bench, "Camera đổi hướng").concern.schedule == wanted)
    assert kept(bench, "Camera đổi hướng").concern.kinds == {"tamper", "fire", "smoke"}
    qtbot.waitUntil(lambda: not form.is_changed and hours.which.currentText() == "1 of 2")
    hours.which.setCurrentIndex(1)
    hours.which.activated.emit(1)
    assert hours.from_.text() == "00:00" and not form.is_changed
    type_in(hours.from_, "25:00")
    hours.which.activated.emit(0)
    assert form.draft() is None and form.notice.text == "▲  Write times as 22:00."
    hours.which.activated.emit(1)
    QTest.mouseClick(hours.less, Qt.MouseButton.LeftButton)
    form.keep()
    qtbot.waitUntil(lambda: kept(bench, "Camera đổi hướng").concern.schedule == Schedule(wanted.spans[:1]))


def test_a_flood_needs_its_minutes(console: ConsoleWindow) -> None:
    gathering = page_of(console).form.doing.gathering
    type_in(gathering.of_site, "7")
    type_in(gathering.minutes, "0")
    assert page_of(console).form.notice.text == "▲  Say within how many minutes so many alarms are a flood."


def test_what_is_not_touched_stays_to_the_second(bench: AlarmBench, console: ConsoleWindow, qtbot: QtBot) -> None:
    odd = Rule("Lẻ", merging=Merging(flood_s=100.0, reach_m=150.4), priority=1)
    bench.desk.save_rule(odd).result(20)
    form = page_of(console).form
    form.show_rule(kept(bench, "Lẻ"))
    assert not form.is_changed


def noisy(camera_id: int, kind: str) -> Noisy:
    return Noisy(camera_id, 0, kind, alarms=40)


def test_the_rule_of_what_is_noisy_is_proposed_without_it_and_tried(
    bench: AlarmBench, console: ConsoleWindow, qtbot: QtBot
) -> None:
    bench.say("line", 5, 6, 7, 7)
    page = page_of(console)
    change_rule_of(console, noisy(7, "line"))
    form = page.form
    assert form.rule.concern.kinds == {"line"} and form.about.but.text() == "7" and form.is_changed
    qtbot.waitUntil(lambda: form.tried.text().startswith("It would have made 2 alarms of 2 messages"))
    assert not any(rule.concern.but_cameras for rule in bench.desk.rules()), "until it is kept"
    QTest.keyClick(console, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: any(rule.concern.but_cameras == {7} for rule in bench.desk.rules()))
    bench.say("line", 7)
    change_rule_of(console, noisy(7, "line"))
    assert page.notice.text == "▲  No rule that is in force makes such alarms now."


def test_what_was_removed_stays_in_its_rule_until_somebody_deletes_it(
    bench: AlarmBench, console: ConsoleWindow, qtbot: QtBot
) -> None:
    """Else the rule of one camera would be about all of them as soon as it is kept again."""
    gone = Concern(cameras=frozenset({9_001}), sites=frozenset({9_002}), wards=frozenset({"Phố cũ"}))
    bench.desk.save_rule(Rule("Cũ", gone, priority=1)).result(20)
    form = page_of(console).form
    form.show_rule(kept(bench, "Cũ"))
    assert not form.is_changed and form.about.cameras.text() == "removed (9001)"
    type_in(form.doing.title, "Bang ten")
    form.keep()
    qtbot.waitUntil(lambda: kept(bench, "Cũ").title == "Bang ten")
    assert kept(bench, "Cũ").concern == gone
    form.about.cameras.clear()
    form.keep()
    qtbot.waitUntil(lambda: kept(bench, "Cũ").concern.cameras == frozenset())


def test_a_rule_whose_screen_was_removed_is_not_changed_by_that(bench: AlarmBench, console: ConsoleWindow) -> None:
    bench.desk.save_rule(Rule("Cũ", priority=1, response=Response(screen_id=77, cell=2))).result(20)
    form = page_of(console).form
    form.show_rule(kept(bench, "Cũ"))
    assert form.doing.answer.shown_on.currentIndex() == 0 and not form.is_changed


def test_a_ward_or_a_tag_is_spelled_as_the_city_spells_it_or_refused(
    bench: AlarmBench, console: ConsoleWindow, qtbot: QtBot
) -> None:
    form = page_of(console).form
    ward = next(site.ward for site in console.facts.city.sites.values() if not site.ward.isascii())
    type_in(form.about.wards, fold(ward))
    draft = form.draft()
    assert draft is not None and draft.concern.wards == {ward}
    type_in(form.about.wards, f"{fold(ward)}x")
    assert form.notice.text == f"▲  There is no ward {fold(ward)}x."
    form.about.wards.clear()
    type_in(form.about.tags, "nowhere")
    assert form.draft() is None and form.notice.text == "▲  No camera has the tag nowhere."


@pytest.mark.usefixtures("vietnamese")
def test_nothing_of_the_form_is_cut_off_in_vietnamese(
    bench: AlarmBench, make_console: MakeConsole, qtbot: QtBot
) -> None:
    window = make_console(alarms=bench.facts)
    window.go_to(RULES)
    form = page_of(window).form
    scroll = form.findChild(QScrollArea)
    assert scroll is not None
    inside = scroll.widget()
    assert inside is not None
    qtbot.waitUntil(lambda: inside.minimumSizeHint().width() <= scroll.viewport().width())
    for each in form.findChildren(QAbstractButton):
        if each.isVisible():
            assert each.width() >= each.sizeHint().width(), each.text()


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


def test_what_was_typed_and_left_without_being_kept_comes_back(
    bench: AlarmBench, console: ConsoleWindow, qtbot: QtBot
) -> None:
    page = page_of(console)
    form = page.form
    type_in(form.doing.title, "Tam")
    first, kept_title = form.rule, form.rule.title
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Down)
    assert (form.rule == first, form.is_changed) == (False, False)
    QTest.keyClick(console, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert form.rule == first and form.doing.title.text() == "Tam" and form.is_changed
    assert kept(bench, "Camera đổi hướng").title == kept_title
    page.view.setFocus()
    page.begin()
    type_in(form.name, "Moi")
    page.view.go_to(1)
    assert form.rule.rule_id
    page.undo()
    assert form.name.text() == "Moi" and not form.rule.rule_id


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
    assert page.mutes.area.height() > 2 * page.fontMetrics().height()
    what, until = page.mutes.texts[0].split("\n")
    assert what.startswith("5  ") and until.endswith(" · thợ đang sửa · Lan")
    assert until.startswith(f"until {until_text(bench.now_s + 900, bench.now_s)}")
    page.mutes.ended.emit(bench.desk.mutes()[0].mute_id)
    qtbot.waitUntil(lambda: bench.desk.mutes() == () and page.mutes.texts == [])


def test_dozens_of_mutes_leave_the_rules_in_sight(bench: AlarmBench, console: ConsoleWindow, qtbot: QtBot) -> None:
    page = page_of(console)
    least = page.minimumSizeHint().height()
    for number in range(1, 41):
        bench.desk.mute(Mute(number, 0, bench.now_s + 900 + number, "diễn tập phòng cháy")).result(20)
    qtbot.waitUntil(lambda: len(page.mutes.texts) == 40)
    qtbot.waitUntil(lambda: page.mutes.area.verticalScrollBar().maximum() > 500)
    assert page.view.height() > 200 and page.minimumSizeHint().height() < least + 2 * MOST_PX
    bench.desk.unmute(bench.desk.mutes()[0].mute_id).result(20)
    qtbot.waitUntil(lambda: len(page.mutes.texts) == 39)
    qtbot.waitUntil(lambda: page.mutes.area.height() == MOST_PX)


def test_the_screen_of_urgent_alarms_is_chosen_below_the_rules(
    bench: AlarmBench, console: ConsoleWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    settings = QSettings(str(tmp_path / "console.ini"), QSettings.Format.IniFormat)
    screen = AlarmScreen(settings, lambda: console.wall.room.screens)
    offer_alarm_screen(console, screen, DARK)
    choice = page_of(console).findChild(AlarmScreenChoice)
    assert choice is not None and choice.currentData() == FIRST
    last = choice.count() - 1
    assert choice.itemData(last) == console.wall.room.screens[-1].screen_id
    choice.setFocus()
    with qtbot.waitSignal(bench.facts.rules_changed):
        QTest.keyClick(choice, Qt.Key.Key_End)
    assert screen.chosen == choice.itemData(last)


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
