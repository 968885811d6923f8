"""Is there something that decodes video beside the processor? Looked for once, in a process of its own.

- `look` is that process: a driver that crashes or hangs takes only it down. It says what it found in a line of JSON.
- `va` asks VA-API (Intel, AMD) at the render nodes, `vdp` VDPAU (AMD, NVIDIA) at the X server.
- `probe` starts it and reads what it says; where the kernel knows of no device it starts nothing.

libVLC is then given the way for its players of undamaged streams (`decode.vlc_player`): pictures are decoded there,
copied back, and scaled by the processor.

Falling back, from the least to the worst
- libVLC itself falls back where the device does not take a stream; the format of its pictures tells who decodes.
- A player that gives no picture for a second while units come (`decode.hardware_trial`): FFmpeg goes on at once from
  the last keyframe, libVLC by the processor from the next one. Proven right by FFmpeg's pictures, the stream keeps away
  from the device and says so; three such streams in a minute (`decode.hardware_use`), and nobody uses it any more.
- A process that breaks down or hangs while it may use the device (`pool`): whoever follows does without, at the first
  time. It may have been something else, but what crashes once would crash each of its successors.

Decided, and why
- What is on the wall already moves into the device when that is found, and out of it when it is given up, by way of
  FFmpeg: nothing waits for the look, and nothing blinks.
- FFmpeg's players stay with the processor. They are what there is to fall back on, and have their first picture in
  some milliseconds, for which no device would have to be set up. PyAV's build knows CUDA, QSV, AMF and DRM, and
  neither VA-API nor VDPAU: for NVIDIA without X11, CUDA here is what is left to be done, by whom has such a machine.
- A device is only of use where libVLC has what decodes with it and what copies back (`look.PLUGINS`). Debian has the
  latter in vlc-plugin-video-output, which a wall needs for nothing else; the doctor names it where it would help.

What is not proven: no machine of the project has had a graphics device that libVLC can use. Neither is what it saves
measured, nor that pictures of a real driver are right. Measured is that without one nothing is lost.
"""
