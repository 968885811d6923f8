"""How long and how much a camera may take before it is given up: nothing is believed without a bound."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one reception. Seconds and bytes.

    `answer_s` is for one whole reply, so that a camera which sends a byte a second does not hold us longer.
    """

    connect_s: float = 3.0
    answer_s: float = 5.0
    first_packet_s: float = 10.0
    """Recorders send nothing before the next keyframe, and cameras that save bandwidth have few of them."""
    silent_s: float = 4.0
    teardown_s: float = 0.3
    report_s: float = 5.0
    header_bytes: int = 64 * 1024
    body_bytes: int = 256 * 1024
    unit_bytes: int = 8 * 1024 * 1024
    unsent_bytes: int = 64 * 1024
    """What may wait unsent for a camera that asks but does not read."""
    reorder_packets: int = 16
    reorder_s: float = 0.04
