"""Has a process of its own look for a decoder, and believes what it says."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from wall.model.hardware import Hardware, NoHardware

LOOK = (sys.executable, "-m", "wall.video.hardware.look")
_WITHIN_S = 10.0
_LOOK_EVERY_S = 0.05


async def found(command: Sequence[str] = LOOK, within_s: float = _WITHIN_S, devices: Path = Path("/dev")) -> Hardware:
    """What this machine has. It takes some tenths of a second, and nothing where the kernel knows of no device."""
    if not is_there(devices):
        return Hardware(why_not=NoHardware.NO_DEVICE)
    try:
        process = _start(command)
    except OSError:
        return Hardware(why_not=NoHardware.NO_ANSWER)
    try:
        for _ in range(round(within_s / _LOOK_EVERY_S)):
            if process.poll() is not None:
                break
            await asyncio.sleep(_LOOK_EVERY_S)
        is_well = process.poll() == 0
    finally:
        process.kill()
        said, _ = process.communicate()
    return _read(said) if is_well else Hardware(why_not=NoHardware.NO_ANSWER)


def is_there(devices: Path) -> bool:
    """Is there anything in this folder of the kernel's to be asked: a render node, or NVIDIA's own?"""
    return any(devices.glob("dri/renderD*")) or (devices / "nvidiactl").exists()


def _start(command: Sequence[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )


def _read(said: str) -> Hardware:
    try:
        told = json.loads(said.strip().splitlines()[-1])
        why_not = NoHardware[told["why_not"]] if told["why_not"] else None
        return Hardware(str(told["way"]), str(told["driver"]), why_not)
    except (ValueError, LookupError, TypeError):
        return Hardware(why_not=NoHardware.NO_ANSWER)
