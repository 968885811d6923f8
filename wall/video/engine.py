"""What any decoder engine offers: one interface, one contract test (tests/video/test_engine_contract.py).

An engine takes access units and writes pictures, scaled to fit the tile, into a `PictureWriter`. It never blocks its
caller: units are queued, and `close` returns at once even when the library underneath hangs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from wall.model.stream import Codec
from wall.video.memory import PictureWriter

Unit = tuple[bytes, float]
"""An access unit and when it came, in monotonic seconds."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far decoding has come since the player began."""

    taken: int
    """Units that the decoder has taken from the queue."""
    decoded: int
    """Pictures that came out of it whole."""
    waiting: int
    """Units that have not become pictures yet: queued, or taken by the library and not shown."""
    queued: int = 0
    """Of these, the ones that the decoder has had no time for yet."""
    shown: int = 0
    """Pictures that it has shown, or would have if another did not show them already. Only libVLC's players count."""
    is_exact: bool = False
    """Are only pictures counted as decoded, and at once? libVLC's statistics lag, and may count units as well."""


class Player(Protocol):
    """Decodes one stream into one picture memory."""

    def feed(self, unit: bytes, *, begins: bool = False) -> None:
        """Queue one access unit (Annex-B, or a JPEG), the first being a keyframe. Never blocks. With one that `begins`
        a group, what still waits of the former group may be passed over.
        """
        ...

    def progress(self) -> Progress:
        """Cheap enough to be asked several times a second."""
        ...

    def close(self) -> None:
        """Stop decoding; returns at once. No picture is written after the engine reports it stopped."""
        ...


class CatchUpPlayer(Protocol):
    """A player that shows only the newest of what it was fed, as old as it is."""

    def feed(self, unit: bytes, arrived_s: float | None = None, *, begins: bool = False) -> None:
        """Queue a unit that came at this monotonic time, or just now. After `close` it is passed over. With one that
        `begins` a group, what still waits of the former group is.
        """
        ...

    def progress(self) -> Progress:
        """As a `Player`'s."""
        ...

    def show_every(self, pictures: int) -> None:
        """From here on show only every so many of them; all are decoded."""
        ...

    def rest(self) -> None:
        """Show nothing before `wake`, and decode what is fed only when there is nothing else to do. Once it has
        returned, nothing more is written; it may be ended meanwhile.
        """
        ...

    def wake(self) -> bool:
        """Show again, beginning with the newest picture. False where it cannot: then it is to be closed."""
        ...

    def close(self) -> None:
        """Stop decoding; returns at once. No picture is written after that. From any thread, and more than once."""
        ...


class CatchUpEngine(Protocol):
    """Makes players that begin with units of some seconds ago."""

    def player(
        self,
        codec: Codec,
        writer: PictureWriter,
        size: Callable[[], tuple[int, int]],
        *,
        strict: bool,
        coarse: bool = False,
        units: Iterable[Unit] = (),
    ) -> CatchUpPlayer:
        """As an `Engine`'s, fed with these units."""
        ...

    def hold_off(self) -> None:
        """A wall changes: what nobody looks at is not decoded now."""
        ...

    def is_busy(self) -> bool:
        """Is there a player that has not caught up yet? Then there is no time for anything else."""
        ...

    def overdue_s(self) -> float:
        """As an `Engine`'s."""
        ...


class Engine(Protocol):
    """Makes players. One engine a decode process."""

    def player(
        self,
        codec: Codec,
        writer: PictureWriter,
        size: Callable[[], tuple[int, int]],
        *,
        strict: bool,
        coarse: bool = False,
        before_first: Callable[[], None] | None = None,
        in_hardware: bool = False,
    ) -> Player:
        """Start decoding; `size()` tells how large pictures shall be, in pixels, whenever the stream begins or
        changes. `strict` refuses to show a damaged picture; else the decoder conceals as it can. `coarse` may leave
        out what is hardly seen where the picture is shown much smaller than it comes. `before_first` is called once,
        on any thread, before the first picture is written: until then another may write, who is fed the same units, and
        what that may have shown is not shown again. `in_hardware` asks for a graphics device, where the engine can use
        one; where that takes the stream at all, it may still fall silent without a word.
        """
        ...

    def overdue_s(self) -> float:
        """For how long the library has been hanging; 0 when it does not."""
        ...
