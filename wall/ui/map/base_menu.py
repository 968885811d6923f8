"""The button of the base maps: which one is shown, taking one in, taking one out."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from wall.model.map_kinds import SHIPPED, BaseMap
from wall.ui.console.parts import button
from wall.ui.homeward import Homeward
from wall.ui.keys import Key
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

    def take_in(self, source: str) -> Future[BaseMap]: ...

    def remove(self, map_id: int) -> Future[None]: ...

    def refresh(self) -> Future[None]: ...


class BaseMenu(QObject):
    """UI thread; a `MapPart`. `say` tells what came of it, `complain` why not."""

    taken = Signal(object)
    """A BaseMap that is there now."""

    def __init__(
        self,
        maps: MapShelfPort,
        say: Callable[[str], None],
        complain: Callable[[str], None],
        parent: QWidget,
        ask: AskForMap | None = None,
    ) -> None:
        super().__init__(parent)
        self._maps = maps
        self._say = say
        self._complain = complain
        self._window = parent
        self._ask = ask or ask_for_map
        self._homeward = Homeward(self)
        self.button = button(self.tr("Base map"), self.open, tip=self.tr("Which map lies under the cameras"))
        self._maps.refresh()  # Another program may have taken some in.

    @property
    def bar(self) -> QPushButton:
        return self.button

    @property
    def side(self) -> None:
        return None

    def keys(self) -> tuple[Key, ...]:
        return ()

    def add_actions(self, found: object, menu: QMenu) -> None:
        """Nothing that concerns a camera."""

    def go_back(self) -> bool:
        return False

    def end(self) -> None:
        """Nothing is held."""

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
        menu.addAction(self.tr("Take in a file…")).triggered.connect(partial(self._take_path, False))
        menu.addAction(self.tr("Take in a folder of tiles…")).triggered.connect(partial(self._take_path, True))
        self._add_address(menu)
        shown = self._maps.shown
        if shown.map_id != SHIPPED:
            menu.addSeparator()
            menu.addAction(self.tr("Remove {0}").format(_plain(shown.name))).triggered.connect(
                partial(self._remove, shown)
            )
        return menu

    # -- inside

    def _add_address(self, menu: QMenu) -> QAction:
        """A key in an address is for the server alone: it is not repeated here."""
        address = QGuiApplication.clipboard().text().strip()
        action = menu.addAction(self.tr("Take in the tile server whose address was copied"))
        action.setToolTip("https://…/{z}/{x}/{y}.png")
        action.setEnabled("://" in address and "{z}" in address)
        action.triggered.connect(lambda _checked=False: self._take_in(address))
        return action

    def _choose(self, base: BaseMap, _checked: bool = False) -> None:
        self._homeward.follow(self._maps.choose(base.map_id), lambda _none: None, self._complain)

    def _take_path(self, is_folder: bool, _checked: bool = False) -> None:
        path = self._ask(self._window, is_folder)
        if path is not None:
            self._take_in(str(path))

    def _take_in(self, source: str) -> None:
        self._say(self.tr("The map is being taken in…"))
        self._homeward.follow(self._maps.take_in(source), self._show_taken, self._complain)

    def _show_taken(self, base: BaseMap) -> None:
        self._say(self.tr("{0} is there, and shown now").format(base.name))
        self._choose(base)
        self.taken.emit(base)

    def _remove(self, base: BaseMap, _checked: bool = False) -> None:
        told = self.tr("{0} was removed").format(base.name)
        self._homeward.follow(self._maps.remove(base.map_id), lambda _none: self._say(told), self._complain)


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
