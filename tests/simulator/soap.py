"""SOAP by hand: for what a good client would never send, and for Media2, unknown to onvif-zeep."""

from __future__ import annotations

import base64
import hashlib
from datetime import UTC, datetime

import httpx
from lxml import etree

from wall.simulator.parts import DEMO_PASSWORD, DEMO_USER

_WSSE = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"
_WSU = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd"
_DIGEST = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordDigest"

DEVICE = "http://www.onvif.org/ver10/device/wsdl"
MEDIA = "http://www.onvif.org/ver10/media/wsdl"
MEDIA2 = "http://www.onvif.org/ver20/media/wsdl"
EVENTS = "http://www.onvif.org/ver10/events/wsdl"
NOTIFICATION = "http://docs.oasis-open.org/wsn/b-2"
PTZ = "http://www.onvif.org/ver20/ptz/wsdl"


def token(
    password: str = DEMO_PASSWORD,
    *,
    user: str = DEMO_USER,
    at: datetime | None = None,
    nonce: str = "bm9uY2U=",
    kind: str = _DIGEST,
) -> str:
    """A WS-UsernameToken header."""
    created = (at or datetime.now(UTC)).strftime("%Y-%m-%dT%H:%M:%SZ")
    secret = base64.b64decode(nonce + "===") + created.encode() + password.encode()
    digest = base64.b64encode(hashlib.sha1(secret, usedforsecurity=False).digest()).decode()
    return (
        f'<w:Security xmlns:w="{_WSSE}"><w:UsernameToken><w:Username>{user}</w:Username>'
        f'<w:Password Type="{kind}">{digest}</w:Password><w:Nonce>{nonce}</w:Nonce>'
        f'<u:Created xmlns:u="{_WSU}">{created}</u:Created></w:UsernameToken></w:Security>'
    )


def envelope(body: str, header: str = "") -> bytes:
    """A SOAP 1.2 request."""
    return (
        '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope">'
        f"<s:Header>{header}</s:Header><s:Body>{body}</s:Body></s:Envelope>"
    ).encode()


def action(name: str, namespace: str = DEVICE, inner: str = "") -> str:
    """The body of a call."""
    return f'<{name} xmlns="{namespace}">{inner}</{name}>'


def post(url: str, content: bytes, auth: httpx.Auth | None = None) -> httpx.Response:
    """Send it."""
    # Reading the certificates of the whole web takes longer than the call, and nobody here has one of them.
    with httpx.Client(trust_env=False, timeout=20, auth=auth, verify=False) as client:
        return client.post(url, content=content)


def ask(url: str, name: str, namespace: str = DEVICE, inner: str = "") -> etree._Element:
    """Call with a good login; the answer's body element."""
    response = post(url, envelope(action(name, namespace, inner), token()))
    assert response.status_code == 200, response.text
    return body_of(response)


def body_of(response: httpx.Response) -> etree._Element:
    """The element in an answer's body."""
    body = etree.fromstring(response.content).find("{*}Body")
    assert body is not None
    return body[0]


def texts(element: etree._Element, name: str) -> list[str]:
    """The texts of every element with that local name."""
    return [found.text or "" for found in element.iter("{*}" + name)]


def fault_of(response: httpx.Response) -> list[str]:
    """The codes of a SOAP fault, outermost first."""
    return texts(body_of(response), "Value")
