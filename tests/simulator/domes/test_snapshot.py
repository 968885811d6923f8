"""A dome's single pictures show what it looks at, too."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
from PIL import Image

from tests.simulator.domes.watching import SIZE, dome_city
from wall.simulator.domes.look import USUAL, Look


def test_a_snapshot_shows_where_it_looks(cache: Path) -> None:
    there = Look(-0.7, 0.3, 0.2)
    with dome_city(cache) as city:
        snapshot, sub = city.simulator.parts.snapshot, city.camera.streams[1]
        home = city.call(snapshot(city.camera, 0.0, sub))
        city.drive(lambda dome, now_s: dome.go(now_s, (there.pan, there.tilt), there.zoom))
        city.until_rest()
        moved = city.call(snapshot(city.camera, 1e9, sub))

        def differs(jpeg: bytes, look: Look) -> float:
            drawn = city.scenery.picture(look, SIZE, 0.0).convert("L")
            seen = Image.open(io.BytesIO(jpeg)).convert("L")
            rows = slice(SIZE[1] // 10, None)
            return float(np.abs(np.asarray(seen, int)[rows] - np.asarray(drawn, int)[rows]).mean())

        assert differs(moved, there) < differs(moved, USUAL) / 2
        assert differs(home, USUAL) < differs(home, there) / 2
        assert home[:2] == moved[:2] == b"\xff\xd8"
