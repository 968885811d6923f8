"""Does it fit, and who gives? Against streams that remember what was asked of them, and on a real machine."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pytest

from tests.support.waiting import wait_until
from wall.model.decode_cost import CostModel, Load
from wall.model.degradation import Candidate
from wall.model.events import BudgetChanged, Event
from wall.model.stream import Codec
from wall.model.video import Decoder, Ease, EngineChoice, Level, VideoSettings
from wall.services.budget import Budget
from wall.services.usage import Meter, Usage

SMALL = Load(Codec.H264, (640, 360), (310, 174), 15.0, 512.0)


@dataclass
class Streams:
    """So many small streams, and what they were asked."""

    count: int
    late: list[bool] = field(default_factory=list)
    eases: dict[int, Ease] = field(default_factory=dict)
    resting: int = 0

    def candidates(self) -> Sequence[Candidate]:
        return [Candidate(key, SMALL.eased(self.eases.get(key, Ease()))) for key in range(self.count)]

    def loads(self) -> Sequence[Load]:
        at_rest = [replace(SMALL, is_resting=True)] * self.resting
        return [each.load for each in self.candidates()] + at_rest

    def ease(self, key: int, ease: Ease) -> None:
        self.eases[key] = ease

    def behind(self) -> Sequence[bool]:
        return self.late

    @property
    def worst(self) -> Level:
        return max((ease.level for ease in self.eases.values()), default=Level.FULL)


class Machine:
    """One that needs `slow` times what the first figures say."""

    def __init__(self, streams: Streams, cores: float, slow: float = 1.0) -> None:
        self.streams, self.cores, self.slow = streams, cores, slow
        self.others = 0.0
        self.page = self.beside = 0.0
        """What a page of small pictures takes of the window's process, and what makes them."""
        self.told: list[Event] = []
        self.budget = Budget(streams, self.told.append)

    def pass_seconds(self, seconds: int) -> None:
        for _ in range(seconds):
            need = CostModel().total(each.load for each in self.streams.candidates())
            share = min(1.0, (self.cores - self.others) / max(0.01, need.cores * self.slow))
            decode, window = need.decode * self.slow * share, need.paint * self.slow * share
            seen = Usage(decode, window + self.page, self.others, self.cores, 500.0, self.beside)
            self.budget.tick(seen)

    @property
    def last(self) -> BudgetChanged:
        last = self.told[-1]
        assert isinstance(last, BudgetChanged)
        return last


def test_what_there_is_room_for_is_left_alone() -> None:
    streams = Streams(16)
    machine = Machine(streams, 4.0)
    machine.pass_seconds(30)
    assert streams.eases == {}
    assert machine.last.eased == 0 and 0 < machine.last.needed < machine.last.there == 4.0


def test_nothing_is_learnt_while_what_rests_may_be_decoded_on() -> None:
    """Its ten seconds are no load that the model knows: who is looked at would be taken for dearer than he is."""
    streams = Streams(16, resting=16)
    machine = Machine(streams, 4.0, slow=4.0)
    machine.pass_seconds(2)
    first = machine.last.needed
    machine.pass_seconds(10)
    assert machine.last.needed == first
    machine.pass_seconds(10)
    assert machine.last.needed > first


def test_a_slow_machine_is_known_after_a_while_and_small_tiles_take_the_cheaper_decoder() -> None:
    streams = Streams(16)
    machine = Machine(streams, 2.0, slow=3.5)
    machine.pass_seconds(60)
    assert {each.decoder for each in streams.eases.values()} == {Decoder.FFMPEG}
    assert streams.worst is Level.FULL
    assert machine.last.needed == pytest.approx(machine.last.used, rel=0.1)


def test_when_others_take_the_machine_something_is_left_out_and_comes_back_after_them() -> None:
    streams = Streams(36)
    machine = Machine(streams, 2.0)
    machine.pass_seconds(20)
    assert streams.worst is Level.FULL
    machine.others = 1.5
    machine.pass_seconds(20)
    assert streams.worst > Level.FULL and machine.last.eased > 0
    machine.others = 0.0
    machine.pass_seconds(120)
    assert streams.worst is Level.FULL and machine.last.eased == 0


def test_what_others_take_for_a_moment_costs_no_picture() -> None:
    streams = Streams(36)
    machine = Machine(streams, 2.0)
    machine.pass_seconds(20)
    machine.others = 1.9
    machine.pass_seconds(2)
    machine.others = 0.0
    machine.pass_seconds(20)
    assert streams.worst is Level.FULL


def test_what_an_overrun_machine_uses_is_not_taken_for_what_is_needed() -> None:
    streams = Streams(64)
    machine = Machine(streams, 0.8)
    machine.pass_seconds(3)
    assert machine.last.needed < machine.last.there
    machine.pass_seconds(100)
    assert streams.worst > Level.FULL


def test_late_pictures_tell_that_there_is_less_than_it_seems() -> None:
    streams = Streams(36, late=[True] * 36)
    machine = Machine(streams, 2.0)
    machine.pass_seconds(25)
    assert streams.worst > Level.FULL
    streams.late = [False] * 36
    machine.pass_seconds(200)
    assert streams.worst is Level.FULL


def test_without_streams_there_is_nothing_to_say_but_what_is_there() -> None:
    machine = Machine(Streams(0), 2.0)
    machine.pass_seconds(2)
    assert (machine.last.needed, machine.last.there, machine.last.eased) == (0.0, 2.0, 0)


def test_a_forecast_is_what_the_machine_will_then_need() -> None:
    streams = Streams(16)
    machine = Machine(streams, 8.0, slow=2.0)
    machine.pass_seconds(100)
    forecast = machine.budget.forecast([Candidate(key, SMALL) for key in range(25)])
    assert forecast.cost.cores == pytest.approx(CostModel().total([SMALL] * 25).cores * 2, rel=0.1)
    assert (forecast.there, forecast.eased) == (8.0, 0)


def test_a_forecast_says_beforehand_that_something_will_be_left_out() -> None:
    streams = Streams(4)
    machine = Machine(streams, 1.0)
    machine.pass_seconds(10)
    assert machine.budget.forecast([Candidate(key, SMALL) for key in range(64)]).eased > 0


def test_small_pictures_are_no_tile_and_nobody_else() -> None:
    streams = Streams(16)
    machine = Machine(streams, 2.0)
    machine.pass_seconds(30)
    before = machine.last
    machine.page, machine.beside = 0.6, 0.4
    machine.pass_seconds(60)
    assert machine.last.needed == pytest.approx(before.needed) and machine.last.there == before.there
    assert machine.last.used == pytest.approx(before.used + 1.0) and machine.last.beside == 0.4
    assert streams.eases == {}


def test_another_engine_can_be_settled_while_streams_play() -> None:
    streams = Streams(4)
    machine = Machine(streams, 4.0)
    machine.pass_seconds(3)
    assert streams.eases == {}
    machine.budget.settle(VideoSettings(EngineChoice.FFMPEG))
    machine.pass_seconds(1)
    assert {ease.decoder for ease in streams.eases.values()} == {Decoder.FFMPEG} and len(streams.eases) == 4


def test_only_ffmpeg_is_obeyed() -> None:
    streams = Streams(4)
    streams.eases = dict.fromkeys(range(4), Ease(Decoder.FFMPEG))
    told: list[Event] = []
    budget = Budget(streams, told.append, VideoSettings(EngineChoice.FFMPEG))
    budget.tick(Usage(0.1, 0.1, 0.0, 8.0, 100.0))
    assert {ease.decoder for ease in streams.eases.values()} == {Decoder.FFMPEG}


def test_the_meter_sees_what_a_process_uses_and_what_others_use() -> None:
    busy = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    try:
        meter = Meter(lambda: [busy.pid])
        assert meter.look() is None
        time.sleep(0.6)
        usage = meter.look()
        assert usage is not None and usage.decode > 0.02, "a share of a core, however many others want it"
        assert usage.window < usage.cores and usage.memory_mb > 5
        beside = Meter(list, lambda: [busy.pid])
        beside.look()
        time.sleep(0.3)
        aside = beside.look()
        assert aside is not None and aside.beside > 0.02 and aside.decode == 0 and aside.ours >= aside.beside
        as_others = Meter(list)
        as_others.look()
        time.sleep(0.6)
        seen = as_others.look()
        assert seen is not None and seen.others > 0.02 and seen.decode == 0
    finally:
        busy.kill()
        busy.wait()


def test_a_process_that_ends_is_no_error() -> None:
    gone = subprocess.Popen([sys.executable, "-c", "pass"])
    gone.wait()
    meter = Meter(lambda: [gone.pid])
    meter.look()
    wait_until(lambda: (usage := meter.look()) is not None and usage.decode == 0)


def test_usage_says_when_next_to_nothing_is_left() -> None:
    usage = Usage(1.0, 0.5, 0.4, 2.0, 100.0)
    assert usage.is_overrun and not replace(usage, others=0.1).is_overrun
