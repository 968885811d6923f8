"""Cameras, sites, wards, tags and hours of a rule as they are typed in a line, and back. Pure.

`kept` is what the rule names already. What was removed from the city since stays in it until somebody deletes it from
the line: a rule about one camera must not come to be about all of them because that camera is gone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from PySide6.QtCore import QCoreApplication

from wall.model.alarms.schedule import DAY_MINUTES, EVERY_DAY, Schedule, Span
from wall.model.fold import fold
from wall.ui.console.city import City, site_label

_CLOCK = re.compile(r"(\d{1,2})[:hg.](\d{2})")


def parts_of(text: str) -> tuple[str, ...]:
    """What stands between commas or semicolons, each once."""
    parts = (part.strip().lstrip("#") for part in re.split("[,;\n]", text))
    return tuple(dict.fromkeys(part for part in parts if part))


def cameras_text(city: City, cameras: Collection[int]) -> str:
    """By number; one that has none by its name."""
    known = [city.cameras[each] for each in cameras if each in city.cameras]
    named = sorted(known, key=lambda camera: (camera.number is None, camera.number or 0, camera.name))
    texts = [str(each.number) if each.number is not None else each.name for each in named]
    return ", ".join((*texts, *_gone_texts(cameras, city.cameras)))


def cameras_in(city: City, text: str, kept: Collection[int] = ()) -> tuple[frozenset[int], tuple[str, ...]]:
    """Camera ids, and what is no camera."""
    by_name = {fold(each.name): each.camera_id for each in city.cameras.values()}
    by_name |= {str(each.number): each.camera_id for each in city.cameras.values() if each.number is not None}
    return _known(by_name, text, kept)


def sites_text(city: City, sites: Collection[int]) -> str:
    """With their wards, where there are any."""
    texts = sorted(site_label(city.sites[each]) for each in sites if each in city.sites)
    return ", ".join((*texts, *_gone_texts(sites, city.sites)))


def sites_in(city: City, text: str, kept: Collection[int] = ()) -> tuple[frozenset[int], tuple[str, ...]]:
    """Site ids, and what is no site. A name alone is enough where no other site has it."""
    sites = [(site_id, site) for site_id, site in city.sites.items()]
    names = [fold(site.name) for _, site in sites]
    by_name = {fold(site_label(site)): site_id for site_id, site in sites}
    by_name |= {fold(site.name): site_id for site_id, site in sites if names.count(fold(site.name)) == 1}
    return _known(by_name, text, kept)


def names_in(there: Collection[str], text: str, kept: Collection[str] = ()) -> tuple[frozenset[str], tuple[str, ...]]:
    """Wards, or tags, as the city spells them, and what is none: with a letter too few a rule would never hold."""
    by_name: dict[str, set[str]] = {}
    for each in (*there, *kept):
        by_name.setdefault(fold(each), set()).add(each)
    found: set[str] = set()
    for part in parts_of(text):
        found |= {part} if part in there or part in kept else by_name.get(fold(part), set())
    return frozenset(found), tuple(part for part in parts_of(text) if fold(part) not in by_name)


def _gone_texts(kept: Iterable[int], there: Collection[int]) -> list[str]:
    return [_gone_text(each) for each in sorted(kept) if each not in there]


def _gone_text(key: int) -> str:
    return QCoreApplication.translate("RuleForm", "removed ({0})").format(key)


def _known(by_name: dict[str, int], text: str, kept: Iterable[int]) -> tuple[frozenset[int], tuple[str, ...]]:
    by_name = {fold(_gone_text(each)): each for each in kept} | by_name
    parts = parts_of(text)
    unknown = tuple(part for part in parts if fold(part) not in by_name)
    return frozenset(by_name[fold(part)] for part in parts if fold(part) in by_name), unknown


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
