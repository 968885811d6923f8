"""Plain RTSP sources: whatever answers RTSP lives, whatever does not is named."""

from __future__ import annotations

import asyncio

import pytest

from wall.model.errors import MalformedReplyError, UnreachableError
from wall.services.rtsp_check import check_rtsp


def check(answer: bytes) -> bytes:
    """Ask a server that gives this answer; gives what it was asked."""

    async def play() -> bytes:
        got: list[bytes] = []

        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            got.append(await reader.readuntil(b"\r\n\r\n"))
            writer.write(answer)
            writer.close()

        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        async with server, asyncio.timeout(10):
            await check_rtsp(f"rtsp://127.0.0.1:{server.sockets[0].getsockname()[1]}/live")
        return got[0]

    return asyncio.run(play())


@pytest.mark.parametrize("status", ["200 OK", "401 Unauthorized", "454 Session Not Found"])
def test_any_answer_is_life_and_no_login_is_sent(status: str) -> None:
    question = check(f"RTSP/1.0 {status}\r\nCSeq: 1\r\n\r\n".encode())
    assert question.startswith(b"OPTIONS rtsp://127.0.0.1:") and b"Authorization" not in question


@pytest.mark.parametrize(
    ("answer", "error"), [(b"HTTP/1.1 400 Bad Request\r\n\r\n", MalformedReplyError), (b"", UnreachableError)]
)
def test_what_is_not_rtsp_is_named(answer: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        check(answer)


@pytest.mark.parametrize("url", ["rtsp://127.0.0.1:9/x", "rtsp://[::1]:9/x"])
def test_where_nothing_listens_it_is_unreachable(url: str) -> None:
    with pytest.raises(UnreachableError):
        asyncio.run(check_rtsp(url))
