"""Starts GStreamer's RTSP server for a test: a counterpart whose protocol nobody here wrote."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

Codec = Literal["h264", "h265", "mjpeg"]
Auth = Literal["none", "basic", "digest"]
Protocols = Literal["tcp", "udp", "any"]

SERVER = Path(__file__).with_name("gst_rtsp_server.py")
SYSTEM_PYTHON = "/usr/bin/python3"
"""Its `gi` comes from the package python3-gi; a virtual environment has none."""


@dataclass(slots=True)
class GstServer:
    """One server on loopback, which may be stopped and started again on the same port.

    A stream lasts `seconds` from the moment a client asks for it (0: for ever); each client has its own.
    """

    codec: Codec = "h264"
    auth: Auth = "none"
    protocols: Protocols = "any"
    seconds: float = 0
    user: str = "admin"
    password: str = field(default="secret", repr=False)
    port: int = 0
    process: subprocess.Popen[str] | None = None

    @property
    def url(self) -> str:
        """Where the stream is; without the login."""
        return f"rtsp://127.0.0.1:{self.port}/live"

    @property
    def url_with_login(self) -> str:
        """The address as a player without a login option wants it. Never to be logged."""
        return self.url.replace("//", f"//{self.user}:{self.password}@", 1)

    def start(self) -> None:
        """Serve; returns when it listens. The first start picks a free port, later ones take it again."""
        assert self.process is None, "already started"
        self.process = subprocess.Popen(
            [SYSTEM_PYTHON, SERVER, *self.options()], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self.process.stdout
        first_line = self.process.stdout.readline()
        if not first_line:
            status = self.process.wait()
            self.stop()
            raise RuntimeError(failure(status))
        self.port = json.loads(first_line)["port"]

    def options(self) -> list[str]:
        """The command line of the script."""
        options = {name: getattr(self, name) for name in ("codec", "auth", "protocols", "seconds", "user")}
        options |= {"password": self.password, "port": self.port}
        return [f"--{name}={value}" for name, value in options.items()]

    def stop(self) -> None:
        """End it at once: every connection breaks. Does nothing when it is stopped."""
        if self.process is None:
            return
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                pipe.close()
        self.process = None

    def restart(self) -> None:
        """Stop, and serve again on the same port."""
        self.stop()
        self.start()


def failure(status: int) -> str:
    """Why the server did not come up."""
    if status == 3:
        return f"{SYSTEM_PYTHON} has no GStreamer RTSP server: `make test` installs the packages it needs"
    return f"GStreamer's RTSP server ended with {status} before it listened; its own message is above"


@contextmanager
def start_gst_server(
    codec: Codec = "h264",
    auth: Auth = "none",
    protocols: Protocols = "any",
    seconds: float = 0,
) -> Iterator[GstServer]:
    """A running server, ended with the block."""
    server = GstServer(codec, auth, protocols, seconds)
    try:
        server.start()
        yield server
    finally:
        server.stop()
