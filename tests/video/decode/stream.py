"""A stream of units on its way into pictures, without a camera."""

from __future__ import annotations

import time

from wall.model.stream import Codec, Transport
from wall.video.decode.hardware_use import HardwareUse
from wall.video.decode.picture import PictureMaker
from wall.video.engine import CatchUpEngine, Engine
from wall.video.memory import PictureMemory
from wall.video.rtsp import AccessUnit, StreamInfo


def info(codec: Codec = Codec.H264, parameter_sets: bytes = b"") -> StreamInfo:
    return StreamInfo(codec, 90000, parameter_sets, Transport.TCP)


class Stream:
    """A `PictureMaker`, what it is fed, and a clock for that. The maker itself looks at the real one."""

    def __init__(
        self,
        engine: Engine,
        quick: CatchUpEngine,
        size: tuple[int, int] = (320, 180),
        hardware: HardwareUse | None = None,
    ) -> None:
        self.memory = PictureMemory.create(*size)
        self.maker = PictureMaker(engine, quick, self.memory, hardware=hardware)
        self.now_s = time.monotonic()

    def send(self, *units: bytes, keyframe: bool = False, pass_s: float = 0.0) -> None:
        """Bring units, each so many seconds after the one before."""
        for unit in units:
            self.now_s += pass_s
            self.maker.unit(AccessUnit(unit, 0.0, self.now_s, keyframe))

    def close(self) -> None:
        self.maker.close()
        self.memory.close()
