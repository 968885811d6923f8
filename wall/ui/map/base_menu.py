"""The button of the base maps: which one is shown, taking one in, taking one out."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QActionGroup, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QWidget

from wall.model.geo.mercator import to_position
from wall.model.inventory import Position
from wall.model.map_kinds import SHIPPED, BaseMap, MapKind
from wall.model.map_taking import Taking
from wall.model.tile_address import host_of
from wall.ui.console.parts import button
from wall.ui.homeward import Homeward
from wall.ui.keys import Key
from wall.ui.map.base_panel import BasePanel
from wall.ui.map.opacities import Opacities
from wall.ui.map.page import MapPage
from wall.ui.map.taking_line import TakingLine
from wall.ui.map.tools.side import Side
from wall.ui.map_words import map_kind

AskForMap = Callable[[QWidget, bool], Path | None]
"""(the window, whether a folder is meant) → what is to be taken in, None for nothing."""


class MapShelfPort(Protocol):
    """`wall.services.maps.Maps`, as far as this asks it."""

    @property
    def maps(self) -> tuple[BaseMap, ...]: ...

    @property
    def shown(self) -> BaseMap: ...

    def choose(self, map_id: int) -> Future[None]: ...

    def take_in(
        self,
        source: str,
        name: str = "",
        attribution: str = "",
        crs: str = "",
        near: Position | None = None,
        taking: Taking | None = None,
    ) -> Future[BaseMap]: ...

    def remove(self, map_id: int) -> Future[None]: ...

    def refresh(self) -> Future[None]: ...


@dataclass(frozen=True, slots=True)
class Around:
    """What the button has around it. `say` tells what came of it, `complain` why not; `near` is where the city is."""

    say: Callable[[str], None]
    complain: Callable[[str], None]
    near: Callable[[], Position | None] = lambda: None
    opacities: Opacities | None = None
    ask: AskForMap | None = None


class BaseMenu(QObject):
    """UI thread; a `MapPart`. One map after the other is taken in."""

    taken = Signal(object)
    """A BaseMap that is there now."""

    def __init__(self, maps: MapShelfPort, around: Around, parent: QWidget) -> None:
        super().__init__(parent)
        self._maps = maps
        self._around = around
        self._window = parent
        self._ask = around.ask or ask_for_map
        self._taking: Taking | None = None
        self._homeward = Homeward(self)
        self.bar = QWidget(parent)
        self.button = button(self.tr("Base map"), self.open, tip=self.tr("Which map lies under the cameras"))
        self.line = TakingLine(self.bar)
        self.side = Side(parent)
        self.panel = BasePanel(lambda: maps.shown, around.opacities, self.side)
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addWidget(self.line)
        self.line.stop_requested.connect(self._stop)
        self.panel.done_requested.connect(self.side.close_panel)
        self.panel.form.asked.connect(self._take_in)
        self._maps.refresh()  # Another program may have taken some in.

    def keys(self) -> tuple[Key, ...]:
        return ()

    def add_actions(self, found: object, menu: QMenu) -> None:
        """Nothing that concerns a camera."""

    def go_back(self) -> bool:
        """The panel closes."""
        return self.side.close_panel()

    def end(self) -> None:
        """What is on its way goes on: it is the program's, not the window's."""

    def open(self) -> QMenu:
        """The menu, below the button."""
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))
        return menu

    def menu(self) -> QMenu:
        """All of them, and what can be done."""
        menu = QMenu(self.button)
        group = QActionGroup(menu)
        for each in self._maps.maps:
            action = menu.addAction(_title(each))
            action.setCheckable(True)
            action.setChecked(each.map_id == self._maps.shown.map_id)
            action.triggered.connect(partial(self._choose, each))
            group.addAction(action)
        menu.addSeparator()
        for text, does in (
            (self.tr("Take in a file…"), partial(self._take_path, False)),
            (self.tr("Take in a folder of tiles…"), partial(self._take_path, True)),
        ):
            action = menu.addAction(text)
            action.setEnabled(self._taking is None)
            action.triggered.connect(does)
        menu.addAction(self.tr("Take in a tile server…")).triggered.connect(self.open_form)
        menu.addAction(self.tr("How strong it is…")).triggered.connect(self.open_panel)
        shown = self._maps.shown
        if shown.map_id != SHIPPED:
            menu.addSeparator()
            menu.addAction(self.tr("Remove {0}").format(_plain(shown.name))).triggered.connect(
                partial(self._remove, shown)
            )
        return menu

    def open_panel(self, _checked: bool = False) -> None:
        """How strong the map is, with the hand on it."""
        self.panel.renew()
        self.side.open(self.panel)
        self.panel.slider.setFocus()

    def open_form(self, _checked: bool = False) -> None:
        """For a server: an address that was copied stands in it."""
        self.open_panel()
        copied = QGuiApplication.clipboard().text().strip()
        self.panel.form.begin(copied if "://" in copied and "{z}" in copied else "")

    # -- inside

    def _choose(self, base: BaseMap, _checked: bool = False) -> None:
        self._homeward.follow(self._maps.choose(base.map_id), self._show_chosen, self._around.complain)

    def _show_chosen(self, _none: None) -> None:
        self.panel.renew()

    def _take_path(self, is_folder: bool, _checked: bool = False) -> None:
        path = self._ask(self._window, is_folder)
        if path is not None:
            self._take_in(str(path))

    def _take_in(self, source: str, name: str = "", attribution: str = "") -> None:
        if self._taking is not None:
            return
        taking = self._taking = Taking(self._homeward.answer(self.line.come_to))
        # A key in an address is for the server alone: it is not repeated here.
        self.line.begin(host_of(source) if "://" in source else Path(source).name)
        self.panel.form.show_busy(is_busy=True)
        taken = self._maps.take_in(source, name, attribution, near=self._around.near(), taking=taking)
        self._homeward.follow(taken, self._show_taken, partial(self._show_fault, "://" in source))

    def _stop(self) -> None:
        if self._taking is not None:
            self._taking.stop()
            self.line.stopping()

    def _end_of_taking(self) -> None:
        self._taking = None
        self.line.hide()
        self.panel.form.show_busy(is_busy=False)

    def _show_taken(self, base: BaseMap) -> None:
        self._end_of_taking()
        if base.kind is MapKind.TILE_SERVER:
            self.panel.form.clear()
        self._around.say(self.tr("{0} is there, and shown now").format(base.name))
        self._choose(base)
        self.taken.emit(base)

    def _show_fault(self, is_server: bool, why: str) -> None:
        was_stopped = self._taking is not None and self._taking.is_stopped
        self._end_of_taking()
        if is_server and self.panel.isVisible():
            self.panel.form.complain(why)
        else:
            (self._around.say if was_stopped else self._around.complain)(why)

    def _remove(self, base: BaseMap, _checked: bool = False) -> None:
        told = self.tr("{0} was removed").format(base.name)
        self._homeward.follow(self._maps.remove(base.map_id), partial(self._show_removed, told), self._around.complain)

    def _show_removed(self, told: str, _none: None) -> None:
        self._around.say(told)
        self.panel.renew()


def ask_for_map(window: QWidget, is_folder: bool) -> Path | None:
    """By the system's own dialog."""
    translate = QCoreApplication.translate
    if is_folder:
        chosen = QFileDialog.getExistingDirectory(window, translate("Files", "Take in a folder of tiles"))
    else:
        kinds = translate("Files", "Maps (*.mbtiles *.pmtiles *.geojson *.json *.png *.jpg *.jpeg *.webp *.tif *.tiff)")
        chosen, _ = QFileDialog.getOpenFileName(window, translate("Files", "Take in a map"), "", kinds)
    return Path(chosen) if chosen else None


def _title(base: BaseMap) -> str:
    return f"{_plain(base.name)}  ·  {map_kind(base.kind)}" if base.map_id != SHIPPED else _plain(base.name)


def _plain(name: str) -> str:
    """A menu takes «&» for the letter of a key."""
    return name.replace("&", "&&")


def base_menu(maps: MapShelfPort, page: MapPage) -> BaseMenu:
    """The one of a page."""
    notice, canvas = page.notice, page.canvas

    def near() -> Position:
        return to_position(*canvas.frame.centre)

    return BaseMenu(maps, Around(notice.say, notice.complain, near, page.opacities), page)
