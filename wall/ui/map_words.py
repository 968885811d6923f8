"""What is said of base maps, in the operator's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from wall.model.errors import MapError
from wall.model.map_kinds import MapFault, MapKind


def map_kind(kind: MapKind) -> str:
    """What a map is made of."""
    return QCoreApplication.translate("MapKind", kind.value)


def map_fault(fault: MapFault, detail: str = "") -> str:
    """What is wrong, as the end of a sentence; the detail, in English, is for the expert."""
    why = QCoreApplication.translate("MapFault", fault.value)
    return f"{why} ({detail})" if detail else why


def map_error(error: MapError) -> str:
    """Which map, and what is wrong with it."""
    why = map_fault(error.fault, error.what)
    return f"{error.name}: {why}" if error.name else f"{why[:1].upper()}{why[1:]}"


def map_trouble(name: str, fault: MapFault | None) -> str:
    """A map that gives no new tiles any more, or does again."""
    if fault is None:
        return QCoreApplication.translate("Map", "{0}: new tiles come again").format(name)
    why = QCoreApplication.translate("MapFault", fault.value)
    return QCoreApplication.translate("Map", "{0}: {1}. What is kept of it is shown.").format(name, why)
