"""What a camera says of its streams, where they are seen to be something else."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from wall.model.seen_stream import SeenStream
from wall.model.stream import Codec
from wall.ui.figures import codec_name, pixels


def said_of(seen: SeenStream, size: tuple[int, int] | None, codec: Codec | None) -> str:
    """What of the size and codec that a camera says is not so; "" where nothing is known to be wrong."""
    return ", ".join(said for said, _ in _contradictions(seen, size, codec))


def untruth(seen: SeenStream, size: tuple[int, int] | None, codec: Codec | None) -> str:
    """The same beside what is sent."""
    found = _contradictions(seen, size, codec)
    if not found:
        return ""
    said, sent = (", ".join(each) for each in zip(*found, strict=True))
    return QCoreApplication.translate("Figures", "says {0}, sends {1}").format(said, sent)


def _contradictions(seen: SeenStream, size: tuple[int, int] | None, codec: Codec | None) -> list[tuple[str, str]]:
    found = []
    if size and seen.size and size not in ((seen.size.width, seen.size.height), seen.size.shape):
        found.append((pixels(*size), pixels(seen.size.width, seen.size.height)))
    if codec and seen.codec and codec is not seen.codec:
        found.append((codec_name(codec), codec_name(seen.codec)))
    return found
