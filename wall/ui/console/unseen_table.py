"""The table of watch coverage: what nobody has seen, camera by camera, or summed up by site or ward."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum
from operator import attrgetter
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from wall.model.watching import Seen
from wall.ui import figures, words
from wall.ui.console.alphabet import alphabetic
from wall.ui.console.city import IN_ORDER_OF_NUMBER, City
from wall.ui.console.facts import Facts
from wall.ui.console.table import Column
from wall.ui.console.tree_model import camera_label


class By(Enum):
    """What one row stands for."""

    CAMERA = "by camera"
    SITE = "by site"
    WARD = "by ward"


class UnseenRow(NamedTuple):
    """A camera, or all cameras of a site or ward; `unseen` are those that nobody has seen for so long.

    `last_s` is that of the camera that has waited longest; `seconds` are summed up. Names are looked up as they are
    painted: ten thousand rows are made anew every half minute, and for that a tuple is quicker than a dataclass.
    """

    by: By
    key: int | tuple[By, int | str]
    """The id of a camera, else that of the site or the name of the ward."""
    cameras: tuple[int, ...]
    unseen: tuple[int, ...]
    last_s: float
    seconds: float


def unseen_columns(facts: Facts, now_s: Callable[[], float]) -> tuple[Column[UnseenRow], ...]:
    """In the order in which they are read. `now_s` is Unix time."""
    translate = QCoreApplication.translate
    return (
        Column(
            "name",
            translate("UnseenTable", "Camera, site or ward"),
            lambda row: _name(facts.city, row),
            256,
            order=lambda row: _in_order(facts.city, row),
        ),
        Column(
            "last",
            translate("UnseenTable", "Seen last"),
            lambda row: seen_ago(row.last_s, now_s()),
            112,
            order=attrgetter("last_s"),
            is_number=True,
        ),
        Column(
            "seconds",
            translate("UnseenTable", "Watched for"),
            lambda row: words.age(row.seconds) if row.seconds else figures.UNKNOWN,
            104,
            order=attrgetter("seconds"),
            is_number=True,
            tip=lambda _row: translate("UnseenTable", "On a screen within the chosen time, to the hour"),
            is_quiet=lambda row: not row.seconds,
        ),
        Column(
            "unseen",
            translate("UnseenTable", "Unseen"),
            lambda row: f"{len(row.unseen)} / {len(row.cameras)}",
            80,
            order=lambda row: -len(row.unseen),
            is_number=True,
            is_quiet=lambda row: not row.unseen,
        ),
        Column("place", translate("UnseenTable", "Where"), lambda row: _place(facts.city, row), 160),
        Column("state", translate("UnseenTable", "State"), lambda row: _state(facts, row), 104, is_quiet=_always),
    )


def seen_ago(last_s: float, now_s: float) -> str:
    """How long ago, or that it never was."""
    return words.age(now_s - last_s) if last_s else QCoreApplication.translate("UnseenTable", "never")


def unseen_rows(city: City, ledger: Iterable[Seen], before_s: float, by: By) -> list[UnseenRow]:
    """All of the city, the longest unseen first; unseen is what was seen last before `before_s`."""
    told = {each.camera_id: each for each in ledger}
    rows = []
    for camera_id in city.cameras:
        seen = told.get(camera_id)  # What the ledger does not name was never seen.
        last_s, seconds = (seen.last_s, seen.seconds) if seen else (0.0, 0.0)
        ids = (camera_id,)
        rows.append(UnseenRow(By.CAMERA, camera_id, ids, ids if last_s < before_s else (), last_s, seconds))
    rows.sort(key=attrgetter("last_s"))
    return rows if by is By.CAMERA else _summed_up(city, rows, by)


def _summed_up(city: City, cameras: list[UnseenRow], by: By) -> list[UnseenRow]:
    """The cameras come in their order, so that the first of a group has waited longest."""
    groups: dict[int | str, list[UnseenRow]] = {}
    for row in cameras:
        groups.setdefault(_group_of(city, row.cameras[0], by), []).append(row)
    return [
        UnseenRow(
            by,
            (by, key),
            tuple(camera for row in rows for camera in row.cameras),
            tuple(camera for row in rows for camera in row.unseen),
            rows[0].last_s,
            sum(row.seconds for row in rows),
        )
        for key, rows in groups.items()
    ]


def _group_of(city: City, camera_id: int, by: By) -> int | str:
    site = city.site_of(city.cameras[camera_id])
    if by is By.WARD:
        return site.ward if site else ""
    return site.site_id or 0 if site else 0


def _name(city: City, row: UnseenRow) -> str:
    without = QCoreApplication.translate("UnseenTable", "without a site")
    camera = city.cameras.get(row.cameras[0])
    if row.by is not By.CAMERA:
        site = city.site_of(camera) if camera else None
        name = (site.ward if row.by is By.WARD else site.name) if site else ""
        return name or without
    return camera_label(camera) if camera else f"#{row.cameras[0]}"


def _place(city: City, row: UnseenRow) -> str:
    camera = city.cameras.get(row.cameras[0])
    site = city.site_of(camera) if camera else None
    if site is None or row.by is By.WARD:
        return ""
    return site.ward or site.name


def _in_order(city: City, row: UnseenRow) -> tuple[int, str]:
    """Cameras by number, the others as people look for names."""
    camera = city.cameras.get(row.cameras[0]) if row.by is By.CAMERA else None
    number = camera.number if camera else None
    return (IN_ORDER_OF_NUMBER if number is None else number, alphabetic(_name(city, row)))


def _state(facts: Facts, row: UnseenRow) -> str:
    """Why it may not have been seen; of one camera only."""
    return words.health_word(facts.health.get(row.cameras[0])) if row.by is By.CAMERA else ""


def _always(_row: UnseenRow) -> bool:
    return True
