"""The sizes read from what real encoders write are those that FFmpeg's decoders report."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.video.headers.encodings import Recipe, Report, decoder_report, encode
from wall.model.stream import Codec
from wall.video.headers import PictureSize, picture_size

SIZES = ((640, 360), (1920, 1080), (704, 576), (1280, 960), (2592, 1944), (330, 214))
# fmt: off
TABLE_E1 = [
    "1", "12/11", "10/11", "16/11", "40/33", "24/11", "20/11", "32/11",
    "80/33", "18/11", "15/11", "64/33", "160/99", "4/3", "3/2", "2",
]
# fmt: on
EXTENDED = ["7/5", "1/3", "255/256"]
VIDEO = (Codec.H264, Codec.H265)


def agreed(recipe: Recipe, count: int = 1) -> PictureSize:
    """Return what we read, after checking it against the decoder."""
    units = encode(recipe, count)
    size = picture_size(recipe.codec, units[0])
    assert size is not None
    report = decoder_report(recipe.codec, units)
    assert Report(size.width, size.height, size.sar, size.reorder or 0) == report
    return size


@pytest.mark.parametrize("codec", VIDEO)
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_size(codec: Codec, width: int, height: int) -> None:
    size = agreed(Recipe(codec, width, height))
    assert (size.width, size.height) == size.display_size() == (width, height)


@pytest.mark.parametrize(("width", "height"), [*SIZES, (331, 215)])
@pytest.mark.parametrize("pixels", ["yuvj420p", "yuvj422p"])
def test_jpeg_size(width: int, height: int, pixels: str) -> None:
    size = agreed(Recipe(Codec.MJPEG, width, height, pixels=pixels))
    assert size == PictureSize(width, height, Fraction(1), None)


@pytest.mark.parametrize("codec", VIDEO)
@pytest.mark.parametrize("aspect", TABLE_E1 + EXTENDED)
def test_pixel_aspect(codec: Codec, aspect: str) -> None:
    assert agreed(Recipe(codec, sar=Fraction(aspect))).sar == Fraction(aspect)


@pytest.mark.parametrize("codec", VIDEO)
def test_analogue_picture_is_shown_wider(codec: Codec) -> None:
    assert agreed(Recipe(codec, 704, 576, Fraction(12, 11))).display_size() == (768, 576)


@pytest.mark.parametrize("codec", VIDEO)
@pytest.mark.parametrize("pixels", ["gray", "yuv420p", "yuv422p", "yuv444p", "yuv420p10le"])
def test_cropping_counts_in_steps_of_the_chroma_format(codec: Codec, pixels: str) -> None:
    agreed(Recipe(codec, 330, 214, Fraction(12, 11), pixels))


@pytest.mark.parametrize("profile", ["Baseline", "Main", "High"])
def test_h264_profiles(profile: str) -> None:
    agreed(Recipe(Codec.H264, 330, 214, Fraction(12, 11), profile=profile, options=(("preset", "medium"),)))


@pytest.mark.parametrize(
    ("codec", "options", "reorder"),
    [
        (Codec.H264, {"x264-params": "bframes=0"}, 0),
        (Codec.H264, {"x264-params": "bframes=3:b-pyramid=none"}, 1),
        (Codec.H264, {"x264-params": "bframes=3:b-pyramid=normal"}, 2),
        (Codec.H265, {"x265-params": "log-level=none:bframes=0"}, 0),
        (Codec.H265, {"x265-params": "log-level=none:bframes=3:b-pyramid=0"}, 1),
        (Codec.H265, {"x265-params": "log-level=none:bframes=3:b-pyramid=1"}, 2),
        (Codec.H265, {"x265-params": "log-level=none:bframes=3:temporal-layers=3"}, 2),
    ],
)
def test_reordering(codec: Codec, options: dict[str, str], reorder: int) -> None:
    assert agreed(Recipe(codec, options=tuple(options.items())), count=8).reorder == reorder


def test_h264_interlaced_with_buffer_model() -> None:
    params = "tff=1:nal-hrd=cbr:vbv-maxrate=500:vbv-bufsize=500:bitrate=500:colorprim=bt709:bframes=2"
    agreed(Recipe(Codec.H264, 1920, 1080, Fraction(4, 3), options=(("x264-params", params),)))


def test_h265_scaling_lists() -> None:
    agreed(Recipe(Codec.H265, 330, 214, options=(("x265-params", "log-level=none:scaling-list=default"),)))


@pytest.mark.parametrize("codec", VIDEO)
def test_pictures_between_keyframes_say_nothing(codec: Codec) -> None:
    assert [picture_size(codec, unit) is None for unit in encode(Recipe(codec), 3)] == [False, True, True]


@pytest.mark.parametrize("codec", list(Codec))
def test_bytes_may_lie_in_a_memoryview(codec: Codec) -> None:
    unit = encode(Recipe(codec, pixels="yuvj420p" if codec is Codec.MJPEG else "yuv420p"))[0]
    assert picture_size(codec, memoryview(bytearray(unit))) == picture_size(codec, unit) is not None
