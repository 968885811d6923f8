"""Asks the simulated city, over its control port, what it really sent and when; breaks and mends it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import httpx


class Control:
    """The control port of a running city."""

    def __init__(self, address: str) -> None:
        self._client = httpx.Client(base_url=address, timeout=5.0, trust_env=False)

    def sent(self, camera: int, stream: str = "sub") -> list[tuple[int, float]]:
        """The last frames sent: number and monotonic time."""
        reply = self._client.get("/sent", params={"camera": camera, "stream": stream}).raise_for_status().json()
        return [(int(number), float(at_s)) for number, at_s in reply["sent"]]

    def set_fault(self, fault: str, cameras: list[int], *, on: bool, value: float | str | None = None) -> None:
        """Switch a fault on or off."""
        wish: dict[str, Any] = {"fault": fault, "cameras": cameras, "on": on}
        if value is not None:
            wish["value"] = value
        self._client.post("/faults", json=wish).raise_for_status()

    def status(self) -> dict[str, Any]:
        """Sessions, faults and what the city itself uses."""
        reply: dict[str, Any] = self._client.get("/status").raise_for_status().json()
        return reply

    def sessions(self) -> list[dict[str, Any]]:
        """What is being received of each camera: camera, stream, playing, frames_sent."""
        reply: list[dict[str, Any]] = self._client.get("/sessions").raise_for_status().json()
        return reply

    def dome(self, camera: int, since_s: float) -> dict[str, Any]:
        """What a dome does, and did since then (monotonic seconds)."""
        asked = {"camera": camera, "since": since_s}
        reply: dict[str, Any] = self._client.get("/dome", params=asked).raise_for_status().json()
        return reply

    def domes(self) -> list[dict[str, Any]]:
        """What each dome does now."""
        reply: list[dict[str, Any]] = self._client.get("/domes").raise_for_status().json()
        return reply

    def cameras(self) -> list[dict[str, Any]]:
        """Numbers, names and addresses."""
        reply: list[dict[str, Any]] = self._client.get("/cameras").raise_for_status().json()
        return reply

    def happen(self, kind: str, count: int, per_s: float, label: str, cameras: Sequence[int] = ()) -> int:
        """Let things happen before these cameras in turn, or before all; gives the number after which they are
        counted.
        """
        before = {"cameras": list(cameras)} if cameras else {"all": True}
        order = {"kind": kind, "count": count, "per_s": per_s, "label": label, **before}
        reply: dict[str, Any] = self._client.post("/events", json=order).raise_for_status().json()
        return int(reply["after"])

    def happened(self, after: int) -> tuple[bool, list[tuple[int, int, float]]]:
        """Is it still happening, and what did: its number, its camera's, and when it was (monotonic seconds)?"""
        reply: dict[str, Any] = self._client.get("/events", params={"after": after}).raise_for_status().json()
        fired = [(int(number), int(camera), float(at_s)) for number, camera, at_s in reply["fired"]]
        return bool(reply["is_firing"]), fired

    def journal(self, camera: int) -> list[dict[str, Any]]:
        """What became of all that a camera's device had to say."""
        reply: list[dict[str, Any]] = self._client.get("/journal", params={"camera": camera}).raise_for_status().json()
        return reply

    def close(self) -> None:
        self._client.close()
