"""What an import would change, before it changes anything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from wall.model.import_plan import ImportPlan
from wall.ui.console.city import City, site_label
from wall.ui.console.parts import EmptyState, Notice, button, label
from wall.ui.console.sentences import in_words
from wall.ui.console.table import Column, TableModel
from wall.ui.console.table_view import TableView
from wall.ui.console.tree_model import camera_label
from wall.ui.theme import LARGE, SPACE, Theme


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One line of the plan."""

    place: int
    kind: str
    subject: str
    field: str = ""
    before: str = ""
    after: str = ""


class ImportPage(QWidget):
    """`applied` says that the operator wants it, `left` that not."""

    applied = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._plan: ImportPlan | None = None
        self._title = label(size=LARGE, is_bold=True)
        self._summary = label(is_muted=True)
        self.notice = Notice(self)
        self.model: TableModel[PlanRow] = TableModel(_columns(), lambda row: row.place, theme, self)
        self.view = TableView(self.model, "plan", theme, self)
        self._apply = button(self.tr("Apply"), self.apply)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(EmptyState(self.tr("This table changes nothing: all of it is as it says."), parent=self))
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addWidget(self._summary, 1)
        row.addWidget(button(self.tr("Cancel"), self.left.emit, is_flat=True))
        row.addWidget(self._apply)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 3 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addWidget(self._title)
        column.addLayout(row)
        column.addWidget(self.notice)
        column.addWidget(self._stack, 1)

    def show_plan(self, plan: ImportPlan) -> None:
        """Show what would be."""
        self._plan = plan
        self.notice.clear()
        rows = list(plan_rows(plan))
        self.model.show(rows)
        self._stack.setCurrentIndex(0 if rows else 1)
        self._title.setText(self.tr("Import of {0}").format(PurePath(plan.file).name))
        self._summary.setText(
            self.tr("{0} added  ·  {1} changed  ·  {2} unchanged  ·  {3} rows refused").format(
                len(plan.added), len(plan.changed), plan.unchanged, len(plan.refused)
            )
        )
        if plan.ignored_columns:
            sentence = self.tr("Columns that are not understood, and left out: {0}")
            self.notice.say(sentence.format(", ".join(plan.ignored_columns)))
        changes = len(plan.added) + len(plan.changed)
        self._apply.setEnabled(changes > 0)
        self._apply.setText(self.tr("Apply {0} changes").format(changes))
        (self._apply if changes else self.view).setFocus()

    def apply(self) -> None:
        """The operator wants it; once."""
        if self._plan is not None:
            self._apply.setEnabled(False)
            self.applied.emit(self._plan)

    def fail(self, why: str) -> None:
        """It did not work: nothing was changed."""
        self.notice.complain(self.tr("Nothing was changed: {0}").format(why))
        self._apply.setEnabled(True)


def plan_rows(plan: ImportPlan) -> Iterator[PlanRow]:
    """Refused rows first: they are what somebody must look at. A change has a row a field."""
    translate = QCoreApplication.translate
    refused, changed = translate("ImportPlan", "▲ refused"), translate("ImportPlan", "changed")
    added = translate("ImportPlan", "added")
    place = 0
    for row in plan.refused:
        yield PlanRow(
            place, refused, translate("ImportPlan", "Line {0}").format(row.line), "", "", in_words(row.reason)
        )
        place += 1
    for change in plan.changed:
        for each in change.fields:
            name = camera_label(change.before)
            yield PlanRow(place, changed, name, field_word(each.field), each.before or "–", each.after or "–")
            place += 1
    city = City(plan.result)
    for camera in plan.added:
        site = city.site_of(camera)
        yield PlanRow(place, added, camera_label(camera), "", "", site_label(site) if site else "")
        place += 1


def field_word(field: str) -> str:
    """The name of a column of the table, where it is a common one."""
    translate = QCoreApplication.translate
    known = {
        "number": translate("CameraTable", "Number"),
        "name": translate("CameraTable", "Name"),
        "nickname": translate("CameraTable", "Nickname"),
        "site": translate("CameraTable", "Site"),
        "ward": translate("CameraTable", "Ward"),
        "tags": translate("CameraTable", "Tags"),
        "priority": translate("CameraTable", "Priority"),
        "notes": translate("CameraTable", "Notes"),
        "former_wards": translate("CameraTable", "Former wards"),
        "lat": translate("CameraTable", "Latitude"),
        "lon": translate("CameraTable", "Longitude"),
        "bearing": translate("CameraTable", "Bearing"),
        "view": translate("CameraTable", "Field of view"),
        "url": translate("CameraTable", "Stream"),
        "sub_url": translate("CameraTable", "Small stream"),
        "username": translate("CameraTable", "User"),
        "address": translate("CameraTable", "Address"),
    }
    return known.get(field, field)


def _columns() -> tuple[Column[PlanRow], ...]:
    translate = QCoreApplication.translate
    return (
        Column("kind", translate("ImportPlan", "What"), lambda row: row.kind, 96),
        Column("subject", translate("ImportPlan", "Camera"), lambda row: row.subject, 264),
        Column("field", translate("ImportPlan", "Field"), lambda row: row.field, 112),
        Column("before", translate("ImportPlan", "Before"), lambda row: row.before, 200, is_quiet=lambda _row: True),
        Column("after", translate("ImportPlan", "After"), lambda row: row.after, 280),
    )
