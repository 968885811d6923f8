"""Where every camera shows one film, domes move, and nothing is drawn: what is measured there is not the city."""

from __future__ import annotations

import time
from pathlib import Path

from tests.simulator.streaming import streaming_city


def test_a_film_goes_on_whatever_the_dome_does(tmp_path: Path) -> None:
    with streaming_city(tmp_path, cameras=12) as city:
        parts = city.simulator.parts
        camera, dome = next(iter(parts.domes.items()))
        client = city.client(camera=camera)
        try:
            client.play()
            client.frames(3)
            city.ask(lambda: dome.go(time.monotonic(), (0.9, 0.0), 0.5))
            assert len(client.frames(20)) == 20
            assert city.ask(lambda: dome.is_moving(time.monotonic()))
            assert (city.simulator.feeds.live, city.simulator.feeds.studio.is_running) == ([], False)
        finally:
            client.close()
