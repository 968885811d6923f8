"""Cameras, sites, wards, tags and hours of a rule as they are typed in a line, and back. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from wall.model.alarms.schedule import DAY_MINUTES, EVERY_DAY, Schedule, Span
from wall.model.fold import fold
from wall.ui.console.city import City, site_label

_CLOCK = re.compile(r"(\d{1,2})[:hg.](\d{2})")


def parts_of(text: str) -> tuple[str, ...]:
    """What stands between commas or semicolons, each once."""
    parts = (part.strip().lstrip("#") for part in re.split("[,;\n]", text))
    return tuple(dict.fromkeys(part for part in parts if part))


def cameras_text(city: City, cameras: Iterable[int]) -> str:
    """By number; one that has none by its name."""
    known = [city.cameras[each] for each in cameras if each in city.cameras]
    named = sorted(known, key=lambda camera: (camera.number is None, camera.number or 0, camera.name))
    return ", ".join(str(each.number) if each.number is not None else each.name for each in named)


def cameras_in(city: City, text: str) -> tuple[frozenset[int], tuple[str, ...]]:
    """Camera ids, and what is no camera."""
    by_name = {fold(each.name): each.camera_id for each in city.cameras.values()}
    by_name |= {str(each.number): each.camera_id for each in city.cameras.values() if each.number is not None}
    return _known(by_name, text)


def sites_text(city: City, sites: Iterable[int]) -> str:
    """With their wards, where there are any."""
    return ", ".join(sorted(site_label(city.sites[each]) for each in sites if each in city.sites))


def sites_in(city: City, text: str) -> tuple[frozenset[int], tuple[str, ...]]:
    """Site ids, and what is no site. A name alone is enough where no other site has it."""
    sites = [(site_id, site) for site_id, site in city.sites.items()]
    names = [fold(site.name) for _, site in sites]
    by_name = {fold(site_label(site)): site_id for site_id, site in sites}
    by_name |= {fold(site.name): site_id for site_id, site in sites if names.count(fold(site.name)) == 1}
    return _known(by_name, text)


def _known(by_name: dict[str, int], text: str) -> tuple[frozenset[int], tuple[str, ...]]:
    parts = parts_of(text)
    unknown = tuple(part for part in parts if fold(part) not in by_name)
    return frozenset(by_name[fold(part)] for part in parts if fold(part) in by_name), unknown


def clock_text(minute: int) -> str:
    """«22:00»."""
    return f"{minute // 60:02}:{minute % 60:02}"


def clock_in(text: str) -> int | None:
    """Minutes of the day; None for what is no time. «24:00» is the end of the day."""
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        return None
    minute = int(found[1]) * 60 + int(found[2])
    return minute if int(found[2]) < 60 and minute <= DAY_MINUTES else None


def schedule_of(days: frozenset[int], from_minute: int, to_minute: int) -> Schedule:
    """Always, where it is every day and all day."""
    whole = from_minute % DAY_MINUTES == to_minute % DAY_MINUTES
    if not days or (days == EVERY_DAY and whole):
        return Schedule()
    return Schedule((Span(days, from_minute, to_minute),))
