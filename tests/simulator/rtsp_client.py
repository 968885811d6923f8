"""A plain RTSP client for tests: says exactly what it is told to, and shows exactly what it got."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Self

from wall.simulator.digest import Account, digest_response
from wall.simulator.parts import DEMO_ACCOUNT

PATIENCE_S = 10.0
TCP = "RTP/AVP/TCP;unicast;interleaved=0-1"


@dataclass(frozen=True)
class Answer:
    """One RTSP answer; header names in lower case."""

    code: int
    headers: dict[str, str]
    body: str


@dataclass(frozen=True)
class Packet:
    """One interleaved packet; the fields of its RTP header where it has one."""

    channel: int
    data: bytes

    @property
    def marker(self) -> bool:
        return bool(self.data[1] & 0x80)

    @property
    def payload_type(self) -> int:
        return self.data[1] & 0x7F

    @property
    def sequence(self) -> int:
        return int.from_bytes(self.data[2:4], "big")

    @property
    def timestamp(self) -> int:
        return int.from_bytes(self.data[4:8], "big")

    @property
    def payload(self) -> bytes:
        return self.data[12:]


class RtspClient:
    """One connection to a camera. Every wait ends after `PATIENCE_S`."""

    def __init__(self, port: int, path: str = "/1/sub", account: Account = DEMO_ACCOUNT) -> None:
        self.url = f"rtsp://127.0.0.1:{port}{path}"
        self.session = ""
        self.sequence = 0
        self._account = account
        self._challenge: dict[str, str] = {}
        self._socket = socket.create_connection(("127.0.0.1", port), PATIENCE_S)
        self._buffer = b""
        self._packets: list[Packet] = []

    def close(self) -> None:
        self._socket.close()

    def ask(self, method: str, *headers: str, url: str = "", login: bool = True) -> Answer:
        """Send a request; after a challenge send it once more with the login."""
        answer = self.say(method, *headers, url=url)
        if answer.code == 401 and login:
            challenge = answer.headers["www-authenticate"]
            self._challenge = dict(re.findall(r'(\w+)="([^"]*)"', challenge))
            answer = self.say(method, *headers, url=url)
        if "session" in answer.headers:
            self.session = answer.headers["session"].partition(";")[0]
        return answer

    def say(self, method: str, *headers: str, url: str = "") -> Answer:
        """Send one request and read its answer; packets that come before it are kept."""
        self.sequence += 1
        url = url or self.url
        lines = [f"{method} {url} RTSP/1.0", f"CSeq: {self.sequence}", *headers, *self._login(method, url)]
        if self.session:
            lines.append(f"Session: {self.session}")
        self.send("\r\n".join([*lines, "", ""]).encode())
        while True:
            if self._peek(1) == b"$":
                self._packets.append(self._read_packet())
            else:
                return self._read_answer()

    def play(self, transport: str = TCP) -> Answer:
        """DESCRIBE, SETUP and PLAY."""
        assert self.ask("DESCRIBE").code == 200
        answer = self.ask("SETUP", f"Transport: {transport}", url=f"{self.url}/trackID=0")
        assert answer.code == 200
        return self.ask("PLAY")

    def packets(self, channel: int = 0) -> Iterator[Packet]:
        """The packets of a channel, as they come; ends with the connection."""
        while True:
            try:
                packet = self._packets.pop(0) if self._packets else self._read_packet()
            except EOFError:
                return
            if packet.channel == channel:
                yield packet

    def frames(self, count: int) -> list[list[Packet]]:
        """The next `count` whole frames; fewer where the connection ends."""
        frames: list[list[Packet]] = [[]]
        for packet in self.packets():
            frames[-1].append(packet)
            if packet.marker:
                if len(frames) == count:
                    return frames
                frames.append([])
        return frames[:-1]

    def send(self, data: bytes) -> None:
        self._socket.sendall(data)

    def shrink(self) -> None:
        """Take as little as possible without reading."""
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)

    def wait_for_end(self) -> str:
        """Read on until the connection ends; "closed" or "reset"."""
        try:
            while self._socket.recv(65536):
                pass
        except ConnectionResetError:
            return "reset"
        return "closed"

    def drain(self) -> None:
        """Read until nothing comes for a moment; what came is forgotten."""
        self._socket.settimeout(0.15)
        try:
            while self._socket.recv(65536):
                pass
        except TimeoutError:
            self._buffer = b""
            self._packets.clear()
        finally:
            self._socket.settimeout(PATIENCE_S)

    def is_quiet(self, for_s: float) -> bool:
        """Whether nothing comes for that long, while the connection stays open."""
        self._socket.settimeout(for_s)
        try:
            self._socket.recv(1, socket.MSG_PEEK)
            return False
        except TimeoutError:
            return True
        finally:
            self._socket.settimeout(PATIENCE_S)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _login(self, method: str, url: str) -> list[str]:
        if not self._challenge:
            return []
        fields = {"username": self._account.user, **self._challenge, "uri": url}
        fields["response"] = digest_response(method, fields, self._account)
        return ["Authorization: Digest " + ", ".join(f'{name}="{value}"' for name, value in fields.items())]

    def _read_answer(self) -> Answer:
        while b"\r\n\r\n" not in self._buffer:
            self._fill()
        head, _, self._buffer = self._buffer.partition(b"\r\n\r\n")
        first, *lines = head.decode().split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        body = self._take(int(headers.get("content-length", "0"))).decode()
        assert headers["cseq"] in (str(self.sequence), "0")
        return Answer(int(first.split()[1]), headers, body)

    def _read_packet(self) -> Packet:
        head = self._take(4)
        assert head[:1] == b"$", head
        return Packet(head[1], self._take(int.from_bytes(head[2:], "big")))

    def _peek(self, count: int) -> bytes:
        while len(self._buffer) < count:
            self._fill()
        return self._buffer[:count]

    def _take(self, count: int) -> bytes:
        data = self._peek(count)
        self._buffer = self._buffer[count:]
        return data

    def _fill(self) -> None:
        data = self._socket.recv(65536)
        if not data:
            raise EOFError
        self._buffer += data


@contextmanager
def udp_ports() -> Iterator[tuple[socket.socket, socket.socket, str]]:
    """A pair of UDP sockets, RTP even and RTCP odd, and the Transport header that asks for them."""
    while True:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as rtp:
            rtp.bind(("127.0.0.1", 0))
            port = rtp.getsockname()[1]
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as rtcp:
                try:
                    rtcp.bind(("127.0.0.1", port + 1))
                except OSError:
                    continue
                for sock in (rtp, rtcp):
                    sock.settimeout(PATIENCE_S)
                yield rtp, rtcp, f"RTP/AVP;unicast;client_port={port}-{port + 1}"
                return
