"""Units as a service: a real feed on a real loop, told at a pace."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

from wall.maps.units_feed import FeedPace
from wall.model.events import Event, UnitsChanged
from wall.model.geo.units import FeedTrouble
from wall.services.io import IoLoop
from wall.services.units import TELL_EVERY_S, Units

QUICK = FeedPace(poll_s=0.02, first_again_s=0.02, last_again_s=0.02)


def collection(*names: str) -> str:
    features = [
        {"type": "Feature", "id": name, "geometry": {"type": "Point", "coordinates": [106.07, 21.18]}} for name in names
    ]
    return json.dumps({"type": "FeatureCollection", "features": features})


def wait(told: list[UnitsChanged], until: Callable[[UnitsChanged], bool]) -> UnitsChanged:
    deadline = time.monotonic() + 10
    while not told or not until(told[-1]):
        assert time.monotonic() < deadline, told[-3:]
        time.sleep(0.01)
    return told[-1]


def test_a_feed_is_followed_changed_and_left(tmp_path: Path) -> None:
    one, other = tmp_path / "one.geojson", tmp_path / "other.geojson"
    one.write_text(collection("a", "b"))
    told: list[UnitsChanged] = []

    def publish(event: Event) -> None:
        assert isinstance(event, UnitsChanged)
        told.append(event)

    with IoLoop() as io:
        units = Units(io.loop, publish, time.time, QUICK)
        units.follow("map", str(one))
        news = wait(told, lambda news: len(news.units) == 2)
        assert news.trouble is FeedTrouble.NONE
        before, since_s = len(told), time.monotonic()
        time.sleep(0.3)
        more, passed_s = len(told) - before, time.monotonic() - since_s
        assert more <= 1 + passed_s / TELL_EVERY_S, "fifty polls a second are not fifty repaints"
        units.follow("map", str(other))
        assert wait(told, lambda news: news.trouble is FeedTrouble.MISSING).units == ()
        other.write_text(collection("c"))
        assert [unit.unit_id for unit in wait(told, lambda news: bool(news.units)).units] == ["c"]
        units.follow("window", str(other))
        units.rest("map")
        other.write_text(collection("d"))
        assert "d" in [unit.unit_id for unit in wait(told, lambda news: len(news.units) == 2).units], "one looks still"
        units.rest("window")
        io.request(units.stop()).result(10)
        before = len(told)
        time.sleep(0.1)
        assert len(told) == before
