"""Answers to probes, well made and as real devices make them."""

from __future__ import annotations

SCOPE = "onvif://www.onvif.org"
SCOPES = (
    f"{SCOPE}/type/video_encoder {SCOPE}/name/Ng%C3%A3%20S%C3%A1u {SCOPE}/location/Vo%20Cuong {SCOPE}/hardware/DS-2CD"
)
ENDPOINT = "urn:uuid:1419d68a-1dd2-11b2-a105-f0a1b2c3d4e5"
XADDR = "http://127.0.0.1:8000/onvif/device_service"


def match(endpoint: str = ENDPOINT, addresses: str = XADDR, scopes: str = SCOPES) -> str:
    """What one device says of itself."""
    return (
        "<d:ProbeMatch>"
        f"<a:EndpointReference><a:Address>{endpoint}</a:Address></a:EndpointReference>"
        "<d:Types>dn:NetworkVideoTransmitter tds:Device</d:Types>"
        f"<d:Scopes>{scopes}</d:Scopes><d:XAddrs>{addresses}</d:XAddrs>"
        "<d:MetadataVersion>1</d:MetadataVersion></d:ProbeMatch>"
    )


def answer(inner: str) -> bytes:
    """A whole datagram around it."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" '
        'xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing" '
        'xmlns:d="http://schemas.xmlsoap.org/ws/2005/04/discovery" '
        'xmlns:dn="http://www.onvif.org/ver10/network/wsdl" xmlns:tds="http://www.onvif.org/ver10/device/wsdl">'
        "<s:Header><a:To>urn:somebody</a:To></s:Header>"
        f"<s:Body>{inner}</s:Body></s:Envelope>"
    ).encode()


def matches(*inner: str) -> bytes:
    """A datagram as the specification wants it."""
    return answer(f"<d:ProbeMatches>{''.join(inner)}</d:ProbeMatches>")
