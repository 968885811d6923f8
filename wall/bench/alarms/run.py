"""`citywall bench alarms`: subscriptions held, alarms shown, and a storm.

`cpu` is the share of a core that holding all subscriptions takes while nothing happens. `show_ms` goes from what
happens before a camera (the simulator's own time of it) to the alarm that is on the disk and painted on the console's
page; meanwhile the tiles play. Each event is an alarm of its own then. In the storm the usual rules count; `lost` and
`duplicated` are over both, by what is in the log on the disk 30 s after the storm at the latest; `odd_where` tells
of each of them how far it came. In the end some cameras are made silent (`again`): `heard_again_s_max` is the longest
that any of them was not heard, `again_…_stated` of how many it is stated that something may be missing.
`ui_held_ms` is for how long the window itself held its thread in the storm, `ui_gap_ms` what an operator would have
felt on this machine.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_hex

from PySide6.QtWidgets import QApplication

from wall.bench.alarms.again import heard_again
from wall.bench.alarms.kept_log import KeptLog
from wall.bench.alarms.losses import whereabouts
from wall.bench.alarms.shown import ShownLog
from wall.bench.alarms.stage import EVERY_EVENT, Stage, staged
from wall.bench.crowd import Crowd
from wall.bench.heartbeat import Heartbeat
from wall.bench.kept_city import apart
from wall.bench.percentile import percentile
from wall.bench.processes import cpu_s
from wall.bench.report import tell
from wall.model.alarms.rule import Merging, Reach
from wall.ui.spin import spin

_HELD_WITHIN_S = 60.0
_KEPT_WITHIN_S = 30.0
_LOOK_EVERY_S, _MOST_LOOKS = 0.5, 60
_LABEL, _STORM = "bench", "storm"
_USUAL = Merging(quiet_s=45.0, reach=Reach.NEIGHBOURS)


@dataclass(frozen=True, slots=True)
class Pace:
    """What is done, and for how long."""

    tiles: int = 36
    per_s: float = 50.0
    seconds: float = 20.0
    storm: int = 5000
    storm_s: float = 10.0
    hold_s: float = 10.0
    settle_s: float = 3.0
    again: int = 10
    """Cameras for each way in which one may not be heard any more; 0: that is left out."""


@dataclass(slots=True)
class Fired:
    """What happened: when, and before which camera, by what the camera says of it."""

    at_s: dict[str, float] = field(default_factory=dict)
    cameras: dict[str, int] = field(default_factory=dict)

    def let_happen(self, stage: Stage, label: str, count: int, per_s: float) -> None:
        """Until it has happened, and a moment longer."""
        after = stage.control.happen("line", count, per_s, label)
        spin(count / per_s)
        for _ in range(_MOST_LOOKS):
            is_going_on, fired = apart(lambda: stage.control.happened(after))
            if not is_going_on:
                break
            spin(_LOOK_EVERY_S)
        self.at_s.update((f"{label} {number}", at_s) for number, _, at_s in fired)
        self.cameras.update((f"{label} {number}", camera) for number, camera, _ in fired)


def run(devices: int, pace: Pace, json_file: str | None) -> int:
    """Measure and tell; 0 when nothing was lost and nothing came twice, else 1."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    os.environ["CITYWALL_PASSPHRASE"] = token_hex()
    with tempfile.TemporaryDirectory(prefix="citywall-") as folder:
        fired = Fired()
        with staged(app, devices, Path(folder)) as stage:
            figures = _measure(stage, devices, pace, fired)
    tell(figures, json_file)
    return 0 if figures["lost"] == figures["duplicated"] == 0 else 1


def _measure(stage: Stage, devices: int, pace: Pace, fired: Fired) -> dict[str, object]:
    spin(_HELD_WITHIN_S, lambda: stage.hearings.fine >= devices)
    spin(pace.settle_s)
    begun_s, begun_cpu_s = time.monotonic(), cpu_s(stage.city.pid)
    spin(pace.hold_s)
    cpu = (cpu_s(stage.city.pid) - begun_cpu_s) / (time.monotonic() - begun_s)
    with stage.wall(pace.tiles) as window:
        spin(pace.settle_s)
        kept = KeptLog(stage.behind)
        figures: dict[str, object] = {
            "devices": devices,
            "subscriptions": stage.hearings.fine,
            "cpu": round(cpu, 3),
            "tiles": len(window.showing.visible_tiles()) if pace.tiles else 0,
            **_events(stage, pace, fired),
            **_storm(stage, pace, fired, kept),
        }
        odd = {said: camera for said, camera in fired.cameras.items() if kept.times[said] != 1}
        figures |= {
            "lost": sum(not kept.times[said] for said in odd),
            "duplicated": sum(max(0, kept.times[said] - 1) for said in odd),
            "odd_where": apart(lambda: whereabouts(stage, {said: (odd[said], kept.times[said]) for said in odd})),
        }
    return figures | heard_again(stage, pace.again)


def _events(stage: Stage, pace: Pace, fired: Fired) -> dict[str, object]:
    stage.set_rule(EVERY_EVENT)
    log, crowd = ShownLog(stage.behind.events, stage.console), Crowd()
    fired.let_happen(stage, _LABEL, round(pace.per_s * pace.seconds), pace.per_s)
    spin(_KEPT_WITHIN_S, lambda: log.shown_s.keys() >= fired.at_s.keys())
    crowd_share = crowd.share()
    late_ms = [(shown_s - fired.at_s[said]) * 1000 for said, shown_s in log.shown_s.items() if said in fired.at_s]
    return {
        "events": len(fired.at_s),
        "shown": len(late_ms),
        **{f"show_ms_p{percent}": round(percentile(late_ms, percent), 1) for percent in (50, 95, 99)},
        "show_ms_max": round(max(late_ms, default=float("nan")), 1),
        "crowd_share": round(crowd_share, 3),
    }


def _storm(stage: Stage, pace: Pace, fired: Fired, kept: KeptLog) -> dict[str, object]:
    stage.set_rule(_USUAL)
    before = len(stage.behind.alarms.open_alarms())
    crowd, heart = Crowd(), Heartbeat()
    heart.start()
    fired.let_happen(stage, _STORM, pace.storm, pace.storm / pace.storm_s)
    over_s = time.monotonic()
    spin(_KEPT_WITHIN_S, lambda: kept.look() >= fired.at_s.keys())
    kept_s = time.monotonic() - over_s
    heart.stop()
    beats = heart.beats
    return {
        "storm_events": pace.storm,
        "storm_kept_s": round(kept_s, 1),
        "storm_alarms": len(stage.behind.alarms.open_alarms()) - before,
        "ui_held_ms_p99": round(percentile(beats.held_ms, 99), 1),
        "ui_held_ms_max": round(max(beats.held_ms, default=0.0), 1),
        "ui_own_ms_p99": round(percentile(beats.own_ms, 99), 1),
        "ui_own_ms_max": round(max(beats.own_ms, default=0.0), 1),
        "ui_gap_ms_max": round(max(beats.gaps_ms, default=0.0), 1),
        "storm_crowd_share": round(crowd.share(), 3),
    }
