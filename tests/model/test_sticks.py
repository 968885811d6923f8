"""What axes and buttons make of how a stick stands: for whatever a stick may say."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from wall.model.ptz import deeds
from wall.model.ptz.move import STILL, Velocity
from wall.model.sticks import (
    HIGHEST,
    LOWEST,
    AxisDoes,
    AxisUse,
    Calibration,
    StickMap,
    StickModel,
    changed_buttons,
    moved_axis,
    steer,
    usual_map,
)

RAW = st.integers(LOWEST, HIGHEST)
ALL = frozenset(AxisDoes)


@st.composite
def uses(draw: st.DrawFn) -> AxisUse:
    low, centre, high = sorted(draw(st.lists(RAW, min_size=3, max_size=3, unique=True)))
    return AxisUse(0, draw(st.booleans()), centre, low, high)


@st.composite
def maps(draw: st.DrawFn) -> StickMap:
    dead_zone, curve = draw(st.floats(0, 0.5)), draw(st.floats(1, 4))
    return StickMap({AxisDoes.PAN: draw(uses())}, {}, dead_zone, curve)


@given(maps(), RAW)
def test_a_share_is_in_range_and_nothing_in_the_middle(stick_map: StickMap, raw: int) -> None:
    share = stick_map.share(AxisDoes.PAN, [raw])
    assert -1.0 <= share <= 1.0
    assert abs(share) <= abs(stick_map.axes[AxisDoes.PAN].deflection(raw)) + 1e-9, "dead zone and curve only take away"
    assert stick_map.share(AxisDoes.PAN, [stick_map.axes[AxisDoes.PAN].centre]) == 0


@given(maps(), RAW, RAW)
def test_further_never_asks_for_less(stick_map: StickMap, one: int, other: int) -> None:
    assume(one <= other)
    shares = [stick_map.share(AxisDoes.PAN, [each]) for each in (one, other)]
    assert sorted(shares, reverse=stick_map.axes[AxisDoes.PAN].is_inverted) == shares


@given(maps(), RAW)
def test_inverted_is_the_other_way_round(stick_map: StickMap, raw: int) -> None:
    use = stick_map.axes[AxisDoes.PAN]
    turned = stick_map.with_axis(AxisDoes.PAN, replace(use, is_inverted=not use.is_inverted))
    assert turned.share(AxisDoes.PAN, [raw]) == -stick_map.share(AxisDoes.PAN, [raw])


@given(maps())
def test_the_ends_that_were_found_are_the_full_speed(stick_map: StickMap) -> None:
    use = stick_map.axes[AxisDoes.PAN]
    ends = [stick_map.share(AxisDoes.PAN, [each]) for each in (use.low, use.high)]
    assert ends == pytest.approx([1, -1] if use.is_inverted else [-1, 1])


def test_the_dead_zone_is_a_share_and_the_curve_is_finer_in_the_middle() -> None:
    stick_map = StickMap({AxisDoes.PAN: AxisUse(0)}, {}, 0.2, 1.0)
    assert stick_map.share(AxisDoes.PAN, [round(0.19 * HIGHEST)]) == 0
    assert stick_map.share(AxisDoes.PAN, [round(0.6 * HIGHEST)]) == pytest.approx(0.5, abs=0.001)
    assert replace(stick_map, curve=2.0).share(AxisDoes.PAN, [round(0.6 * HIGHEST)]) == pytest.approx(0.25, abs=0.001)


@given(st.lists(RAW, max_size=6), st.sets(st.sampled_from(AxisDoes)))
def test_what_was_not_at_rest_since_asks_nothing(axes: list[int], armed: set[AxisDoes]) -> None:
    stick_map = StickMap({does: AxisUse(place) for place, does in enumerate(AxisDoes)})
    steered = steer(stick_map, axes, frozenset(armed))
    asked = dict(zip(AxisDoes, (*_parts(steered.velocity), steered.focus), strict=True))
    for does, share in asked.items():
        assert share == (stick_map.share(does, axes) if does in armed else 0)
    assert steered.armed == armed | {does for does in AxisDoes if stick_map.share(does, axes) == 0}


def _parts(velocity: Velocity) -> tuple[float, float, float]:
    return velocity.pan, velocity.tilt, velocity.zoom


def test_a_lever_that_lies_at_its_end_moves_nothing_until_it_was_in_the_middle() -> None:
    stick_map = usual_map(StickModel("Throttle", axes=3))
    steered = steer(stick_map, [0, 0, HIGHEST], frozenset())
    assert steered.velocity == STILL and AxisDoes.ZOOM not in steered.armed
    steered = steer(stick_map, [0, 0, 0], steered.armed)
    assert steer(stick_map, [0, 0, HIGHEST], steered.armed).velocity.zoom == 1


def test_forward_is_up_and_a_device_with_less_has_less() -> None:
    usual = usual_map(StickModel("CCTV", axes=3, buttons=12))
    assert steer(usual, [HIGHEST, LOWEST, HIGHEST], ALL).velocity == replace(STILL, pan=1, tilt=1, zoom=1)
    assert usual.buttons[0] == deeds.PRESETS[0] and len(usual.buttons) == 12
    assert usual_map(StickModel("Gamepad", axes=6)).axes[AxisDoes.ZOOM].axis == 4, "its third axis is a trigger"
    assert set(usual_map(StickModel("One", axes=1)).axes) == {AxisDoes.PAN}
    assert steer(usual, [HIGHEST], ALL).velocity == replace(STILL, pan=1), "an axis that is missing asks nothing"


def test_one_axis_does_one_thing() -> None:
    usual = usual_map(StickModel("CCTV", axes=3))
    changed = usual.with_axis(AxisDoes.FOCUS, AxisUse(2))
    assert AxisDoes.ZOOM not in changed.axes and changed.axes[AxisDoes.FOCUS].axis == 2
    assert AxisDoes.FOCUS not in changed.with_axis(AxisDoes.FOCUS, None).axes


def test_a_button_does_one_thing_or_nothing() -> None:
    changed = StickMap().with_button(3, deeds.WIPER).with_button(3, deeds.HOME)
    assert changed.buttons == {3: deeds.HOME}
    assert changed.with_button(3, "").buttons == {}


@given(st.lists(st.tuples(RAW, RAW), min_size=1, max_size=50))
def test_calibration_finds_the_ends_and_leaves_what_was_not_moved(path: list[tuple[int, int]]) -> None:
    stick_map = StickMap({AxisDoes.PAN: AxisUse(0), AxisDoes.TILT: AxisUse(1), AxisDoes.ZOOM: AxisUse(5)})
    calibration = Calibration.begun((300, -200))
    for axes in path:
        calibration = calibration.seen(axes)
    settled = calibration.applied(stick_map)
    assert settled.axes[AxisDoes.ZOOM] == AxisUse(5), "an axis that the device has not"
    for place, does in ((0, AxisDoes.PAN), (1, AxisDoes.TILT)):
        if calibration.is_full(place):
            found = [(300, -200)[place], *(axes[place] for axes in path)]
            assert settled.axes[does] == AxisUse(place, False, found[0], min(found), max(found))
        else:
            assert settled.axes[does] == stick_map.axes[does]


def test_the_axis_that_was_moved_most_is_meant() -> None:
    assert moved_axis([0, 0, LOWEST], [900, -30000, LOWEST]) == (1, False)
    assert moved_axis([0, 0, LOWEST], [900, -30000, HIGHEST]) == (2, True)
    assert moved_axis([0, 0], [9000, -9000]) is None
    assert moved_axis([], []) is None


@given(st.integers(0, 2**20), st.integers(0, 2**20))
def test_buttons_that_changed(before: int, now: int) -> None:
    pressed, let_go = changed_buttons(before, now)
    changed = before
    for button in (*pressed, *let_go):
        changed ^= 1 << button
    assert changed == now
    assert all(not before >> each & 1 for each in pressed) and all(before >> each & 1 for each in let_go)


@pytest.mark.parametrize(
    "axis", [{"centre": LOWEST}, {"centre": HIGHEST}, {"low": 5}, {"high": HIGHEST + 1}, {"axis": -1}, {"axis": 64}]
)
def test_an_axis_without_a_way_is_refused(axis: dict[str, int]) -> None:
    with pytest.raises(ValueError):
        replace(AxisUse(0), **axis)  # type: ignore[arg-type]


@pytest.mark.parametrize("settings", [{"dead_zone": -0.1}, {"dead_zone": 0.6}, {"curve": 0.5}, {"curve": float("nan")}])
def test_settings_out_of_range_are_refused(settings: dict[str, float]) -> None:
    with pytest.raises(ValueError):
        StickMap(**settings)  # type: ignore[arg-type]
