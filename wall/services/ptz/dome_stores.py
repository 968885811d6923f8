"""What duty views, patrols and pictures of domes need of the disk."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Protocol

from wall.model.ptz.duty import DutyView
from wall.model.ptz.patrol import Patrol
from wall.model.ptz.reference import Occasion, PresetPicture, Reference


class KeepsDuty(Protocol):
    """`wall.store.duty_store.DutyStore`. On the db thread; StoreError."""

    def patrols(self) -> tuple[Patrol, ...]: ...

    def keep_patrol(self, patrol: Patrol) -> int: ...

    def remove_patrol(self, patrol_id: int) -> None: ...

    def duty_views(self) -> tuple[DutyView, ...]: ...

    def keep_duty_view(self, view: DutyView) -> None: ...

    def remove_duty_view(self, camera_id: int) -> None: ...


class KeepsFiles(Protocol):
    """`wall.store.picture_folder.PictureFolder`. Blocks; StoreError."""

    def write(self, jpeg: bytes) -> str: ...

    def read(self, name: str) -> bytes: ...

    def remove(self, name: str) -> None: ...

    def sweep(self, kept: frozenset[str], before_s: float) -> None: ...


class KeepsReferences(Protocol):
    """`wall.store.reference_store.ReferenceStore`. On the db thread; StoreError."""

    def add(self, reference: Reference) -> int: ...

    def of_camera(self, camera_id: int) -> tuple[Reference, ...]: ...

    def last_taken(self) -> dict[int, dict[Occasion, float]]: ...

    def remove(self, reference_ids: Collection[int]) -> None: ...

    def keep_preset(self, picture: PresetPicture) -> str: ...

    def presets_of(self, camera_id: int) -> tuple[PresetPicture, ...]: ...

    def remove_preset(self, camera_id: int, token: str) -> str: ...

    def alone(self, job: Callable[[frozenset[str]], None]) -> None: ...


@dataclass(frozen=True, slots=True)
class DomeStores:
    """What is kept of domes in the database."""

    duty: KeepsDuty
    references: KeepsReferences
