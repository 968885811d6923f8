"""`citywall cameras list|import|export`: what the city has, in a terminal and in spreadsheets."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

from wall.commands.as_json import write_lines
from wall.commands.database import database_path, open_inventory, open_logins
from wall.commands.inventory_json import inventory_as_json
from wall.commands.login import password_of
from wall.commands.table import table
from wall.model.import_plan import ImportPlan
from wall.model.inventory import CameraRecord, Inventory, Site, StreamRecord
from wall.model.stream import Credentials
from wall.store.inventory_store import InventoryStore
from wall.store.tables import export, plan

HEADING = ("NUMBER", "NAME", "SITE", "WARD", "ADDRESS", "STREAM", "PTZ")


def list_cameras(options: argparse.Namespace) -> int:
    """All cameras, by number; as JSON by device. 0, also where there are none."""
    with open_inventory(database_path(options.database)) as store:
        inventory = store.load()
    if options.json is not None:
        write_lines(inventory_as_json(inventory), options.json)
    elif inventory.cameras:
        print(table(HEADING, _rows(inventory)))
    _say(f"{len(inventory.cameras)} cameras, {len(inventory.devices)} devices, {len(inventory.sites)} sites.")
    return 0


def import_cameras(options: argparse.Namespace) -> int:
    """Show what the file changes and, unless it is a dry run, change it. 1 where a row was refused, else 0."""
    path = database_path(options.database)
    with open_inventory(path) as store:
        wanted, logins = plan(options.file, store.load())
        if logins and not options.dry_run:
            wanted, logins = _with_logins(options.file, store, path)
        _show(wanted)
        if options.dry_run:
            _say("Nothing was changed: this was a dry run.")
        else:
            store.save(wanted.result, f"import of {wanted.file}")
            _say(f"{len(wanted.added)} cameras added, {len(wanted.changed)} changed.")
    return 1 if wanted.refused else 0


def export_cameras(options: argparse.Namespace) -> int:
    """Write all cameras, without logins."""
    with open_inventory(database_path(options.database)) as store:
        inventory = store.load()
    export(options.file, inventory)
    _say(f"{len(inventory.cameras)} cameras written to {options.file}.")
    return 0


def _with_logins(file: Path, store: InventoryStore, path: Path) -> tuple[ImportPlan, dict[str, Credentials]]:
    """Plan again, knowing the kept logins, and keep the new ones: before the cameras that name them."""
    secrets = open_logins(path)
    wanted, logins = plan(file, store.load(), secrets)
    for name, login in logins.items():
        password = login.password or password_of(login.username)
        if password:
            secrets.put(name, Credentials(login.username, password))
        else:
            _say(f"The login {name} has no password: set CITYWALL_PASSWORD, or run this in a terminal.")
    if logins:
        _say(f"{len(logins)} logins: {secrets.place}.")
    return wanted, logins


def _show(wanted: ImportPlan) -> None:
    """What would change, row by row."""
    rows = [("added", _number(each), each.name, "", "", "") for each in wanted.added]
    for change in wanted.changed:
        who = (_number(change.after), change.after.name)
        rows += [("changed", *who, each.field, each.before, each.after) for each in change.fields]
    if rows:
        print(table(("WHAT", "NUMBER", "NAME", "FIELD", "BEFORE", "AFTER"), rows))
    for refused in wanted.refused:
        _say(f"Line {refused.line} is refused: {refused.reason}.")
    if wanted.ignored_columns:
        _say(f"Columns that say nothing to CityWall: {', '.join(wanted.ignored_columns)}.")
    counts = (len(wanted.added), len(wanted.changed), wanted.unchanged, len(wanted.refused))
    _say("{} to add, {} to change, {} unchanged, {} refused.".format(*counts))


def _rows(inventory: Inventory) -> Iterator[tuple[str, ...]]:
    sites: Mapping[int | None, Site] = {site.site_id: site for site in inventory.sites}
    for camera in sorted(inventory.cameras, key=lambda each: (each.number is None, each.number or 0, each.name)):
        site = sites.get(camera.site_id, Site(""))
        stream = camera.streams[0] if camera.streams else StreamRecord("")
        name = f"{camera.name} ({camera.nickname})" if camera.nickname else camera.name
        yield _number(camera), name, site.name, site.ward, _host(stream.url), _words(stream), "ptz" * camera.has_ptz


def _number(camera: CameraRecord) -> str:
    return "" if camera.number is None else str(camera.number)


def _host(url: str) -> str:
    with suppress(ValueError):
        parts = urlsplit(url)
        return f"{parts.hostname or ''}:{parts.port}" if parts.port else parts.hostname or ""
    return ""


def _words(stream: StreamRecord) -> str:
    size = f"{stream.width}x{stream.height}" if stream.width and stream.height else ""
    return " ".join(part for part in (stream.codec.name if stream.codec else "", size) if part)


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr)
