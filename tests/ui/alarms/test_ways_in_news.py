"""How the ways in stand, in sentences: each once."""

from __future__ import annotations

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from wall.model.alarms.signal import Source
from wall.model.alarms.told import IntakeHealth, Standing
from wall.model.alarms.told_events import IntakeChanged, MessageBroken
from wall.ui.alarms.ways_in_news import WaysInNews
from wall.ui.signals import EventBridge


def test_each_piece_of_news_is_said_once(qtbot: QtBot) -> None:
    events, parent = EventBridge(), QObject()
    said: list[str] = []
    complaints: list[str] = []
    WaysInNews(events, said.append, complaints.append, parent)

    def stand(standing: Standing, detail: str = "", *strangers: str) -> None:
        events.publish(IntakeChanged(IntakeHealth(Source.MQTT, standing, 0.0, detail, strangers=strangers)))

    stand(Standing.CONNECTING)
    stand(Standing.FINE)
    stand(Standing.UNREACHABLE, "mqtt.example:1883")
    stand(Standing.CONNECTING)
    stand(Standing.UNREACHABLE, "mqtt.example:1883")
    stand(Standing.FINE)
    stand(Standing.FINE, "", "san_sau")
    stand(Standing.FINE, "", "san_sau")
    events.publish(MessageBroken(Source.WEBHOOK, "/alarms/cu", "it is empty"))
    qtbot.waitUntil(lambda: len(complaints) == 3)
    assert said == ["MQTT is heard again."]
    assert complaints == [
        "MQTT brings no alarms: it cannot be reached (mqtt.example:1883).",
        'MQTT speaks of a camera that is not here: san_sau. Give the right camera the tag "alias:san_sau".',
        "The webhook sends something that cannot be understood, on /alarms/cu: it is empty.",
    ]
