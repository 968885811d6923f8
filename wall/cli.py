"""The command `citywall`: reads the arguments and starts what they name. Imports nothing heavy before that."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from wall import __version__
from wall.commands.login import password_of
from wall.commands.options import add_commands, add_database, add_video, video_settings
from wall.commands.recording_options import add_recording, record_settings
from wall.commands.screen import choose_platform, need_screen
from wall.commands.typed import MOST_CELLS, count, duration, grid, size
from wall.model.errors import StartError, WallError
from wall.model.stream import Credentials, Transport, parse_source

if TYPE_CHECKING:
    from wall.app import Look, Shot
    from wall.demo import City
    from wall.model.camera import Camera
    from wall.services.login_guard import LoginGuard

EXIT_USAGE = 2


def main(argv: list[str] | None = None) -> int:
    """Run the command; gives the exit status: 0, 1 when something is not live, 2 for what cannot be started."""
    arguments = sys.argv[1:] if argv is None else argv
    if argv is None and any("@" in argument for argument in arguments):
        from wall.arguments import hide_passwords

        hide_passwords()
    if arguments[:1] == ["simulate"]:  # Has a command line of its own, and imports nothing of the rest.
        from wall.simulator.cli import main as simulate

        return simulate(arguments[1:])
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except (WallError, ValueError) as error:
        reason = (error.detail if isinstance(error, WallError) else "") or str(error)
        print(f"citywall: {reason}", file=sys.stderr)
        return EXIT_USAGE
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="citywall", description="A video wall for a city's cameras.")
    parser.add_argument("--version", action="version", version=f"citywall {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_demo(commands)
    _add_view(commands)
    add_commands(commands)
    _add_bench(commands)
    commands.add_parser("simulate", help="a simulated city of ONVIF and RTSP cameras", add_help=False)
    return parser


def _add_demo(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    demo = _command(commands, "demo", _demo, "open the wall on a simulated city")
    demo.add_argument("--cameras", type=count(1, 640), default=36, metavar="N", help="(default: %(default)s)")
    demo.add_argument("--sites", type=count(1, 180), metavar="M", help="(default: a third of the cameras)")
    demo.add_argument("--console", action="store_true", help="find the city's cameras in the console instead")
    _add_look(demo)


def _add_view(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    view = _command(commands, "view", _view, "open the wall on RTSP addresses")
    view.add_argument("urls", nargs="*", metavar="URL", help="rtsp://host:port/path, without a login")
    view.add_argument("--cameras", type=Path, metavar="FILE.csv", help="a list: number, name, url, sub_url, username")
    view.add_argument("--kept", action="store_true", help="the cameras that the database has")
    add_database(view)
    view.add_argument("--user", default=os.environ.get("CITYWALL_USER"), help="or CITYWALL_USER")
    view.add_argument("--ask-password", action="store_true", help="ask for it, also where CITYWALL_PASSWORD holds one")
    view.add_argument(
        "--transport",
        choices=[each.value for each in Transport],
        default="auto",
        help="(default: %(default)s)",
    )
    _add_look(view)


def _add_bench(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    bench = commands.add_parser("bench", help="measure on this machine")
    kinds = bench.add_subparsers(required=True, metavar="WHAT")
    live = _command(kinds, "live", _bench_live, "frames, cost, latency and start of a wall of live tiles")
    live.add_argument("--tiles", type=count(1, 64), default=36, metavar="N", help="(default: %(default)s)")
    live.add_argument("--seconds", type=duration, default=20.0, metavar="S", help="(default: %(default)s)")
    add_video(live)
    soak = _command(kinds, "soak", _bench_soak, "a random fault every second: does anything leak?")
    soak.add_argument("--minutes", type=duration, default=10.0, metavar="M", help="(default: %(default)s)")
    soak.add_argument("--tiles", type=count(1, 64), default=16, metavar="N", help="(default: %(default)s)")
    soak.add_argument("--seed", type=int, default=1, help="which faults, in which order (default: %(default)s)")
    fleet = _command(kinds, "fleet", _bench_fleet, "from nothing to a complete inventory of a simulated city")
    fleet.add_argument("--devices", type=count(1, 5000), default=640, metavar="N", help="(default: %(default)s)")
    views = _command(kinds, "views", _bench_views, "how soon a view is called up, and the former one is back")
    views.add_argument("--tiles", type=count(1, 64), default=36, metavar="N", help="of a view (default: 36)")
    views.add_argument("--rounds", type=count(1, 12), default=8, metavar="N", help="(default: 8)")
    adapt = _command(kinds, "adapt", _bench_adapt, "one picture made large, a hidden wall, the whole city in small")
    adapt.add_argument("--tiles", type=count(1, 64), default=36, metavar="N", help="(default: %(default)s)")
    adapt.add_argument("--rounds", type=count(1, 60), default=12, metavar="N", help="(default: %(default)s)")
    adapt.add_argument("--seconds", type=duration, default=20.0, metavar="S", help="hidden (default: %(default)s)")
    adapt.add_argument("--cameras", type=count(0, 640), default=640, metavar="N", help="of the overview (default: 640)")
    overview = _command(kinds, "overview", _bench_overview, "every camera in small, beside live tiles: how new?")
    overview.add_argument("--cameras", type=count(1, 640), default=640, metavar="N", help="(default: %(default)s)")
    overview.add_argument("--tiles", type=count(1, 64), default=9, metavar="N", help="live (default: %(default)s)")
    overview.add_argument("--seconds", type=duration, default=60.0, metavar="S", help="(default: %(default)s)")
    city_map = _command(kinds, "map", _bench_map, "the map of a city under a hand that does not rest: how fast?")
    city_map.add_argument("--cameras", type=count(1, 20_000), default=640, metavar="N", help="(default: %(default)s)")
    city_map.add_argument("--pinned", type=count(0, 36), default=9, metavar="N", help="live (default: %(default)s)")
    lists = _command(kinds, "lists", _bench_lists, "do long lists open, and answer as one types?")
    lists.add_argument("--cameras", type=count(1, 100_000), default=10_000, metavar="N", help="(default: %(default)s)")
    lists.add_argument("--views", type=count(1, 100_000), default=2_000, metavar="N", help="(default: %(default)s)")
    lists.add_argument(
        "--bookmarks", type=count(1, 1_000_000), default=100_000, metavar="N", help="(default: %(default)s)"
    )
    replay = _command(kinds, "replay", _bench_replay, "how soon the past is seen, and what keeping it costs")
    replay.add_argument("--tiles", type=count(1, 64), default=36, metavar="N", help="(default: %(default)s)")
    replay.add_argument("--rounds", type=count(1, 200), default=24, metavar="N", help="(default: %(default)s)")
    record = _command(kinds, "record", _bench_record, "what recording costs, and how soon it is on the disk")
    record.add_argument("--tiles", type=count(1, 64), default=18, metavar="N", help="(default: %(default)s)")
    record.add_argument("--seconds", type=duration, default=8.0, metavar="S", help="a turn (default: %(default)s)")
    ptz = _command(kinds, "ptz", _bench_ptz, "from a key to a dome that moves, and does one ever run away?")
    ptz.add_argument("--tiles", type=count(4, 64), default=36, metavar="N", help="(default: %(default)s)")
    ptz.add_argument("--rounds", type=count(1, 2000), default=120, metavar="N", help="pushes (default: %(default)s)")
    ptz.add_argument("--sessions", type=count(0, 10_000), default=100, metavar="N", help="(default: %(default)s)")
    ptz.add_argument("--seed", type=int, default=1, help="which ends, and which vices (default: %(default)s)")
    alarms = _command(kinds, "alarms", _bench_alarms, "from an event of a camera to its alarm, and a storm of them")
    alarms.add_argument("--devices", type=count(1, 2000), default=640, metavar="N", help="(default: %(default)s)")
    alarms.add_argument("--tiles", type=count(0, 64), default=36, metavar="N", help="(default: %(default)s)")
    alarms.add_argument("--rate", type=count(1, 1000), default=50, metavar="N", help="events/s (default: %(default)s)")
    alarms.add_argument("--seconds", type=duration, default=20.0, metavar="S", help="(default: %(default)s)")
    alarms.add_argument("--storm", type=count(1, 100_000), default=5000, metavar="N", help="in 10 s (default: 5000)")
    history = _command(kinds, "history", _bench_history, "a million alarms: does what is asked for come at once?")
    history.add_argument(
        "--alarms", type=count(1, 10_000_000), default=1_000_000, metavar="N", help="(default: 1000000)"
    )
    history.add_argument("--rounds", type=count(1, 1000), default=10, metavar="N", help="(default: %(default)s)")
    console = _command(kinds, "console", _bench_console, "the same in the window: does it stay in the hand?")
    console.add_argument("--devices", type=count(1, 5000), default=640, metavar="N", help="(default: %(default)s)")
    offscreen = (fleet, record, history)
    for kind in (live, soak, views, adapt, overview, city_map, lists, replay, ptz, alarms, console, *offscreen):
        kind.add_argument("--json", metavar="FILE", help="write one JSON object there; - for standard output")
    for kind in (live, soak, views, adapt, overview, city_map, lists, replay, ptz, alarms, console):
        kind.add_argument("--display", action="store_true", help="on the screen instead of offscreen")


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    run: Callable[[argparse.Namespace], int],
    what: str,
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=what, description=what[0].upper() + what[1:] + ".")
    parser.set_defaults(run=run)
    return parser


def _add_look(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--grid", type=grid, metavar="CxR", help="columns and rows, 1x1 to 8x8 (default: as many as needed)")
    add("--language", choices=["vi", "en"], default="vi", help="(default: %(default)s)")
    add("--theme", choices=["dark", "light"], default="dark", help="(default: %(default)s)")
    add("--full-screen", action="store_true")
    add_video(parser)
    add_recording(parser)
    add(
        "--screenshot",
        type=Path,
        metavar="FILE.png",
        help="no screen: wait until every tile is live, save, exit",
    )
    add(
        "--size",
        type=size,
        default=(1920, 1080),
        metavar="WxH",
        help="of the screenshot (default: 1920x1080)",
    )
    add("--timeout", type=duration, default=30.0, metavar="S", help="with --screenshot (default: %(default)s s)")


def _demo(options: argparse.Namespace) -> int:
    need_screen(options.screenshot)
    from wall.demo import running_city

    with running_city(options.cameras, options.sites or max(1, options.cameras // 3)) as city:
        print(f"Break a camera: citywall simulate fault frozen --camera 3 --on --control {city.control}")
        return _demo_console(city, options) if options.console else _run(city.cameras, options, devices=city.devices)


def _demo_console(city: City, options: argparse.Namespace) -> int:
    """From nothing: an empty database, which is gone afterwards, and the addresses in the search line."""
    from secrets import token_hex
    from tempfile import TemporaryDirectory

    from wall.behind import ConsoleLook
    from wall.console import run_console
    from wall.demo import DEMO_PASSWORD, DEMO_USER

    print(f"The city's login: {DEMO_USER}, {DEMO_PASSWORD}")
    os.environ["CITYWALL_PASSPHRASE"] = token_hex()  # Sealed in the same folder: not for anybody's key ring.
    look = ConsoleLook(
        options.language,
        options.theme,
        ", ".join(city.addresses),
        video_settings(options),
        record_settings(options),
    )
    with TemporaryDirectory(prefix="citywall-") as folder:
        return run_console(Path(folder) / "citywall.db", look, options.screenshot)


def _view(options: argparse.Namespace) -> int:
    if [bool(options.urls), bool(options.cameras), options.kept].count(True) != 1:
        raise StartError("give addresses, --cameras FILE.csv or --kept: citywall view rtsp://10.0.0.5/stream1")
    need_screen(options.screenshot)
    if options.kept:
        from wall.commands.database import database_path
        from wall.commands.kept import kept_cameras

        cameras, guard = kept_cameras(database_path(options.database))
        return _run(cameras, options, guard)
    from wall.store.inventory import read_devices

    cameras = _typed_cameras(options)
    return _run(cameras, options, devices=read_devices(options.cameras) if options.cameras else ())


def _typed_cameras(options: argparse.Namespace) -> list[Camera]:
    from wall.model.camera import Camera, streams_of
    from wall.store.inventory import read_cameras

    password = password_of(options.user, options.ask_password)
    if options.cameras:
        return read_cameras(options.cameras, password)
    login = Credentials(options.user, password or "") if options.user else None
    transport = Transport(options.transport)
    sources = [parse_source(url, login, transport) for url in options.urls]
    return [Camera(number, _name_of(source.url), streams_of(source)) for number, source in enumerate(sources, 1)]


def _name_of(url: str) -> str:
    return url.removeprefix("rtsp://")


def _bench_live(options: argparse.Namespace) -> int:
    choose_platform(options.display)
    from wall.bench.live import run

    return run(options.tiles, options.seconds, video_settings(options), options.json)


def _bench_soak(options: argparse.Namespace) -> int:
    choose_platform(options.display)
    from wall.bench.soak import run

    return run(options.minutes, options.tiles, options.seed, options.json)


def _bench_fleet(options: argparse.Namespace) -> int:
    from wall.bench.fleet import run

    return run(options.devices, options.json)


def _bench_views(options: argparse.Namespace) -> int:
    choose_platform(options.display)
    from wall.bench.views import run

    return run(options.tiles, options.rounds, options.json)


def _bench_adapt(options: argparse.Namespace) -> int:
    choose_platform(options.display)
    from wall.bench.adapt import run

    return run(options.tiles, options.rounds, options.seconds, options.json, cameras=options.cameras)


def _bench_overview(options: argparse.Namespace) -> int:
    choose_platform(options.display)
    from wall.bench.overview import Spans, run

    return run(options.cameras, options.tiles, Spans(options.seconds), options.json)


def _bench_map(options: argparse.Namespace) -> int:
    choose_platform(options.display)
    from wall.bench.map import run

    return run(options.cameras, options.pinned, options.json)


def _bench_lists(options: argparse.Namespace) -> int:
    choose_platform(options.display)
    from wall.bench.lists import run

    return run(options.cameras, options.views, options.bookmarks, options.json)


def _bench_replay(options: argparse.Namespace) -> int:
    choose_platform(options.display)
    from wall.bench.replay import run

    return run(options.tiles, options.rounds, options.json)


def _bench_ptz(options: argparse.Namespace) -> int:
    choose_platform(options.display)
    from wall.bench.ptz.run import run

    return run(options.tiles, options.rounds, options.sessions, options.seed, options.json)


def _bench_alarms(options: argparse.Namespace) -> int:
    choose_platform(options.display)
    from wall.bench.alarms.run import Pace, run

    return run(options.devices, Pace(options.tiles, options.rate, options.seconds, options.storm), options.json)


def _bench_history(options: argparse.Namespace) -> int:
    from wall.bench.history import run

    return run(options.alarms, options.rounds, options.json)


def _bench_record(options: argparse.Namespace) -> int:
    from wall.bench.record import run

    return run(options.tiles, options.seconds, options.json)


def _bench_console(options: argparse.Namespace) -> int:
    choose_platform(options.display)
    from wall.bench.console import run

    return run(options.devices, options.json)


def _run(
    cameras: list[Camera],
    options: argparse.Namespace,
    guard: LoginGuard | None = None,
    devices: tuple[str, ...] = (),
) -> int:
    from wall.app import run_wall

    look = replace(_look(cameras, options), devices=devices)
    return run_wall(cameras, look, _shot(options), guard)


def _look(cameras: list[Camera], options: argparse.Namespace) -> Look:
    from wall.app import Look

    columns, rows = options.grid or _grid_for(len(cameras))
    return Look(
        columns,
        rows,
        options.language,
        options.theme,
        options.full_screen,
        video_settings(options),
        record_settings(options),
    )


def _shot(options: argparse.Namespace) -> Shot | None:
    from wall.app import Shot

    return Shot(options.screenshot, options.timeout, *options.size) if options.screenshot else None


def _grid_for(cameras: int) -> tuple[int, int]:
    side = next((side for side in range(1, MOST_CELLS) if side * side >= cameras), MOST_CELLS)
    return side, side
