"""The scaler that writes into picture memory shows what PyAV's own shows."""

from __future__ import annotations

from collections.abc import Iterator

import av
import numpy as np
import pytest
from av.video.frame import VideoFrame
from av.video.reformatter import ColorRange, Colorspace, Interpolation, VideoReformatter

from wall.video.decode import scaling
from wall.video.decode.scaling import Scaler
from wall.video.memory import PictureMemory, PictureWriter, row_bytes

SIZE = 310, 174
"""Not a multiple of what decoders like."""
_CLOSE = 3.0


@pytest.fixture
def memory() -> Iterator[PictureMemory]:
    memory = PictureMemory.create(*SIZE)
    yield memory
    memory.close()


def slope(pixel_format: str, colorspace: Colorspace = Colorspace.ITU601, full: bool = False) -> VideoFrame:
    """A picture without edges, in which a shifted sample does not show: colours from corner to corner."""
    down, across = np.mgrid[0:360, 0:640]
    picture = np.dstack((across * 255 // 640, down * 255 // 360, 255 - across * 255 // 640)).astype(np.uint8)
    colours = ColorRange.JPEG if full else ColorRange.MPEG
    frame = VideoFrame.from_ndarray(picture, format="rgb24").reformat(
        format=pixel_format, dst_colorspace=colorspace, dst_color_range=colours
    )
    frame.colorspace, frame.color_range = colorspace, colours
    return frame


def scaled(frame: VideoFrame, memory: PictureMemory) -> np.ndarray[tuple[int, ...], np.dtype[np.int16]]:
    writer = PictureWriter(memory)
    number = writer.begin()
    stride = Scaler().scale(frame, *SIZE, writer, number)
    writer.publish(number, *SIZE, stride)
    latest = writer.latest()
    assert latest is not None
    rows = np.frombuffer(latest.pixels, np.uint8).reshape(SIZE[1], stride)
    return rows[:, : SIZE[0] * 4].reshape(SIZE[1], SIZE[0], 4)[:, :, :3].astype(np.int16)


@pytest.mark.parametrize("pixel_format", ["yuv420p", "yuvj420p", "yuv422p", "yuv444p", "nv12", "gray"])
def test_every_format_looks_as_with_pyav(pixel_format: str, memory: PictureMemory) -> None:
    frame = slope(pixel_format, full=pixel_format.startswith("yuvj"))
    theirs = VideoReformatter().reformat(frame, *SIZE, "bgra", interpolation=Interpolation.FAST_BILINEAR).to_ndarray()
    assert np.abs(scaled(frame, memory) - theirs[:, :, :3]).mean() < _CLOSE


@pytest.mark.parametrize("colorspace", [Colorspace.ITU601, Colorspace.ITU709])
@pytest.mark.parametrize("full", [False, True])
def test_colours_are_those_of_the_stream(colorspace: Colorspace, full: bool, memory: PictureMemory) -> None:
    """The picture that was encoded comes back, whichever way it was."""
    frame = slope("yuv420p", colorspace, full)
    down, across = np.mgrid[0:174, 0:310]
    wanted = np.dstack((255 - across * 255 // 310, down * 255 // 174, across * 255 // 310))
    assert np.abs(scaled(frame, memory) - wanted).mean() < _CLOSE


def test_nothing_is_written_beyond_the_picture(memory: PictureMemory) -> None:
    """The neighbour in memory may be the one that is being painted."""
    writer = PictureWriter(memory)
    memory.view[writer.offset(0) :] = b"\x55" * (len(memory.view) - writer.offset(0))
    Scaler().scale(slope("yuv420p"), *SIZE, writer, 1)
    for neighbour in (0, 2):
        start = writer.offset(neighbour)
        assert set(memory.view[start : start + memory.picture_bytes]) == {0x55}


def test_of_many_shapes_each_is_drawn_as_ever(memory: PictureMemory) -> None:
    """Those that were not used for long are made anew."""
    scaler, writer, frame = Scaler(), PictureWriter(memory), slope("yuv420p")

    def drawn(width: int) -> bytes:
        stride = scaler.scale(frame, width, SIZE[1], writer, 0)
        rows = np.frombuffer(memory.view, np.uint8)[writer.offset(0) :][: stride * SIZE[1]]
        return rows.reshape(SIZE[1], stride)[:, : width * 4].tobytes()

    first = {width: drawn(width) for width in range(200, 300, 4)}
    assert {width: drawn(width) for width in first} == first


def test_the_next_picture_may_be_of_another_kind(memory: PictureMemory) -> None:
    scaler, writer = Scaler(), PictureWriter(memory)
    strides = [scaler.scale(slope(each), *SIZE, writer, 0) for each in ("yuv420p", "gray", "yuv422p")]
    assert strides[0] == strides[2] == row_bytes(SIZE[0])
    assert SIZE[0] * 4 <= strides[1] <= strides[0], "the grey one is PyAV's"


def test_without_the_library_pyav_scales(memory: PictureMemory, monkeypatch: pytest.MonkeyPatch) -> None:
    frame = slope("yuv420p")
    ours = scaled(frame, memory)
    monkeypatch.setattr(scaling, "_library", lambda: None)
    assert np.abs(scaled(frame, memory) - ours).mean() < _CLOSE


def test_pyav_brings_the_library_along() -> None:
    """Where this fails, pictures still come, each for a fifth more: see `scaling`."""
    assert scaling._library() is not None, av.library_versions
