"""`citywall intake show|mqtt|webhook`: the ways in for other systems. Who has the wall open must open it anew."""

from __future__ import annotations

import argparse
import secrets
import sys
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from wall.commands.database import database_path, open_logins
from wall.commands.login import login_of
from wall.intake.webhook import PATH, hash_of, new_token
from wall.model.alarms.ways_in import (
    IN_LOGIN,
    MQTT_PORT,
    MQTT_TLS_PORT,
    USUAL_TOPICS,
    WEBHOOK_PORT,
    BrokerSettings,
    WaysIn,
    WebhookSettings,
)
from wall.model.alarms.ways_out import WaysOut
from wall.model.errors import StartError
from wall.store.ways_in_file import read_ways_in, ways_in_path, write_ways_in

_OWN_HOSTS = ("127.0.0.1", "::1", "localhost")


def show(options: argparse.Namespace) -> int:
    """Which there are."""
    ways = read_ways_in(_file(options))
    print(_broker_told(ways.broker))
    print(_webhook_told(ways.webhook))
    print(_out_told(ways.out))
    return 0


def set_mqtt(options: argparse.Namespace) -> int:
    """Which broker is listened to, or none."""
    ways = read_ways_in(_file(options))
    if options.off:
        return _keep(options, replace(ways, broker=None))
    if options.broker is None:
        raise StartError("say which broker: --broker HOST[:PORT], or --off")
    host, port = options.broker
    login = login_of(options.user, options.ask_password)
    if login is not None:
        store = open_logins(database_path(options.database))
        store.put(IN_LOGIN, login)
        if not store.is_lasting:
            raise StartError(f"the password cannot be kept ({store.place}): nothing was changed")
    before = ways.broker
    broker = BrokerSettings(
        host,
        before.client_id if before else f"citywall-{secrets.token_hex(4)}",
        port or (MQTT_TLS_PORT if options.tls else MQTT_PORT),
        tuple(options.topic) if options.topic else USUAL_TOPICS,
        options.tls,
        str(options.ca_file.resolve()) if options.ca_file else "",
        IN_LOGIN if login else "",
    )
    return _keep(options, replace(ways, broker=broker))


def set_webhook(options: argparse.Namespace) -> int:
    """Where it listens, or nowhere; a new token is shown once."""
    ways = read_ways_in(_file(options))
    if options.off:
        return _keep(options, replace(ways, webhook=None))
    before = ways.webhook
    token = new_token() if before is None or options.new_token else ""
    kept = hash_of(token) if token else before.token_sha256 if before else ""
    host, port = options.listen or (("127.0.0.1", None) if before is None else (before.host, before.port))
    _keep(options, replace(ways, webhook=WebhookSettings(kept, host, port or WEBHOOK_PORT)))
    if token:
        print(f"Token, shown this once: {token}")
    if host not in _OWN_HOSTS:
        print("Others can read what is sent to it: put a server with a certificate in front of it.", file=sys.stderr)
    return 0


def _keep(options: argparse.Namespace, ways: WaysIn) -> int:
    path = _file(options)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_ways_in(path, ways)
    return show(options)


def _file(options: argparse.Namespace) -> Path:
    return ways_in_path(database_path(options.database))


def _broker_told(broker: BrokerSettings | None) -> str:
    if broker is None:
        return "MQTT: off"
    kind = "mqtts" if broker.has_tls else "mqtt"
    login = "with a login" if broker.credential else "without a login"
    return f"MQTT: {kind}://{broker.host}:{broker.port}, {login}, {', '.join(broker.topics)}"


def _webhook_told(webhook: WebhookSettings | None) -> str:
    return "Webhook: off" if webhook is None else f"Webhook: http://{webhook.host}:{webhook.port}{PATH}"


def _out_told(out: WaysOut) -> str:
    """Of an address only where it is: what follows may be a secret."""
    told = [] if out.hook is None else ["{0.scheme}://{0.hostname}".format(urlsplit(out.hook.url))]
    told += [] if out.broker is None else [_broker_told(out.broker)]
    told += [f"screen {out.screen_id}"] if out.screen_id else []
    return f"Supervisor: {'; '.join(told) or 'nothing is set up (see the page of other systems in the console)'}"
