"""What an import would change, shown before anything is changed."""

from __future__ import annotations

from dataclasses import dataclass

from wall.model.inventory import CameraRecord, Inventory


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one camera, as it would be shown in a table."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class CameraChange:
    """One camera that would be changed."""

    before: CameraRecord
    after: CameraRecord
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that makes no sense. `line` is the row's number in the file, the heading being 1."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """All of it. `result` is the inventory as it would be; `based_on` the one that the plan was made for.

    New cameras have id 0; new sites have ids below 0, by which cameras refer to them. No login is in it: `credential`
    is a name.
    """

    file: str
    added: tuple[CameraRecord, ...]
    changed: tuple[CameraChange, ...]
    unchanged: int
    refused: tuple[RefusedRow, ...]
    based_on: Inventory
    result: Inventory
    ignored_columns: tuple[str, ...] = ()
    """Headings in the file that say nothing to us."""
