"""What one map says of mutes: a struck bell at each camera whose alarms are muted, and the rest under the pointer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from PySide6.QtCore import QObject

from wall.model.alarms.mute import muted_cameras
from wall.ui.alarms.facts import AlarmFacts
from wall.ui.alarms.mute_words import muted_here
from wall.ui.console.facts import Facts
from wall.ui.map.camera_layer import CameraLayer


class MutesOnMap(QObject):
    """UI thread. A group has the bell where all its cameras are muted; of others it says how many are."""

    def __init__(
        self, layer: CameraLayer, facts: AlarmFacts, city: Facts, unix_time: Callable[[], float], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._layer = layer
        self._facts = facts
        self._city = city
        self._unix_time = unix_time
        facts.mutes_changed.connect(self._show)
        city.city_changed.connect(self._show)
        self._show()

    def end(self) -> None:
        """Hear no more."""
        self._facts.mutes_changed.disconnect(self._show)
        self._city.city_changed.disconnect(self._show)

    def _show(self) -> None:
        mutes, now_s = self._facts.mutes, self._unix_time()
        at_site: defaultdict[int, list[int]] = defaultdict(list)
        for camera in self._city.city.inventory.cameras if mutes else ():
            at_site[camera.site_id or 0].append(camera.camera_id)
        told = {mute: muted_here(mute, now_s) for mute in mutes}
        of_cameras = muted_cameras(mutes, lambda site_id: at_site.get(site_id, ()))
        self._layer.show_mutes({each: [told[mute] for mute in some] for each, some in of_cameras.items()})
