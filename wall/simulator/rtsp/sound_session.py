"""One camera's sound being sent to one client, over and over."""

from __future__ import annotations

from collections.abc import Mapping

from wall.simulator.faults import Fault, FaultValue
from wall.simulator.rtp.packets import fill
from wall.simulator.rtp.rtcp import goodbye, sender_report
from wall.simulator.rtp.sound import PacketSound
from wall.simulator.rtsp.damage import lose
from wall.simulator.rtsp.sdp import SOUND_TRACK
from wall.simulator.rtsp.session import REPORT_S, Sender
from wall.simulator.rtsp.sink import Sink, rtp_bounds

_HEADS = 16
"""Bytes of a packet that are no payload: the interleaving and the RTP header."""


class SoundSession:
    """As `session.StreamSession`, with fewer faults: a microphone is silent, or its packets are lost. Loop thread."""

    track = SOUND_TRACK

    def __init__(self, camera: int, stream: str, sound: PacketSound, sink: Sink, sender: Sender) -> None:
        self.camera, self.stream = camera, stream
        self.is_playing = False
        self.frames_sent = 0
        self._sound, self._sink, self._sender = sound, sink, sender
        rng = sender.rng
        self.source = rng.getrandbits(32)
        self.sequence = rng.getrandbits(16)
        self.timestamp = rng.getrandbits(32)
        self._index = self._octets = 0
        self._reported_at: float | None = None

    @property
    def interval_s(self) -> float:
        """Time between two packets."""
        return self._sound.tick / self._sound.rate_hz

    @property
    def next_timestamp(self) -> int:
        """The RTP time of the packet that follows."""
        return (self.timestamp + self._sound.tick) & 0xFFFFFFFF

    def first_due(self) -> float:
        """When the first packet after PLAY goes out."""
        return self._sender.monotonic() + self.interval_s

    def step(self, now: float) -> None:
        """Send the packet that is due at monotonic time `now`; none where the camera is silent or the client stuck."""
        self._index = (self._index + 1) % len(self._sound.frames)
        self.timestamp = self.next_timestamp
        on = self._sender.faults.of(self.camera)
        if Fault.SILENT in on or self._sink.is_full():
            return
        if self._reported_at is None or now - self._reported_at >= REPORT_S:
            self._report(now, on)
        frame = self._sound.frames[self._index]
        block = fill(frame, self._sink.channel, self.sequence, self.timestamp, self.source)
        bounds = rtp_bounds(frame.offsets, len(block))
        self.sequence = (self.sequence + 1) & 0xFFFF
        self.frames_sent += 1
        self._octets += len(block) - _HEADS
        if (percent := on.get(Fault.LOSS)) is not None:
            block, bounds = lose(block, bounds, float(percent), self._sender.rng)
        if bounds:
            self._sink.send(block, bounds)

    def stop(self) -> None:
        """Say goodbye; the session is over."""
        self.is_playing = False
        self._sink.send_rtcp(goodbye(self.source))
        self._sink.close()

    def _report(self, now: float, on: Mapping[Fault, FaultValue]) -> None:
        self._reported_at = now
        wall_s = self._sender.wall_clock() + float(on.get(Fault.CLOCK_SKEW, 0.0))
        self._sink.send_rtcp(sender_report(self.source, wall_s, self.timestamp, self.frames_sent, self._octets))
