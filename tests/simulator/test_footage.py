"""A file as what all cameras show, and the snapshots of what they show."""

from __future__ import annotations

import io
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from av.video.frame import VideoFrame
from av.video.stream import VideoStream
from PIL import Image

from tests.simulator.footage import clip
from tests.simulator.streaming import Streaming
from wall.simulator.city import build_city
from wall.simulator.clips.strip import read
from wall.simulator.streams import bench_footage, file_footage, with_footage


def write_video(path: Path, codec: str, **options: str) -> None:
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=Fraction(10), options=options)
        assert isinstance(stream, VideoStream)
        stream.width, stream.height, stream.pix_fmt = 160, 96, "yuv420p"
        for number in range(20):
            frame = VideoFrame.from_ndarray(np.full((96, 160, 3), number * 5, np.uint8))
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


@pytest.mark.parametrize(("codec", "name"), [("libx264", "h264"), ("libx265", "h265")])
def test_a_file_s_own_packets_are_sent(tmp_path: Path, codec: str, name: str) -> None:
    path = tmp_path / "film.mp4"
    write_video(path, codec, bf="0", **{"x265-params": "bframes=0:log-level=none"} if name == "h265" else {})
    found = file_footage(path)
    assert found.clip is not None
    assert (found.spec.codec, found.spec.width, found.spec.height, found.spec.fps) == (name, 160, 96, 10)
    assert len(found.clip.units) == 20
    assert found.clip.units[0].is_key
    assert found.clip.units[0].data[:3] in (b"\x00\x00\x01", b"\x00\x00\x00")


@pytest.mark.parametrize(
    ("codec", "options", "said"),
    [("libx264", {"bf": "2"}, "B-frames"), ("mpeg4", {}, "only H.264 and H.265 can be replayed, not mpeg4")],
)
def test_what_no_camera_sends_is_refused(tmp_path: Path, codec: str, options: dict[str, str], said: str) -> None:
    path = tmp_path / "film.mp4"
    write_video(path, codec, **options)
    with pytest.raises(ValueError, match=said):
        file_footage(path)


def test_footage_is_on_every_stream() -> None:
    city = with_footage(build_city(20, 5), bench_footage())
    specs = {replace(spec, name="") for camera in city.cameras for spec in camera.streams}
    assert specs == {replace(bench_footage().spec, name="")}
    assert [spec.name for spec in city.cameras[0].streams] == ["main", "sub"]


def test_a_snapshot_is_a_keyframe_of_the_clip(city: Streaming) -> None:
    camera = city.simulator.city.cameras[0]
    jpeg = city.call(city.simulator.parts.snapshot(camera, 0.0, camera.streams[0]))
    picture = Image.open(io.BytesIO(jpeg))
    assert picture.format == "JPEG"
    assert picture.size == (clip().width, clip().height)
    assert read(np.asarray(picture.convert("L"))) in (0, 30)
