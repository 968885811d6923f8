"""A supervisor's system: a real HTTP server that takes alarms, or does what a test wants of it."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class Supervisor:
    """On one port, on which it can be ended and started again."""

    def __init__(self, token: str = "") -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.token = token
        self.status = 200
        """What it answers; 401 to whoever has not the token."""
        self.heard: list[dict[str, Any]] = []
        """All that it was told, whatever it answered."""
        self.taken: list[int] = []
        self.answers = threading.Event()
        """Cleared: it hears, and answers nothing until this is set."""
        self.answers.set()
        self._server: ThreadingHTTPServer | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/alarms?from=wall"

    def start(self) -> None:
        supervisor = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                told = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                status = supervisor.answer(told, self.headers.get("Authorization", ""), self.path)
                self.send_response(status)
                if status == 302:
                    self.send_header("Location", "/alarms?again")
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), Handler)
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self) -> None:
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def answer(self, told: dict[str, Any], authorization: str, path: str) -> int:
        self.heard.append(told | {"path": path})
        self.answers.wait(30.0)
        if self.token and authorization != f"Bearer {self.token}":
            return 401
        if self.status < 300:
            self.taken.append(told["id"])
        return self.status


@contextmanager
def supervisor(token: str = "") -> Iterator[Supervisor]:
    made = Supervisor(token)
    made.start()
    try:
        yield made
    finally:
        made.stop()
