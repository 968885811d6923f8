"""A real tile server on loopback that can be slow, wrong and down, and counts what it is asked."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.maps.makers import picture

Habit = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers by the habit that its server has at the moment."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: Server

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.server.headers.append(dict(self.headers))
        try:
            self.server.habit(self)
        except OSError:  # Who asked has gone.
            self.close_connection = True

    def reply(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Silent."""


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.habit: Habit = good
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []
        self._connections: list[socket.socket] = []

    def get_request(self) -> tuple[socket.socket, object]:
        connection, address = super().get_request()
        self._connections.append(connection)
        return connection, address

    def hang_up(self) -> None:
        """Connections that were kept alive end, too."""
        for each in self._connections:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: object, client_address: object) -> None:
        """Who asked has gone: nothing to be said."""

    @property
    def template(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/tiles/{{z}}/{{x}}/{{y}}.png"


@contextmanager
def serving(port: int = 0) -> Iterator[Server]:
    """A server while the context lasts; then its port refuses connections."""
    server = Server(port)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), name="xyz")
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        server.hang_up()
        thread.join()


def good(handler: Handler) -> None:
    """The colour says which tile it is."""
    *_, zoom, x, y = handler.path.partition("?")[0].removesuffix(".png").split("/")
    handler.reply(200, "image/png", picture((int(zoom) * 10, int(x) % 256, int(y) % 256)))


def other(handler: Handler) -> None:
    """The map has been drawn anew."""
    handler.reply(200, "image/png", picture((255, 255, 0)))


def unchanged(handler: Handler) -> None:
    if "If-Modified-Since" in handler.headers:
        handler.send_response(304)
        handler.end_headers()
    else:
        good(handler)


def page(handler: Handler) -> None:
    handler.reply(200, "text/html", b"<html><body>Please log in</body></html>")


def nothing_there(handler: Handler) -> None:
    handler.reply(404, "text/plain", b"no such tile")


def failing(handler: Handler) -> None:
    handler.reply(500, "text/plain", b"oops")


def refusing(handler: Handler) -> None:
    handler.reply(403, "text/plain", b"who are you")


def cut_off(handler: Handler) -> None:
    handler.reply(200, "image/png", picture(size=64)[:60])


def moved(handler: Handler) -> None:
    handler.send_response(302)
    handler.send_header("Location", "http://127.0.0.1:9/")
    handler.send_header("Content-Length", "0")
    handler.end_headers()


def huge(handler: Handler) -> None:
    """A body without end, and it does not say so."""
    handler.send_response(200)
    handler.send_header("Content-Type", "image/png")
    handler.end_headers()
    handler.close_connection = True
    for _ in range(1000):
        handler.wfile.write(bytes(1 << 17))


def breaking_off(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(picture()[:20])
    handler.close_connection = True


def slow(seconds: float) -> Habit:
    """It answers rightly, after so long."""

    def wait(handler: Handler) -> None:
        time.sleep(seconds)
        good(handler)

    return wait
