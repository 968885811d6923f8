"""The newest JPEG of a camera, as its snapshot address gives it: a keyframe of the clip it plays."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable

import av
from av.video.codeccontext import VideoCodecContext
from PIL import Image

from wall.simulator.city import Camera
from wall.simulator.clips.recipe import KEYFRAME_S, ClipRecipe
from wall.simulator.clips.shelf import ClipShelf

_QUALITY = 80


class Snapshots:
    """JPEGs by clip and group of pictures, each made once when it is asked for. Event-loop thread only."""

    def __init__(
        self,
        shelf: ClipShelf,
        recipe_of: Callable[[Camera], ClipRecipe],
        monotonic: Callable[[], float],
    ) -> None:
        self._shelf = shelf
        self._recipe_of = recipe_of
        self._monotonic = monotonic
        self._keyframes: dict[ClipRecipe, list[bytes]] = {}
        self._jpegs: dict[tuple[ClipRecipe, int], bytes] = {}

    async def jpeg(self, camera: Camera) -> bytes:
        """What the camera shows; ClipError where its clip cannot be made."""
        recipe = self._recipe_of(camera)
        keyframes = await self._keyframes_of(recipe)
        group = (int(self._monotonic() / KEYFRAME_S) + camera.number) % len(keyframes)
        if (recipe, group) not in self._jpegs:
            jpeg = await asyncio.to_thread(to_jpeg, recipe.codec, keyframes[group])
            self._jpegs[recipe, group] = jpeg
        return self._jpegs[recipe, group]

    async def _keyframes_of(self, recipe: ClipRecipe) -> list[bytes]:
        if recipe not in self._keyframes:
            clip = await self._shelf.encoded(recipe)
            self._keyframes[recipe] = [unit.data for unit in clip.units if unit.is_key]
        return self._keyframes[recipe]


def to_jpeg(codec: str, keyframe: bytes) -> bytes:
    """One keyframe as a JPEG. For a worker thread."""
    decoder = av.CodecContext.create({"h265": "hevc"}.get(codec, codec), "r")
    assert isinstance(decoder, VideoCodecContext)
    frames = [*decoder.decode(av.Packet(keyframe)), *decoder.decode(None)]
    out = io.BytesIO()
    Image.fromarray(frames[0].to_ndarray(format="rgb24")).save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()
