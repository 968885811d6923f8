"""The frame counter that every picture carries."""

from __future__ import annotations

import av
import numpy as np
import pytest
from av.video.codeccontext import VideoCodecContext
from hypothesis import given
from hypothesis import strategies as st

from tests.simulator.footage import clip
from wall.simulator.clips.strip import read, stamp


@given(st.integers(0, 4095), st.sampled_from([(640, 360), (1280, 720), (320, 180), (480, 272)]))
def test_what_is_stamped_is_read(number: int, size: tuple[int, int]) -> None:
    luma = np.full(size[::-1], 77, np.uint8)
    stamp(luma, number)
    assert read(luma) == number


def test_cells_are_whole_macroblocks() -> None:
    luma = np.full((360, 640), 77, np.uint8)
    stamp(luma, 0b100000000001)
    assert (luma[:16, :16] == 235).all()
    assert (luma[:16, 16:32] == 16).all()
    assert (luma[16:] == 77).all()
    assert (luma[:, 256:] == 77).all()


def test_a_picture_without_a_strip_has_no_number() -> None:
    assert read(np.full((360, 640), 200, np.uint8)) is None


@pytest.mark.parametrize(("codec", "decoder"), [("h264", "h264"), ("h265", "hevc")])
def test_it_survives_encoding(codec: str, decoder: str) -> None:
    context = av.CodecContext.create(decoder, "r")
    assert isinstance(context, VideoCodecContext)
    frames = [f for unit in clip(codec).units for f in context.decode(av.Packet(unit.data))]
    frames += context.decode(None)
    assert [read(frame.to_ndarray(format="gray")) for frame in frames] == list(range(60))
