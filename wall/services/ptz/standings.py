"""How every dome stands, as it is told. Written on the io loop, read from any thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from wall.model.dome_events import PtzStood
from wall.model.events import Event
from wall.model.ptz.move import Place
from wall.model.ptz.operator import Hold
from wall.model.ptz.standing import Duty, PtzStanding
from wall.services.ptz.dome import FINE, OF_HOLDS, Dome


class Standings:
    """What is told twice is published once."""

    def __init__(self, publish: Callable[[Event], None]) -> None:
        self._publish = publish
        self._standings: dict[int, PtzStanding] = {}

    def get(self, camera_id: int) -> PtzStanding:
        return self._standings.get(camera_id) or PtzStanding(camera_id)

    def held(self) -> list[tuple[int, PtzStanding]]:
        """The cameras that are told as held."""
        return [(camera_id, each) for camera_id, each in self._standings.items() if each.hold is not None]

    def tell(self, dome: Dome, hold: Hold | None, now_s: float) -> None:
        """What has become of a dome, and who holds it now."""
        cause, trouble = dome.trouble
        if cause in OF_HOLDS and hold is None:
            cause, trouble = dome.trouble = FINE
        self._become(
            replace(
                self.get(dome.camera_id),
                is_moving=dome.drive.is_moving,
                hold=hold,
                cause=cause,
                trouble=trouble or cause.value,
                answers_after_s=int(dome.drive.answers_after_s),
                is_stop_unconfirmed=dome.drive.is_stop_unconfirmed(now_s),
            )
        )

    def see(self, camera_id: int, place: Place) -> None:
        """It looks there now."""
        self._become(replace(self.get(camera_id), place=place))

    def note(
        self,
        camera_id: int,
        duty: Duty,
        moved_by: str,
        returns_at_s: float | None,
        patrol: str,
        is_patrol_paused: bool,
    ) -> None:
        """What patrols and duty views have to say."""
        self._become(
            replace(
                self.get(camera_id),
                duty=duty,
                moved_by=moved_by,
                returns_at_s=returns_at_s,
                patrol=patrol,
                is_patrol_paused=is_patrol_paused,
            )
        )

    def _become(self, standing: PtzStanding) -> None:
        if standing != self.get(standing.camera_id):
            self._standings[standing.camera_id] = standing
            self._publish(PtzStood(standing))
