"""The counterpart itself: every codec, login and transport of it can be watched with plain PyAV."""

import itertools

import av
import pytest

from tests.support.gst import Auth, Codec, GstServer, Protocols, start_gst_server

NAMES = {"h264": "h264", "h265": "hevc", "mjpeg": "mjpeg"}


def watch(url: str, transport: str, frames: int = 3) -> tuple[str, int, int]:
    """Decode some frames; the codec's name, the width and the height."""
    options = {"rtsp_transport": transport}
    with av.open(url, options=options, timeout=10) as container:
        video = container.streams.video[0]
        decoded = list(itertools.islice(container.decode(video), frames))
        assert len(decoded) == frames
        return video.codec_context.name, decoded[0].width, decoded[0].height


@pytest.mark.parametrize(
    ("codec", "auth", "protocols"),
    # every pair of two of the three; all eighteen were tried once
    [
        ("h264", "none", "tcp"),
        ("h264", "basic", "udp"),
        ("h264", "digest", "udp"),
        ("h265", "none", "udp"),
        ("h265", "basic", "udp"),
        ("h265", "digest", "tcp"),
        ("mjpeg", "none", "udp"),
        ("mjpeg", "basic", "tcp"),
        ("mjpeg", "digest", "udp"),
    ],
)
def test_is_watched(codec: Codec, auth: Auth, protocols: Protocols) -> None:
    with start_gst_server(codec, auth, protocols) as server:
        url = server.url if auth == "none" else server.url_with_login
        assert watch(url, protocols) == (NAMES[codec], 640, 360)


@pytest.mark.parametrize("auth", ["basic", "digest"])
def test_refuses_a_stranger(auth: Auth) -> None:
    with start_gst_server(auth=auth) as server, pytest.raises(av.HTTPUnauthorizedError):
        watch(server.url, "tcp")


def test_refuses_another_transport() -> None:
    with start_gst_server(protocols="tcp") as server, pytest.raises(av.FFmpegError):
        watch(server.url, "udp")


def test_a_stream_ends() -> None:
    with (
        start_gst_server(seconds=1) as server,
        av.open(server.url, options={"rtsp_transport": "tcp"}) as container,
    ):
        assert 1 <= sum(1 for _ in container.decode(video=0)) <= 15


def test_comes_back_on_the_same_port() -> None:
    with start_gst_server() as server:
        address = server.url
        watch(address, "tcp")
        server.restart()
        assert server.url == address
        watch(address, "tcp")


def test_says_why_it_did_not_come_up() -> None:
    with start_gst_server() as server:
        second = GstServer(port=server.port)
        with pytest.raises(RuntimeError, match="before it listened"):
            second.start()
        assert second.process is None
