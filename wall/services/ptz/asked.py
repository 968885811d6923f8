"""Domes of a wall that has no inventory: their devices are asked, at addresses that somebody gave, what they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from wall.model.camera import Camera
from wall.model.device import Channel, Device
from wall.model.dome_events import PtzAbilityKnown
from wall.model.events import Event
from wall.model.inventory import CameraRecord, DeviceRecord, Inventory
from wall.model.stream import Credentials
from wall.onvif.contract import Contract
from wall.onvif.interrogate import Interrogator, Target
from wall.services.camera_book import identified
from wall.services.db_thread import DbThread
from wall.services.io import IoLoop
from wall.services.login_desk import Desks
from wall.services.ptz.desk import PtzDesk
from wall.services.ptz.opening import open_ptz
from wall.services.ptz.reach import ability_of
from wall.services.survey import Errand, Survey
from wall.store.database import Database
from wall.store.ptz_journal import PtzJournalStore

_NOT_KEPT = Path(":memory:")


@contextmanager
def open_asked_ptz(
    io: IoLoop, publish: Callable[[Event], None], cameras: Sequence[Camera], devices: Sequence[str], desks: Desks
) -> Iterator[PtzDesk]:
    """A desk for as long as the context lasts; what is written down ends with it. Not to be called on the io loop.

    `devices` are addresses of ONVIF services. Which camera a device is, is found out by its streams; its login is that
    of the camera, and goes past the same guard.
    """
    db = DbThread(publish)
    try:
        database = db.ask(lambda: Database(_NOT_KEPT)).result()
        domes, contract = AskedDomes(cameras, db, desks, publish), Contract()
        with open_ptz(io, publish, domes, PtzJournalStore(database), contract, "") as desk:
            survey = Survey(Interrogator(contract), desks, domes.take)
            io.loop.call_soon_threadsafe(survey.add, [domes.errand(each) for each in devices])
            try:
                yield desk
            finally:
                io.request(survey.stop()).result()
        db.ask(database.close).result()
    finally:
        db.close()


class AskedDomes:
    """`wall.services.ptz.opening.KnowsDomes`. `inventory` is replaced whole, on the io loop, as devices answer."""

    def __init__(self, cameras: Sequence[Camera], db: DbThread, desks: Desks, publish: Callable[[Event], None]) -> None:
        self.db = db
        self.desks = desks
        self.inventory = Inventory()
        self._publish = publish
        self._cameras = identified(cameras)
        self._by_stream = {_place(stream.source.url): each for each in self._cameras for stream in each.streams}

    def login_of(self, camera_id: int) -> Credentials | None:
        """That of its streams."""
        camera = next((each for each in self._cameras if each.camera_id == camera_id), None)
        return camera.streams[0].source.credentials if camera is not None else None

    def errand(self, address: str) -> Errand:
        """To ask one device. It gets the login of a camera at its host."""
        host = urlsplit(address).hostname
        here = (each.streams[0].source for each in self._cameras)
        login = next((each.credentials for each in here if urlsplit(each.url).hostname == host), None)
        return Errand(address, Target(address), login=login)

    def take(self, _errand: Errand, device: Device) -> None:
        """What a device has told."""
        found = [(self._camera(each), each) for each in device.channels]
        device_id = len(self.inventory.devices) + 1
        records = tuple(
            CameraRecord(
                camera.name,
                camera.number,
                device_id=device_id,
                source_token=channel.source_token,
                has_ptz=channel.ptz is not None,
                camera_id=camera.camera_id,
            )
            for camera, channel in found
            if camera is not None
        )
        self.inventory = replace(
            self.inventory,
            devices=(*self.inventory.devices, DeviceRecord(device, device_id=device_id)),
            cameras=(*self.inventory.cameras, *records),
        )
        for camera, channel in found:
            if camera is not None and channel.ptz is not None:
                self._publish(PtzAbilityKnown(camera.camera_id, ability_of(channel.ptz)))

    def _camera(self, channel: Channel) -> Camera | None:
        return next(
            (self._by_stream[key] for each in channel.streams if (key := _place(each.url)) in self._by_stream), None
        )


def _place(url: str) -> tuple[str, str]:
    """Where a stream is; what is asked of it there does not count."""
    parts = urlsplit(url)
    return parts.netloc.rpartition("@")[2], parts.path
