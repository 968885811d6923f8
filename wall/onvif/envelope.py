"""SOAP 1.2 envelopes around the contract's messages, and what of them an engineer may see."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from xml.sax.saxutils import escape

from wall.onvif.contract import Message

_SOAP = "http://www.w3.org/2003/05/soap-envelope"
_ADDRESSING = "http://www.w3.org/2005/08/addressing"
_BLANK = "…"
_PROOFS = re.compile(r"(<(?:[\w.-]+:)?(Password|Nonce|BinarySecurityToken)\b[^<>]*>)[^<]*", re.IGNORECASE)
_URL_LOGINS = re.compile(r"(\w://)[^\s/<>\"'@]*(?:@[^\s/<>\"'@]*)*@")
_URL_PASSWORDS = re.compile(r"((?:password|passwd|pwd|pass|user|usr)=)[^&;\s<>\"']+", re.IGNORECASE)
_MOST_SHOWN = 256 * 1024


def soap_headers(message: Message) -> str:
    """The HTTP header lines of a call (SOAP 1.2 part 2, section 7.1.4)."""
    return f'Content-Type: application/soap+xml; charset=utf-8; action="{message.action}"\r\n'


def envelope(message: Message, url: str, security: str, random_bytes: Callable[[int], bytes]) -> bytes:
    """The whole request. `security` is the XML of a security header, or empty."""
    header = security
    if message.wants_addressing:
        header += _addressing(message, url, uuid.UUID(bytes=random_bytes(16), version=4))
    head = f"<s:Header>{header}</s:Header>" if header else ""
    return f'<s:Envelope xmlns:s="{_SOAP}">{head}<s:Body>{message.body}</s:Body></s:Envelope>'.encode()


def _addressing(message: Message, url: str, identity: uuid.UUID) -> str:
    """WS-Addressing 1.0, as ONVIF Core section 9 wants it for events."""
    return (
        f'<a:Action xmlns:a="{_ADDRESSING}">{escape(message.action)}</a:Action>'
        f'<a:MessageID xmlns:a="{_ADDRESSING}">urn:uuid:{identity}</a:MessageID>'
        f'<a:To xmlns:a="{_ADDRESSING}">{escape(url)}</a:To>{message.parameters}'
    )


def shown(data: bytes) -> str:
    """A request or a reply as text in which everything that proves a login is blank, even where it is echoed."""
    text = data[:_MOST_SHOWN].decode("utf-8", "replace")
    text = _PROOFS.sub(rf"\1{_BLANK}", text)
    text = _URL_LOGINS.sub(rf"\1{_BLANK}@", text)
    return _URL_PASSWORDS.sub(rf"\1{_BLANK}", text)
