"""What the pages of domes ask of the room below. `wall.services.ptz.duty_room.DutyRoom` fulfils it."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Future
from typing import Protocol

from wall.model.ptz.duty import DutyView
from wall.model.ptz.patrol import Patrol
from wall.model.ptz.reference import PresetPicture, Reference
from wall.model.ptz.status import CameraTour


class DutyPort(Protocol):
    """On the UI thread; everything returns at once. What is wished is on the disk before it is believed; what became of
    it is told by DutyChanged and DomePicturesChanged. Futures end on other threads, with a WallError where it comes to
    nothing: see `wall.ui.homeward`.
    """

    @property
    def views(self) -> Mapping[int, DutyView]:
        """Where each dome belongs, by camera."""
        ...

    @property
    def patrols(self) -> tuple[Patrol, ...]: ...

    def set_duty(self, view: DutyView) -> Future[None]:
        """A dome belongs there from now on; where its preset is a new one, it goes there at once."""
        ...

    def clear_duty(self, camera_id: int) -> Future[None]:
        """It belongs nowhere any more. Its pictures stay."""
        ...

    def go_back(self, camera_id: int) -> Future[None]:
        """To its duty view, at once. It ends when the dome was told, with a WallError where somebody else holds it."""
        ...

    def preset_was_set(self, camera_id: int, token: str) -> None:
        """A preset looks elsewhere now: at what the dome looks at."""
        ...

    def keep_patrol(self, patrol: Patrol) -> Future[int]:
        """A new one where its id is 0, or what one is now; its id."""
        ...

    def remove_patrol(self, patrol_id: int) -> Future[None]:
        """Take it away; to keep it again, with its id, brings it back."""
        ...

    def start(self, patrol_id: int) -> None:
        """Send its dome on this patrol, until `stop`."""
        ...

    def stop(self, camera_id: int) -> None: ...

    def tours(self, camera_id: int) -> Future[tuple[CameraTour, ...]]:
        """Patrols that the camera has of its own."""
        ...

    def take_reference(self, camera_id: int) -> Future[Reference]:
        """A dated picture of its duty view now. ValueError where the dome is not there."""
        ...

    def references(self, camera_id: int) -> Future[tuple[Reference, ...]]:
        """The dated pictures of a camera, the oldest first, of whichever preset."""
        ...

    def remove_reference(self, reference: Reference) -> Future[None]: ...

    def picture(self, file: str) -> Future[bytes]:
        """The JPEG of a Reference or a PresetPicture."""
        ...

    def preset_pictures(self, camera_id: int) -> Future[tuple[PresetPicture, ...]]: ...

    def take_preset_picture(self, camera_id: int, token: str) -> Future[PresetPicture]:
        """Of a preset at which the dome is now."""
        ...

    def forget_preset(self, camera_id: int, token: str) -> Future[None]:
        """A preset is gone, and what belonged to it."""
        ...
