"""Is a camera that was covered, blurred or turned away told from evening, fog, rain and a lorry? On pictures of the
simulated streets, encoded and decoded as a camera's are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from copy import deepcopy
from dataclasses import replace
from functools import cache

import av
import numpy as np
import pytest
from av.video.codeccontext import VideoCodecContext
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from wall.model.picture import Picture
from wall.model.scene import Scene
from wall.simulator.clips.encode import Planes, covered, encode, planes_of, with_noise
from wall.simulator.clips.recipe import ClipRecipe
from wall.simulator.scenes import SCENES
from wall.simulator.scenes.light import NIGHT, OVERCAST, Light
from wall.simulator.scenes.stage import Stage
from wall.video.decode.scene import EVERY_S, LEARNT_LOOKS, SceneWatch

Pixels = NDArray[np.uint8]
Change = Callable[[NDArray[np.float64]], NDArray[np.float64]]
SIZE = WIDTH, HEIGHT = 320, 180
SIZES = [SIZE, (160, 90), (640, 360), (322, 181)]
LOOKS = 12
DOWN, ACROSS = np.mgrid[-1 : 1 : HEIGHT * 1j, -1 : 1 : WIDTH * 1j]
BY_LAMP = 1.4 * np.exp(-(DOWN**2 + ACROSS**2) * 1.5)


@cache
def street(turned_deg: float = 0.0, light: Light | None = None, place: int = 0) -> tuple[Pixels, ...]:
    """A street at eight moments, with its traffic, as it comes out of a decoder: RGB."""
    scene = SCENES[place]()
    scene = replace(scene, yaw_deg=scene.yaw_deg + turned_deg, light=light or scene.light)
    stage = Stage(scene, 20)
    pictures = (np.asarray(stage.picture(each * 2.3).resize(SIZE, Image.Resampling.BOX), np.uint8) for each in range(8))
    return through_a_camera(planes_of(pictures, SIZE))


def through_a_camera(planes: Iterable[Planes]) -> tuple[Pixels, ...]:
    """Noisy, encoded as H.264 and decoded again."""
    recipe = ClipRecipe("test", 0, "h264", WIDTH, HEIGHT, 15, 512)
    (clip,) = encode(with_noise(planes, 4.0, seed=1), [recipe])
    decoder = av.CodecContext.create("h264", "r")
    assert isinstance(decoder, VideoCodecContext)
    frames = [frame for unit in clip.units for frame in decoder.decode(av.Packet(unit.data))]
    return tuple(np.asarray(frame.to_ndarray(format="rgb24"), np.uint8) for frame in [*frames, *decoder.decode(None)])


def picture(pixels: Pixels, size: tuple[int, int] = SIZE) -> Picture:
    """As it stands in a picture memory."""
    scaled = np.asarray(Image.fromarray(pixels).resize(size, Image.Resampling.BILINEAR))
    padded = np.zeros((size[1], size[0], 4), np.uint8)
    padded[..., :3] = scaled[..., ::-1]
    return Picture(*size, size[0] * 4, memoryview(padded.tobytes()), 0.0, 1)


def changed(change: Change) -> list[Pixels]:
    return [change(each.astype(float)).clip(0, 255).astype(np.uint8) for each in street()]


class Watching:
    """Looks when it is time to."""

    def __init__(self, pixels: Sequence[Pixels] = ()) -> None:
        self.watch = SceneWatch()
        self.now_s = 100.0
        self.show(pixels, LEARNT_LOOKS * 3 if pixels else 0)

    def show(
        self, pixels: Sequence[Pixels], looks: int = LOOKS, size: tuple[int, int] = SIZE, *, is_sound: bool = True
    ) -> Scene:
        for number in range(looks):
            while not self.watch.is_due(self.now_s):
                self.now_s += 0.5
            self.watch.look(picture(pixels[number % len(pixels)], size), self.now_s, is_sound=is_sound)
        return self.watch.scene


@cache
def _watching() -> Watching:
    return Watching(street())


def watching() -> Watching:
    """One that knows the street."""
    return deepcopy(_watching())


def lorry(pixels: NDArray[np.float64]) -> NDArray[np.float64]:
    """It stands before the camera and hides more than half of what is to be seen."""
    pixels[40:175, 60:280] = 150, 90, 60
    pixels[60:80, 60:280] = 200, 200, 210
    return pixels


def rain(pixels: NDArray[np.float64]) -> NDArray[np.float64]:
    rng = np.random.default_rng(int(pixels.sum()))
    pixels = pixels * 0.8 + 30 + rng.normal(0, 12, pixels.shape)
    for x, y in zip(rng.integers(0, WIDTH, 300), rng.integers(0, HEIGHT - 15, 300), strict=True):
        pixels[y : y + 15, x] += 50
    return pixels


def infrared(pixels: NDArray[np.float64]) -> NDArray[np.float64]:
    grey = (pixels @ np.array([0.5, 0.4, 0.1])) * BY_LAMP * 0.7 + 5
    return np.repeat(grey[..., None], 3, axis=2)


def fog(pixels: NDArray[np.float64]) -> NDArray[np.float64]:
    return pixels * 0.25 + 150


@pytest.mark.parametrize("change", [lorry, rain, infrared, fog])
def test_what_passes_or_comes_with_the_weather_is_nothing(change: Change) -> None:
    assert watching().show(changed(change)) is Scene.USUAL


@pytest.mark.parametrize("light", [OVERCAST, NIGHT])
def test_lights_that_go_on_or_off_are_nothing(light: Light) -> None:
    assert watching().show(street(light=light)) is Scene.USUAL


@settings(max_examples=12, deadline=None)
@given(gain=st.floats(0.25, 1.6), haze=st.floats(0, 60), size=st.sampled_from(SIZES))
def test_no_exposure_and_no_size_makes_another_scene_of_it(gain: float, haze: float, size: tuple[int, int]) -> None:
    watched = watching()
    watched.watch.redrawn()
    assert watched.show(changed(lambda pixels: pixels * gain + haze), size=size) is Scene.USUAL


@pytest.mark.parametrize(("turned_deg", "place"), [(15.0, 0), (-40.0, 0), (0.0, 2)])
def test_a_camera_that_was_turned_away_and_back(turned_deg: float, place: int) -> None:
    watched = watching()
    assert watched.show(street(turned_deg, None, place)) is Scene.MOVED
    assert watched.show(street(), 4) is Scene.USUAL


def test_a_camera_that_was_covered_and_uncovered() -> None:
    watched = watching()
    assert watched.show(through_a_camera(covered(*SIZE, 8))) is Scene.BLINDED
    assert watched.show(street(), 4) is Scene.USUAL


@pytest.mark.parametrize("radius", [5, 12])
def test_a_camera_that_was_put_out_of_focus(radius: int) -> None:
    blurred = [np.asarray(Image.fromarray(each).filter(ImageFilter.GaussianBlur(radius))) for each in street()]
    assert watching().show(blurred) is Scene.BLINDED


def test_it_is_said_after_some_seconds_and_not_before() -> None:
    watched = watching()
    began_s = watched.now_s
    cloth = through_a_camera(covered(*SIZE, 8))
    assert watched.show(cloth, 7) is Scene.USUAL
    assert watched.show(cloth, 1) is Scene.BLINDED
    assert watched.now_s - began_s < EVERY_S + 9


def test_evening_comes_slowly_and_takes_all_light() -> None:
    """Until nothing is left but noise, of which nothing can be said."""
    watched, seen = watching(), set()
    rng = np.random.default_rng(2)
    for share in np.linspace(1.0, 0.03, 160):
        dim = street()[round(share * 1000) % 8] * share + rng.normal(0, 6, (HEIGHT, WIDTH, 1))
        seen.add(watched.show([dim.clip(0, 255).astype(np.uint8)], 1))
    assert seen == {Scene.USUAL}


def test_a_dome_that_is_turned_on_purpose_learns_what_it_sees_then() -> None:
    watched = watching()
    watched.watch.turned(1)
    assert watched.show(street(-40.0), 3 * LEARNT_LOOKS) is Scene.USUAL
    assert watched.show(street()) is Scene.MOVED, "the former scene is another one now"


def test_by_infrared_light_even_another_scene_is_believed_to_be_the_usual_one() -> None:
    """All of a city's cameras change to it within minutes, and some see little of what they saw by day."""
    grey = [np.repeat(each[..., 1:2], 3, axis=2) for each in street(-40.0)]
    watched = watching()
    assert watched.show(grey, 3 * LEARNT_LOOKS) is Scene.USUAL
    assert watched.show(through_a_camera(covered(*SIZE, 8))) is Scene.BLINDED


def test_another_scene_that_stays_is_the_usual_one_after_a_while() -> None:
    watched = watching()
    assert watched.show(street(-40.0)) is Scene.MOVED
    watched.now_s += 900
    assert watched.show(street(-40.0), 3 * LEARNT_LOOKS) is Scene.USUAL
    assert watched.show(street()) is Scene.MOVED


def test_a_black_or_damaged_picture_says_nothing_of_the_scene() -> None:
    watched = watching()
    watched.show(street(-40.0))
    assert watched.show(street(-40.0), 1, is_sound=False) is Scene.USUAL


def test_where_there_never_was_anything_to_see_nothing_is_missed() -> None:
    watched = Watching(through_a_camera(covered(*SIZE, 8)))
    assert watched.show(street()) is Scene.USUAL


@pytest.mark.parametrize("size", [(2, 2), (63, 80), (64, 34)])
def test_a_picture_that_is_too_small_is_not_judged(size: tuple[int, int]) -> None:
    assert watching().show(street(-40.0), size=size) is Scene.USUAL
