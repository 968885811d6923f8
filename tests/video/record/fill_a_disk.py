"""Run as a program, with a folder: records there until the disk is full, and prints what came of it (JSON)."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.video.encoded import moving
from tests.video.record.films import Time, film, order, units
from wall.model.stream import Codec
from wall.video.record.out_file import free_bytes
from wall.video.record.parts import PartWriter, RecordingEnded


def fill(folder: Path, pictures: int = 300) -> dict[str, object]:
    """`end`, `free` bytes, pictures `fed`; of what lies there, pictures that it `plays`, and `seconds` it claims."""
    time = Time()
    writer = PartWriter(order(folder, reserve_bytes=0), time.clocks)
    writer.begin()
    end = ""
    try:
        for unit in units(Codec.MJPEG, moving(Codec.MJPEG, 640, 360, count=pictures)):
            time.now_s = max(time.now_s, unit.arrived_s)
            writer.write(unit)
    except RecordingEnded as ended:
        end = ended.end.value
    (part,) = writer.parts
    plays = film(Path(part.path)).count
    return {"end": end, "free": free_bytes(folder), "fed": pictures, "plays": plays, "seconds": part.seconds}


if __name__ == "__main__":
    print(json.dumps(fill(Path(sys.argv[1]))))
