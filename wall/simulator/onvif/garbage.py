"""Answers that are none: what a device sends whose memory or firmware is damaged."""

from __future__ import annotations

import random

from wall.simulator.http import Response
from wall.simulator.onvif.soap import CONTENT_TYPE

KINDS = ("xml", "bytes", "huge")
_HUGE_BYTES = 8 * 1024 * 1024
_CUT_OFF = b"""<?xml version="1.0" encoding="UTF-8"?>
<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body><tds:Get</s:Body><x y=<"""


def garbage(kind: str, seed: str) -> Response:
    """XML that breaks off, random bytes, or XML without end; the same for the same seed."""
    if kind == "huge":
        return Response(200, _CUT_OFF + b" " * _HUGE_BYTES, CONTENT_TYPE)
    return Response(200, random.Random(seed).randbytes(2048) if kind == "bytes" else _CUT_OFF, CONTENT_TYPE)
