"""What a stream costs, as far as it can be said without one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wall.model.decode_cost import Cost, CostModel, Load
from wall.model.stream import Codec
from wall.model.video import Decoder, Ease, Level

SMALL = Load(Codec.H264, (640, 360), (310, 174), 15.0, 512.0)
loads = st.builds(
    Load,
    st.sampled_from(Codec),
    st.tuples(st.integers(160, 3840), st.integers(90, 2160)),
    st.tuples(st.integers(16, 3840), st.integers(16, 2160)),
    st.floats(1, 60),
    st.floats(1, 20_000),
    st.builds(Ease, st.sampled_from(Decoder), st.sampled_from(Level)),
    st.booleans(),
)


def cores(load: Load) -> float:
    return CostModel().cost_of(load).cores


def test_it_says_what_was_measured() -> None:
    """On the machine of the design notes, a tile of 36: 0.0224 to 0.026 by libVLC, 0.017 to 0.020 by FFmpeg."""
    assert cores(SMALL) == pytest.approx(0.024, rel=0.1)
    assert cores(SMALL.eased(Ease(Decoder.FFMPEG))) == pytest.approx(0.0185, rel=0.15)


def test_what_rests_is_received_and_no_more() -> None:
    """Measured: a twelfth."""
    assert cores(replace(SMALL, is_resting=True)) < cores(SMALL) / 6


@given(loads)
def test_each_step_of_degradation_saves_something(load: Load) -> None:
    cheap = replace(load, is_resting=False)
    full, half, keys = (
        cores(cheap.eased(Ease(Decoder.FFMPEG, level))) for level in (Level.FULL, Level.HALF_RATE, Level.KEYFRAMES)
    )
    assert half < full
    assert keys < full


@settings(deadline=None)
@given(st.lists(loads, min_size=1, max_size=8), st.floats(0.3, 4.0), st.floats(0.3, 4.0))
def test_it_learns_what_the_machine_really_uses(several: list[Load], slow: float, slow_paint: float) -> None:
    """A machine that is slower or faster than the one of the first figures is known after a while."""
    machine = CostModel(dict.fromkeys(Decoder, slow), slow_paint)
    seen, model = machine.total(several), CostModel()
    for _ in range(100):
        model = model.learnt(several, seen.decode, seen.paint)
    assert model.total(several).cores == pytest.approx(seen.cores, rel=0.05)


def test_one_decoder_does_not_spoil_what_is_known_of_the_other() -> None:
    cheap = SMALL.eased(Ease(Decoder.FFMPEG))
    model = CostModel()
    for load, slow in ((cheap, 1.0), (SMALL, 2.0)):
        for _ in range(50):
            seen = CostModel().total([load])
            model = model.learnt([load], seen.decode * slow, seen.paint)
    assert model.decode_factors == pytest.approx({Decoder.FFMPEG: 1.0, Decoder.VLC: 2.0}, rel=0.01)


def test_what_was_never_seen_is_thought_to_be_half_as_different() -> None:
    model = CostModel()
    for _ in range(50):
        seen = CostModel().total([SMALL])
        model = model.learnt([SMALL], seen.decode * 2, seen.paint)
    assert 1.3 < model.decode_factors[Decoder.FFMPEG] < 1.6


def test_what_libvlc_shows_again_and_again_is_scaled_again_and_again() -> None:
    """Of keyframes alone libVLC scales the last one 12.5 times a second, in the size of a whole wall for dear money."""
    large = Load(Codec.H264, (1280, 720), (1870, 1052), 15.0, 2048.0)
    by_vlc, by_ffmpeg = (cores(large.eased(Ease(decoder, Level.KEYFRAMES))) for decoder in Decoder)
    assert by_vlc > 3 * by_ffmpeg and by_vlc < cores(large)


def test_many_small_pictures_share_the_ticks_of_the_window() -> None:
    """Thirty-six tiles do not cost thirty-six times what the window costs for one."""
    one, many = (CostModel().around(SMALL.fps * count).paint for count in (1, 36))
    assert 2 * one < many < 8 * one


@settings(deadline=None)
@given(st.lists(loads, max_size=5), st.floats(0, 100), st.floats(0, 100))
def test_it_stays_within_reason_whatever_it_sees(several: list[Load], decode: float, paint: float) -> None:
    model = CostModel()
    for _ in range(30):
        model = model.learnt(several, decode, paint)
    assert all(0.2 <= factor <= 8 for factor in (*model.decode_factors.values(), model.paint_factor))


def test_nothing_costs_nothing() -> None:
    assert CostModel().total([]) == Cost()
    assert CostModel().learnt([], 1.0, 1.0) == CostModel()
