"""An independent client gets from a login to a stream."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.simulator.running import UTCNOW_IS_OLD, Running, onvif_client, running_city
from tests.simulator.soap import MEDIA2, ask, texts

pytestmark = pytest.mark.filterwarnings(UTCNOW_IS_OLD)

UNICAST = {"Stream": "RTP-Unicast", "Transport": {"Protocol": "RTSP"}}


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running_city(tmp_path_factory.mktemp("clips")) as running:
        yield running


@pytest.fixture(scope="module")
def recorder(city: Running) -> Iterator[Any]:
    with onvif_client(city.port(city.first("recorder"))) as client:
        yield client.create_media_service()


@pytest.fixture(scope="module")
def fixed(city: Running) -> Iterator[Any]:
    with onvif_client(city.port(city.first("camera", "h264"))) as client:
        yield client.create_media_service()


def test_profiles_tell_codec_size_and_rate(fixed: Any) -> None:
    main, sub = fixed.GetProfiles()
    encoder = main.VideoEncoderConfiguration
    assert (encoder.Encoding, encoder.Resolution.Width, encoder.Resolution.Height) == ("H264", 1280, 720)
    assert (encoder.RateControl.FrameRateLimit, encoder.RateControl.BitrateLimit) == (15, 2048)
    assert sub.VideoEncoderConfiguration.Resolution.Width == 640


def test_stream_uris_are_the_cameras_own(city: Running, recorder: Any) -> None:
    cameras = city.city.cameras_of(city.first("recorder"))
    expected = [
        city.simulator.parts.addresses.rtsp_url(camera, stream.name) for camera in cameras for stream in camera.streams
    ]
    asked = [{"StreamSetup": UNICAST, "ProfileToken": p.token} for p in recorder.GetProfiles()]
    assert [recorder.GetStreamUri(one).Uri for one in asked] == expected


def test_snapshot_uris_tell_the_channel(city: Running, recorder: Any) -> None:
    last = recorder.GetProfiles()[-1]
    channel = len(city.first("recorder").channels)
    uri = recorder.GetSnapshotUri({"ProfileToken": last.token}).Uri
    assert uri == city.url(city.first("recorder"), f"snapshot/{channel}-sub")


def test_an_unknown_profile_has_no_stream(recorder: Any) -> None:
    with pytest.raises(Exception, match="there is no profile 'Profile_99'"):
        recorder.GetStreamUri({"StreamSetup": UNICAST, "ProfileToken": "Profile_99"})


def test_there_is_no_multicast(recorder: Any) -> None:
    setup = {"Stream": "RTP-Multicast", "Transport": {"Protocol": "UDP"}}
    with pytest.raises(Exception, match="no multicast"):
        recorder.GetStreamUri({"StreamSetup": setup, "ProfileToken": "Profile_1_main"})


def test_configurations_can_be_asked_for_one_by_one(fixed: Any) -> None:
    tokens = [configuration.token for configuration in fixed.GetVideoEncoderConfigurations()]
    one = fixed.GetVideoEncoderConfiguration({"ConfigurationToken": tokens[1]})
    assert (one.token, one.Resolution.Width) == (tokens[1], 640)
    assert fixed.GetProfile({"ProfileToken": "Profile_1_sub"}).Name == "Profile_1_sub"


def test_media_lists_h265_without_saying_so(city: Running) -> None:
    with onvif_client(city.port(city.first("camera", "h265"))) as client:
        media = client.create_media_service()
        main, _ = media.GetProfiles()
        assert main.VideoEncoderConfiguration is None
        asked = {"StreamSetup": UNICAST, "ProfileToken": main.token}
        assert media.GetStreamUri(asked).Uri.endswith("/1/main")


def test_media2_says_h265(city: Running) -> None:
    url = city.url(city.first("camera", "h265"), "onvif/media2_service")
    whole = ask(url, "GetProfiles", MEDIA2, "<Type>All</Type>")
    assert texts(whole, "Encoding") == ["H265", "H265"]
    assert texts(whole, "Width") == ["1280", "640"]
    bare = ask(url, "GetProfiles", MEDIA2)
    assert texts(bare, "Encoding") == []
    assert len(texts(bare, "Profiles")) == 2


def test_media2_gives_the_same_addresses(city: Running) -> None:
    device = city.first("recorder")
    url = city.url(device, "onvif/media2_service")
    profile = "<ProfileToken>Profile_2_sub</ProfileToken>"
    said = ask(url, "GetStreamUri", MEDIA2, f"<Protocol>RTSP</Protocol>{profile}")
    camera = city.city.cameras_of(device)[1]
    assert texts(said, "Uri") == [city.simulator.parts.addresses.rtsp_url(camera, "sub")]
    assert texts(ask(url, "GetSnapshotUri", MEDIA2, profile), "Uri") == [city.url(device, "snapshot/2-sub")]
