"""Orders and what came of them, as messages between the program and a decode process."""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import asdict
from typing import Any

from wall.model.recording import End, Hitch, Part, RecordOrder, Written
from wall.model.stream import Codec


def order_message(order: RecordOrder) -> dict[str, Any]:
    """As JSON takes it."""
    return asdict(order)


def read_order(told: dict[str, Any]) -> RecordOrder:
    """What `order_message` wrote."""
    return RecordOrder(**told)


def written_message(written: Written) -> dict[str, Any]:
    """As JSON takes it."""
    parts = [asdict(part) | {"codec": part.codec.name if part.codec else None} for part in written.parts]
    return {
        "key": written.key,
        "parts": parts,
        "hitch": written.hitch.name,
        "missing_s": written.missing_s,
        "end": written.end.name if written.end else None,
        "jpeg": b64encode(written.jpeg).decode(),
    }


def read_written(told: dict[str, Any]) -> Written:
    """What `written_message` wrote."""
    parts = (Part(**{**part, "codec": Codec[part["codec"]] if part["codec"] else None}) for part in told["parts"])
    return Written(
        told["key"],
        tuple(parts),
        Hitch[told["hitch"]],
        told["missing_s"],
        End[told["end"]] if told["end"] else None,
        b64decode(told["jpeg"]),
    )
