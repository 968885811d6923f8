"""The ways in for other systems, and out to a supervisor, in a file beside the database: `{"format": 1, "mqtt": {…},
"webhook": {…}, "out": {"hook": {…}, "broker": {…}, "screen_id": 0}}`.

There is no secret in it: logins of brokers and the token that we send are in the secret store, of the webhook's token
only the hash is kept.
"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from wall.model.alarms.broker_settings import BrokerSettings
from wall.model.alarms.ways_in import WaysIn, WebhookSettings
from wall.model.alarms.ways_out import HookSettings, WaysOut
from wall.model.errors import StoreError
from wall.model.tile import Cause
from wall.store.disk_words import disk_told
from wall.store.json_fields import Json, items, record, refuse_newer, truth, whole, words, written
from wall.store.json_file import read_json
from wall.store.whole_file import write_whole

_FORMAT = 1
_MOST_BYTES = 65_536
_MOST_WORDS = 1000
_MOST_TOPICS = 100


def ways_in_path(database: Path) -> Path:
    """The file that belongs to a database."""
    return database.with_name("ways-in.json")


def read_ways_in(path: Path) -> WaysIn:
    """Nothing is on where there is no file. StoreError where it makes no sense. Blocks."""
    if not path.exists():
        return WaysIn()
    try:
        data = record(read_json(path, _MOST_BYTES), "the file")
        refuse_newer(data, _FORMAT)
        return WaysIn(_broker(data.get("mqtt")), _webhook(data.get("webhook")), _out(data.get("out")))
    except ValueError as error:
        raise StoreError(f"{path.name}: {error}", cause=Cause.FILE) from error


def write_ways_in(path: Path, ways: WaysIn) -> None:
    """The file is there whole, or as it was. StoreError. Blocks."""
    data = {
        "format": _FORMAT,
        "mqtt": asdict(ways.broker) if ways.broker else None,
        "webhook": asdict(ways.webhook) if ways.webhook else None,
        "out": asdict(ways.out),
    }
    with disk_told(path):
        write_whole(path, written(data).encode())


def _broker(data: Json) -> BrokerSettings | None:
    if data is None:
        return None
    told = record(data, "«mqtt»")
    topics = items(told.get("topics"), "«topics»", _MOST_TOPICS)
    return BrokerSettings(
        _text(told, "host"),
        _text(told, "client_id"),
        whole(told.get("port"), "«port»", 1, 65535),
        tuple(words(topic, "a topic", _MOST_WORDS) for topic in topics),
        truth(told.get("has_tls"), "«has_tls»"),
        _text(told, "ca_file"),
        _text(told, "credential"),
    )


def _webhook(data: Json) -> WebhookSettings | None:
    if data is None:
        return None
    told = record(data, "«webhook»")
    return WebhookSettings(
        _text(told, "token_sha256"), _text(told, "host"), whole(told.get("port"), "«port»", 1, 65535)
    )


def _out(data: Json) -> WaysOut:
    """There is none in the files of former versions."""
    if data is None:
        return WaysOut()
    told = record(data, "«out»")
    return WaysOut(_hook(told.get("hook")), _broker(told.get("broker")), whole(told.get("screen_id"), "«screen_id»"))


def _hook(data: Json) -> HookSettings | None:
    if data is None:
        return None
    told = record(data, "«hook»")
    return HookSettings(_text(told, "url"), _text(told, "ca_file"), _text(told, "credential"))


def _text(told: dict[str, Json], name: str) -> str:
    return words(told.get(name), f"«{name}»", _MOST_WORDS)
