"""Cameras with other streams than the usual two: more of them, of other sizes, and not what they say they are."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.simulator.running import UTCNOW_IS_OLD, Running, onvif_client, running_city
from wall.simulator.city import StreamSpec, build_city
from wall.simulator.streams import parse_streams, with_streams

pytestmark = pytest.mark.filterwarnings(UTCNOW_IS_OLD)

STREAMS = "640x360,160x90:640x360,1280x720"
"""The small one says that it is larger, the third one is the largest."""


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running_city(tmp_path_factory.mktemp("clips"), streams=parse_streams(STREAMS)) as running:
        yield running


def test_they_are_read_as_somebody_types_them() -> None:
    main, sub, third = parse_streams(STREAMS)
    assert main == StreamSpec("main", "", 640, 360, 15, 512, (640, 360))
    assert (sub.name, sub.width, sub.height, sub.said) == ("sub", 160, 90, (640, 360))
    assert (third.name, third.kbit_s) == ("third", 2048)


@pytest.mark.parametrize("text", ["", "640x360", "640,360", "640x361,320x180", "2x2,3x3", ",".join(["640x360"] * 5)])
def test_what_makes_no_sense_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="640x360"):
        parse_streams(text)


def test_each_camera_keeps_its_codec() -> None:
    usual = build_city(20, 5)
    other = with_streams(usual, parse_streams(STREAMS))
    for before, after in zip(usual.cameras, other.cameras, strict=True):
        assert [each.codec for each in after.streams] == [before.streams[0].codec] * 3


@pytest.mark.parametrize("kind", ["camera", "recorder"])
def test_an_independent_client_is_told_what_the_camera_says(city: Running, kind: str) -> None:
    device = city.first(kind, "h264")
    with onvif_client(city.port(device)) as client:
        media = client.create_media_service()
        profiles = media.GetProfiles()
        sizes = [each.VideoEncoderConfiguration.Resolution for each in profiles]
        setup = {"Stream": "RTP-Unicast", "Transport": {"Protocol": "RTSP"}}
        urls = [media.GetStreamUri({"StreamSetup": setup, "ProfileToken": each.token}).Uri for each in profiles]
    channels = len(device.channels)
    assert [(each.Width, each.Height) for each in sizes] == [(640, 360), (640, 360), (1280, 720)] * channels
    assert [url.rpartition("/")[2] for url in urls] == ["main", "sub", "third"] * channels
    assert len({each.token for each in profiles}) == 3 * channels
