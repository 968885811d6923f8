"""Looking back: what a tile's buffer keeps, decoded once more and shown as a playhead says.

    RollingBuffer -- Reading --> units -- Pictures --> pictures with their moments -- ReplayPlayer --> PictureMemory

- `pictures` decodes (PyAV); `player` is one tile; `engine` the one thread on which all tiles of a process take turns.

Decided, and why
- *A playhead and no commands* (`model.playhead`): it says which moment is shown at which time, from one clock that all
  processes share. Sixteen tiles of two processes are in step because they have the same playhead, and one that comes
  later (its process was replaced) is in step at once.
- *A memory of its own*: a picture of the past is written where no picture of now ever is, so none can be taken for the
  other, whatever comes too late.
- *Each picture carries the moment that it shows*, in the memory, beside its size: a snapshot of it has the right time.
- *Something is seen soon*: on the way from the keyframe to the wanted moment, what was reached is shown every 0.12 s.
- *Six tenths of a core a process* at the most, over some tenths of a second: what is live comes first. A tile that
  shows nothing yet is not held up by that.
- *What does not keep up skips*: where decoding is a second behind the playhead, it goes on at the last keyframe before
  it. At eight times the speed a tile may be down to its keyframes, and takes no more than its turn.
- *One step back is one group decoded again*: to keep decoded pictures for it would take more memory than it is worth.
"""

from wall.video.replay.engine import ReplayEngine
from wall.video.replay.player import ReplayPlayer

__all__ = ["ReplayEngine", "ReplayPlayer"]
