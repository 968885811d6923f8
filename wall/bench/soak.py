"""`citywall bench soak`: a random fault every second for minutes. Does anything leak, hang, or stay dark?

After a warm-up of faults, and a look at each camera alone, the calm wall is weighed; then it is broken and mended for
the time asked for, left in peace, and weighed again. What is still more after half a minute is a leak: Qt's own
threads, for one, stay for that long.

`ui_gap_ms` is what an operator felt, `ui_held_ms` what is left of it without waiting for a processor; on a machine with
a large `crowd_share` neither says much of the wall.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import fields, replace
from typing import TypeVar

import psutil
from PySide6.QtWidgets import QApplication

from wall.app import Look, open_wall
from wall.bench.control import Control
from wall.bench.crowd import Crowd
from wall.bench.heartbeat import Heartbeat
from wall.bench.mischief import Mischief
from wall.bench.possessions import Possessions, possessions
from wall.bench.recovery import Recoveries
from wall.bench.report import tell
from wall.demo import City, running_city
from wall.model.buffering import BufferSettings
from wall.model.layout import Layout
from wall.model.tile import TileState
from wall.model.video import EngineChoice, VideoSettings
from wall.services.live_view import LiveView
from wall.ui.spin import spin
from wall.ui.wall_window import WallWindow

_START_WITHIN_S = 60.0
_LIVE_WITHIN_S = 10.0
_SETTLE_WITHIN_S = 45.0
_WARM_UP_SHARE, _WARM_UP_MOST_S = 0.25, 60.0
_STEP_S = 1.0
_ALONE_WITHIN_S = 3.0
_WEIGHED_TIMES = 3
_MOST_GROWTH_PERCENT = 5.0
T = TypeVar("T")

_WALL_WIDTH, _WALL_HEIGHT = 1280, 752

_VIDEO = VideoSettings(buffer=BufferSettings(minutes=1.0, memory_mb=16))
"""With a rolling buffer that is full, in memory and on the disk, before the wall is weighed: its filling is no leak."""
_VIDEO_WEIGHED = replace(_VIDEO, engine=EngineChoice.FFMPEG)
"""libVLC takes threads for each stream: the budget, which is left to choose, could choose otherwise each time."""
_ENGINE_WITHIN_S = 5.0


def run(minutes: float, tiles: int, seed: int, json_file: str | None) -> int:
    """Break and mend for so long, and tell; 0 if nothing leaked, grew by 5 %, came back late or stayed dark, else 1."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    with (
        running_city(tiles, max(1, tiles // 3), "--clip", "bench") as city,
        closing(Control(city.control)) as control,
    ):
        side = next(side for side in range(1, 9) if side * side >= tiles)
        with open_wall(app, city.cameras, Look(side, side, video=_VIDEO)) as (window, live):
            window.resize(_WALL_WIDTH, _WALL_HEIGHT)
            window.show()
            with ThreadPoolExecutor(1) as errands:
                figures = Soak(city, control, window, live, errands, random.Random(seed), side).measure(minutes * 60)
    tell(figures, json_file)
    return 0 if figures["verdict"] == "sound" else 1


class Soak:
    """One run. UI thread; whatever blocks is an errand on a thread of its own."""

    def __init__(
        self,
        city: City,
        control: Control,
        window: WallWindow,
        live: LiveView,
        errands: ThreadPoolExecutor,
        chance: random.Random,
        side: int,
    ) -> None:
        self._city, self._control, self._window, self._live = city, control, window, live
        self._errands = errands
        self._home = window.wishes.board.with_layout(Layout.plain(side, side))
        self._side = side
        self._mischief = Mischief(chance, [camera.number for camera in city.cameras], control)
        self._recoveries = Recoveries()
        self._heart = Heartbeat()
        self._asked_s: dict[int, float] = {}

    def measure(self, seconds: float) -> dict[str, object]:
        """All figures."""
        self._heart.start()
        self._come_to_rest(_START_WITHIN_S)
        self._break_and_mend(min(_WARM_UP_MOST_S, seconds * _WARM_UP_SHARE))
        self._come_to_rest(_START_WITHIN_S)
        self._look_at_each_alone()
        before, window_mb_before = self._weigh_at_rest(), _window_mb()
        self._live.settle(_VIDEO)
        self._mischief.done, self._recoveries = Counter(), Recoveries()
        self._heart.beats = type(self._heart.beats)()
        crowd = Crowd()
        self._break_and_mend(seconds)
        beats, crowd_share = self._heart.beats, crowd.share()
        live_s = self._come_to_rest(_LIVE_WITHIN_S)
        tiles_live = len(self._city.cameras) - len(self._window.tiles_not_live())
        self._decode_alike()
        after, leaks = self._weigh_until_settled(before)
        self._heart.stop()
        window_mb_after = _window_mb()
        # Of the window's process beside the sum: the others begin anew, and small, when they are killed.
        growth_percent = (after.rss_mb / before.rss_mb - 1) * 100
        window_percent = (window_mb_after / window_mb_before - 1) * 100
        return {
            "verdict": self._verdict(tiles_live, leaks, max(growth_percent, window_percent)),
            "minutes": round(seconds / 60, 2),
            "tiles": len(self._city.cameras),
            "tiles_live": tiles_live,
            "all_live_s": round(live_s, 2),
            "faults": sum(self._mischief.done.values()),
            "faults_by_kind": dict(sorted(self._mischief.done.items())),
            "recoveries": self._recoveries.count,
            "recoveries_over_5_s": len(self._recoveries.slow),
            "slow_recoveries": self._recoveries.slow,
            "longest_recovery_s": round(self._recoveries.longest_s, 2),
            **{f"{name}_before": value for name, value in _named(before)},
            **{f"{name}_after": value for name, value in _named(after)},
            "leaks": leaks,
            "window_rss_mb_before": round(window_mb_before, 1),
            "window_rss_mb_after": round(window_mb_after, 1),
            "rss_growth_percent": round(growth_percent, 2),
            "window_rss_growth_percent": round(window_percent, 2),
            "ui_gap_ms_max": round(max(beats.gaps_ms), 1),
            "ui_gap_ms_p99": round(beats.percentile_ms(99), 1),
            "ui_held_ms_max": round(max(beats.held_ms), 1),
            "crowd_share": round(crowd_share, 3),
        }

    def _verdict(self, tiles_live: int, leaks: list[str], growth_percent: float) -> str:
        faults = []
        if tiles_live < len(self._city.cameras):
            faults.append("tiles stayed dark")
        if self._recoveries.slow:
            faults.append("tiles came back too late")
        if leaks:
            faults.append("something leaked")
        if growth_percent >= _MOST_GROWTH_PERCENT:
            faults.append("memory grew")
        return ", ".join(faults) or "sound"

    # -- breaking and mending

    def _break_and_mend(self, seconds: float) -> None:
        end_s = time.monotonic() + seconds
        while (now_s := time.monotonic()) < end_s:
            for errand in [*self._mischief.mend(now_s), *self._mischief.break_something(now_s)]:
                self._errands.submit(errand)
            self._lay_hands_on()
            spin(min(_STEP_S, end_s - now_s), self._look)

    def _lay_hands_on(self) -> None:
        now_s, showing = time.monotonic(), self._window.showing
        if self._mischief.kill(self._live.decode_pids()) is not None:
            self._ask_all(now_s)
        wanted = self._mischief.lay_hand_on(showing.board, self._side)
        if wanted != showing.board:
            self._window.wishes.show(wanted)
            self._ask_all(now_s)
        for tile in showing.visible_tiles():
            if tile.status.state is TileState.LOGIN_REFUSED and self._mischief.wants_retry():
                self._live.retry(tile.number)

    def _ask_all(self, now_s: float) -> None:
        """All that is shown was asked for just now, or may be on another decode process."""
        self._asked_s = {tile.number: now_s for tile in self._window.showing.visible_tiles()}
        self._recoveries.forget_all()

    def _look(self) -> bool:
        now_s = time.monotonic()
        for tile in self._window.showing.visible_tiles():
            has_reason = (
                self._mischief.is_broken(tile.camera.number)
                or tile.status.state is TileState.LOGIN_REFUSED
                or self._asked_s.pop(tile.number, None) is not None
            )
            # By camera: a tile that has found a better stream goes on under another number.
            self._recoveries.look(tile.camera.number, now_s, has_reason=has_reason, is_live=tile.status.is_live)
        return False

    # -- resting and weighing

    def _look_at_each_alone(self) -> None:
        """The wall remembers the last picture of each stream on purpose: that shall not count as growth."""
        for camera in range(len(self._city.cameras)):
            self._window.wishes.show(replace(self._home, selected=camera).opened())
            spin(_ALONE_WITHIN_S, lambda: not self._window.tiles_not_live())
            spin(_STEP_S / 2)

    def _come_to_rest(self, within_s: float) -> float:
        """Lift everything, go back to the whole wall, and wait until it is live; gives how long that took."""
        begin_s = time.monotonic()
        for errand in self._mischief.mend(float("inf")):
            self._errands.submit(errand)
        self._result(self._errands.submit(lambda: None))
        self._window.wishes.show(self._home)
        self._window.showing.forget_resting()

        while self._window.tiles_not_live() and time.monotonic() - begin_s < within_s:
            for tile in self._window.showing.visible_tiles():
                if tile.status.state is TileState.LOGIN_REFUSED:
                    self._live.retry(tile.number)
            spin(_STEP_S, lambda: self._look() or not self._window.tiles_not_live())
        self._recoveries.end(time.monotonic())
        return time.monotonic() - begin_s

    def _decode_alike(self) -> None:
        self._live.settle(_VIDEO_WEIGHED)
        spin(_ENGINE_WITHIN_S)

    def _weigh(self) -> Possessions:
        self._window.showing.forget_resting()  # What stood in until a better stream was there rests for a while.
        spin(_STEP_S)
        self._result(self._errands.submit(self._control.status))  # It keeps its connection.
        return self._result(self._errands.submit(possessions, self._city.pid))

    def _weigh_at_rest(self) -> Possessions:
        """The heaviest of some: what is closed and opened again all the time may be closed at one moment."""
        self._come_to_rest(_START_WITHIN_S)
        self._decode_alike()
        weighed = []
        for _ in range(_WEIGHED_TIMES):
            weighed.append(self._weigh())
        return max(weighed, key=lambda each: (each.descriptors, each.threads))

    def _weigh_until_settled(self, before: Possessions) -> tuple[Possessions, list[str]]:
        deadline_s = time.monotonic() + _SETTLE_WITHIN_S
        while time.monotonic() < deadline_s:
            after = self._weigh()
            if after.processes == before.processes and not after.exceed(before):
                break
        return after, after.exceed(before)

    def _result(self, future: Future[T]) -> T:
        spin(_START_WITHIN_S, future.done)
        return future.result(0)


def _named(weighed: Possessions) -> list[tuple[str, float]]:
    return [(each.name, getattr(weighed, each.name)) for each in fields(weighed) if each.name != "kinds"]


def _window_mb() -> float:
    """What is resident of the process that paints: this one."""
    return float(psutil.Process().memory_info().rss) / 1e6
