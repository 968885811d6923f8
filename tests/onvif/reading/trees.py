"""Made-up XML trees of the names that readers look for, to reach the inside of every reader; and mutations."""

from __future__ import annotations

from hypothesis import strategies as st

Mutation = tuple[str, float, int, bytes]
"""What, where (a part of the whole), how much, and with what."""

NAMES = """
GetXResponse UTCDateTime LocalDateTime Date Time Year Month Day Hour Minute Second TimeZone TZ DaylightSavings
Service Namespace XAddr Capabilities Extension Device Media Events PTZ Manufacturer Model SerialNumber GUID
Scopes ScopeItem VideoSources VideoSource Framerate Resolution Width Height Profiles Profile Name Configurations
VideoSourceConfiguration SourceToken VideoEncoderConfiguration VideoEncoder Encoding RateControl FrameRateLimit
BitrateLimit H264 PTZConfiguration NodeToken PanTiltLimits Range XRange DefaultContinuousPanTiltVelocitySpace Min Max
MediaUri Uri PTZNode SupportedPTZSpaces AbsolutePanTiltPositionSpace URI MaximumNumberOfPresets HomeSupported
Preset token Token RelayOutputs Properties Mode IdleState TopicSet MessageDescription documentation
NotificationMessage Topic Fault Code Subcode Value Reason Text Detail Security UsernameToken Timestamp Created
"""
WORDS = """
0 1 -1 2022 13 45 99999999999999999999 1e308 nan inf true H264 HEVC MPEG4 V1 P1 ${TOKEN} EST5EDT CST-99:99
2022-13-45T99:99:99Z rtsp://h/ :// ter:NotAuthorized onvif://www.onvif.org/name/%00%ff onvif://www.onvif.org/location/
"""
PREFIXES = ("", "tt:", "trt:", "tns1:", "wstop:", "x:", "undeclared:")


def _element(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(
        lambda prefix, name, token, children: (
            f'<{prefix}{name} token="{token}" {prefix}topic="true">{"".join(children)}</{prefix}{name}>'
        ),
        st.sampled_from(PREFIXES),
        st.sampled_from(NAMES.split()),
        st.sampled_from(("", "V1", "P1", "N1", "${T}")),
        st.lists(inner, max_size=5),
    )


_TEXTS = st.one_of(
    st.sampled_from(["", "x" * 5000, "\u202e", *WORDS.split()]),
    st.text(st.characters(exclude_characters="<&\x00\r", codec="utf-8"), max_size=20),
)
TREES = st.recursive(_TEXTS, _element, max_leaves=40)

MUTATIONS = st.lists(
    st.tuples(
        st.sampled_from(("cut", "repeat", "replace", "swap")),
        st.floats(0, 1, exclude_max=True),
        st.integers(1, 400),
        st.sampled_from(
            (b"", b"<", b">", b"&", b'"', b"\x00", b"\xff", b"<x:y>", b"</", b"9" * 30, b"${X}", b"]]>", b"<!--")
        ),
    ),
    min_size=1,
    max_size=8,
)


def mutated(data: bytes, mutations: list[Mutation]) -> bytes:
    for kind, where, length, put in mutations:
        start = int(len(data) * where)
        piece = data[start : start + length]
        if kind == "cut":
            data = data[:start] + data[start + length :]
        elif kind == "repeat":
            data = data[:start] + piece * 3 + data[start + length :]
        elif kind == "replace":
            data = data[:start] + put + data[start + len(put) :]
        else:
            data = data[:start] + piece[::-1] + data[start + length :]
    return data
