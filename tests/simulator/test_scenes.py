"""The drawn scenes: different places, moving, and without a jump where they repeat."""

from __future__ import annotations

from itertools import islice

import numpy as np
import pytest

from wall.simulator.names import SCENES as NAMES
from wall.simulator.scenes import SCENES, SIZE
from wall.simulator.scenes.moves import Halt, Move, Path, arc
from wall.simulator.scenes.stage import Stage
from wall.simulator.scenes.view import View

PERIOD_S = 20


def test_there_is_a_drawing_for_every_name() -> None:
    assert [scene.__name__.replace("_", " ") for scene in SCENES] == list(NAMES)


@pytest.mark.parametrize("index", range(len(SCENES)), ids=NAMES)
def test_a_scene_moves_and_repeats(index: int) -> None:
    stage = Stage(SCENES[index](), PERIOD_S)
    first, later, again = (np.asarray(stage.picture(time_s)).astype(int) for time_s in (0.0, 1.0, PERIOD_S))
    assert first.shape == (SIZE[1], SIZE[0], 3)
    assert first.std() > 20
    moved = (np.abs(first - later).max(axis=2) > 30).mean()
    assert 0.005 < moved < 0.5
    # Rounding may move an edge by a pixel.
    assert (np.abs(first - again).max(axis=2) > 30).mean() < 0.0005


def test_a_point_ahead_is_in_the_middle_and_right_is_right() -> None:
    view = View((0.0, 0.0, 5.0), 0.0, 0.0, 90.0, (200, 100))
    assert view.pixel((0.0, 10.0, 5.0)) == (100.0, 50.0)
    assert view.pixel((10.0, 10.0, 5.0)) == pytest.approx((200.0, 50.0))
    assert view.pixel((0.0, 10.0, 0.0))[1] == pytest.approx(100.0)
    assert view.scale(0.0, -10.0) == 0.0


def test_what_reaches_behind_the_camera_is_cut_off() -> None:
    view = View((0.0, 0.0, 5.0), 0.0, 0.0, 90.0, (200, 100))
    assert view.polygon([(-1, -5, 0), (1, -5, 0), (1, -2, 0)]) == []
    road = view.polygon([(-1, -5, 0), (1, -5, 0), (1, 50, 0), (-1, 50, 0)])
    assert len(road) == 4
    assert all(np.isfinite(road).ravel())


def test_a_path_is_walked_evenly() -> None:
    path = Path([(0.0, 0.0), (0.0, 10.0), (10.0, 10.0)])
    assert path.length == 20
    assert path.point(5) == (0.0, 5.0)
    assert path.point(15) == (5.0, 10.0)
    assert path.heading(2) == pytest.approx(0.0)
    assert path.heading(18) == pytest.approx(np.pi / 2)
    assert Path(arc((0, 0), 10, 0, 360, 90)).length == pytest.approx(20 * np.pi, rel=0.01)


def test_who_is_long_on_the_way_is_seen_several_times() -> None:
    move = Move(Path([(0.0, 0.0), (0.0, 50.0)]), start_s=2.0, speed=1.0)
    assert [pose.y for pose in move.poses(5.0, PERIOD_S)] == [3.0, 23.0, 43.0]
    assert [pose.y for pose in move.poses(25.0, PERIOD_S)] == [3.0, 23.0, 43.0]


def test_a_halt_stops_smoothly_and_goes_on() -> None:
    move = Move(Path([(0.0, 0.0), (0.0, 200.0)]), 0.0, 10.0, Halt(at_m=50.0, until_s=10.0))
    at = [next(move.poses(step / 10, PERIOD_S)).y for step in range(150)]
    speeds = np.diff(at) * 10
    assert (speeds >= -1e-9).all()
    assert speeds.max() <= 10.1
    assert set(at[70:100]) == {50.0}
    assert np.abs(np.diff(speeds)).max() < 1.5
    assert next(move.poses(8.0, PERIOD_S)).is_braking


def test_scenes_are_drawn_again_as_they_were() -> None:
    one, other = (list(islice(Stage(SCENES[3](), PERIOD_S).pictures(5), 2)) for _ in range(2))
    assert all((a == b).all() for a, b in zip(one, other, strict=True))
