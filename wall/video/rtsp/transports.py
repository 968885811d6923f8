"""The Transport line: what we ask for and what the camera agrees to (RFC 2326, section 12.39). No I/O."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wall.model.stream import Transport


@dataclass(frozen=True, slots=True)
class Agreed:
    """What a camera agreed to. Ports and channels come as pairs, for RTP and RTCP."""

    transport: Transport
    channels: tuple[int, int] = (0, 1)
    server_ports: tuple[int, int] | None = None
    source: str = ""
    """Where the camera says that its packets come from, when it says so."""


def tcp_line() -> str:
    """Ask for packets within the RTSP connection."""
    return "RTP/AVP/TCP;unicast;interleaved=0-1"


def udp_line(port: int) -> str:
    """Ask for packets to our `port` and the one after it."""
    return f"RTP/AVP;unicast;client_port={port}-{port + 1}"


def parse_transport(line: str, asked: Transport) -> Agreed:
    """Read the camera's answer; what it leaves out is taken as asked for."""
    values = dict(_parameters(line))
    is_tcp = "rtp/avp/tcp" in line.lower() or "interleaved" in values
    is_udp = "server_port" in values or "client_port" in values
    transport = asked if is_tcp == is_udp else Transport.TCP if is_tcp else Transport.UDP
    channels = _pair(values.get("interleaved", "")) or (0, 1)
    if channels[0] > 255 or channels[1] > 255:
        channels = (0, 1)
    return Agreed(transport, channels, _pair(values.get("server_port", "")), values.get("source", ""))


def parse_session(line: str, default_s: float = 60.0) -> tuple[str, float]:
    """Read the Session line: its id, and after how many seconds without a sign of life it ends (12.37)."""
    session, _, rest = line.partition(";")
    match = re.search(r"timeout\s*=\s*(\d{1,6})", rest, re.IGNORECASE)
    return session.strip(), float(match[1]) if match and int(match[1]) > 0 else default_s


def _parameters(line: str) -> list[tuple[str, str]]:
    parts = (part.partition("=") for part in line.split(",")[0].split(";"))
    return [(name.strip().lower(), value.strip()) for name, _, value in parts]


def _pair(text: str) -> tuple[int, int] | None:
    match = re.match(r"(\d{1,5})(?:\s*-\s*(\d{1,5}))?", text)
    if match is None:
        return None
    first = int(match[1])
    second = int(match[2]) if match[2] else first + 1
    return (first, second) if 0 <= first < 65536 and 0 <= second < 65536 else None
