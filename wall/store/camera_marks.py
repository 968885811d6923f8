"""By what a camera is known outside of this database, and which camera here is meant by it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from wall.model.inventory import CameraRecord, DeviceRecord, Inventory
from wall.store.json_fields import Json, items, record, whole, words
from wall.store.plain import public_url

_OF_DEVICE = ("endpoint", "manufacturer", "model", "serial", "source_token")
_MOST_TEXT = 5000
_MOST_URLS = 20


@dataclass(frozen=True, slots=True)
class CameraMark:
    """What stays the same when a camera is taken over into another inventory; what is not known is empty."""

    number: int = 0
    name: str = ""
    """What operators call it."""
    endpoint: str = ""
    manufacturer: str = ""
    model: str = ""
    serial: str = ""
    source_token: str = ""
    urls: tuple[str, ...] = ()
    """Of its streams, without logins."""

    @property
    def label(self) -> str:
        """For people."""
        return " ".join(part for part in (str(self.number or ""), f"«{self.name}»" if self.name else "") if part) or "?"

    @property
    def is_of_device(self) -> bool:
        return bool(self.endpoint or self.serial)


Way = Callable[[CameraMark], Sequence[Hashable]]
"""By what a camera is told: keys that no other camera should have."""


def marks(inventory: Inventory) -> dict[int, CameraMark]:
    """Of all cameras, by their ids."""
    devices = {each.device_id: each for each in inventory.devices}
    return {each.camera_id: _mark(each, devices.get(each.device_id or 0)) for each in inventory.cameras}


def mark_json(mark: CameraMark) -> dict[str, Json]:
    fields = {name: getattr(mark, name) for name in ("number", "name", *_OF_DEVICE)} | {"urls": list(mark.urls)}
    return {name: value for name, value in fields.items() if value}


def read_mark(data: Json) -> CameraMark:
    """ValueError for what is no mark."""
    fields = record(data, "a camera")
    return CameraMark(
        whole(fields.get("number", 0), "«number» of a camera"),
        urls=tuple(words(url, "an address", _MOST_TEXT) for url in items(fields.get("urls", []), "«urls»", _MOST_URLS)),
        **{name: words(fields.get(name, ""), f"«{name}» of a camera", _MOST_TEXT) for name in ("name", *_OF_DEVICE)},
    )


def meant(wanted: Sequence[CameraMark], there: Mapping[int, CameraMark]) -> dict[int, int]:
    """Which camera (by id) each of the wanted marks means (by its place); what is not here is not in it.

    By its device and source; else by number and name; else, for what is no device here or there, by address; else by
    name alone, or by number alone where no name is told. The better match is made first, whatever the order, and each
    camera is given once. Where two fit equally nothing is guessed: a wrong picture is worse than an empty cell.
    """
    found: dict[int, int] = {}
    taken: set[int] = set()
    for way in _WAYS:
        asked = _by_key(((place, mark) for place, mark in enumerate(wanted) if place not in found), way)
        given = _by_key(((key, mark) for key, mark in there.items() if key not in taken), way)
        for key, places in asked.items():
            ids, alike = given.get(key, ()), {wanted[place] for place in places}
            if len(ids) != 1 or ids[0] in taken or places[0] in found or len(alike) != 1:
                continue
            if not _contradict(way, wanted[places[0]], there[ids[0]]):
                found.update(dict.fromkeys(places, ids[0]))
                taken.add(ids[0])
    return found


def _mark(camera: CameraRecord, record: DeviceRecord | None) -> CameraMark:
    device = record.device if record else None
    return CameraMark(
        camera.number or 0,
        camera.nickname or camera.name,
        device.endpoint if device else "",
        device.manufacturer if device else "",
        device.model if device else "",
        device.serial if device else "",
        camera.source_token,
        tuple(public_url(stream.url) for stream in camera.streams if stream.url),
    )


def _by_key(marked: Iterable[tuple[int, CameraMark]], way: Way) -> Mapping[Hashable, Sequence[int]]:
    found: dict[Hashable, list[int]] = defaultdict(list)
    for which, mark in marked:
        for key in way(mark):
            found[key].append(which)
    return found


def _contradict(way: Way, wanted: CameraMark, there: CameraMark) -> bool:
    """Devices change their addresses with each other, and a number is given to another camera sooner than a name."""
    if way is _address:
        return wanted.is_of_device and there.is_of_device
    return way is _number and bool(wanted.name)


def _endpoint(mark: CameraMark) -> Sequence[Hashable]:
    return [(mark.endpoint, mark.source_token)] if mark.endpoint else []


def _serial(mark: CameraMark) -> Sequence[Hashable]:
    return [(mark.manufacturer, mark.model, mark.serial, mark.source_token)] if mark.serial else []


def _number_and_name(mark: CameraMark) -> Sequence[Hashable]:
    return [(mark.number, mark.name)] if mark.number and mark.name else []


def _address(mark: CameraMark) -> Sequence[Hashable]:
    return list(dict.fromkeys(mark.urls))


def _name(mark: CameraMark) -> Sequence[Hashable]:
    return [mark.name] if mark.name else []


def _number(mark: CameraMark) -> Sequence[Hashable]:
    return [mark.number] if mark.number else []


_WAYS: tuple[Way, ...] = (_endpoint, _serial, _number_and_name, _address, _name, _number)
"""The strongest first."""
