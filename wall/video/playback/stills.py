"""Single pictures of a file, exactly the one that is wanted. Blocks: a far one takes as long as its group to decode."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
from av.container import InputContainer
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

_ALMOST_S = 0.0005
"""Stamps are rounded on their way."""


class Stills:
    """Of one file, on one thread at a time. OSError or av.FFmpegError for a file that is none."""

    def __init__(self, path: Path) -> None:
        self._container: InputContainer = av.open(str(path))
        try:
            self._stream: VideoStream = self._container.streams.video[0]
        except IndexError:
            self._container.close()
            raise av.InvalidDataError(0, "no video", str(path)) from None
        self._stream.thread_count = 1
        self._frames: Iterator[VideoFrame] = iter(())
        self._ahead: VideoFrame | None = None
        self.shown_s = 0.0
        """When the picture found last is shown."""

    @property
    def shape(self) -> tuple[int, int]:
        """Width and height in square pixels."""
        context = self._stream.codec_context
        wide = float(context.sample_aspect_ratio or Fraction(1))
        return max(1, round(context.width * wide)), max(1, context.height)

    def at(self, at_s: float) -> VideoFrame | None:
        """The picture that is seen at this moment; behind the end, the last one. None where there is none."""
        self._jump(at_s)
        found = self._take()
        while found is not None and (following := self._peek()) is not None and _time(following) <= at_s + _ALMOST_S:
            found = self._take()
        return self._note(found)

    def after(self) -> VideoFrame | None:
        """The next picture after the one found last; None at the end."""
        return self._note(self._take())

    def before(self) -> VideoFrame | None:
        """The one before it; None at the beginning."""
        until_s, found = self.shown_s - _ALMOST_S, None
        self._jump(until_s)
        while (following := self._peek()) is not None and _time(following) < until_s:
            found = self._take()
        if found is None:
            self.at(self.shown_s)
        return self._note(found)

    def close(self) -> None:
        self._container.close()

    def _jump(self, at_s: float) -> None:
        """To the keyframe at or before a moment."""
        self._ahead = None
        base = self._stream.time_base or Fraction(1)
        self._container.seek(max(0, round(at_s / base)), stream=self._stream, backward=True)
        self._frames = self._container.decode(self._stream)

    def _peek(self) -> VideoFrame | None:
        """The next picture; damaged ones that cannot be decoded are passed over."""
        while self._ahead is None:
            try:
                self._ahead = next(self._frames)
            except StopIteration:
                return None
            except av.FFmpegError:
                self._frames = self._container.decode(self._stream)
        return self._ahead

    def _take(self) -> VideoFrame | None:
        found, self._ahead = self._peek(), None
        return found

    def _note(self, frame: VideoFrame | None) -> VideoFrame | None:
        if frame is not None:
            self.shown_s = _time(frame)
        return frame


def _time(frame: VideoFrame) -> float:
    return float(frame.pts * frame.time_base) if frame.pts is not None and frame.time_base is not None else 0.0
