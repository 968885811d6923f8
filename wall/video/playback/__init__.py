"""Plays recorded files: libVLC while a film runs, exact single pictures while it stands. In a process of its own.

`process` is the main program, which serves one film at a time: a file that makes libVLC fall over takes no live picture
along. `film` is the film and what it is doing, `film_screen` the road of libVLC's pictures into the picture memory,
`stills` finds single pictures. `wall.services.playback` is the other side.

Decided, and why

- *libVLC for all that moves*, with FFmpeg's demuxer (`:demux=avformat`): its own one lands on the keyframe before the
  place that was asked for in fragmented files, and up to a group of pictures away from what was wanted.
- *Single pictures are decoded here* (PyAV): a libVLC that is paused shows nothing new after every third jump, steps
  forwards only, and does not say where it stands. While a film stands its picture is exact, in both directions; as it
  goes on, libVLC jumps to that place while it runs, which took at most 0.09 s in 160 jumps and never failed.
- *Where a running film is* is counted on from libVLC's last word, which comes four times a second.

Non-goals: sound (there is none in a recording), playing backwards.
"""
