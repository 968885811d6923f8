"""What `citywall intake` takes. Imports nothing heavy: `citywall --help` must come at once."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from pathlib import Path

Run = Callable[[argparse.Namespace], int]


def add_ways_in(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `intake show|mqtt|webhook`."""
    what = "the ways in for the alarms of other systems"
    ways = commands.add_parser("intake", help=what, description=f"{what.capitalize()}.")
    kinds = ways.add_subparsers(required=True, metavar="WHAT")
    _kind(kinds, "show", _show, "which there are")
    mqtt = _kind(kinds, "mqtt", _mqtt, "listen to an MQTT broker (Frigate, ONVIF Profile M)")
    mqtt.add_argument("--broker", type=_place, metavar="HOST[:PORT]")
    mqtt.add_argument("--tls", action="store_true", help="MQTT over TLS")
    mqtt.add_argument("--ca-file", type=Path, metavar="FILE.pem", help="whom to trust (default: whom this system does)")
    mqtt.add_argument("--topic", action="append", metavar="TOPIC", help="(default: Frigate's, ONVIF's and our own)")
    mqtt.add_argument("--user", default=os.environ.get("CITYWALL_USER"), help="or CITYWALL_USER")
    mqtt.add_argument("--ask-password", action="store_true", help="ask for it, also where CITYWALL_PASSWORD holds one")
    hook = _kind(kinds, "webhook", _webhook, "take alarms by HTTP, from whoever has the token")
    hook.add_argument("--listen", type=_place, metavar="HOST[:PORT]", help="(default: 127.0.0.1:8747)")
    hook.add_argument("--new-token", action="store_true", help="the old one opens nothing any more")
    for kind in (mqtt, hook):
        kind.add_argument("--off", action="store_true", help="switch it off")


def _kind(
    kinds: argparse._SubParsersAction[argparse.ArgumentParser], name: str, run: Run, what: str
) -> argparse.ArgumentParser:
    parser = kinds.add_parser(name, help=what, description=what[0].upper() + what[1:] + ".")
    parser.set_defaults(run=run)
    parser.add_argument(
        "--database", type=Path, metavar="FILE", help="or CITYWALL_DATABASE (default: citywall.db of this user)"
    )
    return parser


def _place(text: str) -> tuple[str, int | None]:
    host, _, port = text.rpartition(":") if ":" in text else (text, "", "")
    is_port = not port or (port.isascii() and port.isdecimal() and len(port) < 6 and 0 < int(port) < 65536)
    if not host or not is_port or (":" in text and not port):
        raise argparse.ArgumentTypeError(f"a host, or host:port, not {text!r}")
    return host, int(port) if port else None


def _show(options: argparse.Namespace) -> int:
    from wall.commands.ways_in import show

    return show(options)


def _mqtt(options: argparse.Namespace) -> int:
    from wall.commands.ways_in import set_mqtt

    return set_mqtt(options)


def _webhook(options: argparse.Namespace) -> int:
    from wall.commands.ways_in import set_webhook

    return set_webhook(options)
