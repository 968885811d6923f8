"""RTP packets of sound: each is delivered as it comes. No I/O."""

from __future__ import annotations

from wall.video.rtsp.rtp import RtpStream


class SoundStream(RtpStream):
    """In sound the marker says that somebody begins to speak (RFC 3551, 4.1), not that a unit ends: a packet does that,
    unless it leaves the unit of its depacketizer unfinished.
    """

    __slots__ = ()

    def packet(self, memory: memoryview, start: int, end: int) -> None:
        """Take one packet. Raises as `RtpStream.packet`."""
        super().packet(memory, start, end)
        if self._open:
            self._finish()
