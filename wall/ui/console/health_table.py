"""The table of health: which columns, and what "worst first" means."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from wall.model.alarms.subscription import Hearing
from wall.model.health import Health, Verdict
from wall.ui import figures, words
from wall.ui.console.camera_table import CameraRow
from wall.ui.console.city import IN_ORDER_OF_NUMBER, site_label
from wall.ui.console.hearing_words import hearing_sentence, hearing_word
from wall.ui.console.table import Column
from wall.ui.console.tree_model import camera_label
from wall.ui.console.verdicts import WORST_FIRST

CLOCK_IS_OFF_S = 5.0
CLOCK_BOUNDS_S = (0.1, 1.0, 5.0, 60.0, 3600.0)
"""Between these lie the groups of the plot; beyond the last nothing can be signed."""

_MUCH = float("inf")
_DEAF_FIRST = (Hearing.DEAD, Hearing.STARTING, Hearing.FINE, Hearing.NOT_OFFERED)


def health_columns(now_s: Callable[[], float]) -> tuple[Column[CameraRow], ...]:
    """In the order in which they are read. `now_s` is Unix time."""
    translate = QCoreApplication.translate
    return (
        Column(
            "state",
            translate("HealthTable", "State"),
            lambda row: row.state,
            176,
            order=how_bad,
            mark=lambda row: row.verdict,
            tip=lambda row: words.health_sentence(row.health),
            is_quiet=lambda row: row.verdict in (Verdict.WELL, Verdict.UNKNOWN),
        ),
        Column(
            "camera",
            translate("HealthTable", "Camera"),
            lambda row: camera_label(row.camera),
            280,
            tip=lambda row: (
                f"{camera_label(row.camera)}\n{site_label(row.site)}" if row.site else camera_label(row.camera)
            ),
            order=lambda row: (row.camera.number or IN_ORDER_OF_NUMBER, row.camera.name),
        ),
        _events_column(now_s),
        _measure("fps", translate("HealthTable", "Frames/s"), 72, lambda h: h.fps, lambda v: figures.number(v, 1), 1),
        _measure("bitrate", translate("HealthTable", "Bitrate"), 88, lambda h: h.kbit_s, figures.bitrate, 1),
        _measure("latency", translate("HealthTable", "Latency"), 72, lambda h: h.latency_ms, figures.milliseconds, -1),
        _measure(
            "up",
            translate("HealthTable", "Well for"),
            92,
            lambda h: h.up_since_s,
            lambda v: figures.ago(v, now_s()),
            -1,
        ),
        _clock_column(),
        _measure(
            "checked",
            translate("HealthTable", "Checked ago"),
            92,
            lambda h: h.checked_s,
            lambda v: figures.ago(v, now_s()),
            1,
        ),
    )


def how_bad(row: CameraRow) -> tuple[object, ...]:
    """Worst first: lost, ill, off; among those alike the one whose clock is farther off."""
    offset_s = abs(row.health.clock_offset_s or 0.0) if row.health else 0.0
    return (WORST_FIRST.index(row.verdict), row.trouble, -offset_s, row.camera.number or IN_ORDER_OF_NUMBER)


def how_deaf(row: CameraRow) -> tuple[int, bool]:
    """Who is not heard first, then who was not for a while; what cannot be heard comes last."""
    hearing = row.hearing
    return (len(_DEAF_FIRST), True) if hearing is None else (_DEAF_FIRST.index(hearing.hearing), hearing.gap is None)


def clock_groups(health: Iterable[Health]) -> list[int]:
    """How many cameras' clocks are off by less than each of `CLOCK_BOUNDS_S`, and by more than the last."""
    groups = [0] * (len(CLOCK_BOUNDS_S) + 1)
    for each in health:
        if each.clock_offset_s is not None:
            size = abs(each.clock_offset_s)
            groups[sum(size >= bound for bound in CLOCK_BOUNDS_S)] += 1
    return groups


def all_health(cameras: Iterable[int], health: Mapping[int, Health]) -> Sequence[Health]:
    """What is known of these cameras, where anything is."""
    return [health[camera] for camera in cameras if camera in health]


def _clock_column() -> Column[CameraRow]:
    def offset_s(row: CameraRow) -> float | None:
        return row.health.clock_offset_s if row.health else None

    return Column(
        "clock",
        QCoreApplication.translate("HealthTable", "Clock"),
        lambda row: figures.clock_offset(offset_s(row)),
        96,
        order=lambda row: -abs(offset_s(row) or 0.0),
        is_number=True,
        is_quiet=lambda row: abs(offset_s(row) or 0.0) < CLOCK_IS_OFF_S,
    )


def _events_column(now_s: Callable[[], float]) -> Column[CameraRow]:
    return Column(
        "events",
        QCoreApplication.translate("HealthTable", "Events"),
        lambda row: hearing_word(row.hearing, now_s()),
        104,
        order=how_deaf,
        tip=lambda row: hearing_sentence(row.hearing, now_s()),
        is_quiet=lambda row: row.hearing is None or row.hearing.hearing is not Hearing.DEAD,
    )


def _measure(
    name: str,
    title: str,
    width: int,
    of: Callable[[Health], float | None],
    told: Callable[[float | None], str],
    sign: int,
) -> Column[CameraRow]:
    """A figure. `sign` says which end is the worse one; what is not known comes last."""

    def value(row: CameraRow) -> float | None:
        return of(row.health) if row.health else None

    def order(row: CameraRow) -> float:
        known = value(row)
        return _MUCH if known is None else sign * known

    return Column(
        name,
        title,
        lambda row: told(value(row)),
        width,
        order=order,
        is_number=True,
        is_quiet=lambda row: value(row) is None,
    )
