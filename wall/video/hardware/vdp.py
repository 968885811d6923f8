"""VDPAU at the X server: is there a driver, and does it decode what cameras send?"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager

from wall.model.hardware import Hardware, NoHardware

WAY = "vdpau_avcodec"
_NAME, _CAPABILITIES = 4, 36  # VDP_FUNC_ID_GET_INFORMATION_STRING, VDP_FUNC_ID_DECODER_QUERY_CAPABILITIES
_H264_AND_H265 = (7, 8, 100)  # VDP_DECODER_PROFILE_H264_MAIN, H264_HIGH, HEVC_MAIN


def look() -> Hardware:
    """With the display of the environment."""
    try:
        x11, vdpau = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libvdpau.so.1")
    except OSError:
        return Hardware(why_not=NoHardware.NO_LIBRARY)
    with _display(x11) as display:
        if not display:
            return Hardware(why_not=NoHardware.NO_DEVICE)
        device, get = ctypes.c_uint32(), ctypes.c_void_p()
        screen = x11.XDefaultScreen(display)
        if vdpau.vdp_device_create_x11(ctypes.c_void_p(display), screen, ctypes.byref(device), ctypes.byref(get)):
            return Hardware(why_not=NoHardware.NO_DRIVER)
        driver = _Driver(device, get.value or 0)
        if not any(driver.decodes(profile) for profile in _H264_AND_H265):
            return Hardware("", driver.name(), NoHardware.NO_CODEC)
        return Hardware(WAY, driver.name(), None)


class _Driver:
    """A device's functions, which are asked for by number."""

    def __init__(self, device: ctypes.c_uint32, get: int) -> None:
        self._device = device
        self._get = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_uint32, ctypes.c_uint32, ctypes.c_void_p)(get)

    def name(self) -> str:
        """What the driver calls itself."""
        said = ctypes.c_char_p()
        kind = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p)
        failed = kind(self._function(_NAME))(ctypes.addressof(said))
        return "VDPAU" if failed or said.value is None else said.value.decode(errors="replace")

    def decodes(self, profile: int) -> bool:
        """Does it decode streams of this profile, by its number in vdpau.h?"""
        known = [ctypes.c_int(), *(ctypes.c_uint32() for _ in range(4))]
        kind = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_uint32, ctypes.c_uint32, *[ctypes.c_void_p] * len(known))
        ask = kind(self._function(_CAPABILITIES))
        failed = ask(self._device, profile, *(ctypes.addressof(each) for each in known))
        return not failed and bool(known[0].value)

    def _function(self, number: int) -> int:
        """OSError where the driver has none: the program that looks ends with it."""
        found = ctypes.c_void_p()
        if self._get(self._device, number, ctypes.addressof(found)) or not found.value:
            raise OSError(f"the VDPAU driver lacks function {number}")
        return found.value


@contextmanager
def _display(x11: ctypes.CDLL) -> Iterator[int | None]:
    """The connection to the X server; None where there is none."""
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XDefaultScreen.argtypes = x11.XCloseDisplay.argtypes = (ctypes.c_void_p,)
    display: int | None = x11.XOpenDisplay(None)
    try:
        yield display
    finally:
        if display:
            x11.XCloseDisplay(display)
