"""Setting up the ways in from a terminal."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from wall.cli import main
from wall.intake.webhook import hash_of
from wall.model.alarms.broker_settings import BrokerSettings
from wall.model.alarms.ways_in import WaysIn
from wall.model.alarms.ways_out import HookSettings, WaysOut
from wall.model.errors import StoreError
from wall.store.ways_in_file import read_ways_in, ways_in_path, write_ways_in


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CITYWALL_DATABASE", str(tmp_path / "city" / "citywall.db"))
    for name in ("CITYWALL_USER", "CITYWALL_PASSWORD"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "city" / "citywall.db"


def test_a_webhook_shows_its_token_once_and_keeps_its_hash(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["intake", "webhook"]) == 0
    shown = re.search(r"this once: (\S+)", capsys.readouterr().out)
    assert shown is not None
    token = shown[1]
    webhook = read_ways_in(ways_in_path(database)).webhook
    assert webhook is not None and (webhook.token_sha256, webhook.host) == (hash_of(token), "127.0.0.1")
    assert token not in ways_in_path(database).read_text()
    assert main(["intake", "webhook", "--listen", "0.0.0.0:9000"]) == 0
    told = capsys.readouterr()
    assert "this once" not in told.out and "certificate" in told.err and "http://0.0.0.0:9000/alarms" in told.out
    kept = read_ways_in(ways_in_path(database)).webhook
    assert kept is not None and kept.token_sha256 == webhook.token_sha256
    assert main(["intake", "webhook", "--new-token"]) == 0
    assert main(["intake", "webhook", "--off"]) == 0
    assert read_ways_in(ways_in_path(database)).webhook is None


def test_a_broker_is_kept_and_stays_the_same_wall_to_it(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["intake", "mqtt", "--broker", "mqtt.example:1884", "--topic", "a/#", "--topic", "b"]) == 0
    assert "mqtt://mqtt.example:1884, without a login, a/#, b" in capsys.readouterr().out
    first = read_ways_in(ways_in_path(database)).broker
    assert main(["intake", "mqtt", "--broker", "mqtt.example", "--tls"]) == 0
    second = read_ways_in(ways_in_path(database)).broker
    assert first is not None and second is not None
    assert (second.client_id, second.port, len(second.topics)) == (first.client_id, 8883, 3)
    assert main(["intake", "mqtt"]) == 2
    assert main(["intake", "mqtt", "--off"]) == 0
    assert "MQTT: off" in capsys.readouterr().out


@pytest.mark.parametrize("place", ["", ":1", "a:", "a:0", "a:65536", "a:b"])
def test_a_place_that_is_none_is_refused(database: Path, place: str) -> None:
    with pytest.raises(SystemExit):
        main(["intake", "mqtt", "--broker", place])


@pytest.mark.parametrize(
    "content", ["", "{", '{"format": 2}', '{"format": 1, "mqtt": 5}', '{"format": 1, "webhook": {}}']
)
def test_a_broken_file_is_said_so(tmp_path: Path, content: str) -> None:
    path = tmp_path / "ways-in.json"
    path.write_text(content)
    with pytest.raises(StoreError, match=r"ways-in\.json"):
        read_ways_in(path)


def test_what_the_console_has_set_up_for_the_supervisor_stays_and_is_shown_without_a_secret(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["intake", "webhook"]) == 0
    assert "Supervisor: nothing is set up" in capsys.readouterr().out
    path = ways_in_path(database)
    broker = BrokerSettings("mqtt.example", "w", topics=("citywall/supervisor",))
    out = WaysOut(HookSettings("https://chi-huy.example/s3cret"), broker, 2)
    write_ways_in(path, replace(read_ways_in(path), out=out))
    assert main(["intake", "webhook", "--off"]) == 0
    told = capsys.readouterr().out
    assert "Supervisor: https://chi-huy.example; MQTT: mqtt://mqtt.example:1883" in told and "screen 2" in told
    assert "s3cret" not in told
    assert read_ways_in(path) == WaysIn(out=out)
