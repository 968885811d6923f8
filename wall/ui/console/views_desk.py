"""Changes saved views and tours as the operator asks, and tells what came of it. Nothing that was typed is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from wall.model.view import Tour, View
from wall.ui.console.files import AskForFile
from wall.ui.console.homeward import Homeward
from wall.ui.console.parts import Notice
from wall.ui.console.sentences import in_words
from wall.ui.console.views_nodes import Entry, Folder, folder_of, tidy_path
from wall.ui.room_port import RoomPort

_MOST_TOLD = 8
"""More lines than that would fill the page."""


class ViewsDesk(QObject):
    """Every wish goes to the room; what it refuses is said in words. Undo takes each of them back."""

    def __init__(self, room: RoomPort, ask: AskForFile, notice: Notice, window: QWidget) -> None:
        super().__init__(window)
        self._room = room
        self._ask = ask
        self._notice = notice
        self._window = window
        self._homeward = Homeward(self)

    def save(self, view: View) -> bool:
        """Keep a view; False where it is refused."""
        return self._try(lambda: self._room.save_view(view))

    def rename(self, item: Folder | Entry, text: str) -> None:
        """Another name for a view, a tour or a folder."""
        if isinstance(item, Folder):
            path = tidy_path(f"{item.parent.path}/{text.replace('/', ' ')}")
            self._move_folder(item, replace(item, path=path))
        elif isinstance(item, Tour):
            self._try(lambda: self._room.save_tour(replace(item, name=text)))
        else:
            self._try(lambda: self._room.save_view(replace(item, name=text)))

    def move(self, entries: Sequence[Entry], folder: Folder) -> None:
        """Keep them in another folder; what is one's own becomes shared where that one is, and the other way round."""
        moved = [replace(each, folder=folder.path, owner=folder.owner) for each in entries if folder_of(each) != folder]
        self._save_all(moved)

    def copy(self, entries: Sequence[Entry]) -> None:
        """Another one beside each, under a free name."""
        taken = {(each.owner, each.folder, each.name) for each in self._entries()}
        copies = []
        for each in entries:
            names = (self.tr("{0} (copy {1})").format(each.name, number) for number in count(1))
            name = next(name for name in names if (each.owner, each.folder, name) not in taken)
            taken.add((each.owner, each.folder, name))
            copies.append(_new(each, name))
        self._save_all(copies)

    def remove(self, entries: Sequence[Entry]) -> None:
        """Take them away; undo brings them back."""
        views = [each.view_id for each in entries if isinstance(each, View)]
        tours = [each.tour_id for each in entries if isinstance(each, Tour)]
        if entries:
            self._room.remove_views(views, tours)
            self._notice.clear()

    def ask_export(self, entries: Sequence[Entry]) -> None:
        """Where to, then there: the selected views, all of them where none is."""
        views = [each for each in entries if isinstance(each, View)] or self._room.views
        if not views:
            self._notice.say(self.tr("There is no view to export yet."))
            return
        path = self._ask(self._window, True)
        if path is not None:
            self._notice.say(self.tr("The file is being written…"))
            ids = [each.view_id for each in views]
            self._homeward.follow(self._room.export_views(ids, path), self._told_export(path), self._notice.complain)

    def ask_import(self) -> None:
        """Which file, then its views."""
        path = self._ask(self._window, False)
        if path is not None:
            self._notice.say(self.tr("Reading {0}…").format(path.name))
            self._homeward.follow(self._room.import_views(path), self._tell_import, self._notice.complain)

    def _told_export(self, path: Path) -> Callable[[int], None]:
        return lambda views: self._notice.say(self.tr("{0} views are in {1}.").format(views, path))

    def _tell_import(self, result: tuple[int, tuple[str, ...]]) -> None:
        views, problems = result
        lines = [self.tr("{0} views were taken in.").format(views), *map(in_words, problems[:_MOST_TOLD])]
        if len(problems) > _MOST_TOLD:
            lines.append(self.tr("and {0} more").format(len(problems) - _MOST_TOLD))
        self._notice.say("\n".join(lines))

    def _move_folder(self, folder: Folder, to: Folder) -> None:
        inside = [
            each
            for each in self._entries()
            if each.owner == folder.owner and _lies_in(tidy_path(each.folder), folder.path)
        ]
        self._save_all([replace(each, folder=to.path + tidy_path(each.folder)[len(folder.path) :]) for each in inside])

    def _entries(self) -> list[Entry]:
        return [*self._room.views, *self._room.tours]

    def _save_all(self, entries: Iterable[Entry]) -> None:
        kept = list(entries)
        views = [each for each in kept if isinstance(each, View)]
        tours = [each for each in kept if isinstance(each, Tour)]
        if kept:
            self._try(lambda: self._room.save_all(views, tours))

    def _try(self, wish: Callable[[], object]) -> bool:
        try:
            wish()
        except ValueError as error:
            self._notice.complain(in_words(str(error)))
            return False
        self._notice.clear()
        return True


def _lies_in(path: str, folder: str) -> bool:
    return path == folder or path.startswith(f"{folder}/")


def _new(entry: Entry, name: str) -> Entry:
    return replace(entry, name=name, view_id=0) if isinstance(entry, View) else replace(entry, name=name, tour_id=0)
