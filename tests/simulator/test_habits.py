"""Each habit shows in the answers of the make that has it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import httpx
import pytest
from lxml import etree

from tests.simulator.caller import Answer
from tests.simulator.running import Running, running_city
from tests.simulator.soap import DEVICE, EVENTS, MEDIA, MEDIA2, NOTIFICATION, PTZ, action, envelope, post, token
from tests.simulator.tolerant import STREAM, ask, elements, texts, tokens
from wall.simulator.city import Device
from wall.simulator.devices import MAKES, make_called
from wall.simulator.parts import DEMO_PASSWORD, DEMO_USER

Cities = Callable[[str], Running]
WHO = ("GetDeviceInformation", DEVICE, "")
SERVICES = ("GetServices", DEVICE, "")
PROFILES = ("GetProfiles", MEDIA, "")
PROFILES2 = ("GetProfiles", MEDIA2, "<Type>All</Type>")


@pytest.fixture(scope="module")
def cities(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cities]:
    """A small city of the make named."""
    with ExitStack() as stack:
        cache = tmp_path_factory.mktemp("clips")
        cities = {
            make.maker.lower().replace(" ", "-"): stack.enter_context(running_city(cache, make=make, habits=True))
            for make in MAKES
        }
        yield cities.__getitem__


def one(city: Running, question: tuple[str, str, str], device: Device | None = None) -> Answer:
    """The answer of one device, a camera with H.264 if none is named."""
    (answer,) = ask(city.url(device or city.first("camera", "h264")), question)
    return answer


def bare(city: Running, name: str, namespace: str = DEVICE, header: str = "") -> httpx.Response:
    """The answer to a call without more of a login than `header`."""
    return post(city.url(city.first("camera", "h264")), envelope(action(name, namespace), header))


def test_default_namespaces_without_prefixes(cities: Cities) -> None:
    answer = one(cities("song-cau"), PROFILES)
    assert not re.search(rb"</?\w+:", answer.body)
    names = {element.tag for element in etree.fromstring(answer.body).iter()}
    assert {f"{{{MEDIA}}}Profiles", "{http://www.onvif.org/ver10/schema}Resolution"} <= names


def test_two_and_a_half_kilobytes_of_declarations(cities: Cities) -> None:
    answer = one(cities("axiom-nord"), WHO)
    assert len(re.findall(rb' xmlns:\w+="[^"]*"', answer.body)) > 40
    assert answer.body.index(b"Body") > 2500
    assert next(elements(answer, "Header")).tag.startswith("{http://www.w3.org/2003/05/soap-envelope}")


def test_an_undeclared_prefix(cities: Cities) -> None:
    answer = one(cities("kinh-bac"), PROFILES)
    with pytest.raises(etree.XMLSyntaxError, match="Namespace prefix tt"):
        etree.fromstring(answer.body)
    assert texts(answer, "Width")


def test_a_namespace_that_does_not_exist_and_elements_that_should(cities: Cities) -> None:
    answer = one(cities("thang-long"), PROFILES)
    width = next(elements(answer, "Width"))
    assert width.tag == "{http://www.onvif.org/ver20/schema}Width"
    assert texts(answer, "UseCount") == []
    who = one(cities("thang-long"), WHO)
    assert texts(who, "SerialNumber")
    assert not list(elements(who, "HardwareId"))


def test_the_security_header_comes_back(cities: Cities) -> None:
    answer = one(cities("reoview"), WHO)
    assert texts(answer, "Username") == [DEMO_USER]
    assert etree.fromstring(answer.body).find("{*}Header/{*}Security/{*}UsernameToken/{*}Nonce") is not None


def test_no_get_services_and_an_empty_response_in_its_place(cities: Cities) -> None:
    answer = one(cities("song-cau"), SERVICES)
    assert answer.status == 200
    (response,) = elements(answer, "GetServicesResponse")
    assert len(response) == 0
    assert texts(one(cities("song-cau"), ("GetCapabilities", DEVICE, "")), "XAddr")


def test_no_media2_although_h265(cities: Cities) -> None:
    city = cities("song-cau")
    camera = city.first("camera", "h265")
    assert texts(one(city, PROFILES, camera), "Encoding") == ["H265", "H265"]
    assert tokens(one(city, PROFILES2, camera)) == []


def test_media2_lists_only_h265(cities: Cities) -> None:
    city = cities("meridian")
    assert tokens(one(city, PROFILES2, city.first("camera", "h264"))) == []
    assert texts(one(city, PROFILES2, city.first("camera", "h265")), "Encoding") == ["H265", "H265"]


def test_an_advertised_service_is_a_404(cities: Cities) -> None:
    city = cities("reoview")
    listed = texts(one(city, SERVICES), "XAddr")
    dead = [address for address in listed if "media2" in address]
    assert [httpx.post(address, content=b"", trust_env=False).status_code for address in dead] == [404]


def test_an_html_page_stands_where_a_service_should_be(cities: Cities) -> None:
    address = next(a for a in texts(one(cities("dong-son-vision"), SERVICES), "XAddr") if "analytics" in a)
    page = httpx.post(address, content=b"", trust_env=False)
    assert (page.status_code, page.headers["Content-Type"]) == (200, "text/html")


def test_addresses_of_a_foreign_network(cities: Cities) -> None:
    city = cities("lotus-optics")
    assert all(a.startswith("http://192.168.1.108:80/onvif/") for a in texts(one(city, SERVICES), "XAddr"))
    camera = city.first("camera", "h264")
    profile = f"<ProfileToken>{tokens(one(city, PROFILES, camera))[0]}</ProfileToken>"
    (uri,) = texts(one(city, ("GetStreamUri", MEDIA, STREAM + profile), camera), "Uri")
    assert uri.startswith(f"rtsp://192.168.1.108:{city.simulator.parts.addresses.rtsp[camera.number]}/1/main?")
    (picture,) = texts(one(city, ("GetSnapshotUri", MEDIA, profile), camera), "Uri")
    assert picture == "http://192.168.1.108:80/snapshot/1"


def stream_uris(city: Running) -> list[str]:
    """Of main and sub."""
    profiles = tokens(one(city, PROFILES))[:2]
    questions = [("GetStreamUri", MEDIA, f"{STREAM}<ProfileToken>{each}</ProfileToken>") for each in profiles]
    return [uri for answer in ask(city.url(city.first("camera", "h264")), *questions) for uri in texts(answer, "Uri")]


def test_ampersands_spaces_and_halves_of_addresses(cities: Cities) -> None:
    assert "&profile=main" in stream_uris(cities("dong-son-vision"))[0]
    assert "&amp;unicast" in stream_uris(cities("thang-long"))[0]
    assert "?name=Kenh 1 main" in stream_uris(cities("kinh-bac"))[0]
    main, sub = stream_uris(cities("song-cau"))
    assert main.startswith("rtsp://")
    assert sub == "/1/sub"


@pytest.mark.parametrize(
    ("make", "status", "is_soap"),
    [
        ("dong-son-vision", 400, True),
        ("lotus-optics", 401, False),
        ("song-cau", 200, True),
        ("meridian", 400, True),
        ("reoview", 400, True),
        ("kinh-bac", 500, True),
    ],
)
def test_a_refused_login_has_many_shapes(cities: Cities, make: str, status: int, is_soap: bool) -> None:
    city = cities(make)
    good = DEMO_PASSWORD
    answer = bare(city, "GetDeviceInformation", header=token(f"{good}-wrong"))
    assert (answer.status_code, b"not authorized" in answer.content) == (status, is_soap)
    assert "WWW-Authenticate" not in answer.headers


@pytest.mark.parametrize("make", ["axiom-nord", "thang-long"])
def test_http_digest_only(cities: Cities, make: str) -> None:
    answer = bare(cities(make), "GetDeviceInformation", header=token())
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith("Digest ")
    url = cities(make).url(cities(make).first("camera"))
    auth = httpx.DigestAuth(DEMO_USER, DEMO_PASSWORD)
    assert post(url, envelope(action("GetDeviceInformation")), auth).status_code == 200


def test_a_make_refuses_even_what_is_open_elsewhere(cities: Cities) -> None:
    for name in ("GetSystemDateAndTime", "GetServices", "GetCapabilities"):
        assert bare(cities("thang-long"), name).status_code == 401


@pytest.mark.parametrize(("make", "status"), [("song-cau", 200), ("reoview", 400)])
def test_ws_security_only(cities: Cities, make: str, status: int) -> None:
    answer = bare(cities(make), "GetDeviceInformation")
    assert (answer.status_code, "WWW-Authenticate" in answer.headers) == (status, False)
    assert b"SerialNumber" not in answer.content


def test_the_clock_is_told_after_a_login_only_but_stands_in_the_head(cities: Cities) -> None:
    city = cities("reoview")
    answer = bare(city, "GetSystemDateAndTime")
    assert (answer.status_code, b"UTCDateTime" in answer.content) == (400, False)
    own_s = city.unit_of(city.first("camera", "h264")).unit.now_s()
    assert abs(parsedate_to_datetime(answer.headers["Date"]).timestamp() - own_s) < 30


def test_a_date_that_is_none(cities: Cities) -> None:
    answer = one(cities("song-cau"), ("GetSystemDateAndTime", DEVICE, ""))
    assert [texts(answer, part)[0] for part in ("Year", "Month", "Day")] == ["2022", "13", "45"]


@pytest.mark.parametrize(
    ("make", "every", "year_or_hours"), [("lotus-optics", 4, 2017), ("reoview", 4, 1970), ("dong-son-vision", 4, 7)]
)
def test_some_clocks_are_off(cities: Cities, make: str, every: int, year_or_hours: int) -> None:
    city = cities(make)
    for device in city.city.devices[: every + 1]:
        date = parsedate_to_datetime(httpx.get(city.url(device), trust_env=False).headers["Date"])
        ahead = date - datetime.now(UTC)
        if device.number % every:
            assert abs(ahead) < timedelta(seconds=30)
        elif year_or_hours > 1000:
            assert date.year == year_or_hours
        else:
            assert abs(ahead - timedelta(hours=year_or_hours)) < timedelta(seconds=30)


def test_strict_and_lenient_clocks(cities: Cities) -> None:
    old = token(at=datetime.now(UTC) - timedelta(seconds=30))
    assert bare(cities("dong-son-vision"), "GetDeviceInformation", header=old).status_code == 400
    assert b"SerialNumber" in bare(cities("song-cau"), "GetDeviceInformation", header=old).content


def test_a_recorder_of_16_channels_has_36_profiles(tmp_path_factory: pytest.TempPathFactory) -> None:
    make = make_called("dong-son-vision")
    with running_city(tmp_path_factory.mktemp("clips"), 320, 40, make=make, habits=True) as city:
        big = next(device for device in city.city.devices if len(device.channels) == 16)
        answer = one(city, PROFILES, big)
    profiles = list(elements(answer, "Profiles"))
    assert len(profiles) == 36
    unfinished = [profile for profile in profiles if profile.find("{*}VideoSourceConfiguration") is None]
    assert [len(profile) for profile in unfinished] == [1, 1, 1, 1]


def test_profiles_that_are_unfinished_or_jpeg_or_told_twice(cities: Cities) -> None:
    assert texts(one(cities("meridian"), PROFILES), "Encoding") == ["H264", "H264", "JPEG"]
    twice = tokens(one(cities("kinh-bac"), PROFILES))
    assert twice[0] == twice[-1] != twice[1]
    assert "User_1" in tokens(one(cities("dong-son-vision"), PROFILES))


@pytest.mark.parametrize(("make", "profile"), [("meridian", "jpeg_1"), ("dong-son-vision", "User_1")])
def test_some_profiles_have_no_stream(cities: Cities, make: str, profile: str) -> None:
    inner = f"{STREAM}<ProfileToken>{profile}</ProfileToken>"
    answer = one(cities(make), ("GetStreamUri", MEDIA, inner))
    assert (answer.status, b"IncompleteConfiguration" in answer.body) == (500, True)


def test_a_channel_that_media_forgets_and_media2_does_not(cities: Cities) -> None:
    city = cities("kinh-bac")
    recorder = city.first("recorder")
    assert not [each for each in tokens(one(city, PROFILES, recorder)) if each.startswith("ch02")]
    assert [each for each in tokens(one(city, PROFILES2, recorder)) if each.startswith("ch02")]


def test_a_size_that_is_not_the_streams(cities: Cities) -> None:
    assert texts(one(cities("dong-son-vision"), PROFILES), "Width") == ["1920", "640"]


def test_presets_without_names_and_a_status_without_position(cities: Cities) -> None:
    for make, call, missing in (("dong-son-vision", "GetPresets", "Name"), ("song-cau", "GetStatus", "Position")):
        city = cities(make)
        dome = city.first("dome")
        profile = f"<ProfileToken>{tokens(one(city, PROFILES, dome))[0]}</ProfileToken>"
        answer = one(city, (call, PTZ, profile), dome)
        assert answer.status == 200
        assert texts(answer, missing) == []
        assert tokens(answer, "Preset") == ["1", "2", "3"] or texts(answer, "MoveStatus")


def test_unknown_calls(cities: Cities) -> None:
    empty = one(cities("song-cau"), ("GetStorageState", DEVICE, ""))
    assert (empty.status, len(list(elements(empty, "GetStorageStateResponse")))) == (200, 1)
    silent = one(cities("kinh-bac"), ("GetRelayOutputs", DEVICE, ""))
    assert (silent.status, silent.body) == (500, b"")
    told = one(cities("reoview"), ("GetRelayOutputs", DEVICE, ""))
    assert (told.status, b"not implemented" in told.body) == (400, True)


def test_a_fault_that_claims_success(cities: Cities) -> None:
    answer = one(cities("song-cau"), ("GetSnapshotUri", MEDIA, "<ProfileToken>nix</ProfileToken>"))
    assert (answer.status, list(texts(answer, "Value"))[-1]) == (200, "ter:NoProfile")


def test_answers_in_chunks_and_to_the_end_of_the_connection(cities: Cities) -> None:
    chunked = one(cities("axiom-nord"), WHO)
    assert chunked.headers["transfer-encoding"] == "chunked"
    closed = one(cities("song-cau"), WHO)
    assert closed.headers["connection"] == "close"
    assert "content-length" not in closed.headers
    assert httpx.get(cities("song-cau").url(cities("song-cau").first("camera"))).http_version == "HTTP/1.0"


def test_topics_and_relays_differ(cities: Cities) -> None:
    events = ("GetEventProperties", "http://www.onvif.org/ver10/events/wsdl", "")
    assert list(elements(one(cities("reoview"), events), "DogCat"))
    assert list(elements(one(cities("dong-son-vision"), events), "LineDetector"))
    assert tokens(one(cities("lotus-optics"), ("GetRelayOutputs", DEVICE, "")), "RelayOutputs") == [
        "Output_1",
        "Output_2",
    ]


def test_too_many_sessions_is_told_in_the_makes_own_way(cities: Cities) -> None:
    for make, status in (("song-cau", 200), ("meridian", 503), ("axiom-nord", 503)):
        city = cities(make)
        with city.fault("sessions-full", city.first("camera", "h264")):
            answer = one(city, WHO)
        assert (answer.status, b"BlockedThreadUpperLimit" in answer.body) == (status, True)


def test_who_subscribes_again_goes_on_with_the_one_that_there_is(cities: Cities) -> None:
    """One that died has made room: its successor has the same address, and speaks."""
    city = cities("kinh-bac")
    pull = ("PullMessages", EVENTS, "<Timeout>PT0S</Timeout><MessageLimit>99</MessageLimit>")
    subscribe = ("CreatePullPointSubscription", EVENTS, "")
    device = city.first("camera", "h264")
    one(city, subscribe, device)
    one(city, subscribe, device)
    assert len(city.unit_of(device).unit.pull_points) == 1
    assert list(elements(one(city, pull, device), "NotificationMessage"))
    with city.fault("events-silent", device):
        one(city, ("SetSynchronizationPoint", EVENTS, ""), device)
        assert not list(elements(one(city, pull, device), "NotificationMessage"))
        one(city, subscribe, device)
        assert list(elements(one(city, pull, device), "NotificationMessage"))
    refused = one(city, ("Renew", NOTIFICATION, "<TerminationTime>PT60S</TerminationTime>"), device)
    assert (refused.status, list(texts(refused, "Value"))[-1]) == (500, "wsrf-rw:ResourceUnavailableFault")
