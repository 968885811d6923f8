"""A session bus of its own, and a desktop on it that promises to stay awake."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from jeepney import HeaderFields, MatchRule, MessageType, message_bus, new_method_return
from jeepney.io.blocking import DBusConnection, open_dbus_connection

SERVICE = "org.freedesktop.ScreenSaver"


class Desktop:
    """Fulfils org.freedesktop.ScreenSaver; a wish ends with the link it came over, as the specification has it."""

    def __init__(self, link: DBusConnection) -> None:
        self._link = link
        self.wishes: dict[str, tuple[str, ...]] = {}
        """By the link they came over: the program and its reason."""
        link.send_and_get_reply(message_bus.RequestName(SERVICE))
        rule = MatchRule(type="signal", interface="org.freedesktop.DBus", member="NameOwnerChanged")
        link.send_and_get_reply(message_bus.AddMatch(rule))

    def run(self) -> None:
        """Answer until the bus ends."""
        try:
            while True:
                self._answer()
        except (ConnectionResetError, EOFError, OSError):
            return

    def _answer(self) -> None:
        message = self._link.receive()
        fields = message.header.fields
        if message.header.message_type is MessageType.method_call and fields[HeaderFields.member] == "Inhibit":
            self.wishes[fields[HeaderFields.sender]] = message.body
            self._link.send(new_method_return(message, "u", (4711,)))
        elif fields.get(HeaderFields.member) == "NameOwnerChanged" and not message.body[2]:
            self.wishes.pop(message.body[0], None)


@contextmanager
def session_bus() -> Iterator[tuple[str, Desktop]]:
    """Its address, and the desktop that listens on it."""
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert bus.stdout is not None
    try:
        address = bus.stdout.readline().strip()
        assert address, "dbus-daemon does not start"
        with open_dbus_connection(address) as link:
            desktop = Desktop(link)
            listening = threading.Thread(target=desktop.run, name="desktop")
            listening.start()
            try:
                yield address, desktop
            finally:
                bus.terminate()
                listening.join()
    finally:
        bus.kill()
        bus.wait()
        bus.stdout.close()
