"""A program that says whether the X server's screen saver, set to one second, comes on within three; with `hold`,
while the displays are held awake.
"""

from __future__ import annotations

import ctypes
import sys
from ctypes import Structure, byref, c_int, c_ulong, c_void_p

from PySide6.QtGui import QGuiApplication

from wall.ui.screens.awake import Awake
from wall.ui.spin import spin

_ON = 1


class _Info(Structure):
    _fields_ = (
        ("window", c_ulong),
        ("state", c_int),
        ("kind", c_int),
        ("til_or_since", c_ulong),
        ("idle", c_ulong),
        ("mask", c_ulong),
    )


def main() -> None:
    app = QGuiApplication(sys.argv)
    x11, xss = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXss.so.1")
    x11.XOpenDisplay.restype = c_void_p
    link = c_void_p(x11.XOpenDisplay(None))
    x11.XDefaultRootWindow.restype = c_ulong
    root = c_ulong(x11.XDefaultRootWindow(link))

    def is_on() -> bool:
        info = _Info()
        xss.XScreenSaverQueryInfo(link, root, byref(info))
        return bool(info.state == _ON)

    awake = Awake()
    awake.hold(sys.argv[1:] == ["hold"])
    x11.XSetScreenSaver(link, 1, 0, 0, 0)
    x11.XSync(link, 0)
    print("on" if spin(3, is_on) else "off", flush=True)
    awake.hold(False)
    x11.XCloseDisplay(link)
    app.quit()


if __name__ == "__main__":
    main()
