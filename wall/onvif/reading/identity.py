"""GetDeviceInformation (ONVIF Core, section 8.3.1) and GetEndpointReference (8.3.21): who a device is."""

from __future__ import annotations

from dataclasses import dataclass

from wall.model.device import Problem, Step, Trouble
from wall.onvif.reading.values import problem_with, said
from wall.onvif.xml import Element


@dataclass(frozen=True, slots=True)
class Identity:
    """Who made it and which one it is; "" for what was not told."""

    manufacturer: str = ""
    model: str = ""
    firmware: str = ""
    serial: str = ""
    hardware: str = ""


def read_identity(body: Element) -> tuple[Identity, tuple[Problem, ...]]:
    """Who the device says it is."""
    names = ("Manufacturer", "Model", "FirmwareVersion", "SerialNumber", "HardwareId")
    words = [said(body, name) for name in names]
    missing = (name for name, word in zip(names, words, strict=True) if not word)
    return Identity(*words), problem_with(Step.IDENTITY, Trouble.INCOMPLETE, "not told", missing)


def read_endpoint(body: Element) -> tuple[str, tuple[Problem, ...]]:
    """The identity by which discovery knows it, "" where it has none to tell: that is allowed."""
    return said(body, "GUID", most=200), ()
