"""Keeps the last minutes of every camera on the wall as received: for replay, and for the beginning of a recording.

    a tile's units -- RollingBuffer.add --> chunks in memory -- BufferShelf --> Disk: segments in a folder of one's own
                      RollingBuffer.units_from --> Reading --> units, from wherever they are

- `unit`, `chunk`: what is kept. A chunk is what is moved and dropped as one: it begins with a keyframe where it can,
  and holds some seconds.
- `rolling`: the index of one tile; `reading` goes through it while it changes.
- `shelf`: one a decode process; holds all of its tiles together inside the bounds.
- `disk`: the one thread that touches the disk; `segments` are its files, `folder` is where they lie and whose they are.

Decided, and why
- *Memory first, disk after*: as long as three quarters of the memory suffice for the minutes that are wanted, nothing
  is ever written. A wall of 36 small streams (2.3 MB/s) needs the disk, a desk of four does not.
- *Time of arrival* is the only time here: cameras' clocks jump, repeat and run backwards.
- *All tiles of a process share its files*, in the order in which they come: few files, written from front to back, and
  to make room is to delete the oldest.
- *Nothing waits for the disk*: what cannot be written is dropped with the oldest, and the trouble is told once. A disk
  that is full, slow, or whose folder was removed is tried again after half a minute.
- *A folder has an owner*: the process that holds the lock in it. What nobody owns was left by a program that was
  killed, and the next one removes it. The process that takes the place of a killed one inherits its token, and so what
  that one had on the disk; what it had in memory is lost.
- *What is kept is the camera's, not the tile's*: where a tile is closed, because another layout wants a larger stream
  or another view is called up, it waits for its time, and the next tile of that camera in this process begins with it.
  Of what two of its streams have both, the later one counts. The pool opens a camera again where it was.
- *Its bounds can be changed while it is filled*: less memory in steps, as the disk takes it, so that nothing is missing
  in between; where no disk does, at once.
- *Age counts from now*, also for a camera that is gone: that is the promise about how long pictures are kept.

Non-goals: keeping anything over a restart of the program; sound.
"""

from wall.video.buffer.reading import Reading
from wall.video.buffer.rolling import RollingBuffer, Span
from wall.video.buffer.shelf import BufferShelf
from wall.video.buffer.unit import KeptUnit

__all__ = ["BufferShelf", "KeptUnit", "Reading", "RollingBuffer", "Span"]
