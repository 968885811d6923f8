"""What the wall shows of a kept camera, and which number a new one gets."""

import pytest

from wall.model.inventory import CameraRecord, Position, StreamRecord, renumbered, to_show
from wall.model.stream import Codec, Credentials, Transport


def stream(name: str, codec: Codec | None) -> StreamRecord:
    return StreamRecord(f"rtsp://10.0.0.5/{name}", codec=codec)


def shown(*streams: StreamRecord) -> tuple[str, str | None]:
    camera = to_show(CameraRecord("Ngã Sáu", streams=streams), 1, "", None)
    return camera.main.url.rpartition("/")[2], camera.sub.url.rpartition("/")[2] if camera.sub else None


@pytest.mark.parametrize(
    ("streams", "main", "sub"),
    [
        ((stream("a", Codec.H265), stream("b", Codec.H264), stream("c", Codec.H264)), "a", "c"),
        ((stream("jpeg", Codec.MJPEG), stream("a", Codec.H264), stream("tiny", Codec.MJPEG)), "a", None),
        ((stream("big", Codec.MJPEG), stream("tiny", Codec.MJPEG)), "big", "tiny"),
        ((stream("typed by hand", None),), "typed by hand", None),
        ((stream("mpeg4", None), stream("a", Codec.H264)), "a", None),
    ],
)
def test_the_largest_moving_stream_is_the_main_one(
    streams: tuple[StreamRecord, ...], main: str, sub: str | None
) -> None:
    assert shown(*streams) == (main, sub)


def test_all_its_moving_streams_are_there_with_what_is_said_of_them() -> None:
    streams = (
        StreamRecord("rtsp://10.0.0.5/a", codec=Codec.H265, width=1920, height=1080),
        StreamRecord("rtsp://10.0.0.5/b", codec=Codec.H264, width=640, height=360, transport=Transport.UDP),
        StreamRecord("rtsp://10.0.0.5/jpeg", codec=Codec.MJPEG, width=640, height=360),
        StreamRecord("rtsp://10.0.0.5/c", codec=Codec.H265, width=3840),
    )
    camera = to_show(CameraRecord("Ngã Sáu", streams=streams), 1, "", None)
    assert [(each.source.url[-1], each.size, each.codec) for each in camera.streams] == [
        ("a", (1920, 1080), Codec.H265),
        ("b", (640, 360), Codec.H264),
        ("c", None, Codec.H265),
    ]
    assert camera.streams[1].source.transport is Transport.UDP


def test_without_a_stream_there_is_nothing_to_show() -> None:
    with pytest.raises(ValueError, match="Ngã Sáu has no stream"):
        to_show(CameraRecord("Ngã Sáu", streams=(StreamRecord(""),)), 1, "", None)


def test_it_is_called_as_people_call_it_and_opened_with_its_login() -> None:
    record = CameraRecord("Ngã Sáu – toàn cảnh", 12, "ngã tư chợ", streams=(stream("a", Codec.H264),))
    camera = to_show(record, 99, "Ngã Sáu", Credentials("admin", "secret"))
    assert (camera.number, camera.name, camera.site) == (12, "ngã tư chợ", "Ngã Sáu")
    assert camera.main.credentials == Credentials("admin", "secret")
    assert to_show(CameraRecord("x", streams=record.streams), 99, "", None).number == 99


def test_new_cameras_get_the_free_numbers_in_order() -> None:
    cameras = (CameraRecord("a"), CameraRecord("b", 1), CameraRecord("c"), CameraRecord("d", 3), CameraRecord("e"))
    assert [camera.number for camera in renumbered(cameras)] == [2, 1, 4, 3, 5]


@pytest.mark.parametrize("place", [(91.0, 0.0), (0.0, -181.0), (float("nan"), 0.0)])
def test_a_place_that_is_not_on_earth_is_refused(place: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match="no place on earth"):
        Position(*place)
