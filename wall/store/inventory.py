"""Reads a list of cameras from CSV: what a city's IT person keeps in a spreadsheet."""

from __future__ import annotations

import csv
from pathlib import Path

from wall.model.camera import Camera, streams_of
from wall.model.errors import StartError
from wall.model.stream import Credentials, Source, parse_source

_NEEDED = ("number", "name", "url")


def read_cameras(path: Path, password: str | None) -> list[Camera]:
    """Cameras from a UTF-8 CSV file with the columns number, name, url and optionally sub_url, site, username.

    `password` serves every camera that has a user name; a login inside an address wins. StartError names the line that
    makes no sense; nothing is half read.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            missing = [name for name in _NEEDED if name not in (rows.fieldnames or ())]
            if missing:
                raise StartError(f"{path.name} lacks the columns {', '.join(missing)}; it needs {', '.join(_NEEDED)}")
            cameras = [_camera(row, rows.line_num, path.name, password) for row in rows]
    except OSError as error:
        raise StartError(f"{path} cannot be read: {error.strerror}") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise StartError(f"{path.name} is not a CSV file in UTF-8: save it as «CSV UTF-8»") from error
    if not cameras:
        raise StartError(f"{path.name} lists no camera")
    _refuse_doubles(cameras, path.name)
    return cameras


def read_devices(path: Path) -> tuple[str, ...]:
    """The ONVIF addresses in the optional column http of such a file, each once. Whatever else is wrong with it,
    `read_cameras` says.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        told = [(row.get("http") or "").strip() for row in csv.DictReader(file)]
    return tuple(dict.fromkeys(each for each in told if each.startswith(("http://", "https://"))))


def _camera(row: dict[str, str | None], line: int, file: str, password: str | None) -> Camera:
    text = {name: (value or "").strip() for name, value in row.items() if isinstance(name, str)}
    login = Credentials(text["username"], password or "") if text.get("username") else None
    try:
        number = int(text["number"])
        return Camera(
            number,
            text["name"] or str(number),
            streams_of(
                _source(text["url"], login),
                _source(text["sub_url"], login) if text.get("sub_url") else None,
            ),
            text.get("site", ""),
        )
    except ValueError as error:
        raise StartError(f"{file}, line {line}: {error}") from error


def _source(address: str, login: Credentials | None) -> Source:
    source = parse_source(address)
    return source if source.credentials else parse_source(address, login)


def _refuse_doubles(cameras: list[Camera], file: str) -> None:
    seen: set[int] = set()
    for camera in cameras:
        if camera.number in seen:
            raise StartError(f"{file}: camera number {camera.number} stands there twice")
        seen.add(camera.number)
