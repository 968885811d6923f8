"""One stream being sent to one client: sequence numbers, time stamps, sender reports, and faults.

After any gap (a fault, a client that does not read) it goes on with the keyframe of the current group, as a
camera does that is asked for one, so that no client decodes differences to a picture it never had.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from wall.simulator.faults import Fault, Faults, FaultValue
from wall.simulator.rtp.packets import PacketClip, PacketFrame, fill
from wall.simulator.rtp.rtcp import goodbye, sender_report
from wall.simulator.rtsp.damage import corrupt, lose
from wall.simulator.rtsp.sdp import TRACK
from wall.simulator.rtsp.sent import SentJournal
from wall.simulator.rtsp.sink import Sink, rtp_bounds

REPORT_S = 2.0
"""RFC 3550, section 6.2: at this bit rate the reduced minimum is below a second. Cameras take between one and five."""
STUCK_S = 10.0
"""A client that takes nothing for so long is disconnected."""
FRAMES_BEFORE_RESET = 10
_GOLDEN = 0.618033988749895


@dataclass(frozen=True, slots=True)
class Sender:
    """What every session shares. Clocks in seconds; `wall_clock` since 1970."""

    faults: Faults
    sent: SentJournal
    monotonic: Callable[[], float]
    wall_clock: Callable[[], float]
    rng: random.Random


def beat(camera: int, interval_s: float, now: float) -> tuple[float, int]:
    """When the next picture of a camera is due, and how many there were: each camera at its own moment between two.

    Where the camera is in its scene does not depend on who watches: main and sub agree.
    """
    phase = camera * _GOLDEN % 1.0 * interval_s
    frames = int((now - phase) / interval_s) + 1
    return frames * interval_s + phase, frames + camera * 47


class StreamSession:
    """Sends a clip over and over. `hang_up(reset)` ends the client's connection. Event-loop thread only."""

    track = TRACK

    def __init__(
        self,
        camera: int,
        stream: str,
        clip: PacketClip,
        sink: Sink,
        sender: Sender,
        hang_up: Callable[[bool], None],
    ) -> None:
        self.camera, self.stream = camera, stream
        self.is_playing = False
        self.frames_sent = 0
        self._clip, self._sink, self._sender, self._hang_up = clip, sink, sender, hang_up
        self._journal = sender.sent.of(camera, stream)
        rng = sender.rng
        self.source = rng.getrandbits(32)
        self.sequence = rng.getrandbits(16)
        self.timestamp = rng.getrandbits(32)
        self._index = 0
        self._needs_key = True
        self._is_live = False
        self._held: PacketFrame | None = None
        self._packets = self._octets = 0
        self._reported_at: float | None = None
        self._full_since: float | None = None

    @property
    def interval_s(self) -> float:
        """Time between two frames."""
        return 1.0 / self._clip.fps

    @property
    def next_timestamp(self) -> int:
        """The RTP time of the frame that follows."""
        return (self.timestamp + self._clip.tick) & 0xFFFFFFFF

    def first_due(self) -> float:
        """When the first frame after PLAY goes out: every camera at its own moment between two frames."""
        due, count = beat(self.camera, self.interval_s, self._sender.monotonic())
        self._index = count % len(self._clip.frames)
        self._needs_key = True
        return due + float(self._sender.faults.is_on(Fault.SLOW_FIRST_FRAME, self.camera) or 0.0)

    def change_clip(self, clip: PacketClip) -> None:
        """Go on with another clip in the same session, from its keyframe."""
        if clip is not self._clip or self._is_live:
            self._clip, self._is_live, self._held = clip, False, None
            self._needs_key = True

    def wait_for_live(self) -> None:
        """Send nothing before the next keyframe that `take` brings."""
        self._is_live = self._needs_key = True

    @property
    def needs_key(self) -> bool:
        """Whether it sends pictures that are made now, and waits for a keyframe among them."""
        return self._is_live and self._needs_key

    def take(self, frame: PacketFrame, now: float) -> None:
        """Send a picture that was made now; from the first keyframe on in place of the clip."""
        on = self._sender.faults.of(self.camera)
        if Fault.SILENT in on or self._is_stuck(now):
            self._needs_key = True
            return
        if (self._needs_key or not self._is_live) and not frame.is_key:
            return
        if not self._is_live:
            # The clip's picture of this moment went out already.
            self.timestamp = (self.timestamp + self._clip.tick // 2) & 0xFFFFFFFF
        self._is_live, self._needs_key = True, False
        self._held = frame if frame.is_key else self._held
        self._send_reported(frame, now, on)

    def step(self, now: float) -> None:
        """Send the frame that is due at monotonic time `now`, or what the faults make of it."""
        clip = self._clip
        self._index = (self._index + 1) % len(clip.frames)
        self.timestamp = (self.timestamp + clip.tick) & 0xFFFFFFFF
        on = self._sender.faults.of(self.camera)
        frame = self._pick(on)
        if frame is None and self._is_live and Fault.SILENT not in on:
            return
        if frame is None or self._is_stuck(now):
            self._needs_key = True
            return
        self._send_reported(frame, now, on)

    def _send_reported(self, frame: PacketFrame, now: float, on: Mapping[Fault, FaultValue]) -> None:
        if self._reported_at is None or now - self._reported_at >= REPORT_S:
            self._report(now, on)
        self._send(frame, now, on)

    def stop(self) -> None:
        """Say goodbye; the session is over."""
        self.is_playing = False
        self._sink.send_rtcp(goodbye(self.source))
        self._sink.close()

    def _pick(self, on: Mapping[Fault, FaultValue]) -> PacketFrame | None:
        frames = self._clip.frames
        if on and Fault.SILENT in on:
            return None
        if self._is_live:
            return self._held if on.get(Fault.FROZEN) == "key" else None
        if on and on.get(Fault.FROZEN) == "key":
            # The group in which the fault came is held: the index does not leave it.
            self._index = self._clip.keyframe_at_or_before(self._index - 1)
            self._needs_key = True
            return frames[self._index]
        if self._needs_key:
            self._index = self._clip.keyframe_at_or_before(self._index)
            self._needs_key = False
        return frames[self._index]

    def _send(self, frame: PacketFrame, now: float, on: Mapping[Fault, FaultValue]) -> None:
        block = fill(frame, self._sink.channel, self.sequence, self.timestamp, self.source)
        bounds = rtp_bounds(frame.offsets, len(block))
        self.sequence = (self.sequence + len(bounds)) & 0xFFFF
        self._packets += len(bounds)
        self._octets += len(block) - 16 * len(bounds)
        if on:
            if Fault.CORRUPT in on:
                corrupt(block, bounds, self._sender.rng)
            if (percent := on.get(Fault.LOSS)) is not None:
                block, bounds = lose(block, bounds, float(percent), self._sender.rng)
        self._journal.append((frame.number, self._sender.monotonic()))
        self._sink.send(block, bounds)
        self.frames_sent += 1
        if on and Fault.RESET in on and self.frames_sent >= FRAMES_BEFORE_RESET:
            self._hang_up(True)

    def _is_stuck(self, now: float) -> bool:
        if not self._sink.is_full():
            self._full_since = None
            return False
        if self._full_since is None:
            self._full_since = now
        if now - self._full_since > STUCK_S:
            self._hang_up(False)
        return True

    def _report(self, now: float, on: Mapping[Fault, FaultValue]) -> None:
        self._reported_at = now
        wall_s = self._sender.wall_clock() + float(on.get(Fault.CLOCK_SKEW, 0.0))
        report = sender_report(self.source, wall_s, self.timestamp, self._packets, self._octets)
        self._sink.send_rtcp(report)
