"""`citywall probe`: ask one device everything, and say all of it."""

from __future__ import annotations

import argparse
import asyncio
import sys

from wall.commands.as_json import device_as_json, make_sure, write_lines
from wall.commands.device_words import page
from wall.commands.expedition import Expedition
from wall.commands.login import login_of
from wall.onvif.discovery import Search, parse_targets


def run(options: argparse.Namespace) -> int:
    """0 when the device is complete, else 1."""
    if len(parse_targets(options.address)) != 1:
        raise ValueError(f"probe asks one address, and {options.address!r} is not one: see «citywall discover»")
    make_sure(options.json)
    search = Search([options.address], multicast=False, multicast_port=options.discovery_port)
    login = login_of(options.user, options.ask_password)
    devices = asyncio.run(Expedition(search, login).run()).told()
    if not devices:
        print(f"No ONVIF device answers at {options.address}.", file=sys.stderr)
        return 1
    if options.json is not None:
        write_lines(map(device_as_json, devices), options.json)
    else:
        print("\n\n".join("\n".join(page(device)) for device in devices))
    return 0 if all(device.is_complete for device in devices) else 1
