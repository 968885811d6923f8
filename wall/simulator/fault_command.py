"""`citywall simulate fault NAME --camera 3 --on`: switches a fault of a running simulator."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from wall.simulator.faults import KINDS, Fault

DEFAULT_CONTROL = "http://127.0.0.1:19999"
_TIMEOUT_S = 10.0
EXIT_REFUSED, EXIT_USAGE = 1, 2


def main(argv: list[str]) -> int:
    """Send one order: 0 when done, 1 where the simulator refuses or is not there, 2 for a wrong line."""
    parser = _parser()
    options = parser.parse_args(argv)
    if options.list:
        print(listing())
        return 0
    if options.name is None or options.on is None:
        parser.error("name a fault, cameras, and --on or --off (--list shows the faults)")
    if (options.camera, options.site, options.all) == (None, None, False):
        parser.error("say which cameras: --camera N[,N…], --site M or --all")
    try:
        done = post(options.control, _order(options))
    except ValueError as error:
        print(f"citywall simulate fault: {error}", file=sys.stderr)
        return EXIT_REFUSED
    state = "on" if options.on else "off"
    print(f"{options.name} is {state} for {len(done['cameras'])} camera(s)")
    return 0


def listing() -> str:
    """The faults and their values, one a line."""
    lines = []
    for fault in Fault:
        kind = KINDS[fault]
        value = f" (--value: {kind.value}, default {kind.default})" if kind.value else ""
        lines.append(f"{fault:<17} {kind.what}{value}")
    return "\n".join(lines)


def post(control: str, order: dict[str, Any]) -> dict[str, Any]:
    """Send an order to a simulator's control port; ValueError says why it was not done."""
    if not control.startswith("http://"):
        raise ValueError(f"--control must begin with http://, not {control!r}")
    request = Request(f"{control}/faults", json.dumps(order).encode())
    try:
        with urlopen(request, timeout=_TIMEOUT_S) as answer:
            done: dict[str, Any] = json.load(answer)
            return done
    except HTTPError as error:
        raise ValueError(json.load(error)["error"]) from error
    except (URLError, OSError) as error:
        raise ValueError(f"no simulator answers at {control}; is `citywall simulate` running?") from error


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="citywall simulate fault", description="Break simulated cameras, and mend them."
    )
    add = parser.add_argument
    add(
        "name",
        nargs="?",
        metavar="NAME",
        choices=[str(fault) for fault in Fault],
        help="a fault (see --list)",
    )
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--camera", metavar="N[,N…]", type=_numbers)
    which.add_argument("--site", metavar="M", type=int)
    which.add_argument("--all", action="store_true")
    switch = parser.add_mutually_exclusive_group()
    switch.add_argument("--on", action="store_true", default=None)
    switch.add_argument("--off", dest="on", action="store_false")
    add("--value", metavar="X", help="how much (see --list)")
    add("--control", metavar="URL", default=DEFAULT_CONTROL, help="(default: %(default)s)")
    add("--list", action="store_true", help="list the faults and end")
    return parser


def _numbers(text: str) -> list[int]:
    try:
        return [int(word) for word in text.split(",")]
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no list of camera numbers, such as 3,7") from None


def _order(options: argparse.Namespace) -> dict[str, Any]:
    order: dict[str, Any] = {"fault": options.name, "on": options.on}
    if options.camera is not None:
        order["cameras"] = options.camera
    elif options.site is not None:
        order["site"] = options.site
    else:
        order["all"] = True
    if options.value is not None:
        order["value"] = options.value
    return order
