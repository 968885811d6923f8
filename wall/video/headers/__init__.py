"""What a compressed picture says of itself, read without decoding it and without any library.

A tile must know the size and pixel aspect of a stream before a decoder does, and again whenever a camera
changes them. The answer stands in the sequence parameter set (H.264, H.265) or in the frame header (JPEG) of
each keyframe.

- `annexb`: finds NAL units one by one; nobody asks beyond the first slice, so a large picture costs no more.
- `bits`: the fixed-length and Exp-Golomb numbers that parameter sets are written in.
- `aspect`: the pixel aspect of a VUI, the same table in both codecs.
- `h264`, `h265`, `jpeg`: one function each.
- `size`: the answer, and what counts as absurd.

Non-goals: anything that decoding needs; SVC, MVC and other layers above the base.

Decided:
- Whatever cannot be read is None, not an exception: cameras send rubbish, and the next keyframe comes soon.
- Only the first parameter set counts. Cameras send one, and a unit full of them must not take long.
- What comes after the aspect in an H.264 VUI may be broken: cameras get it wrong and decoders forgive it.
  Size and aspect are known by then; only `reorder` stays unknown.
- A pixel aspect beyond 8:1 is a mistake of the camera and counts as square.
- The density in a JPEG's JFIF header is ignored: RTP does not carry it and cameras fill it with printing
  defaults.
"""

from __future__ import annotations

from wall.model.stream import Codec
from wall.video.headers.bits import Unreadable
from wall.video.headers.h264 import h264_size
from wall.video.headers.h265 import h265_size
from wall.video.headers.jpeg import jpeg_size
from wall.video.headers.size import PictureSize

__all__ = ["PictureSize", "picture_size"]

_READERS = {Codec.H264: h264_size, Codec.H265: h265_size, Codec.MJPEG: jpeg_size}
# A large SEI or a full EXIF segment (64 KiB) may stand before what is looked for.
_HEAD_BYTES = 1 << 17


def picture_size(codec: Codec, unit: bytes | memoryview) -> PictureSize | None:
    """Return what one access unit (Annex B, or a whole JPEG) says of its size; None if nothing sound.

    Any thread. Time is bounded whatever the bytes are; never raises for what they hold.
    """
    try:
        return _READERS[codec](bytes(unit[:_HEAD_BYTES]))
    except Unreadable:
        return None
