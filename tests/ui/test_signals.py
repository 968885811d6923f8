"""Facts from any thread arrive on the UI thread."""

from __future__ import annotations

import threading

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from wall.model.events import Event, TileChanged
from wall.model.tile import TileState, TileStatus
from wall.ui.signals import EventBridge


def test_events_arrive_in_order_on_the_ui_thread(qtbot: QtBot) -> None:
    bridge = EventBridge()
    arrived: list[tuple[Event, int]] = []
    bridge.happened.connect(
        lambda event: arrived.append((event, threading.get_ident())), Qt.ConnectionType.QueuedConnection
    )
    sent = [TileChanged(n, TileStatus(TileState.LIVE), float(n)) for n in range(200)]

    def publish_all() -> None:
        for event in sent:
            bridge.publish(event)

    thread = threading.Thread(target=publish_all)
    thread.start()
    thread.join()
    assert arrived == [], "publishing never runs the receiver"
    qtbot.waitUntil(lambda: len(arrived) == 200)
    assert [event for event, _ in arrived] == sent
    assert {ident for _, ident in arrived} == {threading.get_ident()}
