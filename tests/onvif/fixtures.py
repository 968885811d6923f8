"""The captured replies of real devices. They are not part of the project: tests skip where they are absent.

They lie in `../shared/fixtures/onvif` beside the checkout, or where the environment variable CITYWALL_FIXTURES says.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

import pytest

AXIS = "AXIS_P3818-PVE_11.9.60"
BOSCH = "Bosch_FLEXIDOME_IP_starlight_8000i_7.70.0126"
REOLINK = "REOLINK_E1_Zoom_v3.1.0.2649_23083101"
REFUSING = "unknown_device"

FOLDER = Path(os.environ.get("CITYWALL_FIXTURES") or Path(__file__).parents[3] / "shared/fixtures/onvif")
needs_captures = pytest.mark.skipif(
    not (FOLDER / "captures").is_dir(), reason=f"the captured replies of real devices are not in {FOLDER}"
)


@dataclass(frozen=True, slots=True)
class Exchange:
    """One question to a real device and its answer."""

    call: str
    profile: str
    """The profile token that was asked for, if any."""
    request: bytes
    status: int
    reply: bytes


def exchanges(device: str) -> tuple[Exchange, ...]:
    """What was asked of a device and what it answered, in that order."""
    files = sorted((FOLDER / "captures" / device).glob("capture_*.json"))
    return tuple(_exchange(json.loads(file.read_text("utf-8"))) for file in files)


def _exchange(said: dict[str, object]) -> Exchange:
    parameters = said.get("parameters")
    profile = parameters.get("ProfileToken", "") if isinstance(parameters, dict) else ""
    return Exchange(
        str(said["operation_name"]),
        str(profile),
        str(said["request_body"]).encode(),
        int(str(said["status_code"])),
        str(said["response_body"]).encode(),
    )


def replies_of(session: str) -> list[tuple[str, int, bytes]]:
    """Action, status and reply of each exchange in a recorded event session."""
    lines = (FOLDER / "events" / f"{session}.jsonl").read_text("utf-8").splitlines()
    told = (json.loads(line) for line in lines)
    return [(each["soap_action"], each["response_status"], (each["response"] or "").encode()) for each in told]


def single_reply(name: str) -> bytes:
    """One reply of the `xml` folder."""
    return (FOLDER / "xml" / f"{name}.xml").read_bytes()
