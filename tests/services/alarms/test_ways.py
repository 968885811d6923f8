"""The ways in and out set up while the wall runs: in force at once, kept, and tried on real systems."""

from __future__ import annotations

import http.client
import socket
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.alarms.alarm_room import WAIT_S
from tests.services.alarms.ways_room import running
from tests.support.mosquitto import PROGRAM, Mosquitto, mosquitto
from tests.support.supervisor import Supervisor, supervisor
from tests.support.waiting import wait_until
from wall.model.alarms.broker_settings import BrokerSettings
from wall.model.alarms.push import Answer
from wall.model.alarms.told import Standing
from wall.model.alarms.ways_in import IN_LOGIN, OUT_LOGIN, OUT_TOKEN, WaysIn, WebhookSettings
from wall.model.alarms.ways_out import HookSettings, WaysOut
from wall.model.errors import StoreError
from wall.model.stream import Credentials
from wall.store.ways_in_file import read_ways_in, ways_in_path

needs_broker = pytest.mark.skipif(not PROGRAM, reason="no mosquitto here: see installer/system-packages-test.txt")


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CITYWALL_PASSPHRASE", "một hai ba")
    return tmp_path / "citywall.db"


@pytest.fixture
def port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def post(port: int, token: str) -> int:
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    link.request("POST", "/alarms", b'{"kind": "fire"}', {"Authorization": f"Bearer {token}"})
    status = link.getresponse().status
    link.close()
    return status


def test_a_webhook_is_in_force_at_once_and_after_a_restart_and_off_again(database: Path, port: int) -> None:
    with running(database) as wall:
        token, kept = wall.ways.new_token()
        wall.keep(WaysIn(webhook=WebhookSettings(kept, port=port)))
        assert (post(port, token), post(port, "other")) == (202, 401)
        assert wall.ways.try_webhook(token).result(WAIT_S).answer is Answer.LISTENS_TO_TOKEN
        assert wall.ways.try_webhook("other").result(WAIT_S).answer is Answer.REFUSED
        assert wall.ways.try_webhook().result(WAIT_S).answer is Answer.LISTENS
    with running(database) as wall:
        assert post(port, token) == 202
        newer, kept = wall.ways.new_token()
        wall.keep(WaysIn(webhook=WebhookSettings(kept, port=port)))
        assert (post(port, token), post(port, newer)) == (401, 202)
        wall.keep(WaysIn())
        assert wall.standing(1) is Standing.OFF
        assert wall.ways.try_webhook().result(WAIT_S).answer is Answer.UNREACHABLE
        with pytest.raises(OSError):
            post(port, newer)
    assert token not in ways_in_path(database).read_text()


def test_a_port_of_another_program_is_said(database: Path) -> None:
    with supervisor() as other, running(database) as wall:
        wall.keep(WaysIn(webhook=WebhookSettings("00", port=other.port)))
        assert wall.standing(1) is Standing.TAKEN
        assert wall.ways.try_webhook().result(WAIT_S).answer is Answer.REJECTED


def with_passwords(folder: Path, word: str = "đúng") -> str:
    subprocess.run(["mosquitto_passwd", "-b", "-c", str(folder / "words"), "wall", word], check=True)
    (folder / "words").chmod(0o600)
    return f"password_file {folder}/words"


def settings(broker: Mosquitto, *topics: str, credential: str = IN_LOGIN) -> BrokerSettings:
    return BrokerSettings("127.0.0.1", "wall", broker.port, topics or ("citywall/alarms",), credential=credential)


@needs_broker
def test_a_broker_is_heard_at_once_with_a_login_that_is_kept_as_a_secret(database: Path, tmp_path: Path) -> None:
    with mosquitto(tmp_path, with_passwords(tmp_path)) as broker:
        with running(database) as wall:
            wanted = settings(broker)
            wrong = wall.ways.try_broker(wanted, Credentials("wall", "sai")).result(WAIT_S)
            assert wrong.answer is Answer.REFUSED
            right = Credentials("wall", "đúng")
            assert wall.ways.try_broker(wanted, right).result(WAIT_S).answer is Answer.HEARD
            wall.keep(WaysIn(wanted), mqtt=Credentials("wall", "sai"))
            wait_until(lambda: wall.standing() is Standing.REFUSED)
            wall.keep(WaysIn(wanted), mqtt=right)
            wait_until(lambda: wall.standing() is Standing.FINE)
            assert wall.ways.try_broker(wanted, None).result(WAIT_S).answer is Answer.HEARD
        with running(database) as wall:
            wait_until(lambda: wall.standing() is Standing.FINE)
            assert "đúng" not in repr(wall.events)
    assert "đúng" not in ways_in_path(database).read_text()


@needs_broker
def test_a_broker_that_has_let_us_in_when_it_is_tried_is_heard_at_once(database: Path, tmp_path: Path) -> None:
    """Whoever runs it has put the account right meanwhile; by itself it is asked again after five minutes."""
    with mosquitto(tmp_path, with_passwords(tmp_path, "another")) as broker, running(database) as wall:
        wanted = settings(broker)
        wall.keep(WaysIn(wanted), mqtt=Credentials("wall", "đúng"))
        wait_until(lambda: wall.standing() is Standing.REFUSED)
        broker.stop()
        with_passwords(tmp_path)
        broker.start()
        assert wall.ways.try_broker(wanted, None).result(WAIT_S).answer is Answer.HEARD
        wait_until(lambda: wall.standing() is Standing.FINE)


@needs_broker
def test_a_supervisor_is_told_on_both_ways_at_once_and_after_a_restart(database: Path, tmp_path: Path) -> None:
    with (
        mosquitto(tmp_path) as broker,
        broker.listener("citywall/supervisor") as heard,
        supervisor("t0k") as there,
    ):
        out = WaysOut(
            HookSettings(there.url, credential=OUT_TOKEN), settings(broker, "citywall/supervisor", credential="")
        )
        with running(database) as wall:
            wall.keep(WaysIn(out=out), supervisor_token=Credentials("", "t0k"))
            alarm = wall.alarm()
            wall.ways.pushes.tell(alarm).result(WAIT_S)
            wait_until(lambda: there.taken == [alarm.alarm_id] and len(heard) == 1)
            wait_until(lambda: [each.sent for each in wall.ways.health()[1]] == [1, 1])
        there.stop()
        with running(database) as wall:
            assert wall.ways.settings.out == out
            wall.ways.pushes.tell(replace(alarm, rule_id=99)).result(WAIT_S)
            wait_until(lambda: len(heard) == 2)
        there.start()
        with running(database):
            wait_until(lambda: len(there.taken) == 2)


@needs_broker
def test_what_goes_out_is_tried_before_it_is_kept(database: Path, tmp_path: Path) -> None:
    with (
        mosquitto(tmp_path) as broker,
        broker.listener("a/b") as heard,
        supervisor("t0k") as there,
        running(database) as wall,
    ):
        hook = HookSettings(there.url)
        assert wall.ways.try_hook(hook, "wrong").result(WAIT_S).answer is Answer.REFUSED
        assert wall.ways.try_hook(hook, "t0k").result(WAIT_S).answer is Answer.TAKEN
        assert there.heard[-1]["kind"] == "test" and there.heard[-1]["state"] == "test"
        gone = HookSettings(Supervisor().url)
        assert wall.ways.try_hook(gone, "").result(WAIT_S).answer is Answer.UNREACHABLE
        told = wall.ways.try_publishing(settings(broker, "a/b", credential=""), None).result(WAIT_S)
        assert told.answer is Answer.TAKEN
        wait_until(lambda: len(heard) == 1)
        assert wall.ways.settings == WaysIn()


def test_what_would_come_back_as_an_alarm_is_refused_and_nothing_changes(database: Path) -> None:
    heard = BrokerSettings("broker", "wall", topics=("citywall/#",))
    told = replace(heard, topics=("citywall/supervisor",))
    with running(database) as wall, pytest.raises(ValueError, match="come back"):
        wall.keep(WaysIn(heard, out=WaysOut(broker=told)))
    assert read_ways_in(ways_in_path(database)) == WaysIn()
    assert not WaysIn(heard, out=WaysOut(broker=replace(told, port=1))).hears_itself


def test_a_password_that_cannot_be_kept_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CITYWALL_PASSPHRASE", raising=False)
    with running(tmp_path / "citywall.db") as wall:
        wanted = WaysIn(out=WaysOut(broker=BrokerSettings("127.0.0.1", "wall", 1, ("a",), credential=OUT_LOGIN)))
        try:
            wall.keep(wanted, supervisor_mqtt=Credentials("wall", "x"))
        except StoreError:
            assert wall.ways.settings == WaysIn()
        else:
            pytest.skip("this machine has a key ring")


@needs_broker
def test_a_login_that_is_locked_holds_only_its_own_way_up_and_what_waits_goes_once_it_can_be_read(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with mosquitto(tmp_path) as broker, broker.listener("citywall/supervisor") as heard, supervisor("t0k") as there:
        hook = HookSettings(there.url, credential=OUT_TOKEN)
        with running(database) as wall:
            published = settings(broker, "citywall/supervisor", credential="")
            wall.keep(WaysIn(out=WaysOut(hook, published)), supervisor_token=Credentials("", "t0k"))
        monkeypatch.delenv("CITYWALL_PASSPHRASE")
        with running(database) as wall:
            alarm = wall.alarm()
            wall.ways.pushes.tell(alarm).result(WAIT_S)
            wait_until(lambda: len(heard) == 1)
            wait_until(lambda: wall.ways.health()[1][0].last is not None)
            by_http = wall.ways.health()[1][0]
            assert by_http.last is not None and by_http.last.answer is Answer.LOCKED
            assert (by_http.is_on, by_http.waiting, there.heard) == (True, 1, [])
            monkeypatch.setenv("CITYWALL_PASSPHRASE", "một hai ba")
            assert wall.ways.try_hook(hook, "").result(WAIT_S).answer is Answer.TAKEN
            wait_until(lambda: there.taken == [0, alarm.alarm_id])
