"""Asks an X server which keys are down, for what Qt says of a key that repeats is not always so.

A server tells of a repeating key that it is released and pressed again. Qt takes the two for one if it has both by
then: on a busy machine it often has not.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable

from PySide6.QtCore import QObject, QSocketNotifier, Signal
from PySide6.QtGui import QGuiApplication

from wall.ui.timers import single_shot

PATIENCE_MS = 10
"""So long the server may take to answer: it takes a tenth of one."""

_KEYMAP_AT, _KEYMAP_BYTES = 8, 32


class XKeys(QObject):
    """UI thread, which never waits for the server. A link of its own, because Qt's is Qt's; without an X server nobody
    answers. Keys are known by their codes.
    """

    released = Signal(object)
    """Of the keys that were asked about, those that are up (a frozenset)."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._xcb = _library() if QGuiApplication.platformName() == "xcb" else None
        self._link = self._xcb.xcb_connect(None, None) if self._xcb is not None else None
        self._asked: list[tuple[int, frozenset[int]]] = []
        self._doubted: set[int] = set()
        self._patience = single_shot(self, PATIENCE_MS, self._believe)
        self._notifier: QSocketNotifier | None = None
        if self._xcb is not None and not self._xcb.xcb_connection_has_error(self._link):
            socket = self._xcb.xcb_get_file_descriptor(self._link)
            self._notifier = QSocketNotifier(socket, QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self._read)

    def look(self, keys: Iterable[int]) -> bool:
        """Are these still down? False where nobody will answer."""
        if self._xcb is None or self._notifier is None:
            return False
        self._asked.append((self._xcb.xcb_query_keymap(self._link), frozenset(keys)))
        self._xcb.xcb_flush(self._link)
        return True

    def doubt(self, key: int) -> bool:
        """Qt says that it is released: is it? Without an answer it soon is. False where nobody can say."""
        if not self.look((key,)):
            return False
        self._doubted.add(key)
        self._patience.start()
        return True

    def press(self, key: int) -> None:
        """It was pressed now: what the server was asked before says nothing about it."""
        self._doubted.discard(key)
        self._asked = [(asked, about - {key}) for asked, about in self._asked]

    def end(self) -> None:
        """Close the link, for good."""
        self._patience.stop()
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier = None
        if self._xcb is not None:
            self._xcb.xcb_disconnect(self._link)
        self._xcb = self._link = None

    def _believe(self) -> None:
        """Better a movement that ends than one that does not."""
        doubted, self._doubted = frozenset(self._doubted), set()
        if doubted:
            self.released.emit(doubted)

    def _read(self) -> None:
        xcb, reply = self._xcb, ctypes.c_void_p()
        while xcb is not None and self._asked:
            asked, about = self._asked[0]
            if not xcb.xcb_poll_for_reply(self._link, asked, ctypes.byref(reply), None):
                break
            del self._asked[0]
            if reply.value:
                self._tell(about, ctypes.string_at(reply.value + _KEYMAP_AT, _KEYMAP_BYTES))
                _free(reply.value)
        if xcb is not None and xcb.xcb_connection_has_error(self._link):
            self.end()  # The server is going: Qt will say so.

    def _tell(self, about: frozenset[int], keymap: bytes) -> None:
        self._doubted -= about
        if up := about - _down(keymap):
            self.released.emit(up)


def _down(keymap: bytes) -> frozenset[int]:
    """Byte N holds keys 8N to 8N + 7, the least significant bit first (X11, QueryKeymap)."""
    return frozenset(8 * place + bit for place, byte in enumerate(keymap) for bit in range(8) if byte >> bit & 1)


def _library() -> ctypes.CDLL | None:
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return None
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = (ctypes.c_char_p, ctypes.c_void_p)
    link = (ctypes.c_void_p,)
    for function in (xcb.xcb_connection_has_error, xcb.xcb_get_file_descriptor, xcb.xcb_flush, xcb.xcb_disconnect):
        function.argtypes = link
    # A cookie is a structure of one number: in a register it is that number.
    xcb.xcb_query_keymap.argtypes, xcb.xcb_query_keymap.restype = link, ctypes.c_uint32
    xcb.xcb_poll_for_reply.argtypes = (ctypes.c_void_p, ctypes.c_uint32, ctypes.c_void_p, ctypes.c_void_p)
    return xcb


def _free(pointer: int) -> None:
    ctypes.CDLL(None).free(ctypes.c_void_p(pointer))
