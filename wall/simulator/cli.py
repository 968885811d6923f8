"""`citywall simulate` runs the city until it is told to stop; `citywall simulate fault` breaks and mends it."""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path

from wall.simulator.devices import make_called
from wall.simulator.digest import Account
from wall.simulator.fault_command import main as fault_main
from wall.simulator.inventory import write_inventory
from wall.simulator.onvif.multicast import PORT
from wall.simulator.parts import DEMO_PASSWORD, DEMO_USER
from wall.simulator.server import Settings, Simulator
from wall.simulator.sounds.encode import SOUNDS
from wall.simulator.streams import NONE, SOME, Footage, bench_footage, file_footage, parse_streams

EXIT_USAGE = 2


def main(argv: list[str]) -> int:
    """Run the command; gives the exit status. 0 after SIGTERM or SIGINT, 2 for a wrong command line."""
    if argv[:1] == ["fault"]:
        return fault_main(argv[1:])
    options = _parser().parse_args(argv)
    logging.basicConfig(level=logging.INFO, stream=sys.stderr, format="%(asctime)s simulator: %(message)s")
    try:
        settings = _settings(options)
        simulator = Simulator(settings)
        asyncio.run(_run(simulator, options))
    except (ValueError, OSError) as error:
        print(f"citywall simulate: {error}", file=sys.stderr)
        return EXIT_USAGE
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="citywall simulate",
        description="A city of cameras for demo, drill and test. `citywall simulate fault --help` breaks it.",
    )
    add = parser.add_argument
    add("--cameras", type=int, default=640, metavar="N", help="(default: %(default)s)")
    add("--devices", type=int, metavar="N", help="so many devices, in place of --cameras")
    add("--no-recorders", action="store_true", help="every device is one camera")
    add("--habits", default="on", metavar="on|off|MAKE", help="of the makes; MAKE: everything is of that make")
    add("--https", type=float, default=0.0, metavar="SHARE", help="part of the devices, 0 to 1, that speak HTTPS")
    add("--sites", type=int, default=180, metavar="M")
    add("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    add(
        "--port",
        type=int,
        default=20000,
        help="device i (from 0) speaks RTSP on PORT+2i, HTTP on PORT+2i+1; 0: any",
    )
    add("--control-port", type=int, metavar="C", help="control port on loopback; 0: any (default: PORT-1)")
    add("--user", default=DEMO_USER)
    add("--password", default=DEMO_PASSWORD, help="(default: %(default)s)")
    add("--clip", default="city", metavar="city|bench|FILE", help="what the cameras show")
    add(
        "--streams",
        metavar="WxH,WxH",
        help="of every camera, as it names them, up to four; 160x90:640x360 sends the former size and says the latter",
    )
    sounds = (SOME, NONE, *SOUNDS)
    add("--sound", default="", choices=sounds, help="of the cameras (default: some have it, with --clip none)")
    add("--seed", type=int, default=2022, metavar="n")
    add("--inventory", type=Path, metavar="FILE.csv", help="write the list of cameras there")
    add(
        "--max-sessions",
        type=int,
        default=8,
        metavar="n",
        help="sessions for each camera (default: %(default)s)",
    )
    add("--no-discovery", action="store_true", help="do not answer WS-Discovery")
    add("--discovery-port", type=int, default=PORT, metavar="D", help="UDP port (default: %(default)s)")
    add(
        "--until-stdin-closes",
        action="store_true",
        help="end when standard input ends, as with a parent process",
    )
    return parser


def _settings(options: argparse.Namespace) -> Settings:
    control = options.control_port
    if control is None:
        control = options.port - 1 if options.port else 0
    return Settings(
        cameras=options.cameras,
        sites=options.sites,
        seed=options.seed,
        devices=options.devices,
        recorders=not options.no_recorders,
        make=None if options.habits in ("on", "off") else make_called(options.habits),
        habits=options.habits != "off",
        https_share=options.https,
        host=options.host,
        port=options.port,
        control_port=control,
        account=Account(options.user, options.password),
        footage=_footage(options.clip),
        streams=parse_streams(options.streams) if options.streams else (),
        sound=options.sound,
        max_sessions=options.max_sessions,
        discovery_port=None if options.no_discovery else options.discovery_port,
    )


def _footage(clip: str) -> Footage | None:
    if clip == "city":
        return None
    return bench_footage() if clip == "bench" else file_footage(Path(clip))


async def _run(simulator: Simulator, options: argparse.Namespace) -> None:
    _raise_open_files()
    stopped = _stop_event(options.until_stdin_closes)
    await simulator.start()
    try:
        if options.inventory is not None:
            write_inventory(options.inventory, simulator.parts)
        print(json.dumps(_ready(simulator)), flush=True)
        await stopped.wait()
    finally:
        await simulator.stop()


def _ready(simulator: Simulator) -> dict[str, object]:
    return {
        "ready": True,
        "control": simulator.control_url,
        "cameras": len(simulator.city.cameras),
        "sites": len(simulator.city.sites),
        "rtsp_port": simulator.parts.addresses.rtsp[1],
        "pid": os.getpid(),
    }


def _stop_event(until_stdin_closes: bool) -> asyncio.Event:
    """An event that is set by SIGTERM, SIGINT and, if asked, the end of standard input."""
    loop, stopped = asyncio.get_running_loop(), asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        with suppress(NotImplementedError):
            loop.add_signal_handler(number, stopped.set)
    if until_stdin_closes:
        loop.add_reader(sys.stdin.fileno(), _read_stdin, loop, stopped)
    return stopped


def _read_stdin(loop: asyncio.AbstractEventLoop, stopped: asyncio.Event) -> None:
    if not os.read(sys.stdin.fileno(), 4096):
        loop.remove_reader(sys.stdin.fileno())
        stopped.set()


def _raise_open_files() -> None:
    """Allow as many open files as the system lets us: two listeners for each device, and their clients."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
