"""The WS-UsernameToken with a password digest, made at the device's own time (WSS UsernameToken Profile 1.0, 3.1).

The same token as onvif-zeep's `UsernameDigestTokenDtDiff`, as text instead of a tree: the requests around it are kept
as text too. A test holds the two against each other.
"""

from __future__ import annotations

import base64
import hashlib
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from wall.model.stream import Credentials

_WSS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss"
_SECEXT = f"{_WSS}-wssecurity-secext-1.0.xsd"
_UTILITY = f"{_WSS}-wssecurity-utility-1.0.xsd"
_DIGEST = f"{_WSS}-username-token-profile-1.0#PasswordDigest"
_BASE64 = f"{_WSS}-soap-message-security-1.0#Base64Binary"
_FIRST_S, _LAST_S = 0.0, 253_402_300_799.0


def username_token(login: Credentials, device_time_s: float, nonce: bytes) -> str:
    """The security header's XML. `device_time_s` is Unix time by the device's clock; `nonce` 16 fresh random bytes."""
    created = created_at(device_time_s)
    digest = hashlib.sha1(nonce + created.encode() + login.password.encode(), usedforsecurity=False).digest()
    return (
        f'<w:Security xmlns:w="{_SECEXT}" xmlns:u="{_UTILITY}"><w:UsernameToken>'
        f"<w:Username>{escape(login.username)}</w:Username>"
        f'<w:Password Type="{_DIGEST}">{base64.b64encode(digest).decode()}</w:Password>'
        f'<w:Nonce EncodingType="{_BASE64}">{base64.b64encode(nonce).decode()}</w:Nonce>'
        f"<u:Created>{created}</u:Created></w:UsernameToken></w:Security>"
    )


def created_at(time_s: float) -> str:
    """Such as 2026-11-23T02:44:12Z; kept within the years that can be written."""
    return f"{datetime.fromtimestamp(min(max(time_s, _FIRST_S), _LAST_S), UTC):%Y-%m-%dT%H:%M:%SZ}"
