"""The streams of all domes whose pictures follow them: those of the drawn city. A film shows what it shows."""

from __future__ import annotations

from collections.abc import Coroutine
from pathlib import Path
from typing import Any

from wall.simulator.city import Camera, StreamSpec
from wall.simulator.clips.recipe import ClipRecipe
from wall.simulator.domes.feed import Feed, Scene
from wall.simulator.domes.look import PERIOD_S, USUAL
from wall.simulator.domes.loops import Loops
from wall.simulator.domes.orders import Order, What
from wall.simulator.domes.studio import Studio
from wall.simulator.parts import Parts
from wall.simulator.rtp.packets import PacketClip
from wall.simulator.rtsp.choice import PICTURE_FAULTS, recipe_for

DRAWN = "city"
"""The style of clips that domes follow."""


class Feeds:
    """Made when a stream is watched first. Event-loop thread only."""

    def __init__(self, parts: Parts, style: str, folder: Path) -> None:
        self._parts = parts
        self._is_drawn = style == DRAWN
        self.studio = Studio(folder)
        self._loops = Loops()
        self._feeds: dict[tuple[int, str], Feed] = {}

    def of(self, camera: Camera, spec: StreamSpec, home: PacketClip) -> Feed | None:
        """That stream's feed, with the clip of its usual look; None where pictures do not follow, or are faulty."""
        if not self._is_drawn or camera.number not in self._parts.domes or self._is_faulty(camera.number):
            return None
        key = camera.number, spec.name
        if key not in self._feeds:
            self._feeds[key] = Feed(self._scene(camera, spec), home, self.studio, self._loops, self._parts.monotonic)
        return self._feeds[key]

    def still(self, camera: Camera, recipe: ClipRecipe) -> Coroutine[Any, Any, bytes] | None:
        """A PNG of what a dome looks at just now; None where that is what its clip shows. StudioError where it cannot
        be made.
        """
        dome = self._parts.domes.get(camera.number)
        if dome is None or not self._is_drawn:
            return None
        now_s = self._parts.monotonic()
        look, _ = dome.look(now_s)
        number = int(now_s * recipe.fps) % (PERIOD_S * recipe.fps)
        return None if look == USUAL else self._still(Order(What.STILL, "", recipe, look, number))

    async def _still(self, order: Order) -> bytes:
        return (await self.studio.make(order)).data

    @property
    def live(self) -> list[str]:
        """The streams whose pictures are made now."""
        return [f"{camera}/{stream}" for (camera, stream), feed in self._feeds.items() if feed.is_live]

    def _scene(self, camera: Camera, spec: StreamSpec) -> Scene:
        recipe, number = recipe_for(DRAWN, camera, spec, {}), camera.number
        return Scene(
            f"{number}/{spec.name}", recipe, number, self._parts.domes[number].look, lambda: self._is_faulty(number)
        )

    def _is_faulty(self, camera: int) -> bool:
        return not PICTURE_FAULTS.isdisjoint(self._parts.faults.of(camera))
