"""One tile, as whoever receives its stream sees it."""

from __future__ import annotations

from dataclasses import dataclass

from wall.model.events import StreamMeasured
from wall.model.other_stream import OtherStream
from wall.model.picture import PictureBox
from wall.model.tile import Cause, TileState, TileStatus
from wall.model.video import Decoder
from wall.services.flow import Rate
from wall.video.feed import TileFeed
from wall.video.memory import Vitals

_CONNECTED = {TileState.CONNECTING, TileState.LIVE, TileState.LATE, TileState.FROZEN}


@dataclass(slots=True)
class Viewer:
    """What a tile wants, and what it was told. Only the io loop touches it after it was made."""

    tile: int
    box: PictureBox
    feed: TileFeed
    is_resting: bool = False
    importance: int = 0
    told: TileStatus | None = None
    other: OtherStream | None = None
    """The camera's other stream that its cell can do with."""
    has_smaller: bool = False
    """Was it told to show the smaller of the two?"""

    def must_hear(self, status: TileStatus) -> bool:
        """Is this news to it? A tile that rests is told that its camera fails, and that it comes back."""
        return status != self.told and not (self.is_resting and self._is_no_news(status))

    def measured(self, rate: Rate, vitals: Vitals) -> StreamMeasured:
        """What it is to be told of what comes."""
        latency_ms = vitals.delay_s * 1000 if vitals.delay_s is not None else None
        known = latency_ms, vitals.clock_offset_s, vitals.damaged_share, vitals.decoder
        in_hardware = vitals.in_hardware and vitals.decoder is Decoder.VLC
        return StreamMeasured(self.tile, rate.fps, rate.kbit_s, *known, in_hardware, vitals.hardware_fails)

    def _is_no_news(self, status: TileStatus) -> bool:
        """It does not fail, and nobody was told that it does or is only coming back."""
        told = self.told
        is_well = told is None or (told.state in _CONNECTED and told.cause is not Cause.OPENING)
        return status.state is TileState.CONNECTING and is_well
