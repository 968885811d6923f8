"""How a make names its profiles and video sources."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tokens:
    """Patterns for `str.format`: `channel` and `nth` (of the stream) count from 1, `index` and `number` from 0.

    `number` runs over all streams of the device; `stream` is "main", "sub" and so on, `codec` "h264" and its kin.
    """

    profile: str = "Profile_{channel}_{stream}"
    source: str = "VideoSource_{channel}"

    def source_of(self, channel: int) -> str:
        """The token of a channel's video source."""
        return self.source.format(channel=channel, index=channel - 1)

    def profile_of(self, channel: int, nth: int, stream: str, codec: str, streams: int = 2) -> str:
        """The token of the profile of a channel's nth stream of so many."""
        number = (channel - 1) * streams + nth - 1
        return self.profile.format(
            channel=channel, index=channel - 1, nth=nth, number=number, stream=stream, codec=codec
        )
