"""What CityWall needs of a machine, each looked at by itself: a check never raises and never takes long."""

from __future__ import annotations

import asyncio
import ctypes
import ctypes.util
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path

from wall.commands.database import open_inventory
from wall.model.errors import WallError
from wall.model.hardware import Hardware, NoHardware
from wall.video.hardware.probe import found as look_for_hardware

_VLC_WITHIN_S = 30.0
_VLC = (
    "import os\n"
    "from wall.video.decode import vlc_player\n"
    "vlc_player.VlcEngine()\n"
    "print(vlc_player.vlc.libvlc_get_version().decode(), flush=True)\n"
    "os._exit(0)\n"  # A thread of it would wait for ever.
)
_ENOUGH_BYTES, _PLENTY_BYTES = 200_000_000, 2_000_000_000
_ENOUGH_FILES = 4096
_HARDWARE_TODO = {
    NoHardware.NO_ACCESS: "put this user into the group render, and log in again",
    NoHardware.NO_LIBRARY: "install the packages libva2 and libva-drm2",
    NoHardware.NO_DRIVER: "install the driver: mesa-va-drivers (AMD) or intel-media-va-driver (Intel)",
    NoHardware.NO_PLUGIN: "install the package vlc-plugin-video-output",
    NoHardware.NO_ANSWER: "run python -m wall.video.hardware.look to see why",
}
_YEARS = range(2026, 2100)
_CONNECT_WITHIN_S = 2.0
_TIME_ERROR = 5  # adjtimex(2)
_TIMEX_BYTES = 512
_X_PORTS_FROM = 6000


class State(Enum):
    """How a check came out."""

    FINE = "fine"
    NOTE = "note"
    """It works, but somebody should know."""
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the doctor: what was looked at, how it is, what was seen, and what to do ("" for nothing)."""

    what: str
    state: State
    seen: str
    todo: str = ""


def all_checks(database: Path, environment: Mapping[str, str] | None = None) -> Iterator[Check]:
    """Every check, in the order in which a person would go about it."""
    known = os.environ if environment is None else environment
    yield libvlc()
    yield hardware(asyncio.run(look_for_hardware()))
    yield fonts()
    yield display(known)
    yield disk(database)
    yield kept_data(database)
    yield open_files()
    yield clock(datetime.now(UTC), is_clock_synchronised())


def libvlc(command: tuple[str, ...] = (sys.executable, "-c", _VLC)) -> Check:
    """Does libVLC start, with its plugins? In a process of its own: a broken one takes its process down with it."""
    todo = "install the packages libvlc5 and vlc-plugin-base"
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_VLC_WITHIN_S, check=False)
    except subprocess.TimeoutExpired:
        return Check("libVLC", State.WRONG, f"does not start within {_VLC_WITHIN_S:g} s", todo)
    if done.returncode == 0:
        return Check("libVLC", State.FINE, done.stdout.strip())
    last = (done.stderr.strip().splitlines() or [f"ended with {done.returncode}"])[-1]
    return Check("libVLC", State.WRONG, last.rpartition("Error: ")[2], todo)


def hardware(found: Hardware) -> Check:
    """Does something beside the processor decode? A wall works without: it costs more of the processor."""
    if found.why_not is None:
        return Check("hardware", State.FINE, f"{found.driver} decodes ({found.way})")
    driver = f" ({found.driver})" if found.driver else ""
    todo = _HARDWARE_TODO.get(found.why_not, "")
    seen = f"the processor decodes everything: {found.why_not.value}{driver}"
    return Check("hardware", State.NOTE if todo else State.FINE, seen, todo)


def fonts(count: Callable[[], int | None] | None = None) -> Check:
    """Is there a font with the Vietnamese letters?"""
    known = (count or vietnamese_fonts)()
    todo = "install the package fonts-noto-core or fonts-dejavu-core"
    if known is None:
        return Check(
            "fonts", State.WRONG, "fontconfig is missing", "install the packages libfontconfig1 and fonts-noto-core"
        )
    if not known:
        return Check("fonts", State.WRONG, "none with the Vietnamese letters", todo)
    return Check("fonts", State.FINE, f"{known} with the Vietnamese letters")


def display(environment: Mapping[str, str]) -> Check:
    """Is there a screen to show the wall on?"""
    if platform := environment.get("QT_QPA_PLATFORM"):
        return Check("display", State.FINE, f"Qt's platform is {platform}")
    if wayland := environment.get("WAYLAND_DISPLAY"):
        return _reached(wayland, _wayland_socket(wayland, environment.get("XDG_RUNTIME_DIR", "")))
    if x_display := environment.get("DISPLAY"):
        return _reached(x_display, _x_socket(x_display))
    todo = "start CityWall from a desktop session; commands without a window work all the same"
    return Check("display", State.WRONG, "there is no screen here", todo)


def disk(database: Path) -> Check:
    """Is there room where the database is?"""
    folder = next(each for each in [*database.absolute().parents, Path("/")] if each.exists())
    free = shutil.disk_usage(folder).free
    seen = f"{free / 1e9:.1f} GB free at {folder}"
    if free < _ENOUGH_BYTES:
        return Check("disk", State.WRONG, seen, "make room: nothing can be kept on a full disk")
    if free < _PLENTY_BYTES:
        return Check("disk", State.NOTE, seen, "make room soon")
    if not os.access(folder, os.W_OK):
        return Check("disk", State.WRONG, f"{folder} cannot be written to", "give this user the right to write there")
    return Check("disk", State.FINE, seen)


def kept_data(database: Path) -> Check:
    """Can the database be read?"""
    if not database.exists():
        return Check("database", State.FINE, f"{database}: none yet")
    try:
        with open_inventory(database) as store:
            inventory = store.load()
    except WallError as error:
        return Check("database", State.WRONG, error.detail, "restore a copy of it, or move it away and start anew")
    return Check("database", State.FINE, f"{database}: {len(inventory.cameras)} cameras, {len(inventory.sites)} sites")


def open_files() -> Check:
    """May this user have as many connections open as a fleet needs?"""
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    if most == resource.RLIM_INFINITY or most >= _ENOUGH_FILES:
        return Check("open files", State.FINE, "unlimited" if most == resource.RLIM_INFINITY else f"up to {most}")
    return Check("open files", State.NOTE, f"up to {most}", f"allow {_ENOUGH_FILES} for a city (limits.conf, nofile)")


def clock(now: datetime, is_synchronised: bool | None) -> Check:
    """Is the time one that can be? Cameras refuse logins by a clock that is off; the wall measures theirs by ours."""
    seen = f"{now:%Y-%m-%d %H:%M:%S} UTC"
    todo = "set the clock, and keep it by NTP: timedatectl set-ntp true"
    if now.year not in _YEARS:
        return Check("time", State.WRONG, seen, todo)
    if is_synchronised is False:
        return Check("time", State.NOTE, f"{seen}, kept by nobody", todo.partition("and ")[2])
    return Check("time", State.FINE, seen + (", kept by NTP" if is_synchronised else ""))


def is_clock_synchronised() -> bool | None:
    """What the kernel knows of it (adjtimex(2)); None where it cannot be asked."""
    try:
        state = ctypes.CDLL(None).adjtimex(ctypes.create_string_buffer(_TIMEX_BYTES))
    except (OSError, AttributeError):
        return None
    return None if state < 0 else state != _TIME_ERROR


def vietnamese_fonts() -> int | None:
    """How many fonts fontconfig knows that have all Vietnamese letters; None without fontconfig."""
    try:
        library = ctypes.CDLL(ctypes.util.find_library("fontconfig") or "libfontconfig.so.1")
    except OSError:
        return None
    for function in (library.FcNameParse, library.FcObjectSetCreate, library.FcFontList):
        function.restype = ctypes.c_void_p
    library.FcObjectSetAdd.argtypes = [ctypes.c_void_p, ctypes.c_char_p]
    library.FcFontList.argtypes = [ctypes.c_void_p] * 3
    if not library.FcInit():
        return None
    wanted = library.FcObjectSetCreate()
    library.FcObjectSetAdd(wanted, b"family")
    found = library.FcFontList(None, library.FcNameParse(b":lang=vi"), wanted)
    # FcFontSet begins with the number of fonts.
    return ctypes.cast(found, ctypes.POINTER(ctypes.c_int))[0] if found else 0


def _reached(name: str, place: tuple[socket.AddressFamily, str | tuple[str, int]] | None) -> Check:
    todo = "start CityWall from the desktop session that shows it"
    if place is None:
        return Check("display", State.WRONG, f"{name} is no display", todo)
    family, address = place
    with socket.socket(family, socket.SOCK_STREAM) as sock:
        sock.settimeout(_CONNECT_WITHIN_S)
        try:
            sock.connect(address)
        except OSError as error:
            return Check("display", State.WRONG, f"{name} cannot be reached: {error.strerror or error}", todo)
    return Check("display", State.FINE, name)


def _wayland_socket(name: str, folder: str) -> tuple[socket.AddressFamily, str]:
    return socket.AF_UNIX, str(Path(folder) / name)


def _x_socket(name: str) -> tuple[socket.AddressFamily, str | tuple[str, int]] | None:
    """Where `:0`, `unix:0.0` or `host:10.0` listens."""
    parts = re.fullmatch(r"(.*):(\d{1,5})(\.\d+)?", name)
    if parts is None:
        return None
    host, number = parts[1], int(parts[2])
    if host in ("", "unix"):
        return socket.AF_UNIX, f"/tmp/.X11-unix/X{number}"
    return socket.AF_INET, (host, _X_PORTS_FROM + number)
