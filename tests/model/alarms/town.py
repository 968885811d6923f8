"""A small town to have alarms in: two crossings a kilometre apart, three cameras each, the last without a place."""

from __future__ import annotations

from wall.model.alarms.city import City
from wall.model.alarms.rule import Concern, Merging, Rule
from wall.model.alarms.signal import Phase, Signal, Source
from wall.model.alarms.sorting import Sorter, Start
from wall.model.inventory import CameraRecord, Inventory, Position, Site

T = 1_800_000_000.0

NGA_SAU, CHO = 1, 2
TOWN = Inventory(
    sites=(
        Site("Ngã Sáu", "Kinh Bắc", position=Position(21.1800, 106.0600), site_id=NGA_SAU),
        Site("Chợ Nhớn", "Vũ Ninh", position=Position(21.1900, 106.0600), site_id=CHO),
    ),
    cameras=(
        CameraRecord("Ngã Sáu 1", 1, site_id=NGA_SAU, position=Position(21.1800, 106.0600), camera_id=1),
        CameraRecord("Ngã Sáu 2", 2, site_id=NGA_SAU, position=Position(21.1803, 106.0600), camera_id=2),
        CameraRecord("Ngã Sáu 3", 3, site_id=NGA_SAU, tags=("gate",), position=Position(21.1805, 106.06), camera_id=3),
        CameraRecord("Chợ 1", 4, site_id=CHO, position=Position(21.1900, 106.0600), camera_id=4),
        CameraRecord("Chợ 2", 5, site_id=CHO, position=Position(21.1901, 106.0600), camera_id=5),
        CameraRecord("Trên cột", 6, camera_id=6),
    ),
)


def utc(unix_s: float) -> tuple[int, float]:
    """The clock on the wall of a town on the prime meridian."""
    days, seconds = divmod(unix_s, 86400)
    return int(days + 3) % 7, seconds / 60


def rule(*kinds: str, priority: int = 3, rule_id: int = 1, **merging: object) -> Rule:
    return Rule("", Concern(kinds=frozenset(kinds)), priority, Merging(**merging), rule_id=rule_id)  # type: ignore[arg-type]


def sorter(*rules: Rule, start: Start | None = None) -> Sorter:
    begin = start or Start()
    return Sorter(Start(rules, begin.mutes, begin.open_alarms, begin.last_alarm, begin.last_signal), City(TOWN), utc)


def motion(camera_id: int, at_s: float, kind: str = "motion", phase: Phase = Phase.PULSE, topic: str = "") -> Signal:
    """`at_s` is seconds after the town's zero hour."""
    return Signal(Source.ONVIF, kind, camera_id, T + at_s, phase, topic)


def begins(camera_id: int, at_s: float, kind: str = "motion", topic: str = "") -> Signal:
    return motion(camera_id, at_s, kind, Phase.BEGINS, topic)


def ends(camera_id: int, at_s: float, kind: str = "motion", topic: str = "") -> Signal:
    return motion(camera_id, at_s, kind, Phase.ENDS, topic)
