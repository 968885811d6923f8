"""Which cameras are meant: of a mark the one to look at, of a part of the map all, and in which order."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from wall.model.camera import Camera
from wall.model.geo.grid_here import nearest_first
from wall.model.geo.mercator import WorldPoint, to_world
from wall.model.geo.route import Placed
from wall.model.geo.standing import standings
from wall.model.inventory import Inventory
from wall.ui.console.facts import Facts
from wall.ui.map.frame import MapFrame
from wall.ui.room_port import CamerasPort


class MapCameras:
    """The cameras of the city that have a place. UI thread."""

    def __init__(self, facts: Facts, cameras: CamerasPort) -> None:
        self._facts = facts
        self._cameras = cameras
        self._placed: tuple[Inventory, list[Placed]] | None = None

    def placed(self) -> list[Placed]:
        """All of them; reckoned once for each inventory."""
        inventory = self._facts.city.inventory
        if self._placed is None or self._placed[0] is not inventory:
            # Where the map shows them: of a ring around a site a lasso takes those that it goes around.
            self._placed = inventory, [Placed(each.camera_id, to_world(each.place)) for each in standings(inventory)]
        return self._placed[1]

    def one_of(self, cameras: Sequence[int]) -> Camera | None:
        """Of the cameras of one site the most important one; of a group of sites none."""
        known = [camera for camera in map(self._cameras.camera, cameras) if camera is not None]
        if len({camera.site for camera in known}) > 1:
            return None
        return min(known, key=lambda camera: (-camera.priority, camera.number), default=None)

    def in_view(self, frame: MapFrame) -> tuple[int, ...]:
        """The most important ones first, then those nearest to the middle."""
        seen = [
            camera
            for camera in self.placed()
            if frame.left <= camera.at[0] <= frame.right and frame.top <= camera.at[1] <= frame.bottom
        ]
        return self._in_order(seen, frame.centre)

    def around_their_middle(self, cameras: Collection[int]) -> tuple[int, ...]:
        """The same for cameras that were chosen."""
        chosen = [each for each in self.placed() if each.camera_id in cameras]
        count = max(1, len(chosen))
        centre = sum(each.at[0] for each in chosen) / count, sum(each.at[1] for each in chosen) / count
        return self._in_order(chosen, centre)

    def _in_order(self, cameras: Iterable[Placed], centre: WorldPoint) -> tuple[int, ...]:
        known = [each for each in cameras if self._cameras.camera(each.camera_id) is not None]
        priorities: Mapping[int, int] = self._cameras.priorities()
        return nearest_first(known, centre, priorities, most=len(known))
