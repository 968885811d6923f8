"""Receives a camera's video over RTSP: from an address to access units a decoder can take."""

from wall.video.rtsp.limits import Limits
from wall.video.rtsp.receive import receive
from wall.video.rtsp.units import AccessUnit, Sink, StreamInfo

__all__ = ["AccessUnit", "Limits", "Sink", "StreamInfo", "receive"]
