"""The keys of the console: what each does, and what it is called in the list on F1."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView

from wall.ui.console.pages import KEYS
from wall.ui.keys import Key

if TYPE_CHECKING:
    from wall.ui.console.window import ConsoleWindow


def keys_of(window: ConsoleWindow) -> tuple[Key, ...]:
    """Pages, cameras, the wall, the window."""
    return (*_pages(window), *_cameras(window), *_wall(window), *_tours(window), *_window(window))


def _pages(window: ConsoleWindow) -> tuple[Key, ...]:
    group = QCoreApplication.translate("ConsoleWindow", "Pages")
    return tuple(
        Key(
            (f"Ctrl+{place}",) if place < 10 else (),
            page.title,
            partial(window.go_to, page.name),
            action_id=f"console.page_{page.name}",
            group=group,
        )
        for place, page in enumerate(window.pages.in_navigation, 1)
    )


def _cameras(window: ConsoleWindow) -> tuple[Key, ...]:
    translate, do = QCoreApplication.translate, window.pages.do
    group = translate("ConsoleWindow", "On the page")
    return (
        Key(
            ("Ctrl+K",),
            translate("ConsoleWindow", "Find anything"),
            window.toggle_palette,
            action_id="console.palette",
            group=group,
        ),
        Key(
            ("Ctrl+F",),
            translate("ConsoleWindow", "Find a camera"),
            window.tree.look_for,
            action_id="console.find",
            group=group,
        ),
        Key(
            ("F2",),
            translate("ConsoleWindow", "Change what the hand is on"),
            partial(do, "edit"),
            action_id="console.edit",
        ),
        Key(
            ("Del",),
            translate("ConsoleWindow", "Take away what is selected"),
            partial(do, "remove"),
            action_id="console.remove",
        ),
        Key(
            ("Ctrl+Z",),
            translate("ConsoleWindow", "Take the last change back"),
            window.undo,
            action_id="console.undo",
        ),
        Key(
            ("Ctrl+S",),
            translate("ConsoleWindow", "Save the picture as a file"),
            partial(do, "save"),
            action_id="console.save_picture",
        ),
        Key(
            ("Ctrl+C",),
            translate("ConsoleWindow", "Copy the picture"),
            partial(_copy, window),
            action_id="console.copy_picture",
        ),
        Key(
            ("F5",),
            translate("ConsoleWindow", "Test the camera that is shown"),
            window.panel.test,
            action_id="console.test",
        ),
        Key(
            ("Ctrl+N",),
            translate("ConsoleWindow", "Add a stream"),
            window.add_stream,
            action_id="console.add_stream",
        ),
        Key(
            ("Ctrl+I",),
            translate("ConsoleWindow", "Import"),
            window.import_file,
            action_id="console.import",
        ),
        Key(
            ("Ctrl+E",),
            translate("ConsoleWindow", "Export"),
            window.export_file,
            action_id="console.export",
        ),
    )


def _copy(window: ConsoleWindow) -> None:
    """What the page copies, else the text under the hand, as everywhere."""
    view = window.focusWidget()
    if "copy" in window.pages.current.does:
        window.pages.do("copy")
    elif isinstance(view, QAbstractItemView) and view.currentIndex().isValid():
        QGuiApplication.clipboard().setText(str(view.currentIndex().data()))


def _wall(window: ConsoleWindow) -> tuple[Key, ...]:
    translate, screens = QCoreApplication.translate, window.screens
    return (
        Key(
            ("Ctrl+Return", "Ctrl+Enter"),
            translate("ConsoleWindow", "Put it on the screen in hand"),
            window.put,
            action_id="console.put",
            group=translate("ConsoleWindow", "The wall"),
        ),
        Key(
            ("Ctrl+PgDown",),
            translate("ConsoleWindow", "Next screen"),
            partial(screens.take_next_in_hand, 1),
            repeats=True,
            action_id="console.next_screen",
        ),
        Key(
            ("Ctrl+PgUp",),
            translate("ConsoleWindow", "Former screen"),
            partial(screens.take_next_in_hand, -1),
            repeats=True,
            action_id="console.former_screen",
        ),
        Key(
            ("Ctrl+L",),
            translate("ConsoleWindow", "Choose a layout"),
            window.choose_layout,
            action_id="console.layout",
        ),
        Key(
            ("Ctrl+Shift+S",),
            translate("ConsoleWindow", "Save the screen in hand as a view"),
            window.save_view,
            action_id="console.save_view",
        ),
        Key(
            ("Alt+Left",),
            translate("ConsoleWindow", "The camera before in this cell"),
            screens.go_to_former,
            repeats=True,
            action_id="console.cell_back",
        ),
        Key(
            ("Alt+Right",),
            translate("ConsoleWindow", "The camera after it"),
            screens.go_to_later,
            repeats=True,
            action_id="console.cell_forward",
        ),
        Key(
            ("Ctrl+Shift+Return",),
            translate("ConsoleWindow", "One camera alone, and back"),
            screens.toggle_single,
            action_id="console.single",
        ),
    )


def _tours(window: ConsoleWindow) -> tuple[Key, ...]:
    translate, screens = QCoreApplication.translate, window.screens
    return (
        Key(
            ("Ctrl+T",),
            translate("ConsoleWindow", "Start a tour"),
            window.choose_tour,
            action_id="console.tour",
            group=translate("ConsoleWindow", "Tours"),
        ),
        Key(
            ("Ctrl+Space",),
            translate("ConsoleWindow", "Halt the tour, or go on"),
            screens.pause_tours,
            action_id="console.pause_tour",
        ),
        Key(
            ("Ctrl+.",),
            translate("ConsoleWindow", "Next stop of the tour"),
            partial(screens.step_tours, 1),
            repeats=True,
            action_id="console.next_stop",
        ),
        Key(
            ("Ctrl+,",),
            translate("ConsoleWindow", "Former stop of the tour"),
            partial(screens.step_tours, -1),
            repeats=True,
            action_id="console.former_stop",
        ),
    )


def _window(window: ConsoleWindow) -> tuple[Key, ...]:
    translate = QCoreApplication.translate
    return (
        Key(
            ("Esc",),
            translate("ConsoleWindow", "Back"),
            window.go_back,
            group=translate("ConsoleWindow", "The window"),
        ),
        Key(
            ("F11",),
            translate("ConsoleWindow", "Full screen, and back"),
            window.toggle_full_screen,
            action_id="console.full_screen",
        ),
        Key(
            ("F1",),
            translate("ConsoleWindow", "This list"),
            window.toggle_key_list,
            action_id="console.key_list",
        ),
        Key(
            ("Shift+F1",),
            translate("ConsoleWindow", "Change the keys"),
            partial(window.go_to, KEYS),
            action_id="console.change_keys",
        ),
        Key(
            ("Ctrl+Q",),
            translate("ConsoleWindow", "Close the window"),
            window.close,
            action_id="console.close",
        ),
    )
