"""Asks an X server to say when a window is covered by others, which Qt does not.

It tells only where no compositor runs: under one, every window is drawn whole, and counts as visible.
"""

from __future__ import annotations

import ctypes
import struct
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtGui import QGuiApplication

_EVENT_MASK, _VISIBILITY_CHANGE = 1 << 11, 1 << 16  # XCB_CW_EVENT_MASK, XCB_EVENT_MASK_VISIBILITY_CHANGE
_VISIBILITY_NOTIFY, _FULLY_OBSCURED = 15, 2
_EVENT_BYTES = 32
_SENT = 0x80
"""Set in the type of an event that another client has sent."""


class XVisibility(QObject):
    """Of one window at a time. `heard` is told whether it is covered, at once and then with each change. UI thread.

    A link of its own to the server: on Qt's, Qt alone says which events it wants.
    """

    def __init__(self, heard: Callable[[bool], None], parent: QObject) -> None:
        super().__init__(parent)
        self._heard = heard
        self._xcb = _library() if QGuiApplication.platformName() == "xcb" else None
        self._link: int | None = None
        self._notifier: QSocketNotifier | None = None
        self._window = 0

    def watch(self, window: int) -> None:
        """Of this window from now on, by its number at the server; asked for before it is mapped, nothing is missed."""
        if window == self._window or self._xcb is None or not self._connect(self._xcb):
            return
        self._window = window
        wanted = ctypes.c_uint32(_VISIBILITY_CHANGE)
        self._xcb.xcb_change_window_attributes(self._link, window, _EVENT_MASK, ctypes.byref(wanted))
        self._xcb.xcb_flush(self._link)
        self._read()

    def end(self) -> None:
        """Close the link, for good."""
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier = None
        if self._xcb is not None and self._link:
            self._xcb.xcb_disconnect(self._link)
        self._link = self._xcb = None

    def _connect(self, xcb: ctypes.CDLL) -> bool:
        if self._link is None:
            self._link = xcb.xcb_connect(None, None)
            if not xcb.xcb_connection_has_error(self._link):
                self._notifier = QSocketNotifier(
                    xcb.xcb_get_file_descriptor(self._link), QSocketNotifier.Type.Read, self
                )
                self._notifier.activated.connect(self._read)
        return self._notifier is not None

    def _read(self) -> None:
        xcb = self._xcb
        while xcb is not None and (event := xcb.xcb_poll_for_event(self._link)):
            data = ctypes.string_at(event, _EVENT_BYTES)
            _free(event)
            window, state = struct.unpack_from("=IB", data, 4)
            if data[0] & ~_SENT == _VISIBILITY_NOTIFY and window == self._window:
                self._heard(state == _FULLY_OBSCURED)
        if xcb is not None and xcb.xcb_connection_has_error(self._link):
            self.end()  # The server is going: Qt will say so.


def _library() -> ctypes.CDLL | None:
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return None
    xcb.xcb_connect.restype = xcb.xcb_poll_for_event.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = (ctypes.c_char_p, ctypes.c_void_p)
    for function in (
        xcb.xcb_connection_has_error,
        xcb.xcb_get_file_descriptor,
        xcb.xcb_poll_for_event,
        xcb.xcb_flush,
        xcb.xcb_disconnect,
    ):
        function.argtypes = (ctypes.c_void_p,)
    xcb.xcb_change_window_attributes.argtypes = (
        ctypes.c_void_p,
        ctypes.c_uint32,
        ctypes.c_uint32,
        ctypes.c_void_p,
    )
    xcb.xcb_change_window_attributes.restype = ctypes.c_uint32
    return xcb


def _free(pointer: int) -> None:
    ctypes.CDLL(None).free(ctypes.c_void_p(pointer))
