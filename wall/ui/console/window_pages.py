"""The pages of the console in their order: a new one is one more entry here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from wall.ui.console.pages import (
    ALARMS,
    BOOKMARKS,
    CAMERAS,
    DOMES,
    FOUND,
    HEALTH,
    IMPORT,
    KEYS,
    LAYOUT,
    MAP,
    OVERVIEW,
    RAW,
    RECORDINGS,
    REPLAY,
    RULES,
    SCREENS,
    STICKS,
    UNSEEN,
    VIEWS,
    WAYS,
    Page,
)

if TYPE_CHECKING:
    from wall.ui.console.window import ConsoleWindow


def pages_of(window: ConsoleWindow) -> tuple[Page, ...]:
    """Those of the wall, those of the fleet, and those that are opened from others."""
    wall, city, seen = _of_the_wall(window), _of_the_city(window), _of_what_was_seen(window)
    at_hand = (*wall, *_of_alarms(window), *city, *_of_the_map(window))
    return (*at_hand, *seen, *_of_the_fleet(window), *_of_domes(window), *_behind(window))


def _of_the_wall(window: ConsoleWindow) -> tuple[Page, ...]:
    translate, screens, views = QCoreApplication.translate, window.screens, window.views
    return (
        Page(
            SCREENS,
            screens,
            translate("ConsoleWindow", "Screens"),
            enter=screens.enter,
            go_back=screens.go_back,
            has_panel=True,
            does={"undo": screens.undo, "remove": screens.remove, "edit": screens.desk.change},
        ),
        Page(
            VIEWS,
            views,
            translate("ConsoleWindow", "Views"),
            enter=views.enter,
            go_back=views.go_back,
            stays=True,
            does={
                "undo": views.undo,
                "remove": views.remove,
                "edit": views.rename,
                "put": views.show_selected,
                "import": views.desk.ask_import,
                "export": views.export,
            },
        ),
    )


def _of_alarms(window: ConsoleWindow) -> tuple[Page, ...]:
    """None where nobody keeps alarms."""
    if window.alarms is None:
        return ()
    page, rules = window.alarms.page, window.alarms.rules
    return (
        Page(
            ALARMS,
            page,
            QCoreApplication.translate("ConsoleWindow", "Alarms"),
            key="Ctrl+B",
            enter=page.enter,
            go_back=page.go_back,
            stays=True,
            cameras=page.selected_cameras,
            does={"undo": page.undo, "find": page.look_for, "remove": page.deeds.close_alarms, "edit": page.deeds.note},
        ),
        Page(
            RULES,
            rules,
            under=ALARMS,
            enter=rules.enter,
            go_back=rules.go_back,
            does={"undo": rules.undo, "remove": rules.remove, "save": rules.form.keep},
        ),
    )


def _of_the_city(window: ConsoleWindow) -> tuple[Page, ...]:
    """None where nobody takes small pictures."""
    overview = window.overview
    if overview is None:
        return ()
    return (
        Page(
            OVERVIEW,
            overview,
            QCoreApplication.translate("ConsoleWindow", "Overview"),
            enter=overview.enter,
            go_back=overview.go_back,
            has_panel=True,
            is_wide=lambda: overview.is_wide,
            open_camera=overview.show_camera,
            cameras=overview.selected_cameras,
            does={"find": overview.look_for, "put": overview.put},
        ),
    )


def _of_the_map(window: ConsoleWindow) -> tuple[Page, ...]:
    """None where nobody has made one."""
    city_map = window.map
    if city_map is None:
        return ()
    return (
        Page(
            MAP,
            city_map,
            QCoreApplication.translate("ConsoleWindow", "Map"),
            key="Ctrl+M",
            enter=city_map.enter,
            go_back=city_map.go_back,
            has_panel=True,
            open_camera=city_map.show_camera,
            cameras=city_map.selected_cameras,
            does={"put": city_map.put},
        ),
    )


def _of_what_was_seen(window: ConsoleWindow) -> tuple[Page, ...]:
    translate, bookmarks, unseen = QCoreApplication.translate, window.bookmarks, window.unseen
    return (
        Page(
            BOOKMARKS,
            bookmarks,
            translate("ConsoleWindow", "Bookmarks"),
            enter=bookmarks.enter,
            go_back=bookmarks.go_back,
            open_camera=bookmarks.show_only,
            does={
                "put": bookmarks.show_camera,
                "undo": bookmarks.undo,
                "remove": bookmarks.remove,
                "edit": bookmarks.write_note,
                "find": bookmarks.look_for,
                "save": bookmarks.save_picture,
                "copy": bookmarks.copy_picture,
            },
        ),
        *_of_recordings(window),
        Page(
            UNSEEN,
            unseen,
            translate("ConsoleWindow", "Unseen"),
            enter=unseen.enter,
            go_back=unseen.go_back,
            has_panel=True,
            cameras=unseen.selected_cameras,
        ),
    )


def _of_recordings(window: ConsoleWindow) -> tuple[Page, ...]:
    """None where nothing can be recorded."""
    recordings = window.recordings
    if recordings is None:
        return ()
    return (
        Page(
            RECORDINGS,
            recordings,
            QCoreApplication.translate("ConsoleWindow", "Recordings"),
            enter=recordings.enter,
            go_back=recordings.go_back,
            open_camera=recordings.show_only,
            does={
                "put": recordings.show_camera,
                "undo": recordings.undo,
                "remove": recordings.remove,
                "find": recordings.look_for,
                "save": recordings.copy_files,
                "copy": recordings.copy_to_clipboard,
                "export": recordings.copy_files,
            },
        ),
    )


def _of_the_fleet(window: ConsoleWindow) -> tuple[Page, ...]:
    translate, cameras, found, health = QCoreApplication.translate, window.cameras, window.found, window.health
    return (
        Page(
            CAMERAS,
            cameras,
            translate("ConsoleWindow", "Cameras"),
            enter=cameras.view.setFocus,
            go_back=cameras.go_back,
            has_panel=True,
            cameras=cameras.selected_cameras,
            does={"edit": cameras.edit_cell, "remove": window.remove_cameras},
        ),
        Page(FOUND, found, translate("ConsoleWindow", "Found devices"), enter=found.enter, go_back=found.go_back),
        Page(
            HEALTH,
            health,
            translate("ConsoleWindow", "Health"),
            enter=health.view.setFocus,
            has_panel=True,
            cameras=health.selected_cameras,
        ),
    )


def _of_domes(window: ConsoleWindow) -> tuple[Page, ...]:
    """None where nobody drives any."""
    domes = window.domes
    if domes is None:
        return ()
    return (
        Page(
            DOMES,
            domes,
            QCoreApplication.translate("ConsoleWindow", "Domes"),
            key="Ctrl+D",
            enter=domes.enter,
            go_back=domes.go_back,
            has_panel=True,
            stays=True,
            open_camera=domes.show_camera,
            is_wide=lambda: domes.is_wide,
            cameras=domes.selected_cameras,
        ),
    )


def _behind(window: ConsoleWindow) -> tuple[Page, ...]:
    return (
        Page(
            LAYOUT,
            window.editor,
            under=SCREENS,
            enter=window.editor.enter,
            go_back=window.editor.go_back,
            does={"undo": window.editor.undo},
        ),
        Page(IMPORT, window.desk.page, under=CAMERAS),
        Page(RAW, window.raw, under=CAMERAS, has_panel=True),
        Page(
            KEYS,
            window.keys,
            under=SCREENS,
            enter=window.keys.enter,
            go_back=window.keys.go_back,
            does={"edit": window.keys.change, "remove": window.keys.remove, "undo": window.keys.undo},
        ),
        *_of_replay(window),
        *_of_sticks(window),
        *_of_ways(window),
    )


def _of_replay(window: ConsoleWindow) -> tuple[Page, ...]:
    """None where nothing is remembered."""
    replay = window.replay
    if replay is None:
        return ()
    return (
        Page(
            REPLAY,
            replay,
            under=SCREENS,
            enter=replay.enter,
            go_back=replay.go_back,
            does={"undo": replay.undo, "save": replay.keep},
        ),
    )


def _of_sticks(window: ConsoleWindow) -> tuple[Page, ...]:
    """None where nobody reads joysticks."""
    sticks = window.sticks
    if sticks is None:
        return ()
    return (
        Page(STICKS, sticks, under=SCREENS, enter=sticks.enter, go_back=sticks.go_back, does={"undo": sticks.undo}),
    )


def _of_ways(window: ConsoleWindow) -> tuple[Page, ...]:
    """None where there are no ways in or out."""
    ways = window.alarms.ways if window.alarms is not None else None
    if ways is None:
        return ()
    return (Page(WAYS, ways, under=ALARMS, enter=ways.enter, go_back=ways.go_back, does={"save": ways.keep}),)
