"""One player and the memory it writes into, as the painter sees it."""

from __future__ import annotations

import time
from collections.abc import Iterable

from tests.support.waiting import wait_until
from tests.video.encoded import Colour
from wall.model.picture import Picture
from wall.model.stream import Codec
from wall.video.engine import Engine
from wall.video.memory import PictureMemory, PictureReader, PictureWriter

_TOLERANCE = 24


class Screen:
    """Plays units and looks at what comes out. `size` may be changed while it plays."""

    def __init__(
        self,
        engine: Engine,
        codec: Codec,
        size: tuple[int, int] = (160, 90),
        *,
        strict: bool = True,
        in_hardware: bool = False,
    ) -> None:
        self.size = size
        self.memory = PictureMemory.create(640, 480)
        self.writer = PictureWriter(self.memory)
        self.reader = PictureReader(self.memory)
        self.player = engine.player(codec, self.writer, lambda: self.size, strict=strict, in_hardware=in_hardware)

    @property
    def count(self) -> int:
        """Pictures published so far."""
        return self.writer.count

    def feed(self, units: Iterable[bytes], every_s: float = 0.0) -> None:
        """Feed units at an even pace, in real time."""
        next_s = time.monotonic()
        for unit in units:
            self.player.feed(unit)
            next_s += every_s
            time.sleep(max(0.0, next_s - time.monotonic()))

    def wait_for_more(self, patience_s: float = 10) -> float:
        """Until a newer picture than the held one is there; gives the seconds that took."""
        return wait_until(self.reader.has_newer, patience_s, "no picture was published")

    def held(self) -> Picture:
        """The newest picture."""
        picture = self.reader.hold()
        assert picture is not None
        return picture

    def close(self) -> None:
        self.player.close()
        self.memory.close()


def colour_at(picture: Picture, across: float, down: float) -> Colour:
    """The red, green and blue at a place given in shares of width and height."""
    column, row = int(across * picture.width), int(down * picture.height)
    blue, green, red = picture.pixels[row * picture.stride + column * 4 :][:3]
    return red, green, blue


def colours(picture: Picture) -> tuple[Colour, Colour, Colour, Colour]:
    """Those of its four quarters, well inside."""
    top, bottom = 0.2, 0.8
    return (
        colour_at(picture, 0.1, top),
        colour_at(picture, 0.9, top),
        colour_at(picture, 0.1, bottom),
        colour_at(picture, 0.9, bottom),
    )


def are_like(seen: Iterable[Colour], wanted: Iterable[Colour]) -> bool:
    """The same to the eye: two decoders and two scalers may differ a little."""
    return all(
        abs(one - other) <= _TOLERANCE
        for left, right in zip(seen, wanted, strict=True)
        for one, other in zip(left, right, strict=True)
    )
