"""The signatures of libVLC's vmem callbacks (libvlc_video_set_callbacks, libvlc_video_set_format_callbacks)."""

from __future__ import annotations

import ctypes

_Unsigned = ctypes.POINTER(ctypes.c_uint)

Lock = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.POINTER(ctypes.c_void_p))
Display = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p)
Setup = ctypes.CFUNCTYPE(
    ctypes.c_uint,
    ctypes.POINTER(ctypes.c_void_p),
    ctypes.c_void_p,
    _Unsigned,
    _Unsigned,
    _Unsigned,
    _Unsigned,
)
