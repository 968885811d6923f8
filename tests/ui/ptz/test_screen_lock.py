"""A desktop that is locked tells it over a real session bus."""

from __future__ import annotations

import pytest
from jeepney import DBusAddress, new_signal
from jeepney.io.blocking import open_dbus_connection
from PySide6.QtDBus import QDBusConnection
from pytestqt.qtbot import QtBot

from tests.support.session_bus import session_bus
from wall.ui.ptz import screen_lock
from wall.ui.ptz.screen_lock import ScreenLock


@pytest.mark.parametrize(
    ("path", "interface"),
    [
        ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
        ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"),
    ],
)
def test_a_lock_is_heard_and_an_unlock_is_none(
    path: str, interface: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with session_bus() as (address, _desktop):
        link = QDBusConnection.connectToBus(address, "test-lock")
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        monkeypatch.setattr(screen_lock, "_session", lambda: link)
        lock = ScreenLock()
        heard: list[bool] = []
        lock.locked.connect(lambda: heard.append(True))
        sender = open_dbus_connection(bus=address)
        for is_locked in (False, True, False):
            sender.send(new_signal(DBusAddress(path, interface=interface), "ActiveChanged", "b", (is_locked,)))
        qtbot.waitUntil(lambda: heard == [True])
        qtbot.wait(50)
        assert heard == [True]
        sender.close()
        del lock
        QDBusConnection.disconnectFromBus("test-lock")


def test_without_a_bus_it_is_silent(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
    ScreenLock()
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/nonexistent")
    ScreenLock()
