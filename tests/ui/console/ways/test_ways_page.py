"""The page of other systems by hand: real ways behind it, a real broker and a real supervisor at their ends."""

from __future__ import annotations

from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.services.alarms.ways_room import Wall, running
from tests.support.mosquitto import PROGRAM, mosquitto
from tests.support.supervisor import Supervisor, supervisor
from tests.ui.console.conftest import MakeConsole
from tests.ui.fake_live import FakeLive
from wall.intake.webhook import hash_of
from wall.model.alarms.told import Standing
from wall.model.alarms.ways_in import WaysIn
from wall.model.alarms.ways_out import HookSettings
from wall.ui.alarms.facts import AlarmFacts
from wall.ui.console.ways.group import Group
from wall.ui.console.ways.page import WaysPage
from wall.ui.console.window import ConsoleWindow

PATIENCE_MS = 20_000
needs_broker = pytest.mark.skipif(not PROGRAM, reason="no mosquitto here: see installer/system-packages-test.txt")


@pytest.fixture
def wall(live: FakeLive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Wall]:
    monkeypatch.setenv("CITYWALL_PASSPHRASE", "một hai ba")
    with running(tmp_path / "ways.db", live.bridge.publish) as made:
        yield made


@pytest.fixture
def console(wall: Wall, live: FakeLive, make_console: MakeConsole) -> Iterator[ConsoleWindow]:
    facts = AlarmFacts(wall.alarms, live.bridge, ways=wall.ways)
    window = make_console(alarms=facts)
    QTest.keyClick(window, Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    assert window.page == "ways"
    yield window
    facts.end()


@pytest.fixture
def page(console: ConsoleWindow) -> WaysPage:
    assert console.alarms is not None and console.alarms.ways is not None
    return console.alarms.ways


def type_in(line: QLineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)


def test_tab_goes_through_each_way_as_it_is_read(page: WaysPage) -> None:
    out = page.publishing
    QTest.mouseClick(out.on, Qt.MouseButton.LeftButton)
    reached: list[QWidget] = []
    out.host.setFocus()
    while (focused := QApplication.focusWidget()) is not None and len(reached) < 6:
        reached.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert reached[:4] == [out.host, out.port, out.tls, out.ca_file] and reached[-1] is out.topics


def click(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.rect().center())


def outcome_of(group: Group, qtbot: QtBot) -> str:
    """What a person reads after the test."""
    click(group.test)
    qtbot.waitUntil(lambda: group.outcome.text() not in ("", "Trying…"), timeout=PATIENCE_MS)
    return group.outcome.text()


def test_nothing_is_on_at_first_and_nothing_can_be_typed(page: WaysPage) -> None:
    assert not page.is_changed
    assert [group.on.isChecked() for group in page.groups] == [False] * 4
    assert not page.broker.host.isEnabled() and not page.hook.url.isEnabled()
    assert {group.state.text() for group in page.groups} == {"Now: It is switched off."}


def test_a_supervisor_is_set_up_tried_and_told(wall: Wall, page: WaysPage, qtbot: QtBot) -> None:
    with supervisor("t0k") as there:
        click(page.hook.on)
        type_in(page.hook.url, there.url)
        click(page.hook.token.on)
        type_in(page.hook.token.secret, "wrong")
        assert outcome_of(page.hook, qtbot) == "▲  It refuses the login, or the token (401 Unauthorized)."
        type_in(page.hook.token.secret, "t0k")
        assert outcome_of(page.hook, qtbot) == "✓  It has taken the message (200 OK)."
        page.keep()
        qtbot.waitUntil(lambda: page.notice.text == "Kept, and in force.", timeout=PATIENCE_MS)
        assert wall.ways.settings.out.hook == HookSettings(there.url, credential="supervisor token")
        assert page.hook.token.secret.text() == "" and "kept" in page.hook.token.secret.placeholderText()
        assert outcome_of(page.hook, qtbot).startswith("✓"), "with the token that is kept"
        wall.ways.pushes.tell(wall.alarm())
        qtbot.waitUntil(
            lambda: "Messages: 1 sent, 0 waiting, 0 given up." in page.hook.state.text(), timeout=PATIENCE_MS
        )
        assert not page.is_changed


def test_a_supervisor_that_is_away_is_said_with_what_waits(wall: Wall, page: WaysPage, qtbot: QtBot) -> None:
    click(page.hook.on)
    type_in(page.hook.url, Supervisor().url)
    assert outcome_of(page.hook, qtbot).startswith("▲  It cannot be reached (")
    page.keep()
    qtbot.waitUntil(lambda: page.notice.text == "Kept, and in force.", timeout=PATIENCE_MS)
    wall.ways.pushes.tell(wall.alarm())
    qtbot.waitUntil(lambda: "0 sent, 1 waiting" in page.hook.state.text(), timeout=PATIENCE_MS)
    assert "▲" in page.hook.state.text()


@needs_broker
def test_a_broker_is_set_up_tried_and_heard(wall: Wall, page: WaysPage, qtbot: QtBot, tmp_path: Path) -> None:
    with mosquitto(tmp_path) as broker:
        click(page.broker.on)
        type_in(page.broker.host, "127.0.0.1")
        type_in(page.broker.port, str(broker.port))
        assert outcome_of(page.broker, qtbot).startswith(
            "✓  The broker was reached, and lets us hear what we ask for (frig"
        )
        page.keep()
        qtbot.waitUntil(lambda: page.broker.state.text() == "Now: It is heard.", timeout=PATIENCE_MS)
        click(page.publishing.on)
        type_in(page.publishing.host, "127.0.0.1")
        type_in(page.publishing.port, str(broker.port))
        type_in(page.publishing.topics, "citywall/alarms")
        page.keep()
        assert page.notice.text.startswith("▲  What is published on that topic would come back")
        type_in(page.publishing.topics, "citywall/supervisor")
        assert outcome_of(page.publishing, qtbot) == "✓  It has taken the message (citywall/supervisor)."
        click(page.broker.on)
        page.keep()
        qtbot.waitUntil(lambda: page.broker.state.text() == "Now: It is switched off.", timeout=PATIENCE_MS)
        assert wall.ways.settings.broker is None and wall.ways.settings.out.broker is not None


def test_a_token_is_made_copied_shown_once_and_takes_the_place_of_the_old_one(
    wall: Wall, console: ConsoleWindow, page: WaysPage, qtbot: QtBot
) -> None:
    hook = page.webhook
    click(hook.on)
    first = hook.token.text()
    assert len(first) > 30
    with supervisor() as free:
        port = free.port
    type_in(hook.port, str(port))
    assert outcome_of(hook, qtbot) == "▲  Keep it first: what is in force is tried."
    click(hook.copy)
    assert QGuiApplication.clipboard().text() == first
    page.keep()
    qtbot.waitUntil(lambda: page.notice.text == "Kept, and in force.", timeout=PATIENCE_MS)
    assert wall.ways.settings.webhook is not None
    assert wall.ways.settings.webhook.token_sha256 == hash_of(first)
    assert (
        outcome_of(hook, qtbot) == f"✓  CityWall listens there, and takes this token (http://127.0.0.1:{port}/alarms)."
    )
    click(hook.make)
    assert hook.token.text() != first and page.is_changed
    page.take_back()
    assert hook.token.text() == ""
    console.go_to("alarms")
    console.go_to("ways")
    assert outcome_of(hook, qtbot).startswith("✓  CityWall listens there; whether a caller has the right token")
    type_in(hook.host, "0.0.0.0")
    assert hook.warning.text().startswith("Others can read")


@pytest.mark.parametrize(
    ("group", "line", "typed", "sentence"),
    [
        ("broker", "host", "mqtt://x", "Type the broker's name or address, without mqtt:// in front."),
        ("broker", "port", "0", "A port is a number from 1 to 65535."),
        ("broker", "port", "70000", "Port: at most 65535."),
        ("publishing", "topics", "citywall/#", "Type one topic, without + and #."),
        ("hook", "url", "chi-huy/alarms", "The address must look like https://host/path, without a login in it."),
        ("hook", "url", "https://a:b@c/", "The address must look like https://host/path, without a login in it."),
        ("webhook", "host", "a b", "Type at which address it listens, such as 127.0.0.1."),
    ],
)
def test_what_makes_no_sense_is_said_and_not_kept(
    wall: Wall, page: WaysPage, group: str, line: str, typed: str, sentence: str
) -> None:
    there = getattr(page, group)
    click(there.on)
    if hasattr(there, "topics"):
        type_in(there.host, "127.0.0.1")
    type_in(getattr(there, line), typed)
    page.keep()
    assert page.notice.text.endswith(sentence)
    assert wall.ways.settings == WaysIn()


def test_a_login_without_a_user_is_said(page: WaysPage) -> None:
    click(page.broker.on)
    type_in(page.broker.host, "127.0.0.1")
    click(page.broker.login.on)
    type_in(page.broker.login.secret, "x")
    page.keep()
    assert page.notice.text.endswith("Type the user, too.")


def test_what_was_said_of_it_goes_when_it_is_changed(page: WaysPage, qtbot: QtBot) -> None:
    click(page.webhook.on)
    page.keep()
    qtbot.waitUntil(lambda: page.notice.text == "Kept, and in force.", timeout=PATIENCE_MS)
    click(page.hook.on)
    assert page.notice.text == "" and page.is_changed


def test_while_it_is_tried_the_keyboard_stays(page: WaysPage, qtbot: QtBot) -> None:
    """A key pressed meanwhile would have written over the address."""
    click(page.hook.on)
    type_in(page.hook.url, Supervisor().url)
    click(page.hook.test)
    assert page.hook.outcome.text() == "Trying…" and page.hook.test.hasFocus()
    click(page.hook.test)
    qtbot.waitUntil(lambda: page.hook.outcome.text().startswith("▲"), timeout=PATIENCE_MS)
    assert page.hook.test.hasFocus()


def test_messages_are_counted_while_one_looks(wall: Wall, page: WaysPage, qtbot: QtBot) -> None:
    click(page.webhook.on)
    with supervisor() as free:
        type_in(page.webhook.port, str(free.port))
    token = page.webhook.token.text()
    page.keep()
    qtbot.waitUntil(lambda: wall.standing(1) is Standing.FINE, timeout=PATIENCE_MS)
    for body in (b'{"kind": "fire"}', b"nonsense"):
        caller = HTTPConnection("127.0.0.1", free.port, timeout=10)
        caller.request("POST", "/alarms", body, {"Authorization": f"Bearer {token}"})
        assert caller.getresponse().status in (202, 400)
        caller.close()
    told = "Messages: 1 taken, 1 not understood."
    qtbot.waitUntil(lambda: page.webhook.state.text().endswith(told), timeout=PATIENCE_MS)


def test_esc_takes_back_what_was_not_kept(console: ConsoleWindow, page: WaysPage) -> None:
    click(page.hook.on)
    type_in(page.hook.url, "https://x/")
    QTest.keyClick(console, Qt.Key.Key_Escape)
    assert (page.is_changed, page.hook.url.text(), console.page) == (False, "", "ways")


def test_the_usual_port_follows_tls(page: WaysPage) -> None:
    click(page.broker.on)
    click(page.broker.tls)
    assert page.broker.port.text() == "8883"
    type_in(page.broker.port, "9999")
    click(page.broker.tls)
    assert page.broker.port.text() == "9999"


def test_the_supervisors_screen_is_kept(wall: Wall, page: WaysPage, qtbot: QtBot) -> None:
    page.shown_on.setCurrentIndex(2)
    page.keep()
    qtbot.waitUntil(lambda: wall.ways.settings.out.screen_id == page.shown_on.itemData(2), timeout=PATIENCE_MS)
    assert wall.ways.pushes.has_screen


@pytest.mark.usefixtures("vietnamese")
def test_nothing_is_cut_off_in_vietnamese(page: WaysPage, qtbot: QtBot) -> None:
    scroll = page.findChild(QScrollArea)
    assert scroll is not None
    inside = scroll.widget()
    assert inside is not None
    qtbot.waitUntil(lambda: inside.minimumSizeHint().width() <= scroll.viewport().width(), timeout=PATIENCE_MS)
    for each in page.findChildren(QAbstractButton):
        if each.isVisible():
            assert each.width() >= each.sizeHint().width(), each.text()
