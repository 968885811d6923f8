"""The WS-UsernameToken, held against the one that onvif-zeep makes."""

from __future__ import annotations

import base64
import hashlib
from datetime import UTC, datetime, timedelta

import pytest
from lxml import etree

from wall.model.stream import Credentials
from wall.onvif.contract import Contract
from wall.onvif.token import created_at, username_token

LOGIN = Credentials("quản lý <&>", "mật khẩu <&>")
NONCE = bytes(range(16))
NOW = datetime(2026, 11, 23, 2, 44, 12, tzinfo=UTC)


def leaves(security: etree._Element) -> dict[str, tuple[str | None, dict[str, str]]]:
    return {etree.QName(each).localname: (each.text, dict(each.attrib)) for each in security.iter() if not len(each)}


def test_it_is_that_of_onvif_zeep() -> None:
    Contract().parse()  # Imports onvif-zeep without its side effects.
    from onvif.client import UsernameDigestTokenDtDiff

    theirs = UsernameDigestTokenDtDiff(
        LOGIN.username,
        LOGIN.password,
        timedelta(hours=7),
        use_digest=True,
        nonce=NONCE.decode("latin-1"),
        created=NOW.replace(tzinfo=None),
    )
    envelope = etree.fromstring('<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body/></s:Envelope>')
    theirs.apply(envelope, {})
    security = envelope.find(".//{*}Security")
    assert security is not None
    ours = etree.fromstring(username_token(LOGIN, (NOW + timedelta(hours=7)).timestamp(), NONCE))
    assert ours.tag == security.tag
    mine, other = leaves(ours), leaves(security)
    for part in ("Username", "Nonce"):
        assert mine[part] == other[part]
    # The same moment; zeep writes UTC as +00:00, we as Z, which every camera understands.
    assert [datetime.fromisoformat(each["Created"][0] or "") for each in (mine, other)] == [
        NOW + timedelta(hours=7)
    ] * 2
    for each in (mine, other):
        created = each["Created"][0] or ""
        digest = hashlib.sha1(NONCE + created.encode() + LOGIN.password.encode()).digest()
        assert each["Password"][0] == base64.b64encode(digest).decode()
    assert mine["Password"][1] == other["Password"][1]


def test_its_time_is_the_devices() -> None:
    token = username_token(LOGIN, 0.9, NONCE)
    assert "<u:Created>1970-01-01T00:00:00Z</u:Created>" in token
    assert base64.b64encode(NONCE).decode() in token
    assert LOGIN.password not in token


@pytest.mark.parametrize(
    ("time_s", "text"),
    [(-1e12, "1970-01-01T00:00:00Z"), (1e15, "9999-12-31T23:59:59Z"), (NOW.timestamp() + 0.99, "2026-11-23T02:44:12Z")],
)
def test_any_time_can_be_written(time_s: float, text: str) -> None:
    assert created_at(time_s) == text
