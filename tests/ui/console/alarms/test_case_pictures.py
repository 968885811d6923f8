"""The pictures of the case at hand: before the alarm beside live, and the others at its site."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.alarms.alarm_bench import EACH, AlarmBench
from tests.ui.console.fake_room import FakeRoom
from tests.ui.fake_live import FakeLive
from wall.model.alarms.rule import Concern, Rule
from wall.model.alarms.signal import Signal, Source
from wall.model.events import KeptChanged
from wall.model.view import CameraCell
from wall.ui.console.alarms.case_pictures import FIRST_BEFORE_TILE, CasePictures
from wall.ui.console.alarms.site_pictures import FIRST_SITE_TILE
from wall.ui.console.pages import SCREENS
from wall.ui.console.window import ConsoleWindow

MakeAlarms = Callable[[], ConsoleWindow]


def case_of(window: ConsoleWindow) -> CasePictures:
    """With the hand on the most urgent alarm."""
    assert window.alarms is not None
    window.alarms.page.enter()
    return window.alarms.page.detail.pictures


def say_kept(live: FakeLive, *spans: tuple[float, float]) -> None:
    """What is kept of all that looks back now."""
    for tile in live.past:
        live.bridge.publish(KeptChanged(tile, spans))


def label_of(case: CasePictures) -> str:
    tile = case.before.tile
    assert tile is not None and tile.past is not None
    return tile.past.label


def sentence_of(case: CasePictures) -> str:
    tile = case.before.tile
    assert tile is not None and tile.past is not None
    return tile.past.sentence


def test_what_was_before_stands_beside_what_is_live(
    bench: AlarmBench, at_alarms: MakeAlarms, live: FakeLive, qtbot: QtBot
) -> None:
    bench.say("tamper", 7)
    case = case_of(at_alarms())
    qtbot.waitUntil(lambda: len(live.past) == 1)
    (tile,) = live.past
    assert tile >= FIRST_BEFORE_TILE
    assert tile not in live.awake, "what is shown of the past is not decoded live as well"
    now_s = live.clock()
    assert live.heads[tile].position(now_s) == now_s - 10, "the alarm began just now"
    assert label_of(case) == "Before the alarm −10 s"
    say_kept(live, (now_s - 300, now_s))
    live.clock.now_s += 4
    qtbot.waitUntil(lambda: label_of(case) == "Before the alarm −6 s")
    assert sentence_of(case) == ""
    assert case.live.camera is not None and case.live.camera.camera_id == 7


def test_what_is_kept_with_a_note_is_both(
    bench: AlarmBench, at_alarms: MakeAlarms, live: FakeLive, qtbot: QtBot
) -> None:
    """Who climbed over the wall is to be seen before the alarm, and not any more now."""
    bench.say("tamper", 7)
    case = case_of(at_alarms())
    qtbot.waitUntil(lambda: len(live.past) == 1 and len(live.feeds) > 1)
    live.show_quarters()
    qtbot.waitUntil(lambda: case.live.snapshot() is not None)
    assert case.before.snapshot() is None, "it has no picture yet"
    alone = QImage.fromData(case.jpeg())
    say_kept(live, (live.clock() - 300, live.clock()))
    for feed in live.past.values():
        feed.draw_quarters(live.clock())
    qtbot.waitUntil(lambda: case.before.snapshot() is not None)
    both = QImage.fromData(case.jpeg())
    assert both.width() > 1.5 * alone.width() and abs(both.height() - alone.height()) < alone.height() / 3


def test_it_goes_round_and_says_what_comes_after(
    bench: AlarmBench, at_alarms: MakeAlarms, live: FakeLive, qtbot: QtBot
) -> None:
    bench.say("tamper", 7)
    case = case_of(at_alarms())
    qtbot.waitUntil(lambda: len(live.past) == 1)
    began_s = live.clock()
    say_kept(live, (began_s - 300, began_s))
    live.clock.now_s += 60
    say_kept(live, (began_s - 300, began_s + 60))
    (tile,) = live.past
    qtbot.waitUntil(lambda: live.heads[tile].position(live.clock()) == began_s - 10)
    assert label_of(case) == "Before the alarm −10 s"
    live.clock.now_s += 13
    qtbot.waitUntil(lambda: label_of(case) == "After the alarm +3 s")


def test_where_nothing_was_kept_before_it_says_so(
    bench: AlarmBench, at_alarms: MakeAlarms, live: FakeLive, qtbot: QtBot
) -> None:
    bench.say("tamper", 7)
    case = case_of(at_alarms())
    qtbot.waitUntil(lambda: len(live.past) == 1)
    began_s = live.clock()
    say_kept(live, (began_s + 1, began_s + 2))
    qtbot.waitUntil(lambda: sentence_of(case) == "No picture from before the alarm is kept")
    (tile,) = live.past
    qtbot.waitUntil(lambda: live.heads[tile].position(began_s) == began_s - 1.5)  # Not ten seconds of nothing.
    live.clock.now_s += 3
    say_kept(live, (began_s + 1, began_s + 3))
    qtbot.waitUntil(lambda: sentence_of(case) == "")
    assert label_of(case) == "After the alarm +1 s"


def test_another_stream_that_was_received_longer_is_looked_at(
    bench: AlarmBench, at_alarms: MakeAlarms, live: FakeLive, room: FakeRoom, qtbot: QtBot
) -> None:
    bench.say("tamper", 7)
    camera = room.cameras.camera(7)
    assert camera is not None and len(camera.streams) > 1
    for number, stream in enumerate(camera.streams):
        live.show(number, stream.source, 320, 180)
    case = case_of(at_alarms())
    qtbot.waitUntil(lambda: len(live.past) == 1)
    began_s, first = live.clock(), live.sources[next(iter(live.past))]
    say_kept(live, (began_s + 1, began_s + 2))
    qtbot.waitUntil(lambda: len(live.past) == 1 and live.sources[next(iter(live.past))] != first)
    say_kept(live, (began_s - 60, began_s + 2))
    qtbot.waitUntil(lambda: sentence_of(case) == "")
    for number in range(len(camera.streams)):
        live.hide(number)


def test_the_others_at_the_site_are_live_and_nothing_is_decoded_twice(
    bench: AlarmBench, at_alarms: MakeAlarms, live: FakeLive, room: FakeRoom, qtbot: QtBot
) -> None:
    bench.say("tamper", 7)
    beside = room.cameras.camera(6)
    assert beside is not None
    live.show(1, beside.streams[0].source, 1920, 1080)
    window = at_alarms()
    case = case_of(window)
    assert {camera.camera_id for camera in case.others.cameras} == {5, 6, 8}
    qtbot.waitUntil(lambda: sum(tile >= FIRST_SITE_TILE for tile in live.feeds) == 3)
    shown = [live.sources[tile] for tile in live.feeds if tile >= FIRST_SITE_TILE]
    assert beside.streams[0].source in shown, "as the wall shows it, whatever its size"
    places = [case.others.view.cells[cell] for cell in range(3)]
    where = next(place for place, camera in enumerate(case.others.cameras) if camera.camera_id == 6)
    at = QPoint(places[where].x + 20, places[where].y + 20)
    QTest.mouseDClick(case.others.view, Qt.MouseButton.LeftButton, pos=at)
    assert CameraCell(6) in room.board(room.selected_screen).page_contents()
    window.go_to(SCREENS)
    qtbot.waitUntil(lambda: set(live.feeds) == {1})
    live.hide(1)


def test_a_key_begins_again(bench: AlarmBench, at_alarms: MakeAlarms, live: FakeLive, qtbot: QtBot) -> None:
    bench.say("tamper", 7)
    window = at_alarms()
    case = case_of(window)
    qtbot.waitUntil(lambda: len(live.past) == 1)
    began_s, (former,) = live.clock(), live.past
    live.clock.now_s += 7
    qtbot.waitUntil(lambda: label_of(case) == "Before the alarm −3 s")
    assert window.alarms is not None
    QTest.keyClick(window.alarms.page.view, Qt.Key.Key_B)
    assert label_of(case) == "Before the alarm −10 s"
    (tile,) = live.past
    assert live.heads[tile].position(live.clock()) == began_s - 10
    assert former not in live.feeds or former == tile


# -- alarms of no camera


def say_of_no_camera(bench: AlarmBench, site_id: int = 0) -> None:
    bench.keep(Rule("", Concern(kinds=frozenset({"fire"})), 1, EACH))
    bench.desk.receive([Signal(Source.WEBHOOK, "fire", 0, bench.now_s, site_id=site_id)]).result(20.0)


def test_of_a_site_its_cameras_are_shown_and_that_none_of_them_saw_it_is_said(
    bench: AlarmBench, at_alarms: MakeAlarms, live: FakeLive, qtbot: QtBot
) -> None:
    say_of_no_camera(bench, site_id=2)
    window = at_alarms()
    case = case_of(window)
    assert "Chợ Nhớn · Tiền Ninh Vệ" in [each.text() for each in window.findChildren(QLabel)], "each word once"
    assert {camera.camera_id for camera in case.others.cameras} == {5, 6, 7, 8}
    qtbot.waitUntil(lambda: sum(tile >= FIRST_SITE_TILE for tile in live.feeds) == 4)
    assert case.why.text() == "This alarm is of no camera. The cameras of its site now:"
    assert window.alarms is not None
    assert window.alarms.page.selected_cameras() == [5, 6, 7, 8], "what is put onto the wall"
    assert case.why.isVisible() and not case.live.isVisible() and not case.before.isVisible()
    above, below = case.others.view.cells[0], case.others.view.cells[2]
    assert below.y > above.y, "in two rows: they are all that is to be seen"


def test_of_no_site_that_is_said(bench: AlarmBench, at_alarms: MakeAlarms, live: FakeLive) -> None:
    say_of_no_camera(bench)
    case = case_of(at_alarms())
    assert case.why.text() == "This alarm is of no camera and of no site: there is no picture of it."
    assert case.why.isVisible() and not case.others.isVisible() and not live.feeds


def test_of_a_site_without_cameras_and_of_a_camera_that_is_gone_too(bench: AlarmBench, at_alarms: MakeAlarms) -> None:
    say_of_no_camera(bench)
    case = case_of(at_alarms())
    case.show_alarm(replace(bench.facts.unseen()[0], site_id=9_999))
    assert case.why.text() == "This alarm is of no camera, and its site has none that could be shown."
    alarm = replace(bench.facts.unseen()[0], camera_id=9_999, cameras=(9_999,))
    case.show_alarm(alarm)
    assert case.why.text().startswith("The camera of this alarm is no longer there")
    bench.say("tamper", 7)
    case.show_alarm(bench.now(bench.of(7)))
    assert not case.why.isVisible() and case.live.isVisible()
    assert len({cell.y for cell in case.others.view.cells}) == 1
