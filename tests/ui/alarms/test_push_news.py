"""Whether a supervisor is told, in sentences: each trouble once."""

from __future__ import annotations

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from wall.model.alarms.push import Answer, PushChanged, PushHealth, Tried
from wall.model.alarms.ways_out import Way
from wall.ui.alarms.push_news import PushNews
from wall.ui.signals import EventBridge


def test_each_trouble_is_said_once_and_its_end(qtbot: QtBot) -> None:
    events, parent = EventBridge(), QObject()
    said: list[str] = []
    complaints: list[str] = []
    PushNews(events, said.append, complaints.append, parent)

    def stand(answer: Answer, waiting: int = 0, given_up: int = 0, way: Way = Way.HTTP) -> None:
        health = PushHealth(way, True, Tried(answer, "x"), 1.0, waiting, given_up=given_up)
        events.publish(PushChanged(health))

    stand(Answer.TAKEN)
    stand(Answer.UNREACHABLE, 1)
    stand(Answer.UNREACHABLE, 2)
    stand(Answer.REJECTED, 2, given_up=1)
    stand(Answer.TAKEN, given_up=1)
    stand(Answer.REFUSED, 3, way=Way.MQTT)
    events.publish(PushChanged(PushHealth(Way.MQTT)))
    qtbot.waitUntil(lambda: len(complaints) == 3)
    assert said == ["The supervisor is told by HTTP again."]
    assert complaints == [
        "The supervisor cannot be told by HTTP: it cannot be reached (x). Messages that wait: 1.",
        "The supervisor was not told by HTTP of an alarm: it was tried for a day. Call him.",
        "The supervisor cannot be told by MQTT: it refuses the login, or the token (x). Messages that wait: 3.",
    ]
