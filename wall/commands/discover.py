"""`citywall discover`: find devices, ask them everything, and keep them if wanted."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Sequence

from wall.commands.as_json import device_as_json, make_sure, write_lines
from wall.commands.database import database_path
from wall.commands.device_words import HEADING, device_row
from wall.commands.expedition import Expedition, Findings
from wall.commands.keep import Keeper
from wall.commands.login import login_of
from wall.commands.table import table
from wall.model.device import Device
from wall.model.errors import StartError
from wall.model.events import SearchProgressed
from wall.onvif.discovery import Search


def run(options: argparse.Namespace) -> int:
    """0 when something was found and all of it is complete, else 1."""
    multicast = not options.targets if options.multicast is None else options.multicast
    if not (multicast or options.targets):
        raise StartError("nothing to ask: name an address, or leave --no-multicast out")
    search = Search(options.targets, multicast, multicast_port=options.discovery_port)
    login = login_of(options.user, options.ask_password)
    make_sure(options.json)
    keeper = Keeper(database_path(options.database), login) if options.keep else None
    findings = asyncio.run(Expedition(search, login, _say_progress if sys.stderr.isatty() else _say_nothing).run())
    devices = findings.told()
    _tell(devices, options.json)
    _say_how_it_went(findings, devices)
    for sentence in keeper.keep(devices) if keeper else ():
        _say(sentence)
    return 0 if devices and all(device.is_complete for device in devices) else 1


def _tell(devices: Sequence[Device], json_file: str | None) -> None:
    """The devices, for programs or for people."""
    if json_file is not None:
        write_lines(map(device_as_json, devices), json_file)
    elif devices:
        print(table(HEADING, map(device_row, devices)))


def _say_how_it_went(findings: Findings, devices: Sequence[Device]) -> None:
    cameras = sum(len(device.channels) for device in devices)
    _say(f"{len(devices)} devices, {cameras} cameras.")
    if findings.refused_by:
        _say(f"The login was refused by {', '.join(findings.refused_by)}: it was tried nowhere else.")


def _say_progress(progress: SearchProgressed) -> None:
    """One line that is written over: only for a terminal."""
    asked = f"{progress.asked} of {progress.addresses} addresses asked, " if progress.addresses else ""
    sys.stderr.write(f"\r{asked}{progress.found} devices found ")
    sys.stderr.write("\n" if progress.is_over else "")
    sys.stderr.flush()


def _say_nothing(progress: SearchProgressed) -> None:
    pass


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr)
