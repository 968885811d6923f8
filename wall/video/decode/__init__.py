"""Inside a decode process: receive, decode, watch.

`process` is the main program: one asyncio loop that serves the channel to the parent and the RTSP connections of all
tiles of this process. A `Tile` joins a connection (`wall.video.rtsp`) and a `PictureMaker` (`picture`), which keeps the
units since the last keyframe (`gop`), feeds the `players` and looks at what comes out several times a second (`watch`,
`health`). There are two engines: `quick` (PyAV) catches up with what was kept, `vlc_player` (libVLC) goes on from the
next keyframe. Both have threads of their own; they meet the loop only in the queues of units and in the picture memory.
"""
