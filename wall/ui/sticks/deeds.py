"""What a button of a stick is for, done once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject

from wall.model.device import Preset
from wall.model.ptz import deeds
from wall.ui.homeward import Homeward
from wall.ui.ptz.port import PtzPort
from wall.ui.sticks.in_hand import InHand

_IRIS_STEP = 0.1
_WIPERS, _LIGHTS = ("wiper",), ("lamp", "light")


class ButtonDeeds(QObject):
    """UI thread. `say` tells why a button came to nothing."""

    def __init__(self, port: PtzPort, in_hand: InHand, say: Callable[[str], None]) -> None:
        super().__init__()
        self._port = port
        self._in_hand = in_hand
        self._say = say
        self._home = Homeward(self)
        self._on: set[tuple[int, str]] = set()
        """Wipers and lights that were put on from here."""

    def do(self, deed: str) -> None:
        """One of `wall.model.ptz.deeds` that is not held, or an action of a window."""
        if deed in (deeds.NEXT_TILE, deeds.FORMER_TILE):
            self._in_hand.step_tile(1 if deed == deeds.NEXT_TILE else -1)
        elif deed not in deeds.ALL:
            self._in_hand.trigger(deed)
        elif (camera_id := self._in_hand.camera_id) is not None:
            self._do_to(camera_id, deed)

    def _do_to(self, camera_id: int, deed: str) -> None:
        port = self._port
        if deed in deeds.PRESETS:
            self._go_to(camera_id, deeds.PRESETS.index(deed))
        elif deed == deeds.HOME:
            port.go_home(camera_id)
        elif deed == deeds.AUTO_FOCUS:
            port.auto_focus(camera_id, on=True)
        elif deed in (deeds.IRIS_OPEN, deeds.IRIS_CLOSE):
            port.iris(camera_id, _IRIS_STEP if deed == deeds.IRIS_OPEN else -_IRIS_STEP)
        elif deed in (deeds.WIPER, deeds.LIGHT):
            self._switch(camera_id, _WIPERS if deed == deeds.WIPER else _LIGHTS)

    def _go_to(self, camera_id: int, place: int) -> None:
        """To the preset that stands there in the dome's own list."""

        def go(presets: Sequence[Preset]) -> None:
            if place < len(presets):
                self._port.go_preset(camera_id, presets[place].token)
            else:
                translate = QCoreApplication.translate
                self._say(translate("Sticks", "This dome has no preset {0}.").format(place + 1))

        self._home.follow(self._port.presets(camera_id), go, self._say)

    def _switch(self, camera_id: int, names: Sequence[str]) -> None:
        """On, and off again: of a command named so by the dome, "tt:Wiper|On", the other half."""
        ability = self._port.ability(camera_id)
        commands = ability.auxiliary if ability is not None else ()
        ours = [each for each in commands if any(name in each.lower() for name in names)]
        on = next((each for each in ours if each.lower().endswith("on")), None)
        off = next((each for each in ours if each.lower().endswith("off")), None)
        is_on = on is not None and (camera_id, on) in self._on
        wanted = off if is_on and off is not None else on
        if on is None or wanted is None:
            self._say(QCoreApplication.translate("Sticks", "This dome has nothing of that kind."))
            return
        self._on ^= {(camera_id, on)}
        self._port.auxiliary(camera_id, wanted)
