"""Taking one TCP byte stream apart into packets and messages (RFC 2326, section 10.12). No I/O.

The bytes are read straight into `writable()`; packets are handed on as positions in that memory, without
copying, and are gone when the handler returns. What comes from the camera is bounded: heads, bodies, and the
garbage between.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from wall.model.errors import MalformedReplyError
from wall.model.tile import Cause
from wall.video.rtsp.limits import Limits
from wall.video.rtsp.message import Request, Response, content_length, may_start_message, parse_message

PacketHandler = Callable[[memoryview, int, int], None]
"""Takes memory, and where in it the packet starts and ends."""

_DOLLAR = 0x24
_USUAL_BYTES = 32 * 1024
_ROOM_BYTES = 8 * 1024
_END_OF_HEAD = re.compile(rb"\n\r?\n")
_GARBAGE_BYTES = 256 * 1024
_ANSWER = b"RTSP/1."
_BLANK = b"\r\n \0"


class Demultiplexer:
    """Splits what one connection carries. Any chunking of the same bytes gives the same calls."""

    __slots__ = (
        "_buffer",
        "_end",
        "_garbage",
        "_in_garbage",
        "_limits",
        "_message",
        "_searched",
        "_start",
        "_view",
        "channels",
    )

    def __init__(self, message: Callable[[Response | Request], None], limits: Limits) -> None:
        """`message` takes each complete RTSP message."""
        self.channels: dict[int, PacketHandler] = {}
        self._message = message
        self._limits = limits
        self._allocate(_USUAL_BYTES)
        self._start = self._end = self._searched = self._garbage = 0
        self._in_garbage = False

    def writable(self) -> memoryview:
        """Return the memory to read the next bytes into; call `written` afterwards."""
        if len(self._buffer) - self._end < _ROOM_BYTES:
            self._make_room(_ROOM_BYTES)
        return self._view[self._end :]

    def written(self, count: int) -> None:
        """Take `count` more bytes. Raises MalformedReplyError when they are no RTSP, or too many."""
        self._end += count
        while self._skip_garbage() if self._in_garbage else self._packets() and self._other():
            pass
        if self._start == self._end:
            self._start = self._end = 0
            if len(self._buffer) > 4 * _USUAL_BYTES:
                self._allocate(_USUAL_BYTES)

    def _packets(self) -> bool:
        """Hand on the packets at the front. Return whether something else follows them."""
        buffer, view, channels = self._buffer, self._view, self.channels
        start, end = self._start, self._end
        while end - start >= 4:
            if buffer[start] != _DOLLAR:
                break
            stop = start + 4 + (buffer[start + 2] << 8 | buffer[start + 3])
            if stop > end:
                self._start = start
                self._make_room_for(stop - start)
                return False
            handler = channels.get(buffer[start + 1])
            if handler is not None:
                self._garbage = 0
                handler(view, start + 4, stop)
            start = stop
        self._start = start
        return start < end and (end - start >= 4 or buffer[start] != _DOLLAR)

    def _other(self) -> bool:
        """Take what is no packet from the front. Return whether to go on."""
        while self._start < self._end and self._buffer[self._start] in _BLANK:
            self._start += 1
        if self._start == self._end:
            return False
        if self._buffer[self._start] == _DOLLAR:
            return self._end - self._start >= 4
        if not may_start_message(bytes(self._view[self._start : min(self._end, self._start + 256)])):
            return self._enter_garbage()
        return self._take_message()

    def _take_message(self) -> bool:
        found = _END_OF_HEAD.search(self._buffer, max(self._start, self._searched - 3), self._end)
        head_end = found.end() if found else self._end
        if head_end - self._start > self._limits.header_bytes:
            raise MalformedReplyError("the head of the answer has no end", cause=Cause.OVERSIZE)
        if found is None:
            self._searched = self._end
            return False
        head = bytes(self._view[self._start : head_end])
        try:
            message = parse_message(head)
        except MalformedReplyError:
            if not self.channels:
                raise
            return self._enter_garbage()
        length = content_length(message.headers)
        if length > self._limits.body_bytes:
            raise MalformedReplyError(f"the answer has {length} bytes", cause=Cause.OVERSIZE)
        if head_end + length > self._end:
            self._make_room_for(head_end + length - self._start)
            return False
        body = bytes(self._view[head_end : head_end + length])
        self._start = head_end + length
        self._searched = self._garbage = 0
        self._message(replace(message, body=body))
        return True

    def _enter_garbage(self) -> bool:
        """Begin to look for the next packet; only once packets are expected, or this is no camera at all."""
        if not self.channels:
            beginning = bytes(self._view[self._start : min(self._end, self._start + 24)])
            raise MalformedReplyError(f"the answer is not RTSP but begins with {beginning!r}")
        self._start += 1
        self._garbage += 1
        self._searched = 0
        self._in_garbage = True
        return True

    def _skip_garbage(self) -> bool:
        """Skip to what looks like a packet of ours or an answer. Return whether something does."""
        position = self._start
        verdict: bool | None = False
        while position < self._end and (verdict := self._is_plausible(position)) is False:
            position += 1
        self._garbage += position - self._start
        self._start = position
        if self._garbage > _GARBAGE_BYTES:
            raise MalformedReplyError("the camera sends garbage between its packets")
        self._in_garbage = not verdict
        return bool(verdict)

    def _is_plausible(self, position: int) -> bool | None:
        """Say whether a packet or an answer may begin here; None while there is too little to tell."""
        buffer = self._buffer
        there = self._end - position
        if buffer[position] != _DOLLAR:
            beginning = buffer[position : min(self._end, position + len(_ANSWER))]
            return _ANSWER.startswith(beginning) and (len(beginning) == len(_ANSWER) or None)
        if there < 5:
            return None
        return buffer[position + 1] in self.channels and buffer[position + 4] & 0xC0 == 0x80

    def _make_room_for(self, size: int) -> None:
        if self._start + size > len(self._buffer):
            self._make_room(size - (self._end - self._start))

    def _make_room(self, room: int) -> None:
        """Move what is left to the front, into larger memory where it must be."""
        rest = bytes(self._view[self._start : self._end])
        if len(rest) + room > len(self._buffer):
            self._allocate(max(2 * len(self._buffer), len(rest) + room))
        self._view[: len(rest)] = rest
        self._searched = max(0, self._searched - self._start)
        self._start, self._end = 0, len(rest)

    def _allocate(self, size: int) -> None:
        self._buffer = bytearray(size)
        self._view = memoryview(self._buffer)
