"""What one row says of a camera: the record as it would be, and the login that stood in the row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from wall.model.inventory import CameraRecord, Position, StreamRecord
from wall.model.stream import Credentials, parse_source
from wall.store.sheet import cells
from wall.store.sheet.cells import MOST_CELL, CellError

MOST_NUMBER = 999_999
_MOST_PRIORITY = 1000

Cells = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Address:
    """An address as it was typed, in two: without its login, and the login. `url` is "" for an empty cell."""

    url: str
    login: Credentials | None = None


def read_address(text: str) -> Address:
    """CellError, without the login in it, for what is no RTSP address."""
    if not text:
        return Address("")
    try:
        source = parse_source(text)
    except ValueError as error:
        raise CellError(str(error)) from None
    return Address(source.url, source.credentials)


def read_number(row: Cells) -> int | None:
    """The logical number; None where the row has none. CellError."""
    text = row.get("number", "")
    return cells.whole(text, "the number", 1, MOST_NUMBER) if text else None


def login_in(row: Cells, main: Address, sub: Address) -> Credentials | None:
    """The login that the row gives, in an address or in columns of its own. CellError where two differ."""
    found = [each.login for each in (main, sub) if each.login]
    if row.get("username"):
        found.append(Credentials(row["username"], row.get("password", "")))
    whole = [login for login in found if login.password]
    if len(set(whole)) > 1 or len({login.username for login in found}) > 1:
        raise CellError("two different logins stand in this row")
    return next(iter(whole or found), None)


def camera_in(told: Cells, row: Cells, before: CameraRecord | None, main: Address, sub: Address) -> CameraRecord:
    """The camera as the row wants it, but for its site and its login. CellError where a cell makes no sense.

    `told` are the cells of the row that differ from what the camera has; what does not stays as it is, exactly.
    """
    for column, text in told.items():
        if len(text) > MOST_CELL:
            raise CellError(f"{column} is too long")
    if before is None and not main.url:
        raise CellError("a new camera needs an address: the column url is empty")
    wanted: dict[str, Any] = {column: told[column] for column in ("nickname", "notes") if column in told}
    if told.get("number"):
        wanted["number"] = read_number(row)
    if told.get("name") or before is None:
        wanted["name"] = row.get("name") or _name(row, main)
    if "tags" in told:
        wanted["tags"] = cells.split(told["tags"])
    wanted |= _numbers(told, row)
    wanted["streams"] = _streams(told, before.streams if before else (), main, sub)
    return replace(before, **wanted) if before else CameraRecord(**wanted)


def _name(row: Cells, main: Address) -> str:
    """What to call a camera that nobody has named."""
    return row.get("nickname") or row.get("number") or urlsplit(main.url).hostname or main.url


def _numbers(told: Cells, row: Cells) -> dict[str, Any]:
    wanted: dict[str, Any] = {}
    if "lat" in told or "lon" in told:
        wanted["position"] = _position(row.get("lat", ""), row.get("lon", ""))
    for column in ("bearing", "view"):
        if column in told:
            text = told[column]
            wanted[f"{column}_deg"] = cells.number(text, f"the {column}", 0, 360) if text else None
    if "priority" in told:
        text = told["priority"]
        wanted["priority"] = cells.whole(text, "the priority", -_MOST_PRIORITY, _MOST_PRIORITY) if text else 0
    return wanted


def _position(latitude: str, longitude: str) -> Position | None:
    if not latitude and not longitude:
        return None
    if not latitude or not longitude:
        raise CellError("latitude and longitude belong together: one of them is missing")
    try:
        north = cells.number(latitude, "the latitude", -90, 90)
        return Position(north, cells.number(longitude, "the longitude", -180, 180))
    except CellError as error:
        if _is_on_earth(longitude, latitude):
            raise CellError("latitude and longitude seem to be exchanged") from error
        raise


def _is_on_earth(latitude: str, longitude: str) -> bool:
    try:
        cells.number(latitude, "", -90, 90)
        cells.number(longitude, "", -180, 180)
    except CellError:
        return False
    return True


def _streams(told: Cells, streams: tuple[StreamRecord, ...], main: Address, sub: Address) -> tuple[StreamRecord, ...]:
    """What is known of a stream goes with its address; another address is another stream. The main one stays."""
    if main.url and not (streams and streams[0].url == main.url):
        streams = (StreamRecord(main.url), *streams[1:])
    if "sub_url" not in told or (len(streams) > 1 and streams[-1].url == sub.url):
        return streams
    if not sub.url:
        return streams[:1]
    return (*(streams[:-1] or streams), StreamRecord(sub.url))
