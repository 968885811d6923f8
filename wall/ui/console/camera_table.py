"""The cameras' table: which columns it has, and how its cells are typed into."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QStyleOptionViewItem, QWidget

from wall.model.alarms.subscription import SubscriptionHealth
from wall.model.health import Health, Verdict
from wall.model.inventory import CameraRecord, Site
from wall.ui import words
from wall.ui.console.cells import Cells
from wall.ui.console.city import IN_ORDER_OF_NUMBER, City, site_label
from wall.ui.console.table import Column, TableModel
from wall.ui.console.verdicts import WORST_FIRST
from wall.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class CameraRow:
    """A camera with what stands beside it."""

    camera: CameraRecord
    site: Site | None
    health: Health | None
    hearing: SubscriptionHealth | None = None
    """How well the events of its device are heard."""

    @property
    def verdict(self) -> Verdict:
        return self.health.verdict if self.health else Verdict.UNKNOWN

    @property
    def trouble(self) -> str:
        """To sort by: those that ail from the same stand together."""
        return self.health.trouble.value if self.health and self.health.trouble else ""

    @property
    def state(self) -> str:
        """In a word or two."""
        return words.health_word(self.health)


def camera_columns() -> tuple[Column[CameraRow], ...]:
    """In the order in which they are read."""
    translate = QCoreApplication.translate
    return (
        Column(
            "number",
            translate("CameraTable", "Number"),
            lambda row: "" if row.camera.number is None else str(row.camera.number),
            72,
            order=lambda row: row.camera.number or IN_ORDER_OF_NUMBER,
            is_number=True,
            can_edit=True,
        ),
        Column(
            "name",
            translate("CameraTable", "Name"),
            lambda row: row.camera.name,
            300,
            mark=lambda row: row.verdict,
            can_edit=True,
        ),
        Column("nickname", translate("CameraTable", "Nickname"), lambda row: row.camera.nickname, 104, can_edit=True),
        Column(
            "state",
            translate("CameraTable", "State"),
            lambda row: row.state,
            160,
            order=lambda row: (WORST_FIRST.index(row.verdict), row.trouble),
            tip=lambda row: words.health_sentence(row.health),
            is_quiet=lambda row: row.verdict in (Verdict.WELL, Verdict.UNKNOWN),
        ),
        Column(
            "site",
            translate("CameraTable", "Site"),
            lambda row: site_label(row.site) if row.site else "",
            192,
            can_edit=True,
        ),
        Column(
            "priority",
            translate("CameraTable", "Priority"),
            lambda row: str(row.camera.priority),
            72,
            order=lambda row: row.camera.priority,
            is_number=True,
            is_quiet=lambda row: row.camera.priority == 0,
            can_edit=True,
        ),
        Column("tags", translate("CameraTable", "Tags"), lambda row: ", ".join(row.camera.tags), 112, can_edit=True),
    )


class CameraCells(Cells):
    """Plain lines to type into; for a site, the sites offer themselves."""

    def __init__(self, model: TableModel[CameraRow], theme: Theme, city: Callable[[], City], parent: QObject) -> None:
        super().__init__(model, theme, parent)
        self._names = [column.name for column in model.columns]
        self._city = city

    # -- Qt

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        line = QLineEdit(parent)
        line.setFrame(False)
        if self._names[index.column()] == "site":
            completer = QCompleter([site_label(site) for site in self._city().sites.values()], line)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            line.setCompleter(completer)
        return line
