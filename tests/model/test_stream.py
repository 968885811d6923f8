"""An address becomes a source, and its password appears nowhere that anybody can read."""

import dataclasses
import traceback
from urllib.parse import quote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from wall.model.stream import Credentials, Source, Transport, parse_source

ADMIN = Credentials("admin", "s3cret")


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("rtsp://10.0.0.5/stream1", "rtsp://10.0.0.5/stream1"),
        ("  rtsp://10.0.0.5:8554/a/b?channel=1&subtype=0\n", "rtsp://10.0.0.5:8554/a/b?channel=1&subtype=0"),
        ("RTSP://Camera.Example/Stream", "rtsp://camera.example/Stream"),
        ("rtsp://10.0.0.5", "rtsp://10.0.0.5"),
        ("rtsp://10.0.0.5:554/", "rtsp://10.0.0.5:554/"),
        ("rtsp://10.0.0.5/live ch 1", "rtsp://10.0.0.5/live%20ch%201"),
        ("rtsp://10.0.0.5/stream@1", "rtsp://10.0.0.5/stream@1"),
        ("rtsp://10.0.0.5/cổng", "rtsp://10.0.0.5/cổng"),
        ("rtsp://[2001:db8::5]/a", "rtsp://[2001:db8::5]/a"),
        ("rtsp://[2001:db8::5]:8554/a", "rtsp://[2001:db8::5]:8554/a"),
        ("rtsp://admin:s3cret@[::1]:8554/a", "rtsp://[::1]:8554/a"),
        ("rtsp://10.0.0.5/a\r\nX-Header: 1", "rtsp://10.0.0.5/aX-Header:%201"),
        ("rtsp://10.0.0.5/a#b", "rtsp://10.0.0.5/a"),
    ],
)
def test_what_a_person_types(typed: str, url: str) -> None:
    assert parse_source(typed).url == url


@pytest.mark.parametrize(
    ("typed", "login"),
    [
        ("rtsp://h/a", None),
        ("rtsp://admin@h/a", Credentials("admin", "")),
        ("rtsp://admin:s3cret@h/a", ADMIN),
        ("rtsp://admin:p%40ss%2Fw%3A@h/a", Credentials("admin", "p@ss/w:")),
        ("rtsp://admin:p@ss@h/a", Credentials("admin", "p@ss")),
        ("rtsp://admin:pass word@h/a", Credentials("admin", "pass word")),
        ("rtsp://:s3cret@h/a", Credentials("", "s3cret")),
        ("rtsp://C%C3%B4ng%20an:m%E1%BA%ADt@h/a", Credentials("Công an", "mật")),
    ],
)
def test_a_login_moves_out_of_the_address(typed: str, login: Credentials | None) -> None:
    source = parse_source(typed)
    assert source.credentials == login
    assert source.url == "rtsp://h/a"


def test_a_login_given_separately_wins() -> None:
    source = parse_source("rtsp://other:wrong@h/a", ADMIN, Transport.UDP)
    assert source == Source("rtsp://h/a", ADMIN, Transport.UDP)


BAD = [
    "",
    "   ",
    "rtsp://",
    "rtsp:///path",
    "rtsp://:554/a",
    "10.0.0.5/stream1",
    "http://admin:s3cret@10.0.0.5/a",
    "rtsps://admin:s3cret@10.0.0.5/a",
    "admin:s3cret@10.0.0.5/a",
    "rtsp//admin:s3cret@10.0.0.5/a",
    "rtsp:/admin:s3cret@10.0.0.5/a",
    "rtsp://admin:s3cret@10.0.0.5:port/a",
    "rtsp://admin:s3cret@10.0.0.5:99999/a",
    "rtsp://admin:s3cret@10.0.0.5:-1/a",
    "rtsp://admin:s3cret@[::1/a",
    "rtsp://admin:s3cret@[10.0.0.5]/a",
    "rtsp://admin:s3cret/@10.0.0.5/a",
    "rtsp://admin:s3cret#@10.0.0.5/a",
    "rtsp://admin:12#s3cret@10.0.0.5/a",
    "rtsp://admin:s3cret?@10.0.0.5/a",
    "http://admin:s3cret://x@10.0.0.5/a",
    "http://admin:x://s3cret@10.0.0.5/a",
    "rtsp://admin:s3cret@a..b/",
    "rtsp://admin:s3cret@" + "a" * 64 + ".example/",
    "rtsp://admin:s3cret@10.0.0.5/\ud800",
    "rtsp://admin:s3cret@10.0.0.5/" + "a" * 100_000,
    "rtsp://admin:" + "s3cret" * 10_000 + "@10.0.0.5/",
]


@pytest.mark.parametrize("typed", BAD, ids=lambda typed: ascii(typed[:40]))
def test_odd_input_is_refused_without_telling_the_password(typed: str) -> None:
    with pytest.raises(ValueError) as caught:
        parse_source(typed)
    told = "".join(traceback.format_exception(caught.value))
    assert "s3cret" not in told.split("test_stream.py")[-1]
    assert 0 < len(str(caught.value)) < 400


def test_the_address_is_told_when_it_is_refused() -> None:
    with pytest.raises(ValueError, match=r"must look like rtsp://.*not: http://10\.0\.0\.5/a"):
        parse_source("http://admin:s3cret@10.0.0.5/a")


def test_a_login_that_no_camera_can_have_is_refused() -> None:
    with pytest.raises(ValueError, match="too long") as caught:
        parse_source("rtsp://h/a", Credentials("admin", "s3cret" * 1000))
    assert "s3cret" not in str(caught.value)


# Neither a part of the address nor of any message.
SECRETS = st.text(st.characters(codec="utf-8"), min_size=6, max_size=40).map(lambda text: f"§{text}§")


@given(user=st.text(st.characters(codec="utf-8"), min_size=1, max_size=20), password=SECRETS)
@example(user="a", password="§%00§")
def test_a_quoted_login_survives_and_is_never_shown(user: str, password: str) -> None:
    typed = f"rtsp://{quote(user, safe='')}:{quote(password, safe='')}@10.0.0.5:8554/a"
    source = parse_source(typed)
    assert source.credentials == Credentials(user, password)
    assert source.url == "rtsp://10.0.0.5:8554/a"
    for shown in (repr(source), str(source), repr(source.credentials), f"{[source]}"):
        assert password not in shown and quote(password, safe="") not in shown


@given(st.text(max_size=60).map(lambda text: f"rtsp://admin:§geheim§{text}"))
def test_whatever_follows_the_password_does_not_bring_it_out(typed: str) -> None:
    """A login is what stands before the last "@"; where there is none, there is no password to hide."""
    if "@" not in typed:
        return
    try:
        source = parse_source(typed)
    except ValueError as error:
        assert "§geheim§" not in str(error)
        assert error.__cause__ is None and (error.__context__ is None or error.__suppress_context__)
    else:
        assert "§geheim§" not in repr(source) and "§geheim§" not in source.url


@given(st.text(max_size=80))
def test_any_text_is_a_source_or_a_value_error(typed: str) -> None:
    try:
        source = parse_source(typed)
    except ValueError:
        return
    assert source.url.startswith("rtsp://")
    assert parse_source(source.url).url == source.url


def test_a_source_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Source("rtsp://h/a").url = "rtsp://h/b"  # type: ignore[misc]
