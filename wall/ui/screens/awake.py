"""Keeps the desktop from darkening or locking the displays while a wall is on them."""

from __future__ import annotations

import ctypes
import os
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtGui import QGuiApplication

_SERVICES = (
    # GNOME, KDE Plasma, Cinnamon, MATE and LXQt answer to the first, Xfce's power manager to the second.
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.freedesktop.PowerManagement.Inhibit", "/org/freedesktop/PowerManagement/Inhibit"),
)
_LINK = "citywall-awake"


class Awake(QObject):
    """Holds the displays awake, or lets them sleep. UI thread; waits for nobody's answer.

    Every wish is bound to a link of its own, and taken back with it: also when the program dies. A desktop that
    answers to none of the services, and a Wayland compositor without one, go by their own settings.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._x_server = _XScreenSaver()
        self._is_held = False

    def hold(self, is_wanted: bool) -> None:
        """Keep the displays awake from now on, or let them sleep again."""
        if is_wanted == self._is_held:
            return
        self._is_held = is_wanted
        self._x_server.suspend(is_wanted)
        if is_wanted:
            self._ask_the_desktop()
        else:
            QDBusConnection.disconnectFromBus(_LINK)

    def _ask_the_desktop(self) -> None:
        # Without a session there is no bus, and one would be started for us.
        if not (os.environ.get("DBUS_SESSION_BUS_ADDRESS") or _own_bus().exists()):
            return
        bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, _LINK)
        for service, path in _SERVICES if bus.isConnected() else ():
            message = QDBusMessage.createMethodCall(service, path, service, "Inhibit")
            message.setArguments(["CityWall", self.tr("The video wall is on")])
            message.setAutoStartService(False)
            bus.send(message)  # Whether anybody answers, and with which ticket, is of no interest: see above.


def _own_bus() -> Path:
    return Path(os.environ.get("XDG_RUNTIME_DIR") or "/nonexistent", "bus")


class _XScreenSaver:
    """The X server's own blanking and power saving (MIT-SCREEN-SAVER), which bare sessions have on by default."""

    def __init__(self) -> None:
        self._link: int | None = None
        self._libraries = _x_libraries() if QGuiApplication.platformName() == "xcb" else None

    def suspend(self, is_wanted: bool) -> None:
        if self._libraries is None:
            return
        x11, xss = self._libraries
        if is_wanted:
            self._link = x11.XOpenDisplay(None)
        if self._link is not None:
            xss.XScreenSaverSuspend(self._link, is_wanted)
            x11.XFlush(self._link)
        if self._link is not None and not is_wanted:
            x11.XCloseDisplay(self._link)
            self._link = None


def _x_libraries() -> tuple[ctypes.CDLL, ctypes.CDLL] | None:
    try:
        x11, xss = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXss.so.1")
    except OSError:  # Then it goes by its own settings: `xset s off -dpms`.
        return None
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XFlush.argtypes = x11.XCloseDisplay.argtypes = (ctypes.c_void_p,)
    xss.XScreenSaverSuspend.argtypes = (ctypes.c_void_p, ctypes.c_int)
    return x11, xss
