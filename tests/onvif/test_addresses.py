"""Addresses that devices tell lead home, and never to somebody else's host."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from wall.model.stream import parse_source
from wall.onvif.addresses import is_path_only, rewrite, rewrite_snapshot, with_port_of

REACHED = "http://10.1.2.3:8080/onvif/device_service"
HOME = "http://10.1.2.3:8080"


@pytest.mark.parametrize(
    ("told", "path", "is_elsewhere"),
    [
        (f"{HOME}/onvif/media", "/onvif/media", False),
        ("http://10.1.2.3/onvif/media", "/onvif/media", False),
        ("HTTP://10.1.2.3:8080/onvif/media", "/onvif/media", False),
        ("http://192.168.1.64/onvif/media", "/onvif/media", True),
        ("http://192.168.1.64:8080/onvif/media", "/onvif/media", True),
        ("http://10.1.2.3:80/onvif/media", "/onvif/media", True),
        ("http://10.1.2.3:0/onvif/media", "/onvif/media", False),
        ("http://10.1.2.3:99999/onvif/media", "/onvif/media", False),
        ("http://evil.example/onvif/media", "/onvif/media", True),
        ("http://10.1.2.3:8080@evil.example/onvif/media", "/onvif/media", True),
        ("https://10.1.2.3:8080/onvif/media", "/onvif/media", False),
        ("http://[fe80::1]/onvif/media", "/onvif/media", True),
        ("http://fe80::1/onvif/media", "/onvif/media", True),
        ("http://[fe80::1/onvif/media", "/onvif/media", True),
        ("http://{ip}:{port}/onvif/media", "/onvif/media", True),
        ("192.168.1.64:8000/onvif/media", "/onvif/media", True),
        ("//192.168.1.64/onvif/media", "/onvif/media", True),
        ("/onvif/media", "/onvif/media", False),
        ("//onvif/media", "/onvif/media", False),
        ("media", "/onvif/media", False),
        ("../media", "/media", False),
        ("http:///onvif/media", "/onvif/media", False),
        ("http:/onvif/media", "/onvif/media", False),
        ("http:\\\\10.1.2.3:8080\\onvif\\media", "/onvif/media", False),
        ("http://10.1.2.3:8080", "/", False),
        ("Subscription?Idx=5", "/onvif/Subscription?Idx=5", False),
        (f"{HOME}/a b/ü?x=1&amp;y=2&z=%20", "/a%20b/%C3%BC?x=1&y=2&z=%20", False),
        (f"\n  {HOME}/onvif/\n\tmedia \r\n", "/onvif/media", False),
        (f"{HOME}/snap?url=http://evil.example/", "/snap?url=http://evil.example/", False),
    ],
)
def test_a_service_is_where_the_device_was_reached(told: str, path: str, is_elsewhere: bool) -> None:
    assert rewrite(told, REACHED) == (HOME + path, is_elsewhere)


@pytest.mark.parametrize("told", ["", " ", "file:///etc/passwd", "javascript:alert(1)", "ftp://10.1.2.3/x", "x" * 5000])
def test_other_things_are_no_addresses(told: str) -> None:
    assert rewrite(told, REACHED) == ("", False)
    assert rewrite(told, REACHED, scheme="rtsp") == ("", False)
    assert rewrite_snapshot(told, REACHED) == ("", False)


def test_a_device_reached_safely_is_never_asked_otherwise() -> None:
    reached = "https://cam.example/onvif/device_service"
    assert rewrite("http://cam.example:80/onvif/media", reached) == ("https://cam.example/onvif/media", True)
    assert rewrite("https://CAM.example./onvif/media", reached) == ("https://cam.example/onvif/media", False)


@pytest.mark.parametrize(
    ("told", "url", "is_elsewhere"),
    [
        ("rtsp://10.1.2.3/live", "rtsp://10.1.2.3/live", False),
        ("rtsp://10.1.2.3:554/", "rtsp://10.1.2.3:554/", False),
        ("rtsp://10.1.2.3", "rtsp://10.1.2.3/", False),
        ("rtsp://192.168.1.64:8554/live", "rtsp://10.1.2.3:8554/live", True),
        ("rtsp://10.1.2.3:0/live", "rtsp://10.1.2.3/live", False),
        ("rtsp://0.0.0.0/live", "rtsp://10.1.2.3/live", True),
        ("rtsps://10.1.2.3:322/live", "rtsps://10.1.2.3:322/live", False),
        ("rtsp://admin:secret@10.1.2.3/live", "rtsp://10.1.2.3/live", False),
        ("rtsp://admin:p@ss@192.168.1.64/live", "rtsp://10.1.2.3/live", True),
        ("/live/ch 1", "rtsp://10.1.2.3/live/ch%201", False),
        ("live", "rtsp://10.1.2.3/live", False),
        ("192.168.1.64:554/live", "rtsp://10.1.2.3:554/live", True),
        ("rtsp://10.1.2.3/cam?channel=1&amp;subtype=0", "rtsp://10.1.2.3/cam?channel=1&subtype=0", False),
        ("rtsp://10.1.2.3/live#track", "rtsp://10.1.2.3/live", False),
    ],
)
def test_a_stream_is_on_the_host_that_was_reached(told: str, url: str, is_elsewhere: bool) -> None:
    assert rewrite(told, REACHED, scheme="rtsp") == (url, is_elsewhere)
    assert parse_source(url.replace("rtsps:", "rtsp:")).credentials is None


def test_ipv6_is_written_with_brackets_and_compared_by_meaning() -> None:
    reached = "http://[2001:db8::5]:8080/onvif/device_service"
    assert rewrite("rtsp://[2001:DB8:0::5]:554/live", reached) == ("rtsp://[2001:db8::5]:554/live", False)
    assert rewrite("rtsp://10.0.0.1/live", reached) == ("rtsp://[2001:db8::5]/live", True)
    assert rewrite("/onvif/media", reached) == ("http://[2001:db8::5]:8080/onvif/media", False)
    assert rewrite("http://10.1.2.3/x", "http://[::ffff:10.1.2.3]/y") == ("http://[::ffff:10.1.2.3]/x", False)


def test_a_snapshot_may_be_on_another_web_server_of_the_same_device() -> None:
    assert rewrite_snapshot("http://10.1.2.3:80/snap.jpg?a=1", REACHED) == ("http://10.1.2.3:80/snap.jpg?a=1", False)
    assert rewrite_snapshot("https://10.1.2.3/snap.jpg", REACHED) == ("https://10.1.2.3/snap.jpg", False)
    assert rewrite_snapshot("http://192.168.1.64/snap.jpg", REACHED) == (f"{HOME}/snap.jpg", True)
    assert rewrite_snapshot("/snap.jpg", REACHED) == (f"{HOME}/snap.jpg", False)
    assert rewrite_snapshot("http://me:secret@10.1.2.3/snap.jpg", REACHED) == ("http://10.1.2.3/snap.jpg", False)
    assert rewrite_snapshot("rtsp://10.1.2.3/live", REACHED) == ("", False)


ODD = st.text(st.sampled_from("htprs:/\\@[]?#&%.;1 x\n\t\u202e\u2100é"), max_size=60)
ADDRESS = st.builds("{}{}{}".format, st.sampled_from(["http://", "rtsp://", "https:", "//", ""]), ODD, ODD)


@given(told=st.one_of(ADDRESS, st.text(max_size=80)), scheme=st.sampled_from(["", "rtsp"]))
@example(told="http://evil.example\\@10.1.2.3/", scheme="")
@example(told="http://[::1]evil.example/", scheme="")
@example(told="http://\u2100.example/", scheme="")
def test_no_word_of_a_device_leads_elsewhere(told: str, scheme: str) -> None:
    for url in (rewrite(told, REACHED, scheme=scheme)[0], rewrite_snapshot(told, REACHED)[0]):
        if url:
            parts = urlsplit(url)
            assert parts.hostname == "10.1.2.3"
            assert parts.username is None
            assert parts.port is None or 0 < parts.port < 65536
            assert parts.scheme in ("http", "https", "rtsp", "rtsps")
            assert url.isascii() and url.isprintable() and " " not in url


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("rtsp://10.0.0.5/a?user=admin&password=s3cret&channel=1", "rtsp://10.0.0.5/a?channel=1"),
        ("rtsp://10.0.0.5/a?channel=1&PWD=s3cret&usr=x", "rtsp://10.0.0.5/a?channel=1"),
        ("rtsp://10.0.0.5/a?username=x", "rtsp://10.0.0.5/a"),
        ("rtsp://10.0.0.5/a?passthrough=1&superuser=2", "rtsp://10.0.0.5/a?passthrough=1&superuser=2"),
    ],
)
def test_a_login_in_the_query_is_left_out(told: str, kept: str) -> None:
    assert rewrite(told, "http://10.0.0.5/onvif/device_service") == (kept, False)


def test_where_only_the_path_is_told_the_port_is_that_of_the_other_streams() -> None:
    assert is_path_only("/1/sub", REACHED) and is_path_only("1/sub", REACHED)
    assert not is_path_only("rtsp://10.1.2.3/1/sub", REACHED)
    told = rewrite("/1/sub?a=1", REACHED, scheme="rtsp")[0]
    assert with_port_of(told, ["rtsp://10.1.2.3/x", "rtsp://10.1.2.3:8554/1/main"]) == "rtsp://10.1.2.3:8554/1/sub?a=1"
    assert with_port_of(told, ["rtsp://10.1.2.3/1/main"]) == with_port_of(told, []) == "rtsp://10.1.2.3/1/sub?a=1"
