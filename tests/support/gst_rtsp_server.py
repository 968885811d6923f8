#!/usr/bin/python3
"""An RTSP server that nobody here wrote (GStreamer's), with a moving test picture: `/live` on 127.0.0.1.

Run by the system's own Python, which has `gi`; nothing of the wall is imported. Prints one JSON line when it
listens, `{"ready": true, "port": …}`, and ends with its standard input, so that it never outlives a test.
"""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

LIKE_A_CAMERA = "tune=zerolatency speed-preset=ultrafast key-int-max=30 bitrate=512"
ENCODERS = {
    "h264": f"x264enc {LIKE_A_CAMERA} ! rtph264pay config-interval=-1",
    "h265": f"x265enc {LIKE_A_CAMERA} ! rtph265pay config-interval=-1",
    "mjpeg": "jpegenc quality=70 ! rtpjpegpay",
}
"""Picture to RTP packets; ends at the payloader, whose name the server wants to be pay0."""

OPERATOR = "operator"
"""The role that may watch."""


def parse(arguments: list[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="GStreamer's RTSP server with a test picture")
    parser.add_argument("--codec", choices=sorted(ENCODERS), default="h264")
    parser.add_argument("--auth", choices=["none", "basic", "digest"], default="none")
    parser.add_argument("--user", default="admin")
    parser.add_argument("--password", default="secret")
    parser.add_argument("--protocols", choices=["tcp", "udp", "any"], default="any")
    parser.add_argument("--seconds", type=float, default=0, help="a stream ends after this long; 0: never")
    parser.add_argument("--port", type=int, default=0, help="0: any free one")
    return parser.parse_args(arguments)


def pipeline(codec: str, seconds: float, fps: int = 15) -> str:
    """The launch line of one stream."""
    frames = f" num-buffers={round(seconds * fps)}" if seconds else ""
    encoder, _, payloader = ENCODERS[codec].rpartition("! ")
    return (
        f"( videotestsrc is-live=true pattern=ball{frames} ! video/x-raw,format=I420,width=640,height=360,"
        f"framerate={fps}/1 ! {encoder}! {payloader} name=pay0 pt={26 if codec == 'mjpeg' else 96} )"
    )


def media_factory(options: argparse.Namespace, rtsp: Any, rtsp_server: Any) -> Any:
    """What makes a stream for each client, from its own first picture on."""
    factory = rtsp_server.RTSPMediaFactory()
    factory.set_launch(pipeline(options.codec, options.seconds))
    transports = {"tcp": rtsp.RTSPLowerTrans.TCP, "udp": rtsp.RTSPLowerTrans.UDP}
    if options.protocols != "any":
        factory.set_protocols(transports[options.protocols])
    if options.auth != "none":
        permissions = rtsp_server.RTSPPermissions()
        permissions.add_permission_for_role(OPERATOR, "media.factory.access", True)
        permissions.add_permission_for_role(OPERATOR, "media.factory.construct", True)
        factory.set_permissions(permissions)
    return factory


def login(options: argparse.Namespace, rtsp: Any, rtsp_server: Any) -> Any:
    """The one account, with the one way to prove it."""
    auth = rtsp_server.RTSPAuth()
    token = rtsp_server.RTSPToken()
    token.set_string("media.factory.role", OPERATOR)
    if options.auth == "basic":
        auth.set_supported_methods(rtsp.RTSPAuthMethod.BASIC)
        auth.add_basic(rtsp_server.RTSPAuth.make_basic(options.user, options.password), token)
    else:
        auth.set_supported_methods(rtsp.RTSPAuthMethod.DIGEST)
        auth.add_digest(options.user, options.password, token)
    return auth


def main(arguments: list[str]) -> int:
    """Serve until standard input ends; 3 if GStreamer's parts are not installed, 1 if the port is taken."""
    options = parse(arguments)
    try:
        import gi

        for part in ("Gst", "GstRtsp", "GstRtspServer"):
            gi.require_version(part, "1.0")
        from gi.repository import GLib, Gst, GstRtsp, GstRtspServer
    except (ImportError, ValueError) as error:
        print(error, file=sys.stderr)
        return 3
    Gst.init(None)
    server = GstRtspServer.RTSPServer()
    server.set_address("127.0.0.1")
    server.set_service(str(options.port))
    server.get_mount_points().add_factory("/live", media_factory(options, GstRtsp, GstRtspServer))
    if options.auth != "none":
        server.set_auth(login(options, GstRtsp, GstRtspServer))
    if not server.attach(None):
        print(f"port {options.port} is taken", file=sys.stderr)
        return 1
    loop = GLib.MainLoop()
    GLib.io_add_watch(sys.stdin, GLib.PRIORITY_DEFAULT, GLib.IOCondition.HUP, lambda *_: loop.quit())
    print(json.dumps({"ready": True, "port": server.get_bound_port()}), flush=True)
    loop.run()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
