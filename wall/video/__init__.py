"""Receives, decodes and hands over pictures. The only room that knows `vlc` and `av`.

The road of a picture:

    camera -- rtsp --> access units -- decode/imem --> libVLC -- decode/vmem --> PictureMemory --> TileFeed

Everything up to the memory happens in decode processes (`decode/`), which the `DecodePool` starts, feeds, watches and
replaces; the program itself only reads memory that is shared with them (`memory`, `feed`). Small pictures of cameras
that nobody watches are made by `glimpse/`, in a process of its own.

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
- *A picture is black where 19 of 20 points of a grid are* (`decode/watch`): cameras write their names over it. It lives
  all the same: noise tells a covered lens from a frozen picture. A look a second costs 0.017 ms (0.05 ms while Python
  counted the points, instead of `bytes.translate`).
- *Covered, blurred or turned away is seen by edges* (`decode/scene`, `decode/thumbnail`): 32 x 18 cells of the
  logarithm of brightness, correlated region by region with a reference that follows slowly. Of seven drawn streets,
  none was taken for another scene in any light, in fog, rain and infrared light, or with half of it hidden, though all
  of that came from one look to the next. Covered, or turned by 15 degrees, each was noticed; tilted by 12, an alley
  between bare walls was not. A blur of 3 % of the width is always noticed, one of 1 % in two streets of three. A look
  takes 0.42 ms, one in five seconds: 36 tiles cost 0.3 % of a core, and the cheaper look for black gives 0.1 % of that
  back. Without numpy: each decode process would pay for its start. The parent says by a count in the picture memory
  when a dome is turned on purpose.
- *What a camera showed before is compared with only where that is sure* (`decode/recalled`, `usual_memory`): the
  program keeps what the decode process has learnt (`wall.services.scene_book`: 588 bytes) and puts it into the memory
  of the next one, which asks for forty looks at another scene that stays the same, by the same kind of light, and has
  nothing of the former one, but for two regions of twelve: cameras write their name and clock there. (While nothing at
  all might be recognised, one that does was found out by chance.) Of seven drawn streets none was taken for another
  scene in 392 trials by any light, in fog, rain, with a lorry before it, overexposed and full of noise; turned by 12 to
  60 degrees they were found out in 76 of 100, in another light in 88, and other places in 87. On real streets nobody
  has tried it.
- *Presentation*: see `decode/imem`. The delay from feeding to showing is a constant 40 ms.
- *What libVLC shows again is no picture* (`decode/vmem`): a unit that comes 15 ms late is preceded by its last picture
  once more. That passed for 17 to 19 pictures a second of cameras that send 15, each copy was painted, and what was
  learnt of a view with libVLC foretold the next one a sixth too dear. Copies are told by their bytes, which costs one
  comparison that ends at the first difference; 150 units with a jitter of 60 ms are 150 pictures, and were 190.
- *Only whole pictures* (`err_detect=explode`): a damaged picture is not shown but counted, and the tile says so.
- *A tile may rest* (`decode/picture`): it is received, and the units since the last keyframe are kept (130 KB at 512
  kbit/s, 16 MiB at most), but nothing is decoded and no player is open. That costs a twelfth of a live tile, and
  the camera notices nothing: no new session, no wait for a keyframe when the wall comes back to it.
- *Waking is catching up, and PyAV does that* (`decode/quick`): libVLC sets up a player in 10 ms and scales and shows
  each picture on the way. CPU to the present picture of 640x360, with 1, 8, 15 and 29 units to decode: 5, 11, 19 and
  30 ms against libVLC's 15, 26, 36 and 60. Until the last of 36 tiles woken at once has its present picture, all
  processes together use 0.6 s of CPU instead of 1.4 s: 0.3 s on two free cores. Only the newest picture is shown, and
  each is as old as its unit.
- *While many wait for each other, groups are caught up with in a hurry* (`decode/quick`): without deblocking, till the
  next keyframe. Until 18 tiles of a process have their present picture, with 8, 15, 22 and 29 units each to decode:
  0.13, 0.19, 0.25 and 0.31 s instead of 0.16, 0.23, 0.30 and 0.38. A group of more than 60 units is decoded with care:
  what is left out adds up.
- *What a wall has just left is decoded on for ten seconds* (`decode/players`): small streams that were decoded in full,
  at most 24 of a process, without deblocking, in lots of eight units, shown to nobody, when there is nothing else to do
  and a second after a wall has changed at the earliest. It costs what decoding does for so long: 0.004 to 0.008 core a
  tile, the less, the more others have to do. 36 tiles back after four seconds, two processes, in turns on crowded
  cores: 0.17 to 0.30 s of CPU instead of 0.36 to 0.49, and 0.13 to 0.37 s until the last has its picture instead of
  0.44 to 0.81; in `bench views` on two cores with other work, 0.27 to 0.30 s at the 95th percentile instead of 0.37 to
  0.42. After longer, or at another size, it is the whole group again. To ask for keyframes on the way back (ONVIF
  SetSynchronizationPoint) would be 36 calls, and each picture an answer and an encoder's turn away: slower than to
  decode what is here.
- *While a wall wakes, nothing else is done*: tiles that show nothing yet come first, those that do wait for some
  tenths of a second, and no libVLC player is set up.
- *libVLC takes over at the next keyframe* (`decode/players`), fed beside PyAV until its first picture is ready, and
  shows what PyAV had not yet: one pause of 40 ms, and nothing out of its order. A resize, and a new player for whatever
  reason, go the same way.
- *After a rest the first picture proves nothing* (`decode/watch`): only the second one, if it differs, shows that
  the camera lives. Till then it is not known when the picture changed last, and nobody says so.
- *Two engines* (`engine`, `decode/players`): libVLC, and FFmpeg's decoder through PyAV (`decode/quick`), which decodes
  all small tiles of a process on one thread, the one with the oldest picture first. 36 tiles, CPU a tile and the times
  of the floor, in turns on one machine: libVLC 0.0224 to 0.0242 (1.58 to 1.93), FFmpeg 0.0198 to 0.0200 (1.60 to 1.66);
  delay p95 68 against 30 ms; tasks that wait for a processor 28 % against 10 % of the time. A stream changes hands at
  a keyframe, without a pause. What the rest of FFmpeg's 0.0198 is spent on: 0.0099 decoding, scaling and copying with a
  warm cache; 0.0045 the same with 18 streams in turn (alone: a fifth more than in one go, and a third more where the
  thread sleeps in between); 0.002 receiving; 0.0027 painting.
  Tried, and within the noise: waking the decoding thread once a turn of the loop, decoding on the loop itself, no
  thread; FFmpeg's `flags2=fast`, `low_delay`, no error concealment; large pages for the pictures of its decoder; bgr0
  for bgra. Scaling with POINT instead of FAST_BILINEAR saves 0.0004, and shows it.
- *Pictures are scaled straight into their memory* (`decode/scaling`): PyAV's reformatter makes a new frame for each,
  and with memory that goes back to the system (`heap`) that was 15,000 page faults a second in each decode process; a
  copy row by row came on top. 36 tiles: 0.0186 to 0.0194 core each instead of 0.0217 to 0.0225. The floor had been
  measured under the same burden; without it (`bench.floor`, in a process of its own) it is 0.0122 to 0.0128 instead of
  0.0143 to 0.0150, so that the times of the floor above are too low by a sixth.
- *A receiving loop rests for half a picture of its fastest camera* (`rtsp/pace`, `model.tempo`), and so does the
  window between its looks: 33 ms at 15 pictures a second, 20 at 25, 17 at 30, and never longer. Its own work is 20
  microseconds a picture while it is warm, and 150 to 300 after a decoder has had the caches: so the fewer turns the
  better, for the decoding thread, too. Whoever waits for an answer has 10 ms for a quarter of a second, and who has
  more to read than 32 KiB none. 36 tiles at 15 pictures, with 20 ms and with this, the next two and a painter that is
  told each tile's rectangle, in turns: 1.59 and 1.62, and 1.50 and 1.55 times the floor (in a worse hour six turns
  each: 1.63 and 1.59); the delay at the 95th percentile is 62 instead of 40 ms.
- *Streams that are alike are scaled with the same tables* (`decode/scaling`), not each with its own.
- *What the painter needs to know of a picture's age is two numbers*, and not all that is known of the stream.
  Tried, and not worth it: one decode process for two cores (3 % less, and a dead one takes all tiles); two units of a
  stream in one go (decoding 5 to 8 % less, for a delay of a picture).
- *A parameter set that is known is not read again* (`headers`): 1.5 instead of 29 microseconds for each of the two or
  three questions about a keyframe.
- *A graphics device decodes where there is one* (`hardware/`), for libVLC's players, and where it fails the processor.
- *Leaving out* (`model.video.Level`): every second picture is decoded and not shown, which only FFmpeg's decoder can;
  of a group nothing is decoded but its keyframe, and never half a group. The first saves a tenth, the second all but
  a fifth.
- *A process with nothing to see* looks four times a second and not twenty: 36 tiles hidden and given back, 0.005 core
  in all three processes instead of 0.012.
- *What was received lately is kept* (`buffer/`), and can be looked at again (`replay/`), in the processes that received
  it. 36 streams (2.3 MB/s) received with and without keeping them, in turns, the disk in use: 0.006 to 0.011 core of
  0.055 to 0.066. From the key to the painted picture of ten seconds ago, from the disk: 0.06 s, 0.15 at the 95th
  percentile; until sixteen in step are there, 0.3 s; on two cores with other work waiting half of the time.
- *What a tile receives can be written to the disk as it is* (`record/`): 0.0011 to 0.0015 core a recorded tile, about
  what receiving it costs; 18 tiles at once have their first bytes on the disk after 0.05 to 0.08 s, the last after 0.3.
- *Films are played in a process of their own* (`playback/`), by libVLC.
- *So is sound* (`sound/`), which comes in a session of its own: the pictures' reception and engines know nothing of it.
  Any tile can be listened to, whoever decodes it. Heard 0.12 to 0.13 s after it is seen; `sound` tells why.
- *A large picture begins with its first unit* (`decode/players`): libVLC shows nothing before its third, so PyAV makes
  the pictures till then, where somebody waits for one picture alone; for a wall of small ones it would be work for
  nothing. And what has just been opened is looked at every 50 ms instead of every 250. From the key to the painted
  picture of the full stream, 36 tiles behind it, on crowded cores (0.65): 0.27 s, 0.45 at the 95th percentile; before,
  0.72 and 3.8.
- *A spare process*: starting Python and libVLC takes most of a second, and a killed decoder must be back in two.
- *Late is not hung* (`worker`): a process that says nothing for 4 s is killed only if its main thread does nothing
  either, or after 15 s.

Non-goals here: choosing the stream by size, which the UI does.
"""
