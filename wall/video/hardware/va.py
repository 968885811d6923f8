"""VA-API at the kernel's render nodes: what is there, by which driver, and does it decode what cameras send?"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wall.model.hardware import Hardware, NoHardware

WAY = "vaapi_drm"
NODES = Path("/dev/dri")
_DECODES = 1  # VAEntrypointVLD
_H264_AND_H265 = {6, 7, 13, 17}  # VAProfileH264Main, High, ConstrainedBaseline, HEVCMain


def look(nodes: Path = NODES) -> Hardware:
    """The first render node that decodes; else the reason of the last one."""
    found = Hardware(why_not=NoHardware.NO_DEVICE)
    for node in sorted(nodes.glob("renderD*")):
        found = _look_at(node)
        if found.way:
            break
    return found


def _look_at(node: Path) -> Hardware:
    try:
        va, drm = ctypes.CDLL("libva.so.2"), ctypes.CDLL("libva-drm.so.2")
    except OSError:
        return Hardware(why_not=NoHardware.NO_LIBRARY)
    try:
        descriptor = os.open(node, os.O_RDWR)
    except OSError:
        return Hardware(why_not=NoHardware.NO_ACCESS)
    try:
        with _display(va, drm, descriptor) as display:
            if display is None:
                return Hardware(why_not=NoHardware.NO_DRIVER)
            driver = (va.vaQueryVendorString(display) or b"").decode(errors="replace")
            if not _H264_AND_H265 & set(_decodable(va, display)):
                return Hardware("", driver, NoHardware.NO_CODEC)
            return Hardware(WAY, driver, None)
    finally:
        os.close(descriptor)


@contextmanager
def _display(va: ctypes.CDLL, drm: ctypes.CDLL, descriptor: int) -> Iterator[ctypes.c_void_p | None]:
    drm.vaGetDisplayDRM.restype = ctypes.c_void_p
    va.vaQueryVendorString.restype = ctypes.c_char_p
    display = ctypes.c_void_p(drm.vaGetDisplayDRM(descriptor))
    major, minor = ctypes.c_int(), ctypes.c_int()
    if not display or va.vaInitialize(display, ctypes.byref(major), ctypes.byref(minor)):
        yield None
        return
    try:
        yield display
    finally:
        va.vaTerminate(display)


def _decodable(va: ctypes.CDLL, display: ctypes.c_void_p) -> Iterator[int]:
    """The profiles that it decodes, by their numbers in va.h."""
    count = ctypes.c_int()
    profiles = (ctypes.c_int * max(1, va.vaMaxNumProfiles(display)))()
    va.vaQueryConfigProfiles(display, profiles, ctypes.byref(count))
    entries, ways = (ctypes.c_int * max(1, va.vaMaxNumEntrypoints(display)))(), ctypes.c_int()
    for profile in profiles[: count.value]:
        failed = va.vaQueryConfigEntrypoints(display, profile, entries, ctypes.byref(ways))
        if not failed and _DECODES in entries[: ways.value]:
            yield profile
