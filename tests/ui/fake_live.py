"""A live view without cameras: pictures written into shared memory by another thread."""

from __future__ import annotations

import mmap
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from wall.model.camera import Camera, CameraStream, streams_of
from wall.model.decode_cost import Cost, Forecast
from wall.model.events import StreamSized, TileChanged
from wall.model.hardware import Hardware, NoHardware
from wall.model.other_stream import OtherStream
from wall.model.picture import Picture
from wall.model.playhead import Playhead
from wall.model.seen_stream import SeenStream
from wall.model.stream import Source
from wall.model.tile import Cause, TileState, TileStatus
from wall.model.video import StreamSize
from wall.ui.signals import EventBridge

LIVE = TileStatus(TileState.LIVE)
Colour = tuple[int, int, int]
QUARTERS: tuple[Colour, ...] = ((200, 40, 30), (20, 60, 220), (30, 180, 60), (200, 200, 10))
"""Top left, top right, bottom left, bottom right."""


def with_streams(number: int, **sizes: tuple[int, int]) -> Camera:
    """A camera that says how large its streams are: they are called by these names, in this order."""
    streams = (CameraStream(Source(f"rtsp://127.0.0.1/{number}/{name}"), size) for name, size in sizes.items())
    return Camera(number, f"Camera {number}", tuple(streams), camera_id=number)


def cameras(count: int, *, with_sub: bool = True) -> list[Camera]:
    """So many cameras with names that need all of Vietnamese."""
    names = ("Ngã Sáu – cổng bắc", "Trường THPT Chuyên Bắc Ninh – cổng chính đường Lý Thái Tổ", "Cầu Đáp Cầu")
    return [
        Camera(
            number=index + 1,
            name=names[index % len(names)],
            camera_id=index + 1,
            site=("Ngã Sáu", "Đáp Cầu")[index % 2],
            streams=streams_of(
                Source(f"rtsp://127.0.0.1/{index}/main"),
                Source(f"rtsp://127.0.0.1/{index}/sub") if with_sub else None,
            ),
        )
        for index in range(count)
    ]


class Clock:
    """Stands until a test moves it: no wait of a busy machine makes a picture old."""

    def __init__(self) -> None:
        self.now_s = 100_000.0

    def __call__(self) -> float:
        return self.now_s


class SharedFeed:
    """Three buffers and a published number. `draw` may be called from any one thread."""

    def __init__(self, width: int, height: int) -> None:
        self.size = (width, height)
        self._views = [memoryview(mmap.mmap(-1, width * height * 4)) for _ in range(3)]
        self._published: tuple[int, float] = (0, 0.0)
        self._held: Picture | None = None
        self.holds = 0

    def draw(self, colour: Colour, picture_s: float) -> None:
        """Publish a picture of one colour."""
        red, green, blue = colour
        self._publish(bytes((blue, green, red, 255)) * (self.size[0] * self.size[1]), picture_s)

    def draw_quarters(self, picture_s: float) -> None:
        """Publish four quarters, as `QUARTERS` has them."""
        width, height = self.size
        above, below = (
            b"".join(bytes((blue, green, red, 255)) * (width // 2) for red, green, blue in pair)
            for pair in (QUARTERS[:2], QUARTERS[2:])
        )
        self._publish(above * (height // 2) + below * (height // 2), picture_s)

    def resize(self, width: int, height: int) -> None:
        """Publish the next pictures in another size."""
        self.size = (width, height)
        self._views = [memoryview(mmap.mmap(-1, width * height * 4)) for _ in range(3)]

    def redraw(self, picture_s: float) -> None:
        """Publish the newest picture once more, as a new one."""
        self._publish(bytes(self._views[self._published[0] % 3]), picture_s)

    def draw_stripes(self, picture_s: float) -> None:
        """Publish upright stripes one pixel wide, black first."""
        self._publish(bytes((0, 0, 0, 255, 255, 255, 255, 255)) * (self.size[0] * self.size[1] // 2), picture_s)

    def _publish(self, pixels: bytes, picture_s: float) -> None:
        count = self._published[0] + 1
        self._views[count % 3][:] = pixels
        self._published = (count, picture_s)

    def has_newer(self) -> bool:
        return self._published[0] != (self._held.count if self._held else 0)

    def hold(self) -> Picture | None:
        count, picture_s = self._published
        self.holds += 1
        if count and self.has_newer():
            width, height = self.size
            self._held = Picture(width, height, width * 4, self._views[count % 3], picture_s, count)
        return self._held


class FakeLive:
    """Fulfils LiveViewPort and remembers what it was asked."""

    def __init__(self, bridge: EventBridge) -> None:
        self.bridge = bridge
        self.clock = Clock()
        self.feeds: dict[int, SharedFeed] = {}
        self.awake: set[int] = set()
        """What is decoded; the others rest."""
        self.weights: dict[int, int] = {}
        self.others: dict[int, OtherStream | None] = {}
        """The other streams that were offered for tiles."""
        self.forecast_of: list[tuple[CameraStream, tuple[int, int]]] = []
        self.past: dict[int, SharedFeed] = {}
        """What shows the past of those that look back."""
        self.heads: dict[int, Playhead] = {}
        self.sources: dict[int, Source] = {}
        """By tile, also of those that are hidden by now."""
        self.asked: list[tuple[object, ...]] = []
        self.known: dict[str, SeenStream] = {}
        """What was seen of streams, by address."""

    def is_shown(self, source: Source, below: int) -> bool:
        return any(tile < below and self.sources[tile] == source for tile in self.awake)

    def is_received(self, source: Source) -> bool:
        return any(self.sources[tile] == source for tile in self.feeds)

    def hardware(self) -> Hardware:
        return Hardware(why_not=NoHardware.NO_DEVICE)

    def seen(self, source: Source) -> SeenStream:
        return self.known.get(source.url, SeenStream())

    def show(self, tile: int, source: Source, width: int, height: int, stretches: bool = False) -> SharedFeed:
        assert tile not in self.feeds, "shown twice"
        self.asked.append(("show", tile, source.url, width, height))
        self.feeds[tile] = SharedFeed(width, height)
        self.sources[tile] = source
        self.awake.add(tile)
        return self.feeds[tile]

    def warm(self, tile: int, source: Source, width: int, height: int, stretches: bool = False) -> SharedFeed:
        assert tile not in self.feeds, "shown twice"
        self.asked.append(("warm", tile, source.url, width, height))
        self.sources[tile] = source
        self.feeds[tile] = SharedFeed(width, height)
        return self.feeds[tile]

    def weigh(self, tile: int, importance: int) -> None:
        assert tile in self.feeds
        self.weights[tile] = importance

    def offer(self, tile: int, other: OtherStream | None) -> None:
        assert tile in self.feeds
        self.others[tile] = other

    def forecast(self, wanted: Sequence[tuple[CameraStream, tuple[int, int]]]) -> Forecast:
        """A tenth of a core, 40 MB and 512 kbit/s for each; four cores are there, and what is more gives something."""
        self.forecast_of = list(wanted)
        return Forecast(
            Cost(0.1 * len(wanted), 0.0, 40.0 * len(wanted), 512.0 * len(wanted)), 4.0, max(0, len(wanted) - 40)
        )

    def rest(self, tile: int) -> None:
        assert tile in self.awake or tile in self.past, "rests already"
        self.asked.append(("rest", tile))
        self.awake.discard(tile)
        self.past.pop(tile, None)

    def wake(self, tile: int, width: int, height: int, stretches: bool = False) -> None:
        assert tile in self.feeds and tile not in self.awake, "is awake"
        self.feeds[tile].resize(width, height)
        self.asked.append(("wake", tile, width, height))
        self.awake.add(tile)
        self.past.pop(tile, None)

    def replay(self, tile: int, head: Playhead, width: int, height: int, stretches: bool = False) -> SharedFeed:
        assert tile in self.feeds and tile not in self.past, "looks back already"
        self.asked.append(("replay", tile, width, height))
        self.awake.discard(tile)
        self.heads[tile] = head
        self.past[tile] = SharedFeed(width, height)
        return self.past[tile]

    def steer(self, tile: int, head: Playhead) -> None:
        assert tile in self.past
        self.heads[tile] = head

    def resize(self, tile: int, width: int, height: int, stretches: bool = False) -> None:
        self.asked.append(("resize", tile, width, height))
        (self.past.get(tile) or self.feeds[tile]).resize(width, height)

    def hide(self, tile: int) -> None:
        self.asked.append(("hide", tile))
        self.awake.discard(tile)
        self.past.pop(tile, None)
        del self.feeds[tile]

    def retry(self, tile: int) -> None:
        self.asked.append(("retry", tile))

    def tile_of(self, url: str) -> int:
        """The number of the latest tile that was asked for with this address."""
        return next(
            int(str(asked[1])) for asked in reversed(self.asked) if asked[0] in ("show", "warm") and asked[2] == url
        )

    def count(self, *kinds: str) -> int:
        """How many wishes of these kinds there were."""
        return sum(asked[0] in kinds for asked in self.asked)

    def draw(self, colour: Colour, *tiles: int, age_s: float = 0.0) -> None:
        """A picture for these tiles, or for all."""
        for tile in tiles or tuple(self.feeds):
            self.feeds[tile].draw(colour, self.clock() - age_s)

    def show_quarters(self, *tiles: int) -> None:
        """Four quarters, live."""
        for tile in tiles or tuple(self.feeds):
            self.feeds[tile].draw_quarters(self.clock())
        self.tell(LIVE, *tiles)

    def tell(self, status: TileStatus, *tiles: int, for_s: float = 0.0) -> None:
        """These tiles, or all, are now so, and have been for a while."""
        for tile in tiles or tuple(self.feeds):
            self.bridge.publish(TileChanged(tile, status, self.clock() - for_s))

    def go_live(self, colour: Colour, *tiles: int) -> None:
        """A fresh picture, and the state to it."""
        self.draw(colour, *tiles)
        self.tell(LIVE, *tiles)

    def send_size(self, tile: int, size: StreamSize) -> None:
        """It turns out how large a tile's stream is."""
        url = next(str(asked[2]) for asked in self.asked if asked[0] in ("show", "warm") and asked[1] == tile)
        self.known[url] = SeenStream(size=size)
        self.bridge.publish(StreamSized(tile, size))

    def fail(self, state: TileState, cause: Cause, *tiles: int, for_s: float = 0.0) -> None:
        """A fault, since a while."""
        self.tell(TileStatus(state, cause), *tiles, for_s=for_s)

    @contextmanager
    def running(self, colour: Colour, fps: float = 15.0) -> Iterator[None]:
        """All feeds get pictures from another thread, as a real camera would send them."""
        stop = threading.Event()

        def run() -> None:
            while not stop.wait(1 / fps):
                for feed in list(self.feeds.values()):
                    feed.draw(colour, self.clock())

        thread = threading.Thread(target=run, name="feeder")
        thread.start()
        try:
            yield
        finally:
            stop.set()
            thread.join()
