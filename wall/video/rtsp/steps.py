"""The steps of an RTSP reception, in their order (RFC 2326, section 10). Asyncio."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, NoReturn

from wall.model.errors import MalformedReplyError, UnreachableError, UnsupportedError, WallError
from wall.model.stream import Transport
from wall.model.tile import Cause
from wall.video.rtsp.addresses import base_address, control_address
from wall.video.rtsp.dialogue import SESSION_GONE, UNSUPPORTED_TRANSPORT, Dialogue, refusal
from wall.video.rtsp.tracks import M
from wall.video.rtsp.transports import Agreed, parse_session, parse_transport

_KEEP_ALIVE_S = (1.0, 30.0)


@dataclass(frozen=True, slots=True)
class Described(Generic[M]):
    """What the camera offers, and the addresses of the one track that is wanted and of the whole presentation."""

    media: M
    media_address: str
    address: str
    has_get_parameter: bool


@dataclass(frozen=True, slots=True)
class SetUp:
    """A session that may be played; `timeout_s` is how long it lives without a sign of life from us."""

    agreed: Agreed
    timeout_s: float


async def describe(dialogue: Dialogue, url: str, find: Callable[[bytes], M]) -> Described[M]:
    """Ask what the camera can do and what it sends, and find in that what is wanted. Raises WallError."""
    options = await dialogue.ask_without_login("OPTIONS", url)
    offered = options.headers.get("public").upper()
    response = await dialogue.demand("DESCRIBE", url, [("Accept", "application/sdp")])
    kind = response.headers.get("content-type").lower()
    if not response.body or (kind and "sdp" not in kind):
        raise MalformedReplyError(f"the camera describes its stream as {kind[:40] or 'nothing'!r}")
    media = find(response.body)
    base = base_address(url, response.headers)
    address = control_address(base, media.session_control)
    return Described(media, control_address(base, media.control), address, "GET_PARAMETER" in offered)


async def set_up(dialogue: Dialogue, address: str, transport: Transport, line: str) -> SetUp | None:
    """Ask for one transport. Return None when the camera does not offer it. Raises WallError."""
    response = await dialogue.ask("SETUP", address, [("Transport", line)])
    if response.status == UNSUPPORTED_TRANSPORT:
        return None
    if response.status >= 300:
        raise refusal(response, "SETUP")
    dialogue.session, timeout_s = parse_session(response.headers.get("session"))
    agreed = parse_transport(response.headers.get("transport"), transport)
    return SetUp(agreed, timeout_s) if agreed.transport is transport else None


def no_transport(tried: list[Transport]) -> WallError:
    """Say that the camera offers no way for its packets that we may take."""
    names = " nor over ".join(transport.value.upper() for transport in tried)
    return UnsupportedError(f"the camera does not send over {names} (461)", cause=Cause.TRANSPORT)


async def play(dialogue: Dialogue, address: str) -> None:
    """Let the packets flow. Raises WallError."""
    await dialogue.demand("PLAY", address, [("Range", "npt=0.000-")])


async def keep_alive(dialogue: Dialogue, described: Described[M], timeout_s: float) -> NoReturn:
    """Give signs of life at half the session's time. Raises WallError when the session is gone.

    Cameras that never answer these are common: only what they say counts, not their silence.
    """
    method = "GET_PARAMETER" if described.has_get_parameter else "OPTIONS"
    shortest_s, longest_s = _KEEP_ALIVE_S
    while True:
        await asyncio.sleep(min(max(timeout_s / 2, shortest_s), longest_s))
        try:
            response = await dialogue.ask(method, described.address)
        except UnreachableError as error:
            if error.cause is not Cause.TIMEOUT:
                raise
            continue
        if response.status == SESSION_GONE:
            raise refusal(response, method)
        if response.status >= 400:
            method = "OPTIONS"


async def tear_down(dialogue: Dialogue, address: str, limit_s: float) -> None:
    """Give the session back, so that the camera has it free. Takes `limit_s` at most, never raises."""
    if not dialogue.session:
        return
    with contextlib.suppress(WallError, TimeoutError):
        async with asyncio.timeout(limit_s):
            await dialogue.ask("TEARDOWN", address)
