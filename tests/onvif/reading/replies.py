"""Hand-written replies, small: what stands in the body is written, the envelope is put around it."""

from __future__ import annotations

from wall.onvif.faults import read_body
from wall.onvif.xml import Element

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{namespace}"'
    for prefix, namespace in {
        "s": "http://www.w3.org/2003/05/soap-envelope",
        "tt": "http://www.onvif.org/ver10/schema",
        "tds": "http://www.onvif.org/ver10/device/wsdl",
        "trt": "http://www.onvif.org/ver10/media/wsdl",
        "tr2": "http://www.onvif.org/ver20/media/wsdl",
        "tev": "http://www.onvif.org/ver10/events/wsdl",
        "tptz": "http://www.onvif.org/ver20/ptz/wsdl",
        "tns1": "http://www.onvif.org/ver10/topics",
        "wstop": "http://docs.oasis-open.org/wsn/t-1",
        "wsnt": "http://docs.oasis-open.org/wsn/b-2",
        "ter": "http://www.onvif.org/ver10/error",
        "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    }.items()
)


def envelope(body: str, *, namespaces: str = NAMESPACES, header: str = "") -> bytes:
    """A whole reply."""
    return f"<s:Envelope {namespaces}><s:Header>{header}</s:Header><s:Body>{body}</s:Body></s:Envelope>".encode()


def answer(body: str, *, namespaces: str = NAMESPACES, header: str = "") -> Element:
    """The element that readers are given."""
    return read_body(200, {}, envelope(body, namespaces=namespaces, header=header))
