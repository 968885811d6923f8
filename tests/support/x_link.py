"""A link to an X server through libxcb, without bindings: enough to plug displays, and to drive and look at windows."""

from __future__ import annotations

import ctypes
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import POINTER, Structure, c_char_p, c_int, c_size_t, c_uint8, c_uint32, c_void_p


class _Part(Structure):
    _fields_ = (("start", c_char_p), ("length", c_size_t))


class _Request(Structure):
    _fields_ = (("parts", c_size_t), ("extension", c_void_p), ("opcode", c_uint8), ("is_void", c_uint8))


class Extension(Structure):
    """What libxcb knows an extension by; it gives the number itself."""

    _fields_ = (("name", c_char_p), ("number", c_int))


class _Roots(Structure):
    _fields_ = (("data", POINTER(c_uint32)), ("rem", c_int), ("index", c_int))


class XLink:
    """Requests by their names in libxcb and libxcb-randr, without `xcb_`. Numbers stay below 2^31, as ids do."""

    def __init__(self, display: str) -> None:
        self._xcb, self._randr = ctypes.CDLL("libxcb.so.1"), ctypes.CDLL("libxcb-randr.so.0")
        self._xcb.xcb_connect.restype = self._xcb.xcb_get_setup.restype = c_void_p
        self._xcb.xcb_setup_roots_iterator.restype = _Roots
        self._link = c_void_p(self._xcb.xcb_connect(display.encode(), None))
        assert not self._xcb.xcb_connection_has_error(self._link), f"no X server at {display}"
        setup = c_void_p(self._xcb.xcb_get_setup(self._link))
        self.root: int = self._xcb.xcb_setup_roots_iterator(setup).data[0]

    def ask(self, what: str, *arguments: object) -> bytes:
        """The whole answer, head included; nothing about what is gone in the meantime."""
        library = self._randr if what.startswith("randr") else self._xcb
        # A cookie is a structure of one number: in a register it is that number.
        cookie = getattr(library, f"xcb_{what}")(self._link, *arguments)
        await_reply = getattr(library, f"xcb_{what}_reply")
        await_reply.restype = c_void_p
        reply = await_reply(self._link, cookie, None)
        if not reply:
            return b""
        (more,) = struct.unpack_from("=I", ctypes.string_at(reply, 8), 4)
        return ctypes.string_at(reply, 32 + 4 * more)

    def tell(self, what: str, *arguments: object) -> None:
        """A request that has no answer."""
        library = self._randr if what.startswith("randr") else self._xcb
        getattr(library, f"xcb_{what}")(self._link, *arguments)

    def set_monitor(self, request: bytes) -> None:
        """RRSetMonitor. WORKAROUND: libxcb 1.15 takes it for longer than it is, and closes the link."""
        self.send(Extension.in_dll(self._randr, "xcb_randr_id"), 43, request)

    def send(self, extension: Extension, opcode: int, request: bytes) -> None:
        """A request without an answer, as it is in the protocol; its first four bytes are filled in here."""
        parts = (_Part * 3)()
        parts[2] = _Part(request, len(request))  # The first two are libxcb's own.
        wanted = _Request(1, ctypes.addressof(extension), opcode, True)
        self.tell("send_request", 0, ctypes.byref(parts, 2 * ctypes.sizeof(_Part)), ctypes.byref(wanted))

    def atom(self, name: str) -> int:
        """The number of a name; asking for it, the server has done all that was asked before."""
        return int(struct.unpack_from("=I", self.ask("intern_atom", 0, len(name), name.encode()), 8)[0])

    def settle(self) -> None:
        """The server has done all that was asked."""
        self.ask("get_input_focus")

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Nobody sees what is done halfway."""
        self.tell("grab_server")
        yield
        self.tell("ungrab_server")
        self.settle()

    def close(self) -> None:
        self._xcb.xcb_disconnect(self._link)
