"""A desktop of virtual displays that can be plugged in and out: Xvfb, and the monitors of RandR 1.5.

Qt follows those as it follows real ones. One of them at a time can tell of itself (Xvfb has one output to hang an EDID
on); the others are known by their connector only, as displays behind a bad switch are.
"""

from __future__ import annotations

import ctypes
import os
import signal
import struct
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import POINTER, Structure, byref, c_char_p, c_int, c_int16, c_size_t, c_uint8, c_uint16, c_uint32, c_void_p
from dataclasses import dataclass

from wall.model.grid import Rect

_INTEGER, _REPLACE, _UPRIGHT, _SET_MONITOR = 19, 0, 1, 43
_START_WITHIN_S = 20.0


class _Cookie(Structure):
    _fields_ = (("sequence", c_uint32),)


class _Part(Structure):
    _fields_ = (("start", c_char_p), ("length", c_size_t))


class _Request(Structure):
    _fields_ = (("parts", c_size_t), ("extension", c_void_p), ("opcode", c_uint8), ("is_void", c_uint8))


@dataclass(frozen=True, slots=True)
class Panel:
    """What a display would tell of itself: three letters of its maker, its model, its serial ("" for none)."""

    maker: str
    model: str
    serial: str

    def edid(self) -> bytes:
        """VESA E-EDID 1.4, a block of 128 bytes; chromaticities are those of sRGB."""
        letters = [ord(each) - 64 for each in self.maker]
        maker = letters[0] << 10 | letters[1] << 5 | letters[2]
        head = struct.pack("<8s", b"\x00\xff\xff\xff\xff\xff\xff\x00") + struct.pack(">H", maker)
        head += struct.pack("<HI4B", 0xA0B1, 0, 1, 30, 1, 4) + bytes((0x80, 60, 34, 120, 0x2A))
        head += bytes.fromhex("ee91a3544c99260f5054") + bytes(3) + b"\x01\x01" * 8
        texts = [(0xFC, self.model)] + ([(0xFF, self.serial)] if self.serial else [])
        blocks = [bytes((0, 0, 0, tag, 0)) + (text + "\n").encode().ljust(13)[:13] for tag, text in texts]
        body = (head + b"".join(blocks)).ljust(127, b"\x00")
        return body + bytes(((-sum(body)) % 256,))


class VirtualDesktop:
    """Speaks to one X server as a graphics driver would when a cable is plugged in or out."""

    def __init__(self, name: str) -> None:
        self.name = name
        """What to put into DISPLAY."""
        self._xcb, self._randr = _libraries()
        self._link = self._xcb.xcb_connect(name.encode(), None)
        assert not self._xcb.xcb_connection_has_error(self._link), f"no X server at {name}"
        self._root = self._xcb.xcb_setup_roots_iterator(self._xcb.xcb_get_setup(self._link)).data[0]
        self._crtc, self._output, self._mode = self._resources()[8:11]  # After a head of 32 bytes: one of each.
        self._telling = ""
        # Else the desktop as a whole would be a display as well.
        self._power(0)
        self._arrive()

    def plug(self, connector: str, area: Rect, panel: Panel | None = None, *, primary: bool = False) -> None:
        """A display is there; with `panel` it tells of itself: only one at a time can."""
        with self._at_once():
            if panel:
                self._telling = connector
                self._power(self._mode)
                self._tell(panel.edid())
            self._set_monitor(connector, area, (self._output,) if panel else (), primary)

    def unplug(self, connector: str) -> None:
        """It is gone."""
        with self._at_once():
            if connector == self._telling:
                self._telling = ""
                self._power(0)
            self._randr.xcb_randr_delete_monitor(self._link, self._root, self._atom(connector))

    def close(self) -> None:
        """The server goes on."""
        self._xcb.xcb_disconnect(self._link)

    @contextmanager
    def _at_once(self) -> Iterator[None]:
        """Nobody sees what is done halfway."""
        self._xcb.xcb_grab_server(self._link)
        yield
        self._xcb.xcb_ungrab_server(self._link)
        self._arrive()

    def _resources(self) -> tuple[int, ...]:
        cookie = self._randr.xcb_randr_get_screen_resources(self._link, self._root)
        reply = self._randr.xcb_randr_get_screen_resources_reply(self._link, cookie, None)
        return tuple(ctypes.cast(reply, POINTER(c_uint32))[:11])

    def _power(self, mode: int) -> None:
        """Drive the output in a mode; 0 is off."""
        outputs = (c_uint32 * 1)(self._output)
        configured_at = self._resources()[3]
        cookie = self._randr.xcb_randr_set_crtc_config(
            *(self._link, self._crtc, 0, configured_at, 0, 0, mode, _UPRIGHT, 1 if mode else 0, outputs)
        )
        self._xcb.xcb_discard_reply(self._link, cookie.sequence)

    def _tell(self, edid: bytes) -> None:
        self._randr.xcb_randr_change_output_property(
            self._link, self._output, self._atom("EDID"), _INTEGER, 8, _REPLACE, len(edid), edid
        )

    def _set_monitor(self, name: str, area: Rect, outputs: tuple[int, ...], primary: bool) -> None:
        info = struct.pack(
            f"=IBBHhhHHII{len(outputs)}I",
            *(self._atom(name), primary, False, len(outputs), area.x, area.y, area.width, area.height),
            *(area.width // 4, area.height // 4, *outputs),
        )
        self._send(_SET_MONITOR, struct.pack("=II", 0, self._root) + info)

    def _send(self, opcode: int, request: bytes) -> None:
        """WORKAROUND: libxcb 1.15 computes a wrong length for RRSetMonitor and closes the connection."""
        parts = (_Part * 3)()
        parts[2] = _Part(request, len(request))  # The first two are libxcb's own.
        extension = ctypes.addressof(ctypes.c_char.in_dll(self._randr, "xcb_randr_id"))
        self._xcb.xcb_send_request(
            self._link, 0, byref(parts, 2 * ctypes.sizeof(_Part)), byref(_Request(1, extension, opcode, True))
        )

    def _atom(self, name: str) -> int:
        cookie = self._xcb.xcb_intern_atom(self._link, False, len(name), name.encode())
        reply = self._xcb.xcb_intern_atom_reply(self._link, cookie, None)
        return int(ctypes.cast(reply, POINTER(c_uint32))[2])

    def _arrive(self) -> None:
        """The server has done all that was asked."""
        self._atom("CITYWALL_SYNC")


@contextmanager
def virtual_desktop(width: int = 3840, height: int = 2160) -> Iterator[VirtualDesktop]:
    """An X server of its own, without any display at first."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-noreset", "-nolisten", "tcp", "-screen", "0", f"{width}x{height}x24"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as said:
            number = said.readline().strip()
        assert number, "Xvfb does not start"
        desktop = VirtualDesktop(f":{number}")
        try:
            yield desktop
        finally:
            desktop.close()
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(_START_WITHIN_S)


def _libraries() -> tuple[ctypes.CDLL, ctypes.CDLL]:
    """libxcb and its RandR, with the types that are not plain numbers."""

    class Screens(Structure):
        _fields_ = (("data", POINTER(c_uint32)), ("rem", c_int), ("index", c_int))

    xcb, randr = ctypes.CDLL("libxcb.so.1"), ctypes.CDLL("libxcb-randr.so.0")
    for function, gives, takes in (
        (xcb.xcb_connect, c_void_p, (c_char_p, c_void_p)),
        (xcb.xcb_connection_has_error, c_int, (c_void_p,)),
        (xcb.xcb_get_setup, c_void_p, (c_void_p,)),
        (xcb.xcb_setup_roots_iterator, Screens, (c_void_p,)),
        (xcb.xcb_intern_atom, _Cookie, (c_void_p, c_uint8, c_uint16, c_char_p)),
        (xcb.xcb_intern_atom_reply, c_void_p, (c_void_p, _Cookie, c_void_p)),
        (xcb.xcb_discard_reply, None, (c_void_p, c_uint32)),
        (xcb.xcb_grab_server, _Cookie, (c_void_p,)),
        (xcb.xcb_ungrab_server, _Cookie, (c_void_p,)),
        (xcb.xcb_disconnect, None, (c_void_p,)),
        (randr.xcb_randr_get_screen_resources, _Cookie, (c_void_p, c_uint32)),
        (randr.xcb_randr_get_screen_resources_reply, c_void_p, (c_void_p, _Cookie, c_void_p)),
        (xcb.xcb_send_request, c_uint32, (c_void_p, c_int, c_void_p, c_void_p)),
        (randr.xcb_randr_delete_monitor, _Cookie, (c_void_p, c_uint32, c_uint32)),
    ):
        function.restype, function.argtypes = gives, takes
    randr.xcb_randr_change_output_property.argtypes = (
        *(c_void_p, c_uint32, c_uint32, c_uint32, c_uint8, c_uint8, c_uint32, c_char_p),
    )
    randr.xcb_randr_set_crtc_config.restype = _Cookie
    randr.xcb_randr_set_crtc_config.argtypes = (
        *(c_void_p, c_uint32, c_uint32, c_uint32, c_int16, c_int16, c_uint32, c_uint16, c_uint32),
        c_void_p,
    )
    return xcb, randr
