"""Is the desktop locked, or about to sleep? Said by the session's screen saver and by systemd-logind, over D-Bus."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection

_SAVERS = (
    ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"),
    ("/org/cinnamon/ScreenSaver", "org.cinnamon.ScreenSaver"),
    ("/org/mate/ScreenSaver", "org.mate.ScreenSaver"),
)
"""Paths and interfaces that tell `ActiveChanged(bool)`; KDE Plasma has the second."""

_LOGIND = "org.freedesktop.login1"
_SYSTEM_BUS = Path("/run/dbus/system_bus_socket")


class ScreenLock(QObject):
    """`locked` follows when keys and buttons go to a lock screen from now on. UI thread; without a bus it is silent:
    then the lock takes the focus, which is heard elsewhere (`PtzEnds`).
    """

    locked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Without a session there is no bus, and one would be started for us.
        if os.environ.get("DBUS_SESSION_BUS_ADDRESS") or _own_bus().exists():
            for path, interface in _SAVERS:
                self._hear(_session(), path, interface, "ActiveChanged", "on_told(bool)")
        if os.environ.get("DBUS_SYSTEM_BUS_ADDRESS") or _SYSTEM_BUS.exists():
            system = QDBusConnection.systemBus()
            self._hear(system, "", f"{_LOGIND}.Session", "Lock", "on_locked()")
            self._hear(system, "", f"{_LOGIND}.Manager", "PrepareForSleep", "on_told(bool)")

    def _hear(self, bus: QDBusConnection, path: str, interface: str, signal: str, slot: str) -> None:
        """From whoever says it. PySide declares that a slot is bytes, and takes none."""
        bus.connect("", path, interface, signal, self, SLOT(slot))  # type: ignore[call-overload]

    @Slot(bool)
    def on_told(self, is_locked: bool) -> None:
        """Named by its signature on the bus."""
        if is_locked:
            self.locked.emit()

    @Slot()
    def on_locked(self) -> None:
        self.locked.emit()


def _own_bus() -> Path:
    return Path(os.environ.get("XDG_RUNTIME_DIR") or "/nonexistent", "bus")


def _session() -> QDBusConnection:
    return QDBusConnection.sessionBus()
