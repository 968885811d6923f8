"""Is a camera that was turned away while nobody watched told from one on which only the light, or the weather, is not
what it was when it was watched last?
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from tests.video.decode.test_scene import (
    HEIGHT,
    SIZE,
    SIZES,
    WIDTH,
    Change,
    Pixels,
    Watching,
    changed,
    fog,
    infrared,
    lorry,
    rain,
    street,
    through_a_camera,
    watching,
)
from wall.model.scene import Scene, UsualScene
from wall.simulator.clips.encode import covered
from wall.simulator.scenes.light import NIGHT, OVERCAST, Light
from wall.video.decode.recalled import SAME_LOOKS, SURE_LOOKS
from wall.video.decode.scene import LEARNT_LOOKS

LONG = SURE_LOOKS + 10


@cache
def usual_street() -> UsualScene:
    """As it was kept when the street was watched last."""
    usual = watching().watch.news()
    assert usual is not None
    return usual


def again(usual: UsualScene | None = None) -> Watching:
    """Somebody begins to watch, hours later."""
    begun = Watching()
    begun.watch.recall(usual or usual_street())
    return begun


def seen(watched: Watching, pixels: Sequence[Pixels], looks: int = LONG, size: tuple[int, int] = SIZE) -> set[Scene]:
    """All that is said on the way."""
    return {watched.show(pixels[number % len(pixels) :], 1, size) for number in range(looks)}


@pytest.mark.parametrize(("turned_deg", "place"), [(15.0, 0), (-40.0, 0), (0.0, 2)])
def test_a_camera_that_was_turned_while_nobody_watched(turned_deg: float, place: int) -> None:
    watched = again()
    elsewhere = street(turned_deg, None, place)
    assert seen(watched, elsewhere, SURE_LOOKS - 1) == {Scene.USUAL}
    assert watched.show(elsewhere, 1) is Scene.MOVED
    assert watched.show(street(), 4) is Scene.USUAL, "it was turned back"


def written_over(pixels: Sequence[Pixels]) -> list[Pixels]:
    """With the camera's name and clock in two corners."""
    written = [Image.fromarray(each) for each in pixels]
    for image in written:
        draw = ImageDraw.Draw(image)
        draw.text((4, 2), "2026-11-30 09:12", "white", stroke_width=1, stroke_fill="black", font_size=14)
        draw.text((230, 160), "Cổng 2 Lý Thái Tổ", "white", stroke_width=1, stroke_fill="black", font_size=14)
    return [np.asarray(each, np.uint8) for each in written]


@pytest.mark.parametrize(("turned_deg", "place"), [(38.0, 0), (-40.0, 0), (0.0, 2)])
def test_what_the_camera_writes_into_its_pictures_is_not_the_scene(turned_deg: float, place: int) -> None:
    usual = Watching(written_over(street())).watch.news()
    assert usual is not None
    assert seen(again(usual), written_over(street(light=NIGHT))) == {Scene.USUAL}
    assert again(usual).show(written_over(street(turned_deg, None, place)), SURE_LOOKS) is Scene.MOVED


@pytest.mark.parametrize("looks", range(1, SAME_LOOKS))
def test_a_camera_that_is_turned_at_the_very_moment_somebody_begins_to_watch(looks: int) -> None:
    watched = again()
    assert watched.show(street(), looks) is Scene.USUAL
    assert watched.show(street(-40.0), SURE_LOOKS) is Scene.MOVED


@pytest.mark.parametrize("change", [lorry, rain, infrared, fog])
def test_what_comes_with_the_weather_is_nothing(change: Change) -> None:
    assert seen(again(), changed(change)) == {Scene.USUAL}


@pytest.mark.parametrize("light", [OVERCAST, NIGHT])
def test_another_light_is_nothing(light: Light) -> None:
    assert seen(again(), street(light=light)) == {Scene.USUAL}


@settings(max_examples=10, deadline=None)
@given(gain=st.floats(0.1, 1.6), haze=st.floats(0, 60), noise=st.floats(0, 25), size=st.sampled_from(SIZES))
def test_no_exposure_no_noise_and_no_size_makes_another_scene_of_it(
    gain: float, haze: float, noise: float, size: tuple[int, int]
) -> None:
    chance = np.random.default_rng(round(gain * 1000))
    pixels = changed(lambda each: each * gain + haze + chance.normal(0, noise, (HEIGHT, WIDTH, 1)))
    assert seen(again(), pixels, size=size) == {Scene.USUAL}


def test_darkness_and_a_cloth_are_not_told_apart_and_nothing_is_said() -> None:
    chance = np.random.default_rng(3)
    dark = [chance.normal(20, 6, (HEIGHT, WIDTH, 3)).clip(0, 255).astype(np.uint8) for _ in range(8)]
    assert seen(again(), dark) == {Scene.USUAL}
    assert seen(again(), through_a_camera(covered(*SIZE, 8))) == {Scene.USUAL}


def test_what_is_another_scene_at_each_look_is_none() -> None:
    """Headlights, rain on the lens: whatever it is, no camera looks there."""
    chance = np.random.default_rng(4)
    unsteady = [np.kron(chance.integers(0, 255, (18, 32, 3)), np.ones((10, 10, 1))).astype(np.uint8) for _ in range(8)]
    assert seen(again(), unsteady) == {Scene.USUAL}


def test_by_infrared_light_nothing_is_said_of_what_was_seen_by_day() -> None:
    grey = [np.repeat(each[..., 1:2], 3, axis=2) for each in street(-40.0)]
    assert seen(again(), grey) == {Scene.USUAL}


def test_where_there_was_nothing_to_see_nothing_is_missed() -> None:
    flat = Watching(through_a_camera(covered(*SIZE, 8))).watch.news()
    assert seen(again(flat), street()) == {Scene.USUAL}


def test_what_was_recognised_is_watched_as_ever() -> None:
    watched = again()
    assert watched.show(street(), SAME_LOOKS) is Scene.USUAL
    assert watched.show(street(-40.0)) is Scene.MOVED, "after twelve looks, not forty"


def test_what_nothing_could_be_said_of_is_learnt_meanwhile() -> None:
    watched = again()
    watched.show(changed(infrared), LEARNT_LOOKS + 1)
    assert watched.show(through_a_camera(covered(*SIZE, 8))) is Scene.BLINDED


def test_nobody_recalls_what_he_knows_better() -> None:
    watched = watching()
    watched.watch.recall(replace(usual_street(), cells=usual_street().cells[::-1]))
    assert seen(watched, street(), SURE_LOOKS) == {Scene.USUAL}


def test_what_was_not_looked_at_for_long_is_not_compared_but_with_what_is_recalled() -> None:
    watched = watching()
    watched.now_s += 1000
    assert seen(watched, street(-40.0), LEARNT_LOOKS) == {Scene.USUAL}
    watched = watching()
    watched.now_s += 1000
    watched.show(street(-40.0), 1)
    assert watched.watch.may_recall
    watched.watch.recall(usual_street())
    assert watched.show(street(-40.0), SURE_LOOKS) is Scene.MOVED


def test_another_scene_that_became_usual_is_of_another_generation() -> None:
    watched = watching()
    watched.watch.news()
    assert watched.watch.news() is None, "nothing was learnt since"
    watched.show(street(-40.0))
    for _ in range(8):
        watched.now_s += 120
        watched.show(street(-40.0), 1)
    watched.show(street(-40.0), 3 * LEARNT_LOOKS)
    usual = watched.watch.news()
    assert usual is not None and usual.generation == 1
    assert seen(again(usual), street(-40.0)) == {Scene.USUAL}
