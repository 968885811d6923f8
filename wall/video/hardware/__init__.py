"""Is there something that decodes video beside the processor? Looked for once, in a process of its own.

- `look` is that process: a driver that crashes or hangs takes only it down. It says what it found in a line of JSON.
- `va` asks VA-API (Intel, AMD) at the render nodes, `vdp` VDPAU (AMD, NVIDIA) at the X server.
- `probe` starts it and reads what it says; where the kernel knows of no device it starts nothing.

libVLC is then given the way for its players of undamaged streams (`decode.vlc_player`): pictures are decoded there,
copied back, and scaled by the processor.

Falling back, from the least to the worst
- libVLC itself falls back where the device does not take a stream; the format of its pictures tells who decodes.
- A player that gives no picture for a second while units come, or has two units of five in vain
  (`decode.hardware_trial`): FFmpeg goes on at once from the last keyframe, libVLC by the processor from the next one.
  Proven right by FFmpeg's pictures, the stream keeps away from the device and says so; three such streams in a minute
  (`decode.hardware_use`), and nobody uses it any more.
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

What is proven, and what is not
- No machine of the project has had a graphics device that libVLC can use. Neither is what it saves measured, nor that
  the pictures of a real driver are right, nor anything of VA-API beyond that it declines.
- Once, by hand, libVLC's own VDPAU plugins ran at Xvfb on a driver written for that, which paints instead of decoding.
  Its pictures were shown, and told to be the device's. From its first error, or from when it hung, to three pictures of
  the processor it took each of four tiles 1.5 to 2.0 s; one of them said in between that it was damaged. A process that
  hung so was replaced 4.4 s after. Where the driver crashed, the tile was live again after a quarter of a second.
- Without a device nothing is started, and nine tiles are live after 0.8 to 1.1 s; before, after 1.2 to 1.5, in turns.
"""
