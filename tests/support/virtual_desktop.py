"""A desktop of virtual displays that can be plugged in and out: Xvfb, and the monitors of RandR 1.5.

Qt follows those as it follows real ones. One of them at a time can tell of itself (Xvfb has one output to hang an EDID
on); the others are known by their connector only, as displays behind a bad switch are.
"""

from __future__ import annotations

import os
import struct
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import c_uint32
from dataclasses import dataclass

from tests.support.x_hand import XHand
from tests.support.x_link import XLink
from wall.model.grid import Rect

_INTEGER, _REPLACE, _UPRIGHT, _VIEWABLE = 19, 0, 1, 2
_Z_PIXMAP = 2
_END_WITHIN_S = 20.0


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
        head = b"\x00\xff\xff\xff\xff\xff\xff\x00" + struct.pack(">H", maker)
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
        self._x = XLink(name)
        self.hand = XHand(self._x)
        # After a head of 32 bytes: the one crtc, the one output, the mode.
        self._crtc, self._output, self._mode = self._resources()[8:11]
        self._telling = ""
        self._power(0)  # Else the desktop as a whole would be a display as well.

    def plug(self, connector: str, area: Rect, panel: Panel | None = None, *, primary: bool = False) -> None:
        """A display is there; with `panel` it tells of itself: only one at a time can."""
        with self._x.at_once():
            if panel:
                self._telling = connector
                self._power(self._mode)
                edid = panel.edid()
                self._x.tell(
                    "randr_change_output_property",
                    *(self._output, self._x.atom("EDID"), _INTEGER, 8, _REPLACE, len(edid), edid),
                )
            self._set_monitor(connector, area, (self._output,) if panel else (), primary)

    def unplug(self, connector: str) -> None:
        """It is gone."""
        with self._x.at_once():
            if connector == self._telling:
                self._telling = ""
                self._power(0)
            self._x.tell("randr_delete_monitor", self._x.root, self._x.atom(connector))

    def shown(self) -> dict[str, Rect]:
        """The windows that can be seen, by title: there is no window manager, each stands where it was put."""
        tree = self._x.ask("query_tree", self._x.root)
        found = {}
        for window in struct.unpack_from(f"={struct.unpack_from('=H', tree, 16)[0]}I", tree, 32):
            attributes, area = self._x.ask("get_window_attributes", window), self._x.ask("get_geometry", window)
            title = self._title(window)
            if title and area and attributes and attributes[26] == _VIEWABLE:
                found[title] = Rect(*struct.unpack_from("=hhHH", area, 12))
        return found

    def has_keys(self) -> str:
        """The title of the window that keys go to."""
        focus = self._x.ask("get_input_focus")
        return self._title(struct.unpack_from("=I", focus, 8)[0])

    def pixels(self, area: Rect) -> bytes:
        """What can be seen there: rows of blue, green, red and nothing."""
        everything = c_uint32(0xFFFFFFFF)
        place = (area.x, area.y, area.width, area.height)
        return self._x.ask("get_image", _Z_PIXMAP, self._x.root, *place, everything)[32:]

    def close(self) -> None:
        """The server goes on."""
        self._x.close()

    def _title(self, window: int) -> str:
        named = self._x.ask("get_property", 0, window, self._x.atom("_NET_WM_NAME"), 0, 0, 256)
        return named[32 : 32 + struct.unpack_from("=I", named, 16)[0]].decode() if named else ""

    def _resources(self) -> tuple[int, ...]:
        return struct.unpack_from("=11I", self._x.ask("randr_get_screen_resources", self._x.root))

    def _power(self, mode: int) -> None:
        """Drive the output in a mode; 0 is off."""
        configured_at = self._resources()[3]
        outputs = (c_uint32 * 1)(self._output)
        self._x.ask(
            "randr_set_crtc_config",
            *(self._crtc, 0, configured_at, 0, 0, mode, _UPRIGHT, 1 if mode else 0, outputs),
        )

    def _set_monitor(self, name: str, area: Rect, outputs: tuple[int, ...], primary: bool) -> None:
        self._x.set_monitor(
            struct.pack(
                f"=IIIBBHhhHHII{len(outputs)}I",
                *(0, self._x.root, self._x.atom(name), primary, False, len(outputs)),
                *(area.x, area.y, area.width, area.height, area.width // 4, area.height // 4, *outputs),
            )
        )


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
        yield desktop
        desktop.close()
    finally:
        server.terminate()
        server.wait(_END_WITHIN_S)
