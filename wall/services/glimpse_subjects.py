"""The cameras as the overview asks them: who they are, and which device each of them is."""

from __future__ import annotations

from dataclasses import dataclass

from wall.model.inventory import CameraRecord, DeviceRecord, Inventory, credential_of
from wall.services.identity import where


@dataclass(frozen=True, slots=True)
class Subject:
    """One camera, and its device if it has one."""

    camera: CameraRecord
    device: DeviceRecord | None

    @property
    def credential(self) -> str:
        """The name of its login."""
        return credential_of(self.camera, self.device)

    @property
    def address(self) -> str:
        """Where it is asked for what is not its stream; that of its stream where it has nothing else."""
        if self.device is not None:
            return self.device.device.address
        return self.camera.streams[0].url if self.camera.streams else ""

    @property
    def place(self) -> str:
        """What its device goes by, for the guard and for how much it is asked at once."""
        return where(self.address)

    @property
    def road(self) -> tuple[object, ...]:
        """All that its picture is come by: with something new in it, what failed before may work."""
        return self.credential, self.address, self.camera.snapshot_url, self.camera.streams

    @property
    def places(self) -> tuple[str, ...]:
        """Everywhere that its device answers and might have refused a login."""
        return tuple(dict.fromkeys((self.place, *(where(stream.url) for stream in self.camera.streams if stream.url))))


def subjects_of(inventory: Inventory) -> dict[int, Subject]:
    """By camera id; those of which nothing is known that could be asked are left out."""
    devices = {record.device_id: record for record in inventory.devices}
    found = (Subject(camera, devices.get(camera.device_id or 0)) for camera in inventory.cameras)
    return {each.camera.camera_id: each for each in found if each.camera.streams or each.camera.snapshot_url}
