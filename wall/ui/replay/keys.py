"""The keys of replay, as those who cut films have them: J back, K halt, L on."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from wall.ui.keys import Key
from wall.ui.replay.desk import ReplayDesk


def replay_keys(desk: ReplayDesk) -> tuple[Key, ...]:
    """All of them."""
    translate, jump, step = QCoreApplication.translate, desk.jump, desk.step
    group = translate("Replay", "Replay")
    repeated = (
        (("J",), translate("Replay", "Back 10 seconds"), partial(jump, -10), "wall.replay_back_10s"),
        (("Shift+J",), translate("Replay", "Back a minute"), partial(jump, -60), "wall.replay_back_1min"),
        (("Ctrl+J",), translate("Replay", "Back 5 minutes"), partial(jump, -300), "wall.replay_back_5min"),
        (("L",), translate("Replay", "On 10 seconds"), partial(jump, 10), "wall.replay_on_10s"),
        (("Shift+L",), translate("Replay", "On a minute"), partial(jump, 60), "wall.replay_on_1min"),
        ((",",), translate("Replay", "Former picture"), partial(step, -1), "wall.replay_former_picture"),
        ((".",), translate("Replay", "Next picture"), partial(step, 1), "wall.replay_next_picture"),
        (("[",), translate("Replay", "Slower"), desk.go_slower, "wall.replay_slower"),
        (("]",), translate("Replay", "Faster"), desk.go_faster, "wall.replay_faster"),
    )
    once = (
        (("K",), translate("Replay", "Halt the picture, and go on"), desk.toggle_pause, "wall.replay_pause"),
        (("End",), translate("Replay", "Live again"), desk.go_live, "wall.replay_live"),
        (("G",), translate("Replay", "Replay all cameras of this screen in step"), desk.take_all, "wall.replay_all"),
        (
            ("Shift+G",),
            translate("Replay", "This camera along with them, and not"),
            desk.toggle_tile,
            "wall.replay_one",
        ),
    )
    return (
        *(Key(keys, text, does, repeats=True, action_id=name, group=group) for keys, text, does, name in repeated),
        *(Key(keys, text, does, action_id=name, group=group) for keys, text, does, name in once),
    )
