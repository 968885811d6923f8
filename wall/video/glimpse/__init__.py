"""Small pictures of cameras that nobody watches at this moment: made in a process of its own, one at a time.

`maker` is the parent's side: it hands a `letter` (memory without a name) to the process with what there is of a
picture, and gets it back with the small picture in it. In the process, `process` obeys, `keyframe` receives one
keyframe over RTSP and gives the session back, and `shrink` decodes, at a fraction of the size where the format allows.

Decided
- *A process of its own*, below the others in rank (nice): decoding what cameras send must be killable, and never takes
  a processor from the tiles of the wall. It is started when it is first needed, and ends when nobody looks.
- *Who hung or crashed it is known*: the process marks the letter that it is about to decode. Only that picture's camera
  is blamed; the others are asked again.
- *JPEGs are read by libjpeg at an eighth to the whole of their size* (Pillow's `draft`): 1280x720 to 240x135 takes
  2.6 ms, at its whole size it took 9.
- *Bounds*: of bytes by whoever reads them, of pixels before they are decoded, of memory by the kernel, of time by the
  parent. A progressive JPEG of two megabytes can keep a decoder busy for minutes.
"""
