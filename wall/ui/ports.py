"""What the wall asks of the room below. `wall.services.live_view.LiveView` fulfils it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from wall.model.camera import CameraStream
from wall.model.decode_cost import Forecast
from wall.model.hardware import Hardware
from wall.model.other_stream import OtherStream
from wall.model.picture import PictureFeed
from wall.model.playhead import Playhead
from wall.model.seen_stream import SeenStream
from wall.model.stream import Source


class LiveViewPort(Protocol):
    """Live pictures by tile number. All methods are called on the UI thread and never block."""

    def show(self, tile: int, source: Source, width: int, height: int, stretches: bool = False) -> PictureFeed:
        """Begin to show a stream at so many device pixels: inside them in its own proportions, or over all of them.
        The feed is empty until the first picture.
        """
        ...

    def warm(self, tile: int, source: Source, width: int, height: int, stretches: bool = False) -> PictureFeed:
        """Connect and receive, and decode nothing yet: `wake` then shows the present picture in a moment."""
        ...

    def rest(self, tile: int) -> None:
        """Go on receiving, stop decoding: `wake` brings the picture back in a moment. Nothing is said of it meanwhile
        but that it failed. The last picture stays in the feed.
        """
        ...

    def wake(self, tile: int, width: int, height: int, stretches: bool = False) -> None:
        """Decode again, from the last keyframe on, at so many device pixels. Costs nothing where it does not rest."""
        ...

    def resize(self, tile: int, width: int, height: int, stretches: bool = False) -> None:
        """Want another size. The feed goes on with pictures of the old size until there are new ones."""
        ...

    def weigh(self, tile: int, importance: int) -> None:
        """The more, the later it is decoded with less when the machine has too much to do. 0 at first."""
        ...

    def offer(self, tile: int, other: OtherStream | None) -> None:
        """Another stream of the camera may take this one's place when the machine has too much to do, or this one
        stands in that one's place. What is wanted is told as SmallerWanted. None: it is this one and no other.
        """
        ...

    def forecast(self, wanted: Sequence[tuple[CameraStream, tuple[int, int]]]) -> Forecast:
        """What it would take to show these streams at so many device pixels, as far as it can be known."""
        ...

    def replay(self, tile: int, head: Playhead, width: int, height: int, stretches: bool = False) -> PictureFeed:
        """Show what was kept of a tile, as the playhead says; each picture tells the moment that it shows, and none of
        now comes into this feed. The tile rests until `wake`; KeptChanged tells what is kept.
        """
        ...

    def steer(self, tile: int, head: Playhead) -> None:
        """Let a tile that looks back follow another playhead."""
        ...

    def hide(self, tile: int) -> None:
        """Stop showing. The feed and every picture held of it are dead from here on."""
        ...

    def seen(self, source: Source) -> SeenStream:
        """What a stream was seen to send, since the program began."""
        ...

    def is_shown(self, source: Source, below: int) -> bool:
        """Is this stream decoded for a tile with a number below this one?"""
        ...

    def is_received(self, source: Source) -> bool:
        """Is this stream received already, for whomever, so that something of it may be kept?"""
        ...

    def hardware(self) -> Hardware:
        """What decodes beside the processor, or why nothing does."""
        ...

    def retry(self, tile: int) -> None:
        """The operator has decided to try again what failed or was refused."""
        ...
