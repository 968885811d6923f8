"""What the fleet's commands take. Imports nothing heavy: `citywall --help` must come at once."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from pathlib import Path

from wall.commands.buffer_options import add_buffer, buffer_settings
from wall.commands.map_options import add_map
from wall.commands.recording_options import add_recording
from wall.commands.ways_in_options import add_ways_in
from wall.model.video import EngineChoice, VideoSettings

Commands = argparse._SubParsersAction  # argparse has no public name for it
Run = Callable[[argparse.Namespace], int]

_WHERE = "addresses, address:port, URLs, networks (10.0.0.0/24), ranges (10.0.0.1-10.0.0.40), lists of them"


def add_commands(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add `console`, `wall`, `discover`, `probe`, `cameras`, `map`, `intake` and `doctor`."""
    _add_console(commands)
    _add_discover(commands)
    _add_probe(commands)
    _add_cameras(commands)
    add_map(commands)
    add_ways_in(commands)
    doctor = _command(commands, "doctor", _doctor, "is everything here that CityWall needs?")
    add_database(doctor)
    _add_json(doctor, "write one JSON object there; - for standard output")


def _add_console(commands: Commands[argparse.ArgumentParser]) -> None:
    console = _command(commands, "console", _console, "the control room: a console, and each screen on its display")
    console.add_argument("--screenshot", type=Path, metavar="FILE.png", help="no screen: save a picture, exit")
    walls = _command(commands, "wall", _wall, "the screens of the wall without the console, for a machine of their own")
    for opened in (console, walls):
        add_database(opened)
        opened.add_argument("--language", choices=["vi", "en"], default="vi", help="(default: %(default)s)")
        opened.add_argument("--theme", choices=["dark", "light"], default="dark", help="(default: %(default)s)")
        add_video(opened)
        add_recording(opened)


def _add_discover(commands: Commands[argparse.ArgumentParser]) -> None:
    discover = _command(
        commands, "discover", _discover, "find the ONVIF devices of the network and ask them everything"
    )
    discover.add_argument("targets", nargs="*", metavar="TARGET", help=_WHERE)
    discover.add_argument(
        "--multicast",
        action=argparse.BooleanOptionalAction,
        help="ask everybody near (default: only where no TARGET is given)",
    )
    discover.add_argument("--discovery-port", type=_port, default=3702, metavar="D", help="UDP (default: %(default)s)")
    discover.add_argument("--keep", action="store_true", help="keep what was found in the database")
    _add_login(discover)
    add_database(discover)
    _add_json(discover)


def _add_probe(commands: Commands[argparse.ArgumentParser]) -> None:
    probe = _command(commands, "probe", _probe, "ask one device everything")
    probe.add_argument("address", metavar="ADDRESS", help="of a device, with its port or as a URL where it is unusual")
    probe.add_argument("--discovery-port", type=_port, default=3702, metavar="D", help="UDP (default: %(default)s)")
    _add_login(probe)
    _add_json(probe)


def _add_cameras(commands: Commands[argparse.ArgumentParser]) -> None:
    cameras = commands.add_parser("cameras", help="the cameras that the city has", description="The city's cameras.")
    kinds = cameras.add_subparsers(required=True, metavar="WHAT")
    listed = _command(kinds, "list", _cameras_list, "list them")
    add_database(listed)
    _add_json(listed)
    taken = _command(kinds, "import", _cameras_import, "take them over from a CSV or XLSX file")
    taken.add_argument("file", type=Path, metavar="FILE")
    taken.add_argument("--dry-run", action="store_true", help="only show what would change")
    add_database(taken)
    given = _command(kinds, "export", _cameras_export, "write them to a CSV or XLSX file")
    given.add_argument("file", type=Path, metavar="FILE")
    add_database(given)


def _add_login(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--user",
        default=os.environ.get("CITYWALL_USER"),
        help="or CITYWALL_USER; the password is asked for, or CITYWALL_PASSWORD",
    )
    parser.add_argument(
        "--ask-password", action="store_true", help="ask for it, also where CITYWALL_PASSWORD holds one"
    )


def add_database(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--database", type=Path, metavar="FILE", help="or CITYWALL_DATABASE (default: citywall.db of this user)"
    )


def add_video(parser: argparse.ArgumentParser) -> None:
    """How video is decoded; read by `video_settings`."""
    parser.add_argument(
        "--engine",
        choices=[each.value for each in EngineChoice],
        default=EngineChoice.AUTO.value,
        help="who decodes; auto: libVLC, and FFmpeg for small tiles before the machine has too much to do "
        "(default: %(default)s)",
    )
    parser.add_argument(
        "--reduce",
        choices=["auto", "never"],
        default="auto",
        help="when the machine has too much to do: auto: the least important tiles show less, and say so; "
        "never: all go on in full, and may stutter (default: %(default)s)",
    )
    parser.add_argument(
        "--hardware",
        choices=["auto", "off"],
        default="auto",
        help="auto: libVLC decodes in the graphics device where that can (default: %(default)s)",
    )
    add_buffer(parser)


def video_settings(options: argparse.Namespace) -> VideoSettings:
    """What `add_video` has taken."""
    return VideoSettings(
        EngineChoice(options.engine),
        options.reduce != "never",
        buffer_settings(options),
        options.hardware != "off",
    )


def _add_json(
    parser: argparse.ArgumentParser, what: str = "write one JSON object a device there; - for standard output"
) -> None:
    parser.add_argument("--json", metavar="FILE", help=what)


def _command(commands: Commands[argparse.ArgumentParser], name: str, run: Run, what: str) -> argparse.ArgumentParser:
    parser = commands.add_parser(
        name, help=what, description=what[0].upper() + what[1:] + ("" if what[-1] == "?" else ".")
    )
    parser.set_defaults(run=run)
    return parser


def _port(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 65_535:
        raise argparse.ArgumentTypeError(f"a port from 1 to 65535, not {text}")
    return int(text)


def _console(options: argparse.Namespace) -> int:
    from wall.commands.console import run

    return run(options)


def _wall(options: argparse.Namespace) -> int:
    from wall.commands.console import run_wall

    return run_wall(options)


def _discover(options: argparse.Namespace) -> int:
    from wall.commands.discover import run

    return run(options)


def _probe(options: argparse.Namespace) -> int:
    from wall.commands.probe import run

    return run(options)


def _cameras_list(options: argparse.Namespace) -> int:
    from wall.commands.cameras import list_cameras

    return list_cameras(options)


def _cameras_import(options: argparse.Namespace) -> int:
    from wall.commands.cameras import import_cameras

    return import_cameras(options)


def _cameras_export(options: argparse.Namespace) -> int:
    from wall.commands.cameras import export_cameras

    return export_cameras(options)


def _doctor(options: argparse.Namespace) -> int:
    from wall.commands.doctor import run

    return run(options)
