"""Receives a camera over RTSP (RFC 2326): from a `Source` to access units that a decoder can take.

`receive(source, sink)` is one camera's pictures, `receive_sound` its sound (`tracks`): it connects, logs in, plays
and delivers until it is cancelled, or fails with the WallError whose cause the tile will say. It never tries again;
that is its caller's. All cameras of a process share one asyncio loop, best a `paced_loop()`.

The road of a byte: `connection` (a TCP connection) reads into the memory of `interleaved`, which takes the
stream apart into RTSP messages (`message`) and packets; `rtp` puts packets in order and counts the lost ones;
`depacketize/` copies each payload once, into the picture it belongs to. Over UDP, `udp` and `reorder` stand
in for the first two. `dialogue` and `steps` ask the camera (`auth`, `sdp`, `addresses`, `transports`);
`receive` goes through the steps, watches and tidies up. Everything but connection, dialogue, steps, udp,
reorder, paths and receive is without I/O.

Decisions, and why:

- *Our own receiver* instead of FFmpeg's: 401, 403, 404, 453 and 461 are told from each other; a wrong password
  costs the camera's account exactly one attempt; time and memory are bounded whatever the other side sends; the
  camera's clock comes out of its sender reports; there is no probing, the first picture is there a frame after
  PLAY; no thread a camera; no login in an address that a library may print.
- *A demanded transport is the only one tried; AUTO means TCP, and UDP where TCP is refused.* Nothing is
  remembered: asking for TCP again costs one round trip. A camera that accepts TCP is never asked for UDP.
- *The first packet is waited for longer than the next* (10 s, then 4 s): recorders send nothing before a keyframe.
- *Damage is said, not repaired*: of a picture that lacks packets the whole NAL units and the beginnings of
  broken ones are delivered, flagged. Where a gap leaves open which of two pictures lacks them, both are flagged.
- *A new payload type ends the reception at once*: the camera changed its format, a new description is needed.
- *Sound has a session of its own*, which sets up that track alone: see `wall.video.sound`.
- *Garbage between packets is skipped*, up to 256 KiB of it; before anything was agreed it is no camera at all.
- *Every refusal of a login that was sent ends the attempt*, except for a stale nonce. 403 counts as one, 406 as
  a full house.
- *The login is asked for at a desk, and only once the camera has asked for it* (`desk`): whoever keeps the logins can
  let one camera try before all others, and a camera that cannot be reached keeps nobody waiting.

Cost, in CPU-seconds per second and stream of 640x360, 15 fps, 512 kbit/s, 24 streams in one process, each
sending at its own moment, on two cores busy with other work (median and least of 8 runs, PyAV in turn with ours):

    TCP 0.0015, 0.0013      TCP on a paced loop 0.0011, 0.0010      PyAV over TCP 0.0019, 0.0014
    UDP 0.0017, 0.0014      UDP on a paced loop 0.0013, 0.0011      PyAV over UDP 0.0015, 0.0013

Those loops rested 10 ms; now it is 20, of which `wall.video` tells. With the machine to itself and all pictures at the
same moment TCP takes 0.0006 (PyAV 0.0016 to 0.0020). Taking packets apart is 12 microseconds of a picture; the rest is
waking up, reading, and the loop.

Non-goals: metadata streams; G.726, LATM and other sound than G.711 and AAC; a way back to the camera; multicast; RTSP
in HTTP or TLS; replay of recordings (Profile G, with the recording store); interleaved H.264 (packetization mode 2) and
12-bit JPEG; following a redirection to another host.
"""

from wall.video.rtsp.desk import LoginDesk
from wall.video.rtsp.limits import Limits
from wall.video.rtsp.pace import paced_loop, rest
from wall.video.rtsp.receive import receive, receive_sound
from wall.video.rtsp.units import AccessUnit, Sink, SoundInfo, SoundSink, StreamInfo

__all__ = [
    "AccessUnit",
    "Limits",
    "LoginDesk",
    "Sink",
    "SoundInfo",
    "SoundSink",
    "StreamInfo",
    "paced_loop",
    "receive",
    "receive_sound",
    "rest",
]
