"""Looks at the map that are kept: written first, then believed, and told."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Protocol

from wall.model.events import Event, MapViewsChanged
from wall.model.geo.map_view import MapView
from wall.services.db_thread import DbThread


class KeepsMapViews(Protocol):
    """What `wall.store.map_view_store.MapViewStore` does. On the db thread; StoreError where the disk does not."""

    def load(self) -> tuple[MapView, ...]: ...

    def keep(self, view: MapView) -> int: ...

    def remove(self, view_id: int) -> None: ...


class MapViews:
    """Callable from any thread; `publish` is called on the db thread. What failed is published as WorkFailed.

    `open_store` is called there with the first work, so that nobody waits for the disk to have one of these.
    """

    def __init__(self, db: DbThread, open_store: Callable[[], KeepsMapViews], publish: Callable[[Event], None]) -> None:
        self._db = db
        self._open_store = open_store
        self._publish = publish
        self._store: KeepsMapViews | None = None
        self._views: tuple[MapView, ...] = ()

    @property
    def views(self) -> tuple[MapView, ...]:
        """In the order in which they were kept; empty until `load` is through."""
        return self._views

    def load(self) -> Future[None]:
        """Read them; told by MapViewsChanged."""
        return self._db.work("read the views of the map", self._read)

    def keep(self, view: MapView) -> Future[int]:
        """A new one, or what one is now. Its id."""
        return self._db.work("keep the view of the map", lambda: self._keep(view))

    def remove(self, view_id: int) -> Future[None]:
        """Take one away; to keep it again, with its id, brings it back."""
        return self._db.work("remove the view of the map", lambda: self._remove(view_id))

    @property
    def _opened(self) -> KeepsMapViews:
        if self._store is None:
            self._store = self._open_store()
        return self._store

    def _read(self) -> None:
        self._views = self._opened.load()
        self._publish(MapViewsChanged(self._views))

    def _keep(self, view: MapView) -> int:
        key = self._opened.keep(view)
        self._read()
        return key

    def _remove(self, view_id: int) -> None:
        self._opened.remove(view_id)
        self._read()
