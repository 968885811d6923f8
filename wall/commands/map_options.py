"""What `citywall map` takes. Imports nothing heavy: `citywall --help` must come at once."""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable
from pathlib import Path

Run = Callable[[argparse.Namespace], int]


def add_map(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `map import|list|use|remove`."""
    maps = commands.add_parser("map", help="the base maps of the city", description="The base maps of the city.")
    kinds = maps.add_subparsers(required=True, metavar="WHAT")
    _add_import(kinds)
    listed = _kind(kinds, "list", _list, "list them; the one that is shown has a mark")
    listed.add_argument("--json", metavar="FILE", help="write one JSON object a map there; - for standard output")
    for name, run, what in (("use", _use, "show this one"), ("remove", _remove, "take one out for good")):
        chosen = _kind(kinds, name, run, what)
        chosen.add_argument("map", metavar="MAP", help="its number or its name, as `citywall map list` has it")


def _add_import(kinds: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    taken = _kind(kinds, "import", _import, "take a map in: a copy of it is kept beside the database")
    taken.add_argument(
        "source",
        metavar="FILE|URL|FOLDER",
        help="raster MBTiles or PMTiles, GeoJSON, an image with a world file or corners, a folder zoom/x/y.png, "
        "or https://host/{z}/{x}/{y}.png",
    )
    taken.add_argument("--name", default="", help="(default: what it says of itself, else the file's name)")
    taken.add_argument("--attribution", default="", help="whose map it is (default: what it says of itself)")
    taken.add_argument("--crs", default="", metavar="EPSG:…", help="of an image's world file: EPSG:4326 or EPSG:3857")
    taken.add_argument(
        "--max-zoom", type=_zoom, default=19, metavar="Z", help="of a server's tiles (default: %(default)s)"
    )


def _kind(
    kinds: argparse._SubParsersAction[argparse.ArgumentParser], name: str, run: Run, what: str
) -> argparse.ArgumentParser:
    parser = kinds.add_parser(name, help=what, description=what[0].upper() + what[1:] + ".")
    parser.set_defaults(run=run)
    parser.add_argument(
        "--database", type=Path, metavar="FILE", help="or CITYWALL_DATABASE (default: citywall.db of this user)"
    )
    return parser


def _zoom(text: str) -> int:
    value = int(text) if text.isascii() and text.isdecimal() else math.inf
    if value > 24:
        raise argparse.ArgumentTypeError(f"a zoom level from 0 to 24, not {text!r}")
    return int(value)


def _import(options: argparse.Namespace) -> int:
    from wall.commands.maps import import_map

    return import_map(options)


def _list(options: argparse.Namespace) -> int:
    from wall.commands.maps import list_maps

    return list_maps(options)


def _use(options: argparse.Namespace) -> int:
    from wall.commands.maps import use_map

    return use_map(options)


def _remove(options: argparse.Namespace) -> int:
    from wall.commands.maps import remove_map

    return remove_map(options)
