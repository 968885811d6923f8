"""The cameras' page: the table of the cameras that the hand is on, and what can be done with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from wall.model.stream import Credentials
from wall.services.identity import key_of
from wall.ui.console.camera_edit import FOR_ALL_SELECTED, edited
from wall.ui.console.camera_table import CameraCells, CameraRow, camera_columns
from wall.ui.console.facts import Facts
from wall.ui.console.login_form import LoginForm
from wall.ui.console.parts import ElidedButton, ElidedLabel, EmptyState, Notice, button
from wall.ui.console.ports import FleetPort
from wall.ui.console.rtsp_form import RtspForm
from wall.ui.console.table import TableModel
from wall.ui.console.table_view import TableView
from wall.ui.console.undo_words import undo_words
from wall.ui.theme import SPACE, Theme


class CamerasPage(QWidget):
    """`opened` tells which camera the hand is on."""

    opened = Signal(int)
    search_requested = Signal()
    import_requested = Signal()
    export_requested = Signal()

    def __init__(self, theme: Theme, facts: Facts, fleet: FleetPort, parent: QWidget) -> None:
        super().__init__(parent)
        self._facts = facts
        self._fleet = fleet
        self._chosen: tuple[int, ...] | None = None
        columns = camera_columns()
        self.model: TableModel[CameraRow] = TableModel(
            columns,
            lambda row: row.camera.camera_id,
            theme,
            self,
            cameras=lambda row: (row.camera.camera_id,),
        )
        self.view = TableView(self.model, "cameras", theme, self)
        self.view.setItemDelegate(CameraCells(self.model, theme, lambda: facts.city, self.view))
        self.notice = Notice(self)
        self.form = RtspForm(fleet, self)
        self.login = LoginForm(self)
        self.login.hide()
        self.login.given.connect(self._log_in)
        self._lay_out()
        self.model.edited.connect(self._edit)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._tell_selection())
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._open())
        facts.city_changed.connect(self._show_city)
        facts.health_changed.connect(self._show_health)
        self._is_stale = True

    # -- what the window asks

    def choose(self, cameras: Sequence[int] | None, is_ranked: bool = False) -> None:
        """Show these cameras; None: all of them. `is_ranked`: in this order, the best first."""
        chosen = None if cameras is None else tuple(cameras)
        if chosen == self._chosen:
            return
        self._chosen = chosen
        if is_ranked and self.view.horizontalHeader().sortIndicatorSection() >= 0:
            self.view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self._show_city()
        if is_ranked:
            self.view.scrollToTop()  # Wherever one was among the former ones: the best are seen.

    def go_to(self, camera_id: int) -> None:
        """Have one camera's row seen and selected."""
        place = self.model.place_of(camera_id)
        if place is not None and self.view.selected_rows() != [place]:
            self.view.go_to(place)

    def stay_at(self, camera_id: int | None) -> None:
        """Have the row of the camera that is shown selected, where it stands here."""
        if camera_id is not None and not self.view.selected_rows():
            self.go_to(camera_id)

    def add_stream(self) -> None:
        """Open the line in which a plain stream is added."""
        self.form.begin()

    def begin_login(self) -> None:
        """Open the line in which a login for the selected cameras' devices is typed."""
        self.login.begin(len(self._devices()))

    def selected_cameras(self) -> list[int]:
        """The cameras that the hand is on."""
        return [row.camera.camera_id for row in self._selected()]

    def go_back(self) -> bool:
        """Esc: close what is open. False where nothing is."""
        if self.form.isVisible():
            self.form.end()
        elif self.login.isVisible():
            self.login.end()
        elif self.notice.text:
            self.notice.clear()
        else:
            return False
        return True

    def undo(self) -> None:
        """Take the last change back."""
        if self._facts.undo:
            self._fleet.undo()

    def edit_cell(self) -> None:
        """Type into the cell under the hand; where it cannot be typed into, into the name."""
        index = self.view.currentIndex()
        if index.isValid():
            can_edit = self.model.columns[index.column()].can_edit
            self.view.edit(index if can_edit else index.siblingAtColumn(1))

    def remove(self) -> None:
        """Take the selected cameras out of the inventory; undo brings them back."""
        chosen = self.selected_cameras()
        if chosen:
            self._fleet.remove(chosen)

    # -- inside

    def _lay_out(self) -> None:
        self._title = ElidedLabel(parent=self)
        self._undo = ElidedButton(self.undo, self)
        self._remove = button(self.tr("Remove"), self.remove, tip=self.tr("Remove the selected cameras (Del)"))
        self._empty = EmptyState(
            self.tr("No camera is kept yet: find devices on the network, or import a table."),
            self.tr("Find devices…"),
            self,
        )
        self._empty.asked.connect(self.search_requested)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addWidget(self._title, 1)
        self._log_in_to = button(
            self.tr("Log in…"), self.begin_login, tip=self.tr("Another login for the selected cameras' devices")
        )
        row.addWidget(self._remove)
        row.addWidget(self._log_in_to)
        row.addWidget(button(self.tr("Add stream…"), self.add_stream))
        row.addWidget(button(self.tr("Import…"), self.import_requested.emit, tip=self.tr("Cameras from a table")))
        self._export = button(self.tr("Export…"), self.export_requested.emit, tip=self.tr("All cameras as a table"))
        row.addWidget(self._export)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 0)
        column.setSpacing(2 * SPACE)
        column.addLayout(row)
        column.addWidget(self.form)
        column.addWidget(self.login)
        column.addWidget(self.notice)
        column.addWidget(self._stack, 1)
        self._hint = ElidedLabel(parent=self)
        self._hint.setText(self.tr("F2 changes a cell; tags, site and priority change for all selected cameras."))
        self._hint.setProperty("muted", True)
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, 0, 2 * SPACE)
        below.addWidget(self._hint, 1)
        below.addWidget(self._undo)
        column.addLayout(below)

    def _ids(self) -> Sequence[int]:
        cameras = self._facts.city.cameras
        return list(cameras) if self._chosen is None else [each for each in self._chosen if each in cameras]

    def _maker(self) -> Callable[[int], CameraRow]:
        """Makes the rows of this city, whatever is the city by then; with the health of when they are made."""
        city, health = self._facts.city, self._facts.health

        def make(camera_id: int) -> CameraRow:
            camera = city.cameras[camera_id]
            return CameraRow(camera, city.site_of(camera), health.get(camera_id))

        return make

    def _show_city(self) -> None:
        self._is_stale = not self.isVisible()
        if self._is_stale:
            return  # Nobody sees it now.
        undo = undo_words(self._facts.undo)
        self._undo.setVisible(bool(undo))
        self._undo.show_text(self.tr("Undo: {0}").format(undo))
        self._show()

    def _show(self) -> None:
        selected = set(self.selected_cameras())
        current = self.view.currentIndex()
        at = (self.model.rows[current.row()].camera.camera_id, current.column()) if current.isValid() else None
        self.view.selectionModel().blockSignals(True)
        self.model.show_keys(self._ids(), self._maker())
        self.view.selectionModel().blockSignals(False)
        self.view.executeDelayedItemsLayout()  # Otherwise all would be painted twice.
        self._select_again(selected, at)
        has_any = bool(self._facts.city.cameras)
        self._stack.setCurrentIndex(0 if has_any else 1)
        self._export.setEnabled(has_any)
        self._hint.setVisible(has_any)
        self._tell_selection()

    def _select_again(self, selected: set[int], at: tuple[int, int] | None) -> None:
        """After a change of the inventory the hand is where it was."""
        chosen, flag = self.view.selectionModel(), self.view.selectionModel().SelectionFlag
        if at is not None and (place := self.model.place_of(at[0])) is not None:
            chosen.setCurrentIndex(self.model.index(place, at[1]), flag.NoUpdate)
        for camera in selected:
            if (place := self.model.place_of(camera)) is not None:
                chosen.select(self.model.index(place, 0), flag.Select | flag.Rows)

    def _show_health(self, changed: frozenset[int]) -> None:
        if not self.isVisible():
            self._is_stale = True
            return
        make = self._maker()
        self.model.put([make(each) for each in changed if self.model.place_of(each) is not None])

    def _selected(self) -> list[CameraRow]:
        return [self.model.rows[row] for row in self.view.selected_rows()]

    def _devices(self) -> list[str]:
        """The keys of the devices of the selected cameras; a recorder has one key for all its cameras."""
        records = (self._facts.city.device_of(row.camera) for row in self._selected())
        return list(dict.fromkeys(key_of(record.device) for record in records if record))

    def _log_in(self, login: Credentials, name: str) -> None:
        self._fleet.use_credentials(self._devices(), login, name)
        self.login.end()
        self.notice.say(self.tr("Login “{0}” is being tried.").format(name))

    def _tell_selection(self) -> None:
        selected, shown = len(self.view.selected_rows()), len(self.model.rows)
        text = self.tr("{0} cameras").format(shown)
        if selected > 1:
            text = self.tr("{0} of {1} cameras selected").format(selected, shown)
        self._title.setText(text)
        self._remove.setEnabled(selected > 0)
        self._log_in_to.setEnabled(selected > 0)
        if self.login.isVisible():
            self.login.aim_at(len(self._devices()))

    def _open(self) -> None:
        """Only what is selected: a table that gets the focus puts its hand somewhere by itself."""
        current = self.view.currentIndex()
        if current.isValid() and self.view.selectionModel().isSelected(current):
            self.opened.emit(self.model.rows[current.row()].camera.camera_id)

    def _edit(self, row: int, column: str, text: str) -> None:
        rows = self._selected() if column in FOR_ALL_SELECTED and row in self.view.selected_rows() else []
        cameras = [each.camera for each in rows] or [self.model.rows[row].camera]
        try:
            changed = [edited(self._facts.city, camera, column, text) for camera in cameras]
        except ValueError as error:
            self.notice.complain(str(error))
            return
        self.notice.clear()
        self._fleet.edit(changed)

    # -- Qt

    def showEvent(self, event: object) -> None:
        if self._is_stale:
            self._show_city()
