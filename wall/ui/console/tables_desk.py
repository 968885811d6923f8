"""Import and export: asks for the file, waits for the fleet without holding up the window, tells what came of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from wall.model.import_plan import ImportPlan
from wall.ui.console.files import AskForFile
from wall.ui.console.homeward import Homeward
from wall.ui.console.import_page import ImportPage
from wall.ui.console.parts import Notice
from wall.ui.console.ports import FleetPort
from wall.ui.theme import Theme


class TablesDesk(QObject):
    """`planned` when there is a plan to look at, `done` when the operator has left it or it was carried out."""

    planned = Signal()
    done = Signal()

    def __init__(self, theme: Theme, fleet: FleetPort, ask: AskForFile, notice: Notice, window: QWidget) -> None:
        super().__init__(window)
        self._fleet = fleet
        self._ask = ask
        self._notice = notice
        self._window = window
        self._homeward = Homeward(self)
        self.page = ImportPage(theme, window)
        self.page.left.connect(self.done)
        self.page.applied.connect(self._apply)

    def ask_import(self) -> None:
        """Which table, then what it would change."""
        path = self._ask(self._window, False)
        if path is not None:
            self.plan(path)

    def ask_export(self) -> None:
        """Where to, then there."""
        path = self._ask(self._window, True)
        if path is not None:
            self._notice.say(self.tr("The file is being written…"))
            done = partial(self._tell_exported, path)
            self._homeward.follow(self._fleet.export(path), done, self._notice.complain)

    def plan(self, path: Path) -> None:
        """Have a table read."""
        self._notice.say(self.tr("Reading {0}…").format(path.name))
        self._homeward.follow(self._fleet.plan_import(path), self._show_plan, self._complain_and_leave)

    def _show_plan(self, plan: ImportPlan) -> None:
        self._notice.clear()
        self.page.show_plan(plan)
        self.planned.emit()

    def _complain_and_leave(self, why: str) -> None:
        self._notice.complain(why)
        self.done.emit()

    def _apply(self, plan: ImportPlan) -> None:
        self._homeward.follow(self._fleet.apply_import(plan), partial(self._tell_applied, plan), self.page.fail)

    def _tell_applied(self, plan: ImportPlan, _nothing: None) -> None:
        sentence = self.tr("Imported: {0} cameras added, {1} changed.")
        self._notice.say(sentence.format(len(plan.added), len(plan.changed)))
        self.done.emit()

    def _tell_exported(self, path: Path, _nothing: None) -> None:
        self._notice.say(self.tr("Exported to {0}. No password is in it.").format(path))
