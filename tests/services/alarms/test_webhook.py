"""The webhook as callers meet it: over real sockets, with what they get wrong."""

from __future__ import annotations

import http.client
import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.model.alarms.town import TOWN, rule
from tests.services.alarms.alarm_room import WAIT_S, AlarmRoom, alarm_room
from tests.support.waiting import wait_until
from wall.intake.webhook import WebhookLimits, hash_of, new_token
from wall.model.alarms.told import Standing
from wall.model.alarms.told_events import MessageBroken
from wall.model.alarms.ways_in import WebhookSettings
from wall.model.events import Event
from wall.services.alarms.others import OthersSay
from wall.services.alarms.webhook_opening import open_webhook
from wall.services.io import IoLoop

TOKEN = new_token()
FIRE = {"camera": 4, "kind": "fire", "text": "khói", "id": "f1"}


@dataclass
class Hook:
    room: AlarmRoom
    said: OthersSay
    port: int
    events: list[Event]

    def call(self, data: Any, token: str = TOKEN, path: str = "/alarms", method: str = "POST") -> tuple[int, str]:
        body = data if isinstance(data, bytes) else json.dumps(data).encode()
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=WAIT_S)
        try:
            link.request(method, path, body, {"Authorization": f"Bearer {token}"} if token else {})
            answer = link.getresponse()
            told = json.loads(answer.read())
            return answer.status, str(told.get("error", ""))
        finally:
            link.close()

    def raw(self, data: bytes) -> bytes:
        """What is answered until the other side ends it."""
        with socket.create_connection(("127.0.0.1", self.port), WAIT_S) as link:
            link.sendall(data)
            answer = b""
            while part := link.recv(65536):
                answer += part
            return answer


@contextmanager
def hook(folder: Path, limits: WebhookLimits | None = None) -> Iterator[Hook]:
    events: list[Event] = []
    settings = WebhookSettings(hash_of(TOKEN), port=0)
    with alarm_room(folder / "a.db") as room, IoLoop() as io:
        room.only_rules(rule(rule_id=0))
        with open_webhook(io, settings, room.desk, lambda: TOWN, events.append, limits=limits) as (webhook, said):
            yield Hook(room, said, webhook.port, events)


def test_an_alarm_that_was_accepted_is_on_the_disk(tmp_path: Path) -> None:
    with hook(tmp_path) as caller:
        assert caller.call(FIRE, path="/alarms/bao-chay") == (202, "")
        assert [(alarm.kind, alarm.camera_id) for alarm in caller.room.history()] == [("fire", 4)]
        assert caller.call(FIRE) == (202, ""), "what comes again is accepted"
        assert [alarm.count for alarm in caller.room.history()] == [1], "and known"


def test_whatever_the_size_of_its_letters_a_word_is_that_of_a_rule(tmp_path: Path) -> None:
    with hook(tmp_path) as there:
        there.room.only_rules(rule("fire", rule_id=0))
        assert there.call({**FIRE, "kind": "FIRE"})[0] == 202
        assert [alarm.kind for alarm in there.room.history()] == ["fire"]


def test_without_the_token_nothing_is_taken(tmp_path: Path) -> None:
    with hook(tmp_path) as caller:
        for token in ("", "x", TOKEN[:-1], TOKEN + "x", TOKEN.swapcase()):
            assert caller.call(FIRE, token)[0] == 401
        assert caller.room.history() == ()


@pytest.mark.parametrize(
    ("data", "status", "why"),
    [
        (b"{", 400, "no JSON"),
        (b"", 400, "empty"),
        ({"camera": 4}, 400, "kind"),
        ([FIRE, {"kind": ""}], 400, "kind"),
        (b" " * 300_000, 413, "too large"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_of_it_kept(tmp_path: Path, data: Any, status: int, why: str) -> None:
    with hook(tmp_path) as caller:
        told, error = caller.call(data)
        assert (told, why in error) == (status, True), error
        assert caller.room.history() == ()


def test_another_place_and_another_way_are_refused(tmp_path: Path) -> None:
    with hook(tmp_path) as caller:
        assert caller.call(FIRE, path="/alarmsx")[0] == 404
        assert caller.call(b"", method="GET")[0] == 405
        head = b"POST /alarms HTTP/1.1\r\nAuthorization: Bearer " + TOKEN.encode()
        assert b" 411 " in caller.raw(head + b"\r\nTransfer-Encoding: chunked\r\n\r\n")
        assert b" 413 " in caller.raw(head + b"\r\nContent-Length: 99999999999999999999\r\n\r\n")
        assert b" 400 " in caller.raw(b"\x16\x03\x01 hello\r\n\r\n")
        assert b" 431 " in caller.raw(b"POST /alarms HTTP/1.1\r\nX: " + b"x" * 40_000)
        assert caller.call(FIRE) == (202, "")


def test_many_on_one_connection_and_a_body_that_waits_to_be_asked_for(tmp_path: Path) -> None:
    with hook(tmp_path) as caller:
        link = http.client.HTTPConnection("127.0.0.1", caller.port, timeout=WAIT_S)
        for number in range(50):
            door = json.dumps({"kind": "door", "camera": 5, "id": str(number)})
            link.request("POST", "/alarms", door, {"Authorization": f"Bearer {TOKEN}"})
            answer = link.getresponse()
            answer.read()
            assert answer.status == 202
        link.close()
        assert sum(alarm.count for alarm in caller.room.history()) == 50
        head = f"POST /alarms HTTP/1.1\r\nAuthorization: bearer {TOKEN}\r\nExpect: 100-continue\r\nConnection: close"
        body = b'{"kind": "fire"}'
        told = caller.raw(f"{head}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)
        assert told.startswith(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 202 Accepted\r\n")


def test_who_calls_too_often_or_guesses_has_to_wait(tmp_path: Path) -> None:
    limits = WebhookLimits(calls_per_s=1.0, calls_at_once=5.0, wrong_at_once=2.0)
    with hook(tmp_path, limits) as caller:
        assert [caller.call(FIRE)[0] for _ in range(6)][-1] == 429
    with hook(tmp_path, WebhookLimits(wrong_at_once=2.0)) as caller:
        assert [caller.call(FIRE, "wrong")[0] for _ in range(3)] == [401, 401, 429]
        assert caller.call(FIRE)[0] == 429, "the right one too: else guessing would still pay"


def test_what_is_not_on_the_disk_is_not_accepted(tmp_path: Path) -> None:
    with hook(tmp_path, WebhookLimits(patience_s=0.2)) as caller:
        held = caller.room.db.ask(lambda: time.sleep(1.0))
        status, why = caller.call(FIRE)
        assert (status, "same id" in why) == (503, True)
        held.result(WAIT_S)
        wait_until(lambda: len(caller.room.history()) == 1)
        assert caller.call(FIRE)[0] == 202
        assert [alarm.count for alarm in caller.room.history()] == [1]


def test_who_says_nothing_or_half_holds_nobody_up(tmp_path: Path) -> None:
    with hook(tmp_path, WebhookLimits(connections=3, patience_s=0.3, idle_s=0.5)) as caller:
        idle = [socket.create_connection(("127.0.0.1", caller.port)) for _ in range(3)]
        wait_until(lambda: caller.call(FIRE)[0] == 503)
        wait_until(lambda: caller.call(FIRE)[0] == 202)
        for link in idle:
            link.close()
        head = f"POST /alarms HTTP/1.1\r\nAuthorization: Bearer {TOKEN}\r\nContent-Length: 50\r\n\r\nhalf"
        assert caller.raw(head.encode()) == b""


def test_many_callers_at_once_lose_nothing(tmp_path: Path) -> None:
    limits = WebhookLimits(calls_per_s=1e6, calls_at_once=1e6)
    with hook(tmp_path, limits) as caller:
        accepted: list[int] = []

        def call(who: int) -> None:
            for number in range(10):
                told = [{"kind": "door", "camera": 5, "id": f"{who} {number} {each}"} for each in range(10)]
                accepted.append(caller.call(told)[0])

        callers = [threading.Thread(target=call, args=(who,)) for who in range(8)]
        for each in callers:
            each.start()
        for each in callers:
            each.join()
        assert accepted == [202] * 80
        assert sum(alarm.count for alarm in caller.room.history()) == 800


def test_a_path_that_sends_what_is_broken_is_told_once_and_a_taken_port_is_said(tmp_path: Path) -> None:
    with hook(tmp_path) as caller:
        for _ in range(3):
            caller.call(b"{", path="/alarms/cu")
        assert [event.where for event in caller.events if isinstance(event, MessageBroken)] == ["/alarms/cu"]
        assert all(TOKEN not in repr(event) for event in caller.events)
        taken = WebhookSettings(hash_of(TOKEN), port=caller.port)
        with IoLoop() as io, open_webhook(io, taken, caller.room.desk, lambda: TOWN, lambda _: None) as (_, said):
            assert said.health.standing is Standing.TAKEN


def test_the_end_closes_who_is_connected_and_says_nothing_of_it(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with hook(tmp_path) as caller:
        link = socket.create_connection(("127.0.0.1", caller.port), WAIT_S)
        link.sendall(b"POST /alarms HTTP/1.1\r\n")
        assert caller.call(FIRE) == (202, "")
    with link:
        assert link.recv(100) == b""
    assert [record.getMessage() for record in caplog.records if record.name == "asyncio"] == []
