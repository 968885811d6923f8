"""Shows the wall and takes the operator's hand. The only room besides app and bench that knows Qt.

- `wall_window` assembles; `showing` brings an `arrangement` (values: which cameras where) onto the wall by
  way of `stage` (which tiles are being received).
- `wall_view` is the one widget that paints everything; `tile` is what it knows of a tile, `tile_face` what
  that looks like, `captions` what is written on it, `marks` and `words` how a state is told, `theme` all
  colours, sizes and type.
- `console` is the control room's own window: cameras, found devices, health. It shows single pictures with the same
  machinery.
- `top_line` is the one line above, `key_list` the sheet on F1, `keys` the table both are built from.
- `spin` lets the window live while something is waited for.
- Facts come up over `signals.EventBridge`, wishes go down through `ports.LiveViewPort`; `language` translates.

Decided, and why
- A tile is never painted in colour on hearsay: a picture too old is greyed even if nobody said so (`Tile`).
- Pictures are asked for at the exact device pixels of their cell and copied straight from shared memory. The
  36 tiles of 320x180 at 15 pictures/s cost 0.04 to 0.05 core: half is memory traffic, half Python and Qt. What
  gave most: labels painted once instead of in each frame (0.17 to 0.04), one region update a tick instead of
  the whole wall (0.13 to 0.04), painting only the tiles that wanted it, with little Python a frame (a seventh).
  Looking every 33 ms instead of every 16 would save 0.007 and cost 9 ms of delay; one QImage a buffer saves
  less than the noise.
- A single camera is shown from its main stream; the small stream stands in until that is live and whenever it
  fails. The tiles behind go on for ten seconds, so that a glance costs no new connections.
- Non-goals: no video output of a player library, no OpenGL (the machines of the wall may have neither), no
  widget a tile.
"""
