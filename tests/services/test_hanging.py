"""The drill of the watchdog: real decode processes that stand still, and real cameras whose pictures come back."""

from __future__ import annotations

from collections.abc import Iterator

import psutil
import pytest

from tests.services.test_live_view import LIVE, START_WITHIN_S, Watched, live_view, source
from tests.support.waiting import wait_until
from tests.video.pooled import decoders
from wall.demo import City, running_city
from wall.model.alarms.drill import DrillWhy, Hung
from wall.model.events import DecoderHalted, TileChanged
from wall.model.playhead import Playhead
from wall.model.tile import Cause
from wall.services import hanging
from wall.services.hanging import hang_one

HUNG_WITHIN_S = 60.0


@pytest.fixture(scope="module")
def city() -> Iterator[City]:
    with running_city(4, 1, "--clip", "bench") as city:
        yield city


def hang(watched: Watched, *spared: int) -> Hung:
    return watched.live.hang(spared).result(HUNG_WITHIN_S)


def all_live(watched: Watched, city: City, many: int) -> None:
    for tile in range(many):
        watched.live.show(tile, source(city, tile), 320, 180)
    for tile in range(many):
        watched.wait(tile, LIVE)


def has_spare(watched: Watched) -> None:
    """What is still starting ends late."""
    wait_until(lambda: watched.live._pool.has_spare, START_WITHIN_S, "no spare")


def halted(watched: Watched) -> list[tuple[int, ...]]:
    return [event.tiles for event in watched.events if isinstance(event, DecoderHalted)]


def lost(watched: Watched) -> set[int]:
    """The tiles that said that their decoder is being replaced."""
    told = (event for event in watched.events if isinstance(event, TileChanged))
    return {event.tile for event in told if event.status.cause is Cause.DECODER_LOST}


def test_a_decoder_that_stands_still_is_replaced_and_its_pictures_come_back(city: City) -> None:
    with live_view(2) as watched:
        all_live(watched, city, 3)
        before = set(watched.live.decode_pids())
        hung = hang(watched)
        assert hung.why is None and hung.noticed_s is not None and hung.live_s is not None
        assert 3 < hung.noticed_s < hung.live_s < 20
        ((tile,),) = halted(watched)
        assert (hung.pictures, lost(watched)) == (1, {tile}), "that with the fewest, and no other"
        assert len(before & set(watched.live.decode_pids())) == 1
        watched.wait(tile, LIVE)
        wait_until(lambda: not _halted_processes(), what="it is left behind")
        has_spare(watched)


def test_a_watchdog_that_fails_leaves_no_picture_dark(city: City) -> None:
    """It is given less time than it takes: the process goes on, and nothing was replaced."""
    with live_view() as watched:
        all_live(watched, city, 2)
        before = watched.live.decode_pids()
        live = watched.live
        hung = watched.io.request(
            hang_one(live._pool, live._streams, (), watched.events.append, noticed_within_s=1.0)
        ).result(HUNG_WITHIN_S)
        assert hung == Hung(2, why=DrillWhy.NOT_REPLACED)
        assert watched.live.decode_pids() == before
        assert lost(watched) == set()
        for tile in range(2):
            watched.wait(tile, LIVE)


def test_what_is_driven_or_looked_back_at_is_not_touched(city: City) -> None:
    with live_view() as watched:
        all_live(watched, city, 2)
        assert hang(watched, 1) == Hung(why=DrillWhy.NO_PROCESS)
        watched.live.replay(0, Playhead(0.0, 0.0), 320, 180)
        assert hang(watched) == Hung(why=DrillWhy.NO_PROCESS)
        assert halted(watched) == []


def test_without_a_spare_nothing_is_risked(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hanging, "SPARE_WITHIN_S", 0.0)
    with live_view() as watched:
        all_live(watched, city, 1)
        pool = watched.live._pool
        has_spare(watched)
        (spare,) = decoders() - set(watched.live.decode_pids())
        psutil.Process(spare).kill()
        wait_until(lambda: not pool.has_spare)
        assert hang(watched) == Hung(why=DrillWhy.NO_SPARE)
        assert halted(watched) == []
        has_spare(watched)


def test_the_end_of_the_program_does_not_wait_for_a_drill(city: City) -> None:
    with live_view() as watched:
        all_live(watched, city, 1)
        drilling = watched.live.hang(())
        wait_until(_halted_processes, START_WITHIN_S, "none stands")
    assert drilling.cancelled(), "it proves nothing"
    wait_until(lambda: not decoders(), what="one is left behind")


def _halted_processes() -> list[int]:
    return [pid for pid in decoders() if _stands(pid)]


def _stands(pid: int) -> bool:
    try:
        return bool(psutil.Process(pid).status() == psutil.STATUS_STOPPED)
    except psutil.Error:
        return False
