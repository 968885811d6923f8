"""Plays the sound of one camera. In a process of its own: what a sound device does takes no picture along.

    camera -- rtsp.receive_sound --> units -- samples --> 48 kHz -- sample_queue/imem --> libVLC --> PulseAudio or ALSA

`process` is the main program, which listens to one camera at a time (`listening`); `outlet` plays and tells what ails
the device; `playout` says when each packet is to be heard. `wall.services.listening` is the other side.
The same program rings for alarms (`ringing`, of tones that `bell` draws), in another process:
`wall.services.alarms.bell`.

Decided, and why

- *A session of its own that sets up nothing but the sound.* RTSP lets a server refuse a second SETUP while the first
  plays (RFC 2326, 10.4), and most cameras do: to add sound to the pictures' session would mean to begin it anew, and to
  hold one track more for every tile in case somebody listens would cost each of them for it. So the pictures, which
  many tiles, the buffer and a recording share, are not touched. It costs the camera one session more for as long as
  somebody listens; one that has none left says so, on its tile.
- *The stream that is shown is asked first*, then the camera's others: sub-streams without sound are common.
- *Lips*: pictures are shown 30 to 40 ms after they came, sound is heard 160 ms after (`playout`), whatever the camera's
  clock does, so it lags by 0.12 to 0.13 s. That is what broadcasting calls just noticeable (ITU-R BT.1359: 0.125 s, and
  0.185 s acceptable). Pictures are not held back for it, since a wall is there to be seen, and the sender reports of
  both tracks are not compared: they would move the sound to the camera's own idea of the same moment, which no camera
  is known to keep better than that. Two tracks that leave the camera at different times stay apart by as much.
- *PyAV decodes, libVLC plays.* Samples of one form make one player for all formats, whose stamps are ours: libVLC asks
  for sound exactly when it is due (measured at its output: within 0.1 ms of what `playout` says), and needs no demuxer.
- *Loudness is ours* (`samples.amplified`), and not the device's: PulseAudio remembers what is set there.
- *Tried with PulseAudio and a sink that runs on a clock*: 18 s in all three formats without a gap, the tone as loud as
  it was sent; 0.03 core and 93 MB while somebody listens. Its server killed in between: said within 0.1 s.
- *A device that fails ends it, with a word; the key begins again.* libVLC would ask for it with each packet, and ALSA
  write ten lines each time.
- *One process, started by the first key*, in half a second, and kept for a minute. Nothing runs before.

Non-goals: the sound of what was (a replay, a recording: both are silent), several cameras at once, speaking to a
camera, choosing the device (the desktop does).
"""
