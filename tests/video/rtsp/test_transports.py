"""The Transport and Session lines of cameras."""

import pytest

from wall.model.stream import Transport
from wall.video.rtsp.transports import Agreed, parse_session, parse_transport

TCP, UDP = Transport.TCP, Transport.UDP


@pytest.mark.parametrize(
    ("line", "asked", "agreed"),
    [
        ("RTP/AVP/TCP;unicast;interleaved=0-1;ssrc=1234", TCP, Agreed(TCP)),
        ("RTP/AVP/TCP;interleaved=6-7", TCP, Agreed(TCP, (6, 7))),
        ("RTP/AVP/TCP;unicast;interleaved=4", TCP, Agreed(TCP, (4, 5))),
        ("RTP/AVP/TCP;unicast;interleaved=256-257", TCP, Agreed(TCP)),
        ("", TCP, Agreed(TCP)),
        ("", UDP, Agreed(UDP)),
        ("RTP/AVP;unicast;client_port=1-2;server_port=6970-6971", UDP, Agreed(UDP, (0, 1), (6970, 6971))),
        ("RTP/AVP/UDP;source=10.0.0.9;server_port=7000", UDP, Agreed(UDP, (0, 1), (7000, 7001), "10.0.0.9")),
        ("RTP/AVP;unicast;client_port=1-2;server_port=6970-6971", TCP, Agreed(UDP, (0, 1), (6970, 6971))),
        ("RTP/AVP/TCP;unicast;interleaved=0-1", UDP, Agreed(TCP)),
        ("RTP/AVP;unicast;server_port=99999-0", UDP, Agreed(UDP)),
    ],
)
def test_transport(line: str, asked: Transport, agreed: Agreed) -> None:
    assert parse_transport(line, asked) == agreed


@pytest.mark.parametrize(
    ("line", "session", "timeout_s"),
    [
        ("12345678", "12345678", 60),
        ("12345678;timeout=30", "12345678", 30),
        ("ab;c=d; TIMEOUT = 5", "ab", 5),
        ("ab;timeout=0", "ab", 60),
        ("", "", 60),
    ],
)
def test_session(line: str, session: str, timeout_s: float) -> None:
    assert parse_session(line) == (session, timeout_s)
