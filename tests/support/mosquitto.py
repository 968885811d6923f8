"""A real MQTT broker: mosquitto, on 127.0.0.1, that a test can end and start again."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from paho.mqtt.client import Client
from paho.mqtt.enums import CallbackAPIVersion

from tests.support.waiting import wait_until

PROGRAM = shutil.which("mosquitto", path=f"{os.environ.get('PATH', '')}:/usr/sbin") or ""


class Mosquitto:
    """What it knows of sessions outlives it, as on a server that is restarted."""

    def __init__(self, folder: Path, more: str = "") -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self._settings = folder / "mosquitto.conf"
        self._settings.write_text(
            f"listener {self.port} 127.0.0.1\npersistence true\npersistence_location {folder}/\n"
            f"user {_user()}\nallow_anonymous {'false' if 'password_file' in more else 'true'}\n{more}\n"
        )
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self._process = subprocess.Popen([PROGRAM, "-c", str(self._settings)], stderr=subprocess.DEVNULL)
        wait_until(self._answers, what="mosquitto does not start")

    def stop(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait()
            self._process = None

    @contextmanager
    def sender(self) -> Iterator[Sender]:
        """Somebody who says things there."""
        sender = Sender(self.port)
        try:
            yield sender
        finally:
            sender.close()

    @contextmanager
    def listener(self, topic: str) -> Iterator[list[tuple[str, str]]]:
        """All that is said there, topic and text, as it comes."""
        heard, ready = list[tuple[str, str]](), threading.Event()
        client = Client(CallbackAPIVersion.VERSION2)
        client.on_message = lambda _client, _data, message: heard.append((message.topic, message.payload.decode()))
        client.on_subscribe = lambda *_: ready.set()
        client.connect("127.0.0.1", self.port)
        client.loop_start()
        client.subscribe(topic, qos=1)
        assert ready.wait(10)
        try:
            yield heard
        finally:
            client.disconnect()
            client.loop_stop()

    def _answers(self) -> bool:
        try:
            socket.create_connection(("127.0.0.1", self.port), 1).close()
        except OSError:
            return False
        return True


class Sender:
    """Connected by itself, and again after a break."""

    def __init__(self, port: int) -> None:
        self._client = Client(CallbackAPIVersion.VERSION2)
        connected = threading.Event()
        self._client.on_connect = lambda *_: connected.set()
        self._client.connect("127.0.0.1", port)
        self._client.loop_start()
        assert connected.wait(10)

    def say(self, topic: str, payload: str | bytes, retain: bool = False) -> None:
        """And wait until the broker has it."""
        self._client.publish(topic, payload, qos=1, retain=retain).wait_for_publish(10)

    def close(self) -> None:
        self._client.disconnect()
        self._client.loop_stop()


@contextmanager
def mosquitto(folder: Path, more: str = "") -> Iterator[Mosquitto]:
    broker = Mosquitto(folder, more)
    broker.start()
    try:
        yield broker
    finally:
        broker.stop()


def _user() -> str:
    """Else it becomes another one, that may not write into the test's folder."""
    import getpass

    return getpass.getuser()
