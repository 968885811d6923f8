"""What wall and console ask of recordings. `wall.services.recordings.Recordings` fulfils it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from wall.model.camera import Camera
from wall.model.picture import PictureFeed
from wall.model.recording import Part, Recording, RecordingPage
from wall.model.stream import Source


class KeptRecordings(Protocol):
    """Those that are kept. Everything returns at once; StoreError comes with the future."""

    def find(
        self, text: str, camera_id: int | None = None, older_than: Recording | None = None
    ) -> Future[RecordingPage]:
        """At most 200, the newest first; every word must begin a word of number, name, site, operator or day.

        Diacritics are folded.
        """
        ...

    def gone(self, recordings: Sequence[Recording]) -> Future[frozenset[str]]:
        """The paths of those of their files that are not there any more. It may take as long as the disk does."""
        ...

    def picture(self, recording_id: int) -> Future[bytes]:
        """The first picture, a JPEG; b"" where there is none."""
        ...

    def remove(self, recording_ids: Collection[int]) -> Future[None]:
        """Their files stay until others are removed, or for a day: `restore` brings them back."""
        ...

    def restore(self) -> Future[int]:
        """Bring back what was removed last; how many."""
        ...

    def copy(self, recordings: Sequence[Recording], folder: Path) -> Future[int]:
        """Copy their files to a folder; how many files."""
        ...


class RecordingsPort(Protocol):
    """UI thread; everything returns at once. What follows comes as RecordingChanged."""

    @property
    def kept(self) -> KeptRecordings: ...

    @property
    def folder(self) -> Path:
        """Where recordings go."""
        ...

    @property
    def under_way(self) -> Mapping[int, Recording]:
        """What is being recorded now, by camera."""
        ...

    def start(self, camera: Camera, shown: Source, clock_offset_s: float | None = None) -> None:
        """Record a camera, whether it is shown on or not; the stream that is `shown` from some seconds ago on."""
        ...

    def stop(self, camera_id: int) -> None:
        """End what is being recorded of a camera."""
        ...


class PlaybackPort(Protocol):
    """Looks at one recording at a time. UI thread; everything returns at once, what follows is PlaybackChanged.

    `wall.services.playback.Playback` fulfils it.
    """

    def open(self, parts: Sequence[Part], width: int, height: int, *, runs: bool = True) -> tuple[int, PictureFeed]:
        """Show a recording from its beginning, at so many device pixels; the token under which it is told of."""
        ...

    def play(self) -> None:
        """Run; from the beginning where it is at its end."""
        ...

    def pause(self) -> None:
        """Stand at the picture that is seen."""
        ...

    def seek(self, at_s: float) -> None:
        """Be at another moment of the film, running or standing as before."""
        ...

    def step(self, steps: int) -> None:
        """So many pictures on, or back; then it stands."""
        ...

    def set_rate(self, rate: float) -> None: ...

    def resize(self, width: int, height: int) -> None: ...

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Studio:
    """All that the page of recordings needs."""

    recordings: RecordingsPort
    playback: PlaybackPort
