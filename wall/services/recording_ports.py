"""What recordings need of the disk. `wall.store.recording_store.RecordingStore` fulfils it.

All of it blocks and belongs to the db thread; StoreError where the disk does not do it.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol

from wall.model.recording import Recording, RecordingPage


class KeepsRecordings(Protocol):
    """What was recorded, and in which files."""

    def add(self, recording: Recording) -> int: ...

    def keep(self, recording: Recording) -> None:
        """How it stands now."""
        ...

    def keep_picture(self, recording_id: int, jpeg: bytes) -> None: ...

    def picture(self, recording_id: int) -> bytes: ...

    def find(
        self, text: str, camera_id: int | None = None, older_than: Recording | None = None, limit: int = 200
    ) -> RecordingPage:
        """See `wall.ui.recordings_port.RecordingsPort.find`. 10,000 of them: under 20 ms."""
        ...

    def unfinished(self) -> tuple[Recording, ...]:
        """Those that have no end yet."""
        ...

    def remove(self, recording_ids: Collection[int], at_s: float) -> None: ...

    def restore(self) -> int:
        """What was removed last comes back; how many."""
        ...

    def removed(self, before_s: float) -> tuple[Recording, ...]: ...

    def forget(self, recording_ids: Collection[int]) -> None:
        """These are gone for good."""
        ...
