"""The process that looks for a decoder: `python -m wall.video.hardware.look` says what it found as one JSON object.

VA-API is what most machines have and counts where both are there. It, too, gives the reason where neither is usable.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from wall.model.hardware import Hardware, NoHardware
from wall.video.hardware import va, vdp

PLUGINS = {
    va.WAY: ("codec/libvaapi_drm_plugin.so", "vaapi/libvaapi_filters_plugin.so"),
    vdp.WAY: ("vdpau/libvdpau_avcodec_plugin.so", "vdpau/libvdpau_chroma_plugin.so"),
}
"""What libVLC decodes with, and what it copies pictures back with: in two packages of Debian's."""


def look() -> Hardware:
    """What this machine has that libVLC can use."""
    found = usable(va.look(), _folders())
    if not found.way and os.environ.get("DISPLAY"):
        other = usable(vdp.look(), _folders())
        found = other if other.way else found
    return found


def usable(found: Hardware, folders: list[Path]) -> Hardware:
    """It, if libVLC has what it takes to use it in its `folders`."""
    if found.way and not all(_is_there(name, folders) for name in PLUGINS[found.way]):
        return Hardware("", found.driver, NoHardware.NO_PLUGIN)
    return found


def _is_there(name: str, folders: list[Path]) -> bool:
    return any((folder / name).exists() for folder in folders)


def _folders() -> list[Path]:
    if told := os.environ.get("VLC_PLUGIN_PATH"):
        return [Path(each) for each in told.split(os.pathsep)]
    return [*Path("/usr/lib").glob("*/vlc/plugins"), Path("/usr/lib/vlc/plugins")]


if __name__ == "__main__":
    found = look()
    why_not = found.why_not.name if found.why_not else None
    print(json.dumps({"way": found.way, "driver": found.driver, "why_not": why_not}), flush=True)
    os._exit(0)  # A driver may hang in its own clean-up.
