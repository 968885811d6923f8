"""What a real broker passes on: kept, then acknowledged, counted once, whatever breaks in between."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from threading import Lock, Thread
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from tests.model.alarms.town import TOWN, rule
from tests.services.alarms.alarm_room import WAIT_S, AlarmRoom, alarm_room
from tests.support.mosquitto import PROGRAM, Mosquitto, Sender, mosquitto
from tests.support.waiting import wait_until
from wall.intake.broker import Broker, BrokerPace
from wall.model.alarms import kinds
from wall.model.alarms.signal import Signal, Source
from wall.model.alarms.told import Standing
from wall.model.alarms.told_events import MessageBroken
from wall.model.alarms.ways_in import BrokerSettings
from wall.model.device import Device
from wall.model.events import Event
from wall.model.inventory import DeviceRecord, Inventory
from wall.model.stream import Credentials
from wall.services.alarms.mqtt_opening import open_mqtt
from wall.services.alarms.others import OthersSay

pytestmark = pytest.mark.skipif(not PROGRAM, reason="no mosquitto here: see installer/system-packages-test.txt")

_ROOT = Path(__file__).parents[3]
DEVICE = Device("http://10.7.0.4/onvif/device_service", serial="ACCC8E012345", name="Kho")
CITY = Inventory(
    TOWN.sites,
    (DeviceRecord(DEVICE, device_id=9),),
    (replace(TOWN.cameras[0], device_id=9, source_token="eye_2"), *TOWN.cameras[1:]),
)
QUICK = BrokerPace(first_again_s=1, last_again_s=1)


@dataclass
class Heard:
    room: AlarmRoom
    said: OthersSay
    events: list[Event]

    def kinds(self) -> list[tuple[str, int]]:
        return sorted((alarm.kind, alarm.camera_id) for alarm in self.room.history())


def settings(broker: Mosquitto) -> BrokerSettings:
    return BrokerSettings("127.0.0.1", "wall-1", broker.port)


@contextmanager
def hearing(broker: Mosquitto, path: Path, login: Credentials | None = None) -> Iterator[Heard]:
    events: list[Event] = []
    with alarm_room(path) as room:
        room.only_rules(rule(rule_id=0))
        with open_mqtt(settings(broker), login, room.desk, lambda: CITY, events.append) as said:
            yield Heard(room, said, events)


def frigate(kind: str, event: str, camera: str = "nga_sau_2", label: str = "person") -> str:
    seen = {"id": event, "camera": camera, "label": label, "start_time": 1.8e9, "entered_zones": ["via_he"]}
    return json.dumps({"type": kind, "before": {}, "after": seen})


def line_crossed(at: str) -> str:
    said = {"UtcTime": at, "PropertyOperation": "Changed", "Source": {"VideoSource": "eye_2", "Rule": "Cổng"}}
    return json.dumps({**said, "Key": {}, "Data": {"ObjectId": 7}})


def test_what_is_said_becomes_an_alarm_of_the_camera_that_is_meant(tmp_path: Path) -> None:
    with mosquitto(tmp_path) as broker, hearing(broker, tmp_path / "a.db") as heard, broker.sender() as sender:
        wait_until(lambda: heard.said.health.standing is Standing.FINE)
        sender.say("frigate/events", frigate("new", "1.1-a"))
        sender.say("ACCC8E012345/onvif-ej/RuleEngine/LineDetector/Crossed&/eye_2", line_crossed("2026-11-30T00:00:00Z"))
        sender.say("citywall/alarms", '{"camera": 4, "kind": "fire", "text": "khói ở quầy 12", "id": "f1"}')
        wait_until(lambda: len(heard.kinds()) == 3, WAIT_S, lambda: str(heard.kinds()))
        assert heard.kinds() == [("fire", 4), (kinds.LINE, 1), (kinds.PEOPLE, 2)]
        assert heard.said.health.broken == 0


def test_what_is_broken_is_told_once_and_holds_nothing_up(tmp_path: Path) -> None:
    with mosquitto(tmp_path) as broker, hearing(broker, tmp_path / "a.db") as heard, broker.sender() as sender:
        wait_until(lambda: heard.said.health.standing is Standing.FINE)
        for payload in (b"\xff\xfe", b"{", b"[" * 100_000, b"", b'{"type": "new", "after": {}}', b"17"):
            sender.say("frigate/events", payload)
        for number in range(30):  # More than the broker lets be under way at once.
            sender.say("citywall/alarms", f"broken {number}")
        sender.say("frigate/events", frigate("new", "1.2-b"))
        wait_until(lambda: heard.kinds() == [(kinds.PEOPLE, 2)], WAIT_S)
        broken = [event.where for event in heard.events if isinstance(event, MessageBroken)]
        assert sorted(broken) == ["citywall/alarms", "frigate/events"]
        assert heard.said.health.broken == 36


def test_what_is_said_while_nobody_listens_waits_and_counts_once(tmp_path: Path) -> None:
    with mosquitto(tmp_path) as broker, broker.sender() as sender:
        with hearing(broker, tmp_path / "a.db") as heard:
            wait_until(lambda: heard.said.health.standing is Standing.FINE)
        for number in range(50):
            sender.say("frigate/events", frigate("new", f"away-{number}"))
            sender.say("frigate/events", frigate("end", f"away-{number}"))
        sender.say("frigate/events", frigate("new", "away-7"))
        with hearing(broker, tmp_path / "a.db") as heard:
            wait_until(lambda: heard.said.health.taken == 101, WAIT_S, lambda: str(heard.said.health))
            told = heard.room.db.ask(lambda: heard.room.desk._store.signals(0, 1000)).result(WAIT_S)
            assert len(told) == 100


def test_a_broker_that_goes_away_is_said_so_and_heard_again(tmp_path: Path) -> None:
    with mosquitto(tmp_path) as broker, hearing(broker, tmp_path / "a.db") as heard:
        wait_until(lambda: heard.said.health.standing is Standing.FINE)
        broker.stop()
        wait_until(lambda: heard.said.health.standing is Standing.UNREACHABLE, WAIT_S)
        assert heard.said.health.detail == f"127.0.0.1:{broker.port}"
        broker.start()
        wait_until(lambda: heard.said.health.standing is Standing.FINE, WAIT_S)
        with broker.sender() as sender:
            sender.say("frigate/events", frigate("new", "2.1-a"))
        wait_until(lambda: heard.kinds() == [(kinds.PEOPLE, 2)], WAIT_S)


class Held:
    """A disk that takes what comes when the test says so."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._waiting: list[tuple[str, Future[None]]] = []

    def hear(self, topic: str, payload: bytes) -> Future[None]:
        done: Future[None] = Future()
        with self._lock:
            self._waiting.append((payload.decode(), done))
        return done

    def payloads(self) -> list[str]:
        with self._lock:
            return [payload for payload, _ in self._waiting]

    def keep(self, *payloads: str) -> None:
        for payload, done in list(self._waiting):
            if payload in payloads and not done.done():
                done.set_result(None)


def test_what_is_not_on_the_disk_is_not_acknowledged(tmp_path: Path) -> None:
    """The program dies with two of three messages not kept: these, and only these, come again."""
    with mosquitto(tmp_path) as broker, broker.sender() as sender:
        first, second = Held(), Held()
        for held in (first, second):
            standings: list[Standing] = []
            tell = _teller(standings)
            listening = Broker(settings(broker), None, held.hear, tell, QUICK)
            listening.start()
            wait_until(lambda: Standing.FINE in standings)  # noqa: B023
            if held is first:
                for payload in ("one", "two", "three"):
                    sender.say("citywall/alarms", payload)
                wait_until(lambda: first.payloads() == ["one", "two", "three"])
                first.keep("two")
                sender.say("citywall/alarms", "four")
                wait_until(lambda: len(first.payloads()) == 4)
            else:
                wait_until(lambda: second.payloads() == ["one", "three", "four"], what=lambda: str(second.payloads()))
            listening.stop()
            first.keep("one", "three", "four")


def _teller(standings: list[Standing]) -> Any:
    return lambda standing, _detail: standings.append(standing)


def test_what_is_kept_after_the_connection_broke_acknowledges_nothing_else(tmp_path: Path) -> None:
    with mosquitto(tmp_path) as broker:
        held, standings = Held(), list[Standing]()
        listening = Broker(settings(broker), None, held.hear, _teller(standings), QUICK)
        listening.start()
        wait_until(lambda: Standing.FINE in standings)
        with broker.sender() as sender:
            sender.say("citywall/alarms", "one")
        wait_until(lambda: held.payloads() == ["one"])
        broker.stop()
        wait_until(lambda: Standing.UNREACHABLE in standings)
        held.keep("one")
        broker.start()
        wait_until(lambda: held.payloads() == ["one", "one"], WAIT_S)
        listening.stop()


@pytest.mark.parametrize(("password", "standing"), [("đúng", Standing.FINE), ("sai", Standing.REFUSED)])
def test_a_login_is_refused_or_not(tmp_path: Path, password: str, standing: Standing) -> None:
    subprocess.run(["mosquitto_passwd", "-b", "-c", str(tmp_path / "words"), "wall", "đúng"], check=True)
    (tmp_path / "words").chmod(0o600)
    login = Credentials("wall", password)
    with mosquitto(tmp_path, f"password_file {tmp_path}/words") as broker:
        with hearing(broker, tmp_path / "a.db", login) as heard:
            wait_until(lambda: heard.said.health.standing is standing, WAIT_S, lambda: str(heard.said.health))
        assert all(password not in repr(event) for event in heard.events)


@pytest.mark.timeout(120)
def test_kills_in_a_storm_lose_nothing_and_count_nothing_twice(tmp_path: Path) -> None:
    database, many = tmp_path / "a.db", 1200
    # Its own choice is to keep a thousand at most for whoever is away.
    with mosquitto(tmp_path, "max_queued_messages 0") as broker, broker.sender() as sender:
        storm = Thread(target=_say_numbers, args=(sender, many))
        for kill in range(4):
            child = subprocess.Popen(
                [sys.executable, "-m", "tests.services.alarms.mqtt_child", str(database), str(broker.port)],
                cwd=_ROOT,
                stdout=subprocess.PIPE,
            )
            assert child.stdout is not None
            assert child.stdout.readline() == b"heard\n"
            if kill == 0:
                storm.start()
            time.sleep(0.05 + 0.1 * kill)
            child.kill()
            child.wait()
            child.stdout.close()
        storm.join()
        with hearing(broker, database) as heard:
            wait_until(lambda: _kept(heard) >= many, WAIT_S, lambda: str(_kept(heard)))
            time.sleep(0.2)
            assert _kept(heard) == many


def _say_numbers(sender: Sender, many: int) -> None:
    for number in range(many):
        sender.say("citywall/alarms", json.dumps({"camera": 4, "kind": "door", "id": f"n{number}"}))
        time.sleep(0.002)


def _kept(heard: Heard) -> int:
    return len(heard.room.db.ask(lambda: heard.room.desk._store.signals(0, 100_000)).result(WAIT_S))


# paho leaves the socket of a certificate that it refuses to the garbage collector.
@pytest.mark.filterwarnings("ignore:Exception ignored in. <ssl.SSLSocket:pytest.PytestUnraisableExceptionWarning")
@pytest.mark.filterwarnings("ignore:unclosed <ssl.SSLSocket:ResourceWarning")
def test_over_tls_only_who_is_trusted_is_heard(tmp_path: Path) -> None:
    certificate, key = _certificate(tmp_path)
    files = f"certfile {certificate}\nkeyfile {key}"
    with mosquitto(tmp_path, files) as broker:
        for trusted, wanted in ((str(certificate), Standing.FINE), ("", Standing.UNREACHABLE)):
            standings: list[Standing] = []
            wish = replace(settings(broker), has_tls=True, ca_file=trusted)
            listening = Broker(wish, None, Held().hear, _teller(standings), QUICK)
            listening.start()
            wait_until(lambda: wanted in standings, WAIT_S, lambda: str(standings))  # noqa: B023
            listening.stop()
            assert (Standing.FINE in standings) is bool(trusted)


def _certificate(folder: Path) -> tuple[Path, Path]:
    """Of 127.0.0.1, signed by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "broker")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), 1, now - timedelta(days=1), now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem, kind = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    (folder / "broker.pem").write_bytes(made.public_bytes(pem))
    (folder / "broker.key").write_bytes(key.private_bytes(pem, kind, serialization.NoEncryption()))
    return folder / "broker.pem", folder / "broker.key"


def test_a_camera_that_nobody_knows_is_an_alarm_that_says_so(tmp_path: Path) -> None:
    with mosquitto(tmp_path) as broker, hearing(broker, tmp_path / "a.db") as heard, broker.sender() as sender:
        wait_until(lambda: heard.said.health.standing is Standing.FINE)
        sender.say("frigate/events", frigate("new", "3.1-a", camera="san_sau"))
        wait_until(lambda: heard.kinds() == [(kinds.PEOPLE, 0)], WAIT_S)
        assert heard.said.health.strangers == ("san_sau",)


def test_the_signals_of_a_message_are_of_the_broker() -> None:
    received: list[Signal] = []

    class Taking:
        def receive(self, signals: Any) -> Future[None]:
            received.extend(signals)
            done: Future[None] = Future()
            done.set_result(None)
            return done

    said = OthersSay(Source.MQTT, Taking(), lambda: CITY, lambda _event: None, lambda: 5.0)
    said.hear("frigate/events", frigate("end", "9", label="car").encode())
    assert [(each.source, each.kind, each.key, each.at_s) for each in received] == [
        (Source.MQTT, kinds.VEHICLE, "9 ends", 5.0)
    ]
