"""What a file says of itself, to whoever opens it years later. No secret, no address."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from wall.model.recording import RecordOrder


def about(order: RecordOrder, started_s: float) -> Mapping[str, str]:
    """Camera, beginning in local time with its distance from UTC, and how far the camera's clock was off."""
    at = datetime.fromtimestamp(started_s, UTC)
    told = [f"camera {order.number}", f"begins {at.astimezone().isoformat(timespec='milliseconds')}"]
    if order.clock_offset_s is not None:
        told.append(f"camera's clock {order.clock_offset_s:+.1f} s")
    return {
        "title": f"{order.number}  {order.name}",
        "comment": "; ".join((*told, "recorded by CityWall from the camera's stream as received")),
        "creation_time": at.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
    }
