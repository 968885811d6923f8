"""Which rule makes the alarms of a source that is noisy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from wall.model.alarms.city import City
from wall.model.alarms.figures import Noisy
from wall.model.alarms.matching import concerns
from wall.model.alarms.rule import Rule
from wall.model.alarms.schedule import ALWAYS
from wall.model.alarms.signal import Signal, Source
from wall.model.inventory import Inventory


def rule_for(noisy: Noisy, rules: Iterable[Rule], inventory: Inventory) -> Rule | None:
    """The first in force that is about this kind, there: at whatever time, and whoever says it. None: there is none."""
    place = City(inventory).place(noisy.camera_id, noisy.site_id)
    said = Signal(Source.ONVIF, noisy.kind, noisy.camera_id, 0.0, site_id=noisy.site_id)
    for rule in rules:
        about = replace(rule.concern, sources=frozenset(), topic="", schedule=ALWAYS)
        if rule.is_on and concerns(about, said, place, lambda _at_s: (0, 0.0)):
            return rule
    return None
