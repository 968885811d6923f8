"""Health: worst first, sites lost as a whole, the clocks, the last hour."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.console.conftest import MakeConsole
from tests.ui.console.fake_city import NOW_S, incidents_of
from tests.ui.console.fake_fleet import FakeFleet
from tests.ui.fake_live import FakeLive
from wall.model.alarm_events import SubscriptionsChanged
from wall.model.alarms.subscription import Gap, Hearing, SubscriptionHealth
from wall.model.device import Trouble
from wall.model.events import HealthChanged, IncidentsChanged
from wall.model.health import Health, Incident, SharedCause, Verdict
from wall.ui.console.pages import CAMERAS, HEALTH
from wall.ui.console.window import ConsoleWindow


def at_health(make_console: MakeConsole) -> ConsoleWindow:
    window = make_console()
    window.go_to(HEALTH)
    return window


def first_cameras(window: ConsoleWindow, count: int) -> list[int]:
    return [row.camera.camera_id for row in window.health.model.rows[:count]]


def texts_of(window: ConsoleWindow, row: int) -> dict[str, str]:
    model = window.health.model
    return {column.name: column.text(model.rows[row]) for column in model.columns}


def test_worst_first(qtbot: QtBot, live: FakeLive, fleet: FakeFleet, make_console: MakeConsole) -> None:
    window = at_health(make_console)
    assert first_cameras(window, 4) == [9, 10, 11, 12], "a whole site is lost"
    live.clock.now_s += 5
    fleet.tell(
        HealthChanged(
            {
                9: Health(Verdict.WELL, checked_s=NOW_S),
                30: Health(Verdict.ILL, Trouble.LOGIN, NOW_S - 1, clock_offset_s=1.0),
                31: Health(Verdict.LOST, Trouble.UNREACHABLE, NOW_S - 61),
            }
        )
    )
    qtbot.waitUntil(lambda: 31 in first_cameras(window, 4))
    assert set(first_cameras(window, 4)) == {10, 11, 12, 31}
    assert first_cameras(window, 5)[4] == 30


def test_what_stands_in_a_row(qtbot: QtBot, live: FakeLive, fleet: FakeFleet, make_console: MakeConsole) -> None:
    health = Health(Verdict.LOST, Trouble.UNREACHABLE, NOW_S - 61, NOW_S - 7200, 12, -19_980, 12.46, 3900, 210)
    fleet.health_now[5] = health
    window = at_health(make_console)
    row = window.health.model.place_of(5)
    assert row is not None
    assert texts_of(window, row) == {
        "state": "does not answer",
        "camera": "5  Chợ Nhớn – hướng Đông",
        "fps": "12.5",
        "bitrate": "3.9 Mbit/s",
        "latency": "210 ms",
        "up": "2 h 00",
        "clock": "−5 h 33",
        "checked": "61 s",
        "events": "–",
    }
    assert texts_of(window, window.health.model.place_of(9) or 0)["fps"] == "–"


def test_the_hand_opens_a_camera_and_keeps_it_through_a_new_order(
    qtbot: QtBot, live: FakeLive, fleet: FakeFleet, make_console: MakeConsole
) -> None:
    window = at_health(make_console)
    view = window.health.view
    assert view.hasFocus() and live.feeds == {}, "a table that gets the focus opens nothing by itself"
    QTest.keyClick(view, Qt.Key.Key_Down)
    opened = window.panel.camera_id
    assert opened is not None and opened == window.health.model.rows[1].camera.camera_id
    live.clock.now_s += 5
    fleet.tell(HealthChanged({opened: Health(Verdict.WELL, checked_s=NOW_S)}))
    qtbot.waitUntil(lambda: (window.health.model.place_of(opened) or 0) > 3)
    assert view.selected_rows() == [window.health.model.place_of(opened)]
    assert window.panel.camera_id == opened


def test_rows_do_not_dance_more_than_once_a_second(
    qtbot: QtBot, live: FakeLive, fleet: FakeFleet, make_console: MakeConsole
) -> None:
    window = at_health(make_console)
    fleet.tell(HealthChanged({1: Health(Verdict.LOST, checked_s=NOW_S)}))
    qtbot.waitUntil(lambda: window.facts.verdict_of(1) is Verdict.LOST and not window.facts._timer.isActive())
    assert 1 not in first_cameras(window, 5)
    live.clock.now_s += 1
    window.health.tick()
    assert 1 in first_cameras(window, 5)


def test_a_site_that_is_lost_as_a_whole_is_one_line(qtbot: QtBot, fleet: FakeFleet, make_console: MakeConsole) -> None:
    window = at_health(make_console)
    page = window.health
    assert page._quiet.isVisible() and not page.incidents.isVisible()
    more = Incident(5, "Ga Bắc Ninh", (17, 18), 4, SharedCause.RECORDER, NOW_S - 60)
    fleet.tell(IncidentsChanged((*incidents_of(fleet.inventory), more)))
    qtbot.waitUntil(page.incidents.isVisible)
    lines = [page.incidents.item(row).text() for row in range(page.incidents.count())]
    assert lines[0].startswith("Cầu Đáp Cầu: 4 of 4 cameras lost since ")
    assert lines[0].endswith(" – probably power or uplink of the site")
    assert lines[1].startswith("Ga Bắc Ninh: 2 of 4 cameras lost")
    assert not page._quiet.isVisible()
    rect = page.incidents.visualItemRect(page.incidents.item(1))
    QTest.mouseClick(page.incidents.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert window.page == CAMERAS
    assert [row.camera.camera_id for row in window.cameras.model.rows] == [17, 18]
    assert window.panel.camera_id == 17
    fleet.tell(IncidentsChanged(()))
    window.go_to(HEALTH)
    qtbot.waitUntil(page._quiet.isVisible)


def test_incidents_are_told_in_vietnamese(
    qtbot: QtBot, vietnamese: None, fleet: FakeFleet, make_console: MakeConsole
) -> None:
    window = at_health(make_console)
    fleet.tell(IncidentsChanged(incidents_of(fleet.inventory)))
    qtbot.waitUntil(window.health.incidents.isVisible)
    text = window.health.incidents.item(0).text()
    assert text.startswith("Cầu Đáp Cầu: mất 4 trong 4 camera từ ")
    assert text.endswith(" – có lẽ do nguồn điện hoặc đường truyền của điểm")


def test_the_plots_show_what_is_known(
    qtbot: QtBot, live: FakeLive, fleet: FakeFleet, make_console: MakeConsole
) -> None:
    window = at_health(make_console)
    page = window.health
    heights = list(page.clocks._bars.opts["height"])
    known = [health for health in fleet.health.values() if health.clock_offset_s is not None]
    assert sum(heights) == len(known) == 36 and heights[5] > 0
    assert list(page.losses._curve.yData) == [4, 4]
    live.clock.now_s += 120
    fleet.tell(HealthChanged({camera: Health(Verdict.LOST, checked_s=NOW_S) for camera in (1, 2)}))
    qtbot.waitUntil(lambda: window.facts.totals().lost == 6)
    page.tick()
    assert list(page.losses._curve.yData) == [4, 6, 6]
    assert list(page.losses._curve.xData) == [-2.0, 0.0, 0.0]


def test_the_history_goes_on_while_another_page_is_shown(
    qtbot: QtBot, live: FakeLive, fleet: FakeFleet, make_console: MakeConsole
) -> None:
    window = make_console()
    live.clock.now_s += 30
    window.health.tick()
    live.clock.now_s += 30
    window.health.tick()
    assert len(window.health.history.steps(live.clock())[0]) == 3


def test_whether_its_events_are_heard(
    qtbot: QtBot, live: FakeLive, fleet: FakeFleet, make_console: MakeConsole
) -> None:
    window = at_health(make_console)
    device = window.facts.city.cameras[5].device_id
    assert device is not None

    def told(health: SubscriptionHealth) -> tuple[str, str]:
        live.clock.now_s += 2
        fleet.tell(SubscriptionsChanged({device: health}))
        qtbot.waitUntil(lambda: window.facts.subscriptions.get(device) == health and not window.facts._timer.isActive())
        window.health.tick()
        row = window.health.model.place_of(5) or 0
        (column,) = (each for each in window.health.model.columns if each.name == "events")
        shown = window.health.model.rows[row]
        assert column.tip is not None
        return column.text(shown), column.tip(shown)

    assert told(SubscriptionHealth(Hearing.FINE, NOW_S)) == ("heard", "Its events are heard.")
    word, sentence = told(SubscriptionHealth(Hearing.DEAD, NOW_S - 300, Trouble.TIMEOUT))
    assert word.startswith("not for 5 min")
    assert sentence.startswith("Its events have not been heard for 5 min") and sentence.endswith("in time")
    word, sentence = told(SubscriptionHealth(Hearing.FINE, NOW_S, gap=Gap(NOW_S - 180, NOW_S)))
    assert word == "gap of 3 min 00" and "Events of 3 min 00 may be missing: from " in sentence
    assert told(SubscriptionHealth(Hearing.NOT_OFFERED, NOW_S))[0] == "has none"
