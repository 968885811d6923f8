"""Envelopes, and what of them may be shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from wall.model.stream import Credentials
from wall.onvif.contract import Message
from wall.onvif.envelope import envelope, shown
from wall.onvif.token import username_token

PLAIN = Message("GetX", "urn:GetX", '<GetX xmlns="urn:x"/>', wants_addressing=False)
ADDRESSED = Message("GetX", "urn:GetX", '<GetX xmlns="urn:x"/>', wants_addressing=True)
TOKEN = username_token(Credentials("admin", "secret"), 0.0, b"0123456789abcdef")


def names(data: bytes) -> list[str]:
    return [etree.QName(each).localname for each in etree.fromstring(data).iter()]


def test_a_question_without_login_has_no_header() -> None:
    assert names(envelope(PLAIN, "http://x/", "", bytes)) == ["Envelope", "Body", "GetX"]


def test_addressing_says_where_and_what() -> None:
    root = etree.fromstring(envelope(ADDRESSED, "http://x/?a=1&b=2", TOKEN, bytes))
    assert root.findtext(".//{*}To") == "http://x/?a=1&b=2"
    assert root.findtext(".//{*}Action") == "urn:GetX"
    assert (root.findtext(".//{*}MessageID") or "").startswith("urn:uuid:")
    assert root.find(".//{*}UsernameToken") is not None


def test_what_proves_a_login_is_blank() -> None:
    sent = envelope(PLAIN, "http://x/", TOKEN, bytes)
    text = shown(sent)
    root, blank = etree.fromstring(sent), etree.fromstring(text.encode())
    for name in ("Password", "Nonce"):
        said = root.findtext(f".//{{*}}{name}")
        assert said and said not in text
        assert blank.findtext(f".//{{*}}{name}") == "…"
    assert blank.findtext(".//{*}Username") == "admin"


@pytest.mark.parametrize(
    "reply",
    [
        "<wsse:Password Type='x'>secret</wsse:Password>",
        "<PASSWORD>\n secret\n</PASSWORD>",
        "<Uri>rtsp://admin:secret@10.0.0.5/main</Uri>",
        "<Uri>rtsp://admin:se@secret@10.0.0.5/main</Uri>",
        "<Uri>rtsp://10.0.0.5/user=admin&amp;password=secret&amp;channel=1</Uri>",
        "<Uri>http://10.0.0.5/snap?pwd=secret</Uri>",
        "<Password>secret",
    ],
)
def test_a_reply_that_tells_a_login_is_shown_without(reply: str) -> None:
    text = shown(reply.encode())
    assert "secret" not in text
    assert "10.0.0.5" in text or "<" in text


@given(st.binary(max_size=200))
def test_anything_can_be_shown(data: bytes) -> None:
    assert isinstance(shown(data), str)
