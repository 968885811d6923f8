"""Inside a decode process: receive, decode, watch.

`process` is the main program: one asyncio loop that serves the channel to the parent and the RTSP connections of all
tiles of this process. A `Tile` joins a connection (`wall.video.rtsp`), a `GopCache` and a player (`vlc_player`), and
`watch` looks at what comes out several times a second. libVLC has threads of its own; they meet the loop only in the
unit queue and in the picture memory.
"""
