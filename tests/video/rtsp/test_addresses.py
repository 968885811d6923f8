"""Which address a request must name."""

import pytest

from wall.video.rtsp.addresses import base_address, control_address
from wall.video.rtsp.message import Headers

DAHUA = "rtsp://10.0.0.1/cam/realmonitor?channel=1&subtype=0"


@pytest.mark.parametrize(
    ("base", "control", "address"),
    [
        ("rtsp://h/live", "track1", "rtsp://h/live/track1"),
        ("rtsp://h/live/", "track1", "rtsp://h/live/track1"),
        ("rtsp://h/live", "", "rtsp://h/live"),
        ("rtsp://h/live/", "*", "rtsp://h/live/"),
        (f"{DAHUA}/", "trackID=0", f"{DAHUA}/trackID=0"),
        (DAHUA, "trackID=0", f"{DAHUA}/trackID=0"),
        ("rtsp://h:8554/live", "/media/1", "rtsp://h:8554/media/1"),
        ("rtsp://h/live", "rtsp://192.168.1.5:554/x/track1", "rtsp://192.168.1.5:554/x/track1"),
        ("rtsp://h/live", "RTSP://h/x", "RTSP://h/x"),
        ("rtsp://h/live", "đường 1", "rtsp://h/live/%C4%91%C6%B0%E1%BB%9Dng%201"),
    ],
)
def test_control(base: str, control: str, address: str) -> None:
    assert control_address(base, control) == address


@pytest.mark.parametrize(
    ("lines", "base"),
    [
        ((), "rtsp://h/asked"),
        ((("content-base", "rtsp://h/base/"),), "rtsp://h/base/"),
        ((("content-location", "rtsp://h/there"), ("content-base", "/relative")), "rtsp://h/there"),
        ((("content-base", "http://h/"),), "rtsp://h/asked"),
    ],
)
def test_base(lines: tuple[tuple[str, str], ...], base: str) -> None:
    assert base_address("rtsp://h/asked", Headers(lines)) == base
