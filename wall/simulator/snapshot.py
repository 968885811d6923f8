"""The newest JPEG of a camera, as its snapshot address gives it: a keyframe of the clip it plays, and the time."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

import av
from av.video.codeccontext import VideoCodecContext
from PIL import Image, ImageDraw, ImageFont

from wall.simulator.city import Camera, StreamSpec
from wall.simulator.clips.recipe import KEYFRAME_S, ClipRecipe
from wall.simulator.clips.shelf import ClipShelf
from wall.simulator.onvif.times import utc
from wall.simulator.restarts import ROW_LINES, RowedJpeg

_TIME_SHARE = 0.55
"""Where the time begins, as a part of the width: the number of the picture stands at the left."""


@dataclass(frozen=True, slots=True)
class _Still:
    jpeg: RowedJpeg
    top: Image.Image
    """The rows that the time stands in."""


class Snapshots:
    """Pictures by clip and group of pictures, each decoded and encoded once. Event-loop thread only."""

    def __init__(
        self,
        shelf: ClipShelf,
        recipe_of: Callable[[Camera, StreamSpec], ClipRecipe],
        monotonic: Callable[[], float],
        drawn: Callable[[Camera, ClipRecipe], Coroutine[Any, Any, bytes] | None] = lambda camera, recipe: None,
    ) -> None:
        """`drawn` gives a PNG of what a dome looks at; None where its clip shows that."""
        self._drawn = drawn
        self._shelf = shelf
        self._recipe_of = recipe_of
        self._monotonic = monotonic
        self._keyframes: dict[ClipRecipe, list[bytes]] = {}
        self._stills: dict[tuple[ClipRecipe, int], _Still] = {}

    async def jpeg(self, camera: Camera, shows_s: float, stream: StreamSpec) -> bytes:
        """What the camera shows in a stream's size, with that time (Unix seconds) in it. ClipError where its clip
        cannot be made.
        """
        recipe = self._recipe_of(camera, stream)
        told = f"{utc(shows_s):%Y-%m-%d %H:%M:%S}"
        if (drawing := self._drawn(camera, recipe)) is not None:
            return await asyncio.to_thread(_told_of, await drawing, told)
        keyframes = await self._keyframes_of(recipe)
        group = (int(self._monotonic() / KEYFRAME_S) + camera.number) % len(keyframes)
        if (recipe, group) not in self._stills:
            still = await asyncio.to_thread(_still_of, recipe.codec, keyframes[group])
            self._stills[recipe, group] = still
        return _told(self._stills[recipe, group], told)

    async def _keyframes_of(self, recipe: ClipRecipe) -> list[bytes]:
        if recipe not in self._keyframes:
            clip = await self._shelf.encoded(recipe)
            self._keyframes[recipe] = [unit.data for unit in clip.units if unit.is_key]
        return self._keyframes[recipe]


def _still_of(codec: str, keyframe: bytes) -> _Still:
    """For a worker thread."""
    return _still(picture_of(codec, keyframe))


def _told_of(png: bytes, text: str) -> bytes:
    """For a worker thread."""
    return _told(_still(Image.open(io.BytesIO(png)).convert("RGB")), text)


def _still(picture: Image.Image) -> _Still:
    lines = max(1, round(picture.height / 22 / ROW_LINES)) * ROW_LINES
    return _Still(RowedJpeg(picture), picture.crop((0, 0, picture.width, lines)))


def picture_of(codec: str, keyframe: bytes) -> Image.Image:
    """One keyframe, decoded. For a worker thread."""
    decoder = av.CodecContext.create({"h265": "hevc"}.get(codec, codec), "r")
    assert isinstance(decoder, VideoCodecContext)
    frames = [*decoder.decode(av.Packet(keyframe)), *decoder.decode(None)]
    return Image.fromarray(frames[0].to_ndarray(format="rgb24"))


def _told(still: _Still, text: str) -> bytes:
    top = still.top.copy()
    left, size = round(top.width * _TIME_SHARE), top.height
    draw = ImageDraw.Draw(top)
    draw.rectangle((left, 0, top.width, size), "black")
    draw.text((left + size // 4, size // 2), text, "white", ImageFont.load_default(size * 0.8), "lm")
    return still.jpeg.with_top(top)
