"""Pictures of domes that are kept: dated ones of duty views, and one of each preset.

A picture is taken on the io loop, written on a thread of its own (its disk may hang or be full), and written down on
the db thread. Nobody waits, and whatever fails, fails alone: the future tells, and a file without a row goes again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Coroutine
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any, Protocol, TypeVar

from wall.model.dome_events import DomePicturesChanged
from wall.model.events import Event
from wall.model.ptz.duty import DutyView
from wall.model.ptz.reference import Occasion, PresetPicture, Reference, to_let_go
from wall.services.db_thread import DbThread
from wall.services.file_thread import FileThread
from wall.services.ptz.dome_stores import KeepsFiles, KeepsReferences
from wall.services.ptz.taking import Taken

T = TypeVar("T")
_LEFT_BEFORE_S = 3600.0


class TakesPictures(Protocol):
    """`wall.services.ptz.taking.Taking`."""

    async def take(self, camera_id: int, *, is_small: bool = False) -> Taken: ...


class References:
    """Any thread; futures end with a WallError where it comes to nothing. `publish` is called on the db thread."""

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        taking: TakesPictures,
        folder: KeepsFiles,
        db: DbThread,
        store: KeepsReferences,
        publish: Callable[[Event], None],
        unix: Callable[[], float],
    ) -> None:
        self._loop = loop
        self._taking = taking
        self._folder = folder
        self._db = db
        self._store = store
        self._publish = publish
        self._unix = unix
        self._files = FileThread("dome-pictures")

    def take(self, view: DutyView, occasion: Occasion, operator: str = "") -> Future[Reference]:
        """A dated picture of a duty view, at which the dome is to be now."""
        return self._ask(self._take(view, occasion, operator))

    def take_preset(self, camera_id: int, token: str) -> Future[PresetPicture]:
        """What a preset looks like, at which the dome is to be now: in place of its former picture."""
        return self._ask(self._take_preset(camera_id, token))

    def of_camera(self, camera_id: int) -> Future[tuple[Reference, ...]]:
        """All dated pictures of a camera, the oldest first, of whichever preset."""
        return self._db.ask(lambda: self._store.of_camera(camera_id))

    def presets_of(self, camera_id: int) -> Future[tuple[PresetPicture, ...]]:
        return self._db.ask(lambda: self._store.presets_of(camera_id))

    def picture(self, file: str) -> Future[bytes]:
        """The JPEG. It may take as long as the disk does."""
        return self._files.ask(lambda: self._folder.read(file))

    def remove(self, reference: Reference) -> Future[None]:
        """Take one away for good."""
        return self._db.ask(lambda: self._forget([reference]))

    def forget_preset(self, camera_id: int, token: str) -> Future[None]:
        """A preset is gone."""

        def forget() -> None:
            self._drop(self._store.remove_preset(camera_id, token))
            self._publish(DomePicturesChanged(camera_id))

        return self._db.ask(forget)

    def last_taken(self) -> Future[dict[int, dict[Occasion, float]]]:
        """When the last of each kind was taken of each camera's present duty view (Unix time)."""
        return self._db.ask(self._store.last_taken)

    def sweep(self) -> Future[None]:
        """Take away what a killed program has left of files."""
        before_s = self._unix() - _LEFT_BEFORE_S
        names: list[frozenset[str]] = []

        def sweep() -> None:
            self._store.alone(names.append)
            self._files.ask(lambda: self._folder.sweep(names[0], before_s))

        return self._db.ask(sweep)

    def close(self) -> None:
        """Before the database is closed."""
        self._files.close()

    # -- on the io loop

    async def _take(self, view: DutyView, occasion: Occasion, operator: str) -> Reference:
        taken = await self._taking.take(view.camera_id)
        file = await self._written(taken)
        made = Reference(
            view.camera_id, view.token, taken.unix_s, occasion, file, *taken.size, view.name or view.token, operator
        )
        return await self._with_row(file, partial(self._add, made))

    async def _take_preset(self, camera_id: int, token: str) -> PresetPicture:
        taken = await self._taking.take(camera_id, is_small=True)
        file = await self._written(taken)
        return await self._with_row(
            file, partial(self._add_preset, PresetPicture(camera_id, token, taken.unix_s, file))
        )

    async def _written(self, taken: Taken) -> str:
        return await asyncio.wrap_future(self._files.ask(lambda: self._folder.write(taken.jpeg())))

    async def _with_row(self, file: str, job: Callable[[], T]) -> T:
        """What has no row is no picture: its file goes again."""
        try:
            return await asyncio.wrap_future(self._db.ask(job))
        except BaseException:
            self._drop(file)
            raise

    def _ask(self, work: Coroutine[Any, Any, T]) -> Future[T]:
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    # -- on the db thread

    def _add(self, reference: Reference) -> Reference:
        key = self._store.add(reference)
        going = to_let_go(self._store.of_camera(reference.camera_id), datetime.fromtimestamp(self._unix()).date())
        self._forget(going, reference.camera_id)
        return replace(reference, reference_id=key)

    def _add_preset(self, picture: PresetPicture) -> PresetPicture:
        self._drop(self._store.keep_preset(picture))
        self._publish(DomePicturesChanged(picture.camera_id))
        return picture

    def _forget(self, references: Collection[Reference], camera_id: int = 0) -> None:
        """Their rows first: a row without a file would be a picture that is promised and not there."""
        self._store.remove([each.reference_id for each in references])
        for each in references:
            self._drop(each.file)
        for camera in {camera_id, *(each.camera_id for each in references)} - {0}:
            self._publish(DomePicturesChanged(camera))

    def _drop(self, file: str) -> None:
        if file:
            with suppress(RuntimeError):
                self._files.ask(lambda: self._folder.remove(file))
