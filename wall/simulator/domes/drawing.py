"""The process that draws and encodes what domes see: `python -m wall.simulator.domes.drawing FOLDER`.

It takes orders from its standard input, answers on its standard output (`orders`), and ends when the former does, in
the middle of a picture if need be: a scene takes seconds, and nobody waits for it any more.
"""

from __future__ import annotations

import io
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue

import numpy as np
from PIL import Image

from wall.simulator.clips.clip import AccessUnit
from wall.simulator.clips.encode import Planes, planes_of, put_number
from wall.simulator.clips.recipe import ClipRecipe
from wall.simulator.domes.live_encoder import LiveEncoder
from wall.simulator.domes.look import Look
from wall.simulator.domes.orders import HEAD, Order, What, order_of
from wall.simulator.domes.scenery import Scenery

_NOTHING = AccessUnit(b"", False)


class Drawing:
    """Scenes and encoders, each made when it is asked for first."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._scenes: dict[int, Scenery] = {}
        self._encoders: dict[str, LiveEncoder] = {}
        self._kept: dict[str, tuple[tuple[Look, ClipRecipe, int], Planes]] = {}
        """The newest picture of each stream, and what it is of."""
        self._does: dict[What, Callable[[Order], AccessUnit]] = {
            What.PREPARE: self._prepare,
            What.PICTURE: self._picture,
            What.STILL: self._still,
            What.FORGET: self._forget,
        }

    def answer(self, order: Order) -> AccessUnit:
        """What was asked for."""
        return self._does[order.what](order)

    def _prepare(self, order: Order) -> AccessUnit:
        self._scene(order)
        return _NOTHING

    def _forget(self, order: Order) -> AccessUnit:
        self._encoders.pop(order.stream, None)
        self._kept.pop(order.stream, None)
        return _NOTHING

    def _picture(self, order: Order) -> AccessUnit:
        encoder = self._encoders.get(order.stream)
        if encoder is None:
            encoder = self._encoders[order.stream] = LiveEncoder(order.recipe)
        planes = self._planes(order)
        put_number(planes, order.number)
        return encoder.encode(planes, is_key=order.is_key)

    def _planes(self, order: Order) -> Planes:
        """Of a dome at rest only every second picture is another one: half the frames a second for half the work."""
        what = (order.look, order.recipe, order.number // 2)
        kept = self._kept.get(order.stream)
        if kept is not None and kept[0] == what and not order.is_hasty:
            return kept[1]
        size = order.recipe.width, order.recipe.height
        (planes,) = planes_of([np.asarray(self._drawn(order))], size)
        self._kept[order.stream] = (what, planes)
        return planes

    def _still(self, order: Order) -> AccessUnit:
        out = io.BytesIO()
        self._drawn(order).save(out, "PNG", compress_level=1)
        return AccessUnit(out.getvalue(), True)

    def _drawn(self, order: Order) -> Image.Image:
        recipe, scene = order.recipe, self._scene(order)
        draw = scene.hasty_picture if order.is_hasty else scene.picture
        return draw(order.look, (recipe.width, recipe.height), order.number / recipe.fps)

    def _scene(self, order: Order) -> Scenery:
        number = order.recipe.scene
        if number not in self._scenes:
            self._scenes[number] = Scenery(number, self._folder)
        return self._scenes[number]


def main(argv: list[str]) -> int:
    """Work until standard input ends."""
    drawing, out, orders = Drawing(Path(argv[0])), sys.stdout.buffer, SimpleQueue[bytes]()
    threading.Thread(target=_read, args=(orders,), name="orders", daemon=True).start()
    while True:
        unit = drawing.answer(order_of(orders.get()))
        try:
            out.write(HEAD.pack(len(unit.data), unit.is_key) + unit.data)
            out.flush()
        except BrokenPipeError:
            break
    return 0


def _read(orders: SimpleQueue[bytes]) -> None:
    for line in iter(sys.stdin.buffer.readline, b""):
        orders.put(line)
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
