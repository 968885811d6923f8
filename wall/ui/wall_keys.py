"""The table of all that can be done on a wall window by key."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from wall.model.layout import Layout
from wall.ui.alarms.hand import AlarmHand, alarm_keys
from wall.ui.following import Following, follow_keys
from wall.ui.holding import Holding
from wall.ui.keys import GRIDS, Key
from wall.ui.lens import Lens
from wall.ui.ptz.keys import ptz_keys
from wall.ui.ptz.on_wall import PtzOnWall
from wall.ui.replay.desk import ReplayDesk
from wall.ui.replay.keys import replay_keys
from wall.ui.sound_hand import SoundHand
from wall.ui.wishes import Wishes


class WallDeeds(Protocol):
    """What a wall window does itself. `WallWindow` fulfils it."""

    @property
    def wishes(self) -> Wishes: ...

    @property
    def lens(self) -> Lens: ...

    @property
    def holding(self) -> Holding: ...

    @property
    def replay(self) -> ReplayDesk: ...

    @property
    def sound(self) -> SoundHand: ...

    @property
    def alarms(self) -> AlarmHand: ...

    @property
    def following(self) -> Following: ...

    @property
    def ptz(self) -> PtzOnWall: ...

    def toggle_facts(self) -> object: ...

    def enter(self) -> object:
        """The key Enter: end what is being typed, else the picture alone, and back."""
        ...

    def go_back(self) -> object: ...

    def retry(self) -> object: ...

    def bookmark(self) -> object: ...

    def record(self) -> object: ...

    def save_snapshot(self) -> object: ...

    def copy_snapshot(self) -> object: ...

    def toggle_palette(self) -> object: ...

    def toggle_full_screen(self) -> object: ...

    def toggle_key_list(self) -> object: ...

    def change_keys(self) -> object: ...

    def close(self) -> object: ...


def wall_keys(deeds: WallDeeds) -> tuple[Key, ...]:
    """Without those of layouts."""
    return (
        *_hand(deeds),
        *_cell(deeds),
        *_look(deeds),
        *follow_keys("wall", deeds.following, "H"),
        *replay_keys(deeds.replay),
        *_sound(deeds.sound),
        *alarm_keys(deeds.alarms),
        *ptz_keys(deeds.ptz),
        *_tours(deeds.wishes),
        *_program(deeds),
    )


def layout_keys(wishes: Wishes, presets: Sequence[Layout]) -> tuple[Key, ...]:
    """Plain layouts on Ctrl+1 to Ctrl+8, the other presets without a key."""
    translate = QCoreApplication.translate
    plain = [Layout.plain(columns, rows) for columns, rows in GRIDS]
    others = [layout for layout in presets if layout not in plain]
    group = translate("Wall", "Layouts")
    text = translate("WallWindow", "{0} × {1} cameras")
    return (
        *(
            Key(
                (f"Ctrl+{layout.columns}",),
                text.format(layout.columns, layout.rows),
                partial(wishes.cut, layout),
                action_id=f"wall.layout_{layout.columns}",
                group=group,
            )
            for layout in plain
        ),
        *(
            Key((), layout.name, partial(wishes.cut, layout), action_id=_id_of(layout), group=group)
            for layout in others
        ),
    )


def _id_of(layout: Layout) -> str:
    """ "1 + 5" is "wall.layout_1+5": an operator may give it a key."""
    return f"wall.layout_{''.join(layout.name.split())}"


def _hand(deeds: WallDeeds) -> tuple[Key, ...]:
    translate, wishes = QCoreApplication.translate, deeds.wishes
    group = translate("Wall", "The hand")
    moves = (
        ("Left", translate("WallWindow", "Camera to the left"), (-1, 0), "wall.camera_left"),
        ("Right", translate("WallWindow", "Camera to the right"), (1, 0), "wall.camera_right"),
        ("Up", translate("WallWindow", "Camera above"), (0, -1), "wall.camera_above"),
        ("Down", translate("WallWindow", "Camera below"), (0, 1), "wall.camera_below"),
    )
    alone = translate("WallWindow", "The selected camera alone, and back")
    return (
        *(
            Key((key,), text, partial(wishes.move, *way), repeats=True, action_id=name, group=group)
            for key, text, way, name in moves
        ),
        Key(("PgUp",), translate("WallWindow", "Page back"), partial(wishes.turn, -1), action_id="wall.page_back"),
        Key(("PgDown",), translate("WallWindow", "Page on"), partial(wishes.turn, 1), action_id="wall.page_on"),
        Key(("Return", "Enter"), alone, deeds.enter, action_id="wall.alone"),
        Key(("Esc",), translate("WallWindow", "Back"), deeds.go_back, action_id="wall.back"),
    )


def _cell(deeds: WallDeeds) -> tuple[Key, ...]:
    translate, wishes = QCoreApplication.translate, deeds.wishes
    group = translate("Wall", "The selected cell")
    retry = translate("WallWindow", "Try the selected camera again")
    table = (
        (("B",), translate("Wall", "Bookmark this moment"), deeds.bookmark, "wall.bookmark"),
        (("Shift+R",), translate("Wall", "Record the camera, and end that"), deeds.record, "wall.record"),
        (("Ctrl+S",), translate("Wall", "Save the picture as a file"), deeds.save_snapshot, "wall.save_picture"),
        (("Ctrl+C",), translate("Wall", "Copy the picture"), deeds.copy_snapshot, "wall.copy_picture"),
        (("Alt+Left",), translate("Wall", "The camera before"), wishes.go_back, "wall.former_camera"),
        (("Alt+Right",), translate("Wall", "Forward again"), wishes.go_forward, "wall.next_camera"),
        (("Del",), translate("Wall", "Empty the cell"), wishes.empty, "wall.empty_cell"),
        (("Ctrl+Z",), translate("Wall", "Undo"), wishes.undo, "wall.undo"),
        (("R",), retry, deeds.retry, "wall.retry"),
    )
    return tuple(Key(keys, text, does, action_id=name, group=group) for keys, text, does, name in table)


def _look(deeds: WallDeeds) -> tuple[Key, ...]:
    """How the selected picture is looked at."""
    translate, lens = QCoreApplication.translate, deeds.lens
    group = translate("Wall", "The picture")
    closer = (
        (("Ctrl++", "Ctrl+="), translate("Wall", "Closer"), partial(lens.step, 1), "wall.zoom_in"),
        (("Ctrl+-",), translate("Wall", "Further away"), partial(lens.step, -1), "wall.zoom_out"),
        (("Ctrl+Left",), translate("Wall", "Look further left"), partial(lens.shift, -1, 0), "wall.look_left"),
        (("Ctrl+Right",), translate("Wall", "Look further right"), partial(lens.shift, 1, 0), "wall.look_right"),
        (("Ctrl+Up",), translate("Wall", "Look further up"), partial(lens.shift, 0, -1), "wall.look_up"),
        (("Ctrl+Down",), translate("Wall", "Look further down"), partial(lens.shift, 0, 1), "wall.look_down"),
    )
    framing = translate("Wall", "Whole, cropped to its cell, stretched")
    others = (
        (("Ctrl+0",), translate("Wall", "The whole picture"), lens.show_whole, "wall.zoom_whole"),
        (("A",), framing, deeds.wishes.frame_next, "wall.framing"),
        (("F",), translate("Wall", "Hold the picture, and let it go"), deeds.holding.toggle, "wall.hold"),
        (("I",), translate("Wall", "Figures of all streams"), deeds.toggle_facts, "wall.facts"),
    )
    return (
        *(Key(keys, text, does, repeats=True, action_id=name, group=group) for keys, text, does, name in closer),
        *(Key(keys, text, does, action_id=name, group=group) for keys, text, does, name in others),
    )


def _sound(sound: SoundHand) -> tuple[Key, ...]:
    translate = QCoreApplication.translate
    group = translate("Wall", "Sound")
    listen = translate("Wall", "Listen to the camera, and end that")
    mute = translate("Wall", "Mute, and hear again")
    louder, quieter = translate("Wall", "Louder"), translate("Wall", "Quieter")
    return (
        Key(("S",), listen, sound.toggle, action_id="wall.listen", group=group),
        Key(("M",), mute, sound.toggle_mute, action_id="wall.mute", group=group),
        Key(("Alt+Up",), louder, partial(sound.turn, 1), repeats=True, action_id="wall.louder", group=group),
        Key(("Alt+Down",), quieter, partial(sound.turn, -1), repeats=True, action_id="wall.quieter", group=group),
    )


def _tours(wishes: Wishes) -> tuple[Key, ...]:
    translate = QCoreApplication.translate
    group = translate("Wall", "Tours")
    table = (
        (("Space",), translate("Wall", "Halt the tour, and go on"), wishes.pause_tour, "wall.tour_pause"),
        (("Ctrl+PgDown",), translate("Wall", "Next stop"), partial(wishes.step_tour, 1), "wall.tour_next"),
        (("Ctrl+PgUp",), translate("Wall", "Former stop"), partial(wishes.step_tour, -1), "wall.tour_former"),
        (("T",), translate("Wall", "This camera into a cell of its own"), wishes.take_out, "wall.take_out"),
        (("Ctrl+Space",), translate("Wall", "End the tour"), wishes.end_tour, "wall.tour_end"),
    )
    return tuple(Key(keys, text, does, action_id=name, group=group) for keys, text, does, name in table)


def _program(deeds: WallDeeds) -> tuple[Key, ...]:
    translate = QCoreApplication.translate
    group = translate("Wall", "The window")
    full_screen = translate("WallWindow", "Full screen, and back")
    table = (
        (("Ctrl+K",), translate("Wall", "Find anything"), deeds.toggle_palette, "wall.palette"),
        (("F11",), full_screen, deeds.toggle_full_screen, "wall.full_screen"),
        (("F1",), translate("WallWindow", "This list"), deeds.toggle_key_list, "wall.keys"),
        (("Shift+F1",), translate("Wall", "Change the keys"), deeds.change_keys, "wall.change_keys"),
        (("Ctrl+Q",), translate("WallWindow", "Close the wall"), deeds.close, "wall.close"),
    )
    return tuple(Key(keys, text, does, action_id=name, group=group) for keys, text, does, name in table)
