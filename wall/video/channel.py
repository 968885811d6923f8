"""The channel between the program and a decode process: small JSON messages over a Unix socket, with descriptors.

Each message is one packet (SOCK_SEQPACKET), so there is no framing to get wrong. Logins travel here, and only here:
never in an argument or an environment variable, where `ps` shows them.
"""

from __future__ import annotations

import array
import contextlib
import json
import os
import socket
from typing import Any

Message = dict[str, Any]

_MOST_BYTES = 64 * 1024
_MOST_DESCRIPTORS = 4


class ChannelClosed(Exception):
    """The other side is gone."""


class Channel:
    """One end. Never waits for reading; `send` waits only while 200 KiB lie unread on the other side."""

    def __init__(self, end: socket.socket) -> None:
        self._socket = end

    @classmethod
    def pair(cls) -> tuple[Channel, socket.socket]:
        """Our end, and the bare socket to hand to a child."""
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        ours.setblocking(False)
        return cls(ours), theirs

    def fileno(self) -> int:
        return self._socket.fileno()

    def send(self, message: Message, descriptors: tuple[int, ...] = ()) -> None:
        """Send one message. ChannelClosed when nobody is there or nobody has read for long; ValueError if too long."""
        data = json.dumps(message, separators=(",", ":")).encode()
        if len(data) > _MOST_BYTES:
            raise ValueError(f"a message of {len(data)} bytes is too long for the channel")
        try:
            socket.send_fds(self._socket, [data], list(descriptors))
        except OSError as error:  # Broken pipe, reset, or a full buffer on a non-blocking end.
            raise ChannelClosed(type(error).__name__) from None

    def receive(self) -> tuple[Message, list[int]] | None:
        """The next message with its descriptors (the caller closes them), None if there is none yet.

        ChannelClosed when nobody is there, or somebody who does not speak our language.
        """
        try:
            data, ancillary, _, _ = self._socket.recvmsg(
                _MOST_BYTES,
                socket.CMSG_LEN(_MOST_DESCRIPTORS * array.array("i").itemsize),
                socket.MSG_DONTWAIT,
            )
        except BlockingIOError:
            return None
        except OSError as error:
            raise ChannelClosed(type(error).__name__) from None
        descriptors = _descriptors(ancillary)
        message = _message(data)
        if message is None:
            for descriptor in descriptors:
                os.close(descriptor)
            raise ChannelClosed("closed" if not data else "no message")
        return message, descriptors

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._socket.close()


def _message(data: bytes) -> Message | None:
    """What the bytes say; None where it is no message: a side that talks nonsense is as good as gone."""
    try:
        message = json.loads(data)
    except ValueError:
        return None
    return message if isinstance(message, dict) else None


def _descriptors(ancillary: list[tuple[int, int, bytes]]) -> list[int]:
    found: list[int] = []
    for level, kind, data in ancillary:
        if level == socket.SOL_SOCKET and kind == socket.SCM_RIGHTS:
            numbers = array.array("i")
            numbers.frombytes(data[: len(data) - len(data) % numbers.itemsize])
            found.extend(numbers)
    for descriptor in found:
        os.set_inheritable(descriptor, False)
    return found
