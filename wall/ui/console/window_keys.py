"""The keys of the console: what each does, and what it is called in the list on F1."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView

from wall.ui.console.pages import KEYS, REPLAY, RULES, STICKS, WAYS
from wall.ui.following import follow_keys
from wall.ui.keys import Key

if TYPE_CHECKING:
    from wall.ui.console.window import ConsoleWindow

_REPEATING = frozenset({"next_screen", "former_screen", "cell_back", "cell_forward", "next_stop", "former_stop"})
"""A held key does these again."""

_Row = tuple[str, str, Callable[[], object], str]


def keys_of(window: ConsoleWindow) -> tuple[Key, ...]:
    """Pages, cameras, the wall, the window."""
    follow = follow_keys("console", window.following, "Ctrl+H", has_arrows=False)
    return (
        *_pages(window),
        *_alarms(window),
        *_cameras(window),
        *follow,
        *_wall(window),
        *_tours(window),
        *_window(window),
    )


def _pages(window: ConsoleWindow) -> tuple[Key, ...]:
    """By their places; those with a key of their own do not count."""
    group = QCoreApplication.translate("ConsoleWindow", "Pages")
    numbered = [page for page in window.pages.in_navigation if not page.key]
    keys = {page.name: f"Ctrl+{place}" for place, page in enumerate(numbered[:9], 1)}
    keys |= {page.name: page.key for page in window.pages.in_navigation if page.key}
    return tuple(
        Key(
            (keys[page.name],) if page.name in keys else (),
            page.title,
            partial(window.go_to, page.name),
            action_id=f"console.page_{page.name}",
            group=group,
        )
        for page in window.pages.in_navigation
    )


def _alarms(window: ConsoleWindow) -> tuple[Key, ...]:
    """On the page the letters do the same, without Alt."""
    part = window.alarms
    if part is None:
        return ()
    translate, page, deeds = QCoreApplication.translate, part.page, part.page.deeds
    unseen = translate("ConsoleWindow", "The most urgent alarm that nobody has acknowledged")
    rows = (
        ("F10", unseen, partial(part.go_to_unseen, window), "alarm_unseen"),
        ("F12", translate("ConsoleWindow", "Acknowledge the alarm"), partial(part.acknowledge, window), "alarm_ack"),
        ("Alt+T", translate("ConsoleWindow", "Take the alarm"), deeds.take, "alarm_take"),
        ("Alt+W", translate("ConsoleWindow", "Forward the alarm"), deeds.forward, "alarm_forward"),
        ("Alt+H", translate("ConsoleWindow", "Put the alarm on hold"), deeds.hold, "alarm_hold"),
        ("Alt+R", translate("ConsoleWindow", "Resume the alarm"), deeds.resume, "alarm_resume"),
        ("Alt+C", translate("ConsoleWindow", "Close the alarm"), deeds.close_alarms, "alarm_close"),
        ("Alt+O", translate("ConsoleWindow", "Open the alarm again"), deeds.reopen, "alarm_reopen"),
        ("Alt+N", translate("ConsoleWindow", "Write a note on the alarm"), deeds.note, "alarm_note"),
        ("Alt+M", translate("ConsoleWindow", "Mute the camera of the alarm"), deeds.mute, "alarm_mute"),
        ("Alt+G", translate("ConsoleWindow", "The place of the alarm on the map"), page.show_on_map, "alarm_place"),
        ("Alt+B", translate("ConsoleWindow", "Watch again what was before"), page.watch_again, "alarm_before"),
        ("Alt+L", translate("ConsoleWindow", "When alarms began: choose a stretch"), page.go_into_chart, "alarm_when"),
        ("Alt+P", translate("ConsoleWindow", "The pictures of its notes"), page.enlarge_picture, "alarm_pictures"),
        ("Alt+S", translate("ConsoleWindow", "Alarms in figures"), page.figures_requested.emit, "alarm_figures"),
        ("Shift+F10", translate("ConsoleWindow", "Rules of alarms"), partial(window.go_to, RULES), "alarm_rules"),
        ("Shift+F12", translate("ConsoleWindow", "Panic: an alarm of my own"), partial(part.panic, window), "panic"),
    )
    return _grouped(translate("ConsoleWindow", "Alarms"), rows)


def _cameras(window: ConsoleWindow) -> tuple[Key, ...]:
    translate, do = QCoreApplication.translate, window.pages.do
    rows = (
        ("Ctrl+K", translate("ConsoleWindow", "Find anything"), window.toggle_palette, "palette"),
        ("Ctrl+F", translate("ConsoleWindow", "Find a camera"), partial(_find, window), "find"),
        ("F2", translate("ConsoleWindow", "Change what the hand is on"), partial(do, "edit"), "edit"),
        ("Del", translate("ConsoleWindow", "Remove what is selected"), partial(do, "remove"), "remove"),
        ("Ctrl+Z", translate("ConsoleWindow", "Take the last change back"), window.undo, "undo"),
        ("Ctrl+S", translate("ConsoleWindow", "Save the picture as a file"), partial(do, "save"), "save_picture"),
        ("Ctrl+C", translate("ConsoleWindow", "Copy the picture"), partial(_copy, window), "copy_picture"),
        ("F5", translate("ConsoleWindow", "Test the camera that is shown"), window.panel.test, "test"),
        ("Ctrl+N", translate("ConsoleWindow", "Add a stream"), window.add_stream, "add_stream"),
        ("Ctrl+I", translate("ConsoleWindow", "Import"), window.import_file, "import"),
        ("Ctrl+E", translate("ConsoleWindow", "Export"), window.export_file, "export"),
    )
    return _grouped(translate("ConsoleWindow", "On the page"), rows)


def _find(window: ConsoleWindow) -> None:
    """In the tree, or on a page that has the whole window."""
    if window.tree.isVisible():
        window.tree.look_for()
    else:
        window.pages.do("find")


def _copy(window: ConsoleWindow) -> None:
    """What the page copies, else the text under the hand, as everywhere."""
    view = window.focusWidget()
    if "copy" in window.pages.current.does:
        window.pages.do("copy")
    elif isinstance(view, QAbstractItemView) and view.currentIndex().isValid():
        QGuiApplication.clipboard().setText(str(view.currentIndex().data()))


def _wall(window: ConsoleWindow) -> tuple[Key, ...]:
    translate, screens = QCoreApplication.translate, window.screens
    put = translate("ConsoleWindow", "Put it on the screen in hand")
    save = translate("ConsoleWindow", "Save the screen in hand as a view")
    alone = translate("ConsoleWindow", "One camera alone, and back")
    take = screens.take_next_in_hand
    rows = (
        ("Ctrl+Return Ctrl+Enter", put, window.put, "put"),
        ("Ctrl+PgDown", translate("ConsoleWindow", "Next screen"), partial(take, 1), "next_screen"),
        ("Ctrl+PgUp", translate("ConsoleWindow", "Former screen"), partial(take, -1), "former_screen"),
        ("Ctrl+L", translate("ConsoleWindow", "Choose a layout"), window.choose_layout, "layout"),
        ("Ctrl+Shift+S", save, window.save_view, "save_view"),
        ("Alt+Left", translate("ConsoleWindow", "The camera before in this cell"), screens.go_to_former, "cell_back"),
        ("Alt+Right", translate("ConsoleWindow", "The camera after it"), screens.go_to_later, "cell_forward"),
        ("Ctrl+Shift+Return", alone, screens.toggle_single, "single"),
    )
    return _grouped(translate("ConsoleWindow", "The wall"), rows)


def _tours(window: ConsoleWindow) -> tuple[Key, ...]:
    translate, step = QCoreApplication.translate, window.screens.step_tours
    pause = window.screens.pause_tours
    rows = (
        ("Ctrl+T", translate("ConsoleWindow", "Start a tour"), window.choose_tour, "tour"),
        ("Ctrl+Space", translate("ConsoleWindow", "Halt the tour, or go on"), pause, "pause_tour"),
        ("Ctrl+.", translate("ConsoleWindow", "Next stop of the tour"), partial(step, 1), "next_stop"),
        ("Ctrl+,", translate("ConsoleWindow", "Former stop of the tour"), partial(step, -1), "former_stop"),
    )
    return _grouped(translate("ConsoleWindow", "Tours"), rows)


def _window(window: ConsoleWindow) -> tuple[Key, ...]:
    translate = QCoreApplication.translate
    group = translate("ConsoleWindow", "The window")
    change_keys = partial(window.go_to, KEYS)
    rows: tuple[_Row, ...] = (
        ("F11", translate("ConsoleWindow", "Full screen, and back"), window.toggle_full_screen, "full_screen"),
        ("F1", translate("ConsoleWindow", "This list"), window.toggle_key_list, "key_list"),
        ("Shift+F1", translate("ConsoleWindow", "Change the keys"), change_keys, "change_keys"),
        *_replay(window),
        *_sticks(window),
        *_ways(window),
        ("Ctrl+Q", translate("ConsoleWindow", "Close the window"), window.close, "close"),
    )
    back = Key(("Esc",), translate("ConsoleWindow", "Back"), window.go_back, group=group)
    return (back, *_grouped(group, rows))


def _replay(window: ConsoleWindow) -> tuple[_Row, ...]:
    if window.replay is None:
        return ()
    keep = QCoreApplication.translate("ConsoleWindow", "How much is kept for replay")
    return (("Shift+F2", keep, partial(window.go_to, REPLAY), "replay_kept"),)


def _sticks(window: ConsoleWindow) -> tuple[_Row, ...]:
    if window.sticks is None:
        return ()
    settle = QCoreApplication.translate("ConsoleWindow", "Joysticks")
    return (("Shift+F3", settle, partial(window.go_to, STICKS), "sticks"),)


def _ways(window: ConsoleWindow) -> tuple[_Row, ...]:
    if window.alarms is None or window.alarms.ways is None:
        return ()
    settle = QCoreApplication.translate("ConsoleWindow", "Other systems: MQTT, HTTP, the supervisor")
    return (("Shift+F5", settle, partial(window.go_to, WAYS), "ways"),)


def _grouped(group: str, rows: Iterable[_Row]) -> tuple[Key, ...]:
    """Keys, what they are called, what they do, and the end of the action's name."""
    return tuple(
        Key(tuple(keys.split()), text, does, name in _REPEATING, action_id=f"console.{name}", group=group)
        for keys, text, does, name in rows
    )
