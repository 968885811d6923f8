"""Receives, decodes and hands over pictures. The only room that knows `vlc` (and, for later engines, `av`).

The road of a picture:

    camera -- rtsp --> access units -- decode/imem --> libVLC -- decode/vlc_player --> PictureMemory --> TileFeed

Everything up to the memory happens in decode processes (`decode/`), which the `DecodePool` starts, feeds, watches and
replaces; the program itself only reads memory that is shared with them (`memory`, `feed`).

Decisions, and what was measured for them (2 cores, 18 tiles a process, 640x360 at 15 fps, 512 kbit/s):

- *We receive RTSP ourselves* (`rtsp/`) instead of with FFmpeg's demuxer: exact status codes, so that "sessions full" is
  told from "wrong password"; our own bounds against hostile replies; the camera's clock from its sender reports; one
  loop for all cameras of a process instead of a thread each; no login in an address that a library may print.
- *One decoder thread a tile* (`--avcodec-threads=1`): libVLC's default of one a core costs 0.027 to 0.034 core a tile
  instead of 0.025, and delays by a frame.
- *Fast bilinear scaling* (`--swscale-mode=0`): 0.0245 instead of 0.0265.
- *No release callback, no unlock callback*: three calls into Python a picture instead of five.
- *No deblocking where three pixels of the stream make one on the wall* (`coarse`): a quarter less of decoding, 15 to
  20 % of all. Measured there: 41 dB on average against the deblocked picture, 34 dB at the end of a group.
- *An all-zero picture is none* (`decode/blank`): what FFmpeg builds on a keyframe that it refused.
- *Presentation*: see `decode/imem`. The delay from feeding to showing is a constant 40 ms.
- *Only whole pictures* (`err_detect=explode`): a damaged picture is not shown but counted, and the tile says so.
- *A spare process*: starting Python and libVLC takes most of a second, and a killed decoder must be back in two.

Non-goals here: sound, recording, choosing the stream by size: issue D.
"""
