"""The XML namespaces that ONVIF speaks, by the prefix under which every answer declares them."""

from collections.abc import Mapping
from types import MappingProxyType

NAMESPACES: Mapping[str, str] = MappingProxyType(
    {
        "s": "http://www.w3.org/2003/05/soap-envelope",
        "tds": "http://www.onvif.org/ver10/device/wsdl",
        "trt": "http://www.onvif.org/ver10/media/wsdl",
        "tr2": "http://www.onvif.org/ver20/media/wsdl",
        "tptz": "http://www.onvif.org/ver20/ptz/wsdl",
        "timg": "http://www.onvif.org/ver20/imaging/wsdl",
        "tev": "http://www.onvif.org/ver10/events/wsdl",
        "tt": "http://www.onvif.org/ver10/schema",
        "ter": "http://www.onvif.org/ver10/error",
        "tns1": "http://www.onvif.org/ver10/topics",
        "wsnt": "http://docs.oasis-open.org/wsn/b-2",
        "wstop": "http://docs.oasis-open.org/wsn/t-1",
        "wsrf-rw": "http://docs.oasis-open.org/wsrf/rw-2",
        "wsa": "http://www.w3.org/2005/08/addressing",
        "xs": "http://www.w3.org/2001/XMLSchema",
    }
)

SOAP = NAMESPACES["s"]
WSA = NAMESPACES["wsa"]
WSSE = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"
WSU = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd"
DIGEST_TYPE = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordDigest"
