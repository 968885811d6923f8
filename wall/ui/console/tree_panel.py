"""The left panel: the finder, and under it the tree of what there is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from wall.ui.console.facts import Facts
from wall.ui.console.parts import EmptyState, label
from wall.ui.console.tree_model import MOST_FOUND, TreeModel
from wall.ui.console.tree_view import TreeView
from wall.ui.theme import SMALL, SPACE, Theme

_FEW_SITES = 24
"""So many sites are shown without being asked for."""


class TreePanel(QWidget):
    """`chosen` tells which cameras the hand is on, `opened` which single one is asked for."""

    chosen = Signal(object, bool)
    """Camera ids (None: all): of a ward, of a site, those selected; True: those found, the best first."""
    opened = Signal(int)
    search_requested = Signal()
    """There is no camera yet: look for some."""

    def __init__(self, theme: Theme, facts: Facts, find: Callable[[str], list[int]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._facts = facts
        self._find = find
        self.finder = Finder(self)
        self.model = TreeModel(theme, self)
        self.view = self._make_view(theme)
        self._summary = label(size=SMALL, is_muted=True)
        self._empty = EmptyState(self.tr("The cameras of the city will stand here."), self.tr("Find devices…"))
        self._empty.asked.connect(self.search_requested)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.finder)
        column.addWidget(self._summary)
        column.addWidget(self._stack, 1)
        self._found: list[int] | None = None
        self._look = QTimer(self, singleShot=True, interval=0)
        self._look.timeout.connect(self._show_found)
        self.finder.textChanged.connect(lambda _text: self._look.start())
        self.finder.entered.connect(self._open_first)
        self.finder.left_downwards.connect(self._go_into_view)
        self._renew = QTimer(self, singleShot=True, interval=0)
        self._renew.timeout.connect(self._show_city)
        facts.city_changed.connect(self._renew.start)  # In a turn of its own: the table is renewed in this one.
        facts.health_changed.connect(self._show_health)
        self._show_city()

    @property
    def is_asking(self) -> bool:
        """Is what stands in the line not answered yet?"""
        return self._look.isActive()

    def look_for(self) -> None:
        """Put the hand on the finder."""
        self.finder.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.finder.selectAll()

    def go_back(self) -> bool:
        """Esc: from looking for something back to the tree. False where there is nothing to go back from."""
        if not self.finder.text():
            return False
        self.finder.clear()
        self.view.setFocus()
        return True

    def go_to(self, camera_id: int) -> None:
        """Have a camera seen in the tree, without opening it."""
        index = self.model.index_of(camera_id)
        if index.isValid():
            self.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.view.scrollTo(index)

    def selected_cameras(self) -> tuple[int, ...]:
        """The cameras that are selected, those of selected sites and wards among them."""
        indexes = self.view.selectionModel().selectedRows()
        return tuple(dict.fromkeys(camera for index in indexes for camera in self.model.cameras_under(index)))

    # -- inside

    def _make_view(self, theme: Theme) -> TreeView:
        view = TreeView(self.model, theme, self)
        view.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        view.selectionModel().selectionChanged.connect(lambda *_: self._choose())
        view.entered.connect(self._open)
        view.doubleClicked.connect(self._open)
        return view

    def _show_city(self) -> None:
        open_wards, open_sites = self._expanded()
        self.model.show_city(self._facts.city, self._facts.health)
        if self._found is not None:
            self._show_found()
        else:
            self._expand(open_wards, open_sites)
        self._stack.setCurrentIndex(0 if self._facts.city.cameras else 1)
        self._tell_summary()

    def _expanded(self) -> tuple[set[str] | None, set[int]]:
        """The open wards by name and the open sites by id; None at first: open what is small enough."""
        wards = self.model.wards
        if not wards or self.model.is_found_list:
            return (None, set()) if not wards else (self._kept_open, self._kept_sites)
        open_wards, open_sites = set(), set()
        for row, ward in enumerate(wards):
            index = self.model.index(row, 0)
            if not self.view.isExpanded(index):
                continue
            open_wards.add(ward.ward)
            for place, branch in enumerate(ward.sites):
                if branch.site and self.view.isExpanded(self.model.index(place, 0, index)):
                    open_sites.add(branch.site.site_id)
        self._kept_open, self._kept_sites = open_wards, open_sites
        return open_wards, open_sites

    _kept_open: set[str] | None = None
    _kept_sites: set[int] = set()  # noqa: RUF012 - replaced, never changed

    def _expand(self, wards: set[str] | None, sites: set[int]) -> None:
        few = sum(len(ward.sites) for ward in self.model.wards) <= _FEW_SITES
        for row, ward in enumerate(self.model.wards):
            index = self.model.index(row, 0)
            if few if wards is None else ward.ward in wards:
                self.view.setExpanded(index, True)
                for place, branch in enumerate(ward.sites):
                    if branch.site and branch.site.site_id in sites:
                        self.view.setExpanded(self.model.index(place, 0, index), True)

    def _show_found(self) -> None:
        text = self.finder.text().strip()
        if text and self._found is None:
            self._expanded()
        was_looking, self._found = self._found is not None, self._find(text) if text else None
        if self.model.show_found(self._found) and self._found is not None:
            self.view.begin_anew()
        self.view.setRootIsDecorated(self._found is None)
        if self._found is None and was_looking:
            self._expand(self._kept_open, self._kept_sites)
        self._tell_summary()
        self.chosen.emit(None if self._found is None else tuple(self._found), self._found is not None)

    def _show_health(self, cameras: frozenset[int]) -> None:
        self.model.health_changed(cameras)
        self.view.viewport().update()

    def _tell_summary(self) -> None:
        if self._found is None:
            sites = sum(branch.site is not None for ward in self.model.wards for branch in ward.sites)
            text = self.tr("{0} cameras at {1} sites").format(len(self._facts.city.cameras), sites)
        elif not self._found:
            text = self.tr("Nothing found. Numbers, names, nicknames, old and new wards are looked for.")
        elif len(self._found) > MOST_FOUND:
            text = self.tr("{0} found; the {1} best are shown").format(len(self._found), MOST_FOUND)
        else:
            text = self.tr("{0} found").format(len(self._found))
        self._summary.setText(text)
        self._summary.setVisible(bool(self._facts.city.cameras))

    def _choose(self) -> None:
        """What was found stays in the table while one goes through it."""
        indexes = self.view.selectionModel().selectedRows()
        if len(indexes) == 1:
            self._open(indexes[0])
        if self.model.is_found_list or not indexes:
            return
        if len(indexes) == 1:
            self.chosen.emit(self.model.cameras_beside(indexes[0]), False)
        else:
            self.chosen.emit(self.selected_cameras(), False)

    def _open(self, index: QModelIndex) -> None:
        if self.model.is_camera(index):
            self.opened.emit(self.model.cameras_under(index)[0])

    def _open_first(self) -> None:
        self._look.stop()
        self._show_found()
        if self._found:
            self._go_into_view()

    def _go_into_view(self) -> None:
        if self.model.rowCount():
            self.view.setFocus()
            self.view.setCurrentIndex(self.model.index(0, 0))


class Finder(QLineEdit):
    """A line in which Enter opens the best, and Down goes into the list."""

    entered = Signal()
    left_downwards = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Find a camera: number, name, ward…"))
        self.setClearButtonEnabled(False)
        self.setAccessibleName(self.tr("Find a camera"))

    # -- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)
