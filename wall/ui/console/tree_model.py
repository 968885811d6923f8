"""The tree of wards, sites and cameras; while something is looked for, the flat list of what was found.

No object stands behind an index: its id says its level, and what it belongs to. So ten thousand cameras cost what the
eye sees of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QPixmap

from wall.model.health import Health, Verdict
from wall.model.inventory import CameraRecord
from wall.ui import words
from wall.ui.console.city import City, SiteBranch, WardBranch, is_lost, site_label
from wall.ui.console.tree_rows import ASIDE, Row, RowModel
from wall.ui.console.verdicts import VerdictMarks
from wall.ui.drag import CAMERAS, cameras_freight
from wall.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_WARD, _FOUND = 0, 1
_BRANCH = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
_LEAF = _BRANCH | Qt.ItemFlag.ItemNeverHasChildren
"""Ready-made: a list of two hundred asks for them a thousand times."""

MOST_FOUND = 200
"""More results than that nobody reads: the next letter is nearer."""


class TreeModel(RowModel):
    """Ids: 0 a ward, 1 a camera found, 2 + 2w a site of ward w, 3 + 2s a camera of site s. UI thread only."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._marks = VerdictMarks(theme)
        self._city: City | None = None
        self._health: Mapping[int, Health] = {}
        self._wards: tuple[WardBranch, ...] = ()
        self._sites: list[SiteBranch] = []
        self._first_site: list[int] = []
        self._found: tuple[int, ...] | None = None
        self._site_of: dict[int, int] = {}
        self._lost: set[int] = set()
        self._lost_at: list[int] = []

    # -- what stands in it

    @property
    def wards(self) -> tuple[WardBranch, ...]:
        return self._wards

    def show_city(self, city: City, health: Mapping[int, Health]) -> None:
        """Another inventory."""
        self.beginResetModel()
        self._city, self._health = city, health
        self._wards = city.branches()
        self._sites = [site for ward in self._wards for site in ward.sites]
        self._first_site = []
        first = 0
        for ward in self._wards:
            self._first_site.append(first)
            first += len(ward.sites)
        self._count_lost()
        self.endResetModel()

    def show_found(self, cameras: Sequence[int] | None) -> bool:
        """What was found, the best first; None: the whole tree again. Does anything stand there that did not?

        As many as before are other rows in the same places, which costs what is seen of them, not two hundred rows.
        """
        found = None if cameras is None else tuple(cameras[:MOST_FOUND])
        if found == self._found:
            return False
        if found and self._found and len(found) == len(self._found):
            self._found = found
            self.dataChanged.emit(self.index(0, 0), self.index(len(found) - 1, 0))
        else:
            self.beginResetModel()
            self._found = found
            self.endResetModel()
        return True

    def health_changed(self, cameras: Iterable[int]) -> None:
        """How these are has changed: who is lost is counted; the view then paints anew."""
        for camera in cameras:
            site = self._site_of.get(camera)
            if site is None or is_lost(self._health.get(camera)) == (camera in self._lost):
                continue
            self._lost_at[site] += -1 if camera in self._lost else 1
            self._lost.symmetric_difference_update((camera,))

    @property
    def is_found_list(self) -> bool:
        return self._found is not None

    def cameras_under(self, index: Index) -> tuple[int, ...]:
        """The cameras of a ward or a site, or the one camera."""
        kind, row = index.internalId(), index.row()
        if kind == _FOUND:
            return (self._found[row],) if self._found else ()
        if kind == _WARD:
            return tuple(camera for site in self._wards[row].sites for camera in site.cameras)
        if kind % 2 == 0:
            return self._site(kind, row).cameras
        return (self._sites[(kind - 3) // 2].cameras[row],)

    def cameras_beside(self, index: Index) -> tuple[int, ...]:
        """The cameras of the site of a camera, of a site, or of a ward."""
        return self.cameras_under(index.parent() if self.is_camera(index) else index)

    def is_camera(self, index: Index) -> bool:
        """A leaf?"""
        kind = index.internalId()
        return kind == _FOUND or (kind != _WARD and kind % 2 == 1)

    def index_of(self, camera_id: int) -> QModelIndex:
        """Where a camera stands; invalid where it is not there."""
        if self._found is not None:
            return self.index(self._found.index(camera_id), 0) if camera_id in self._found else QModelIndex()
        for number, site in enumerate(self._sites):
            if camera_id in site.cameras:
                return self.createIndex(site.cameras.index(camera_id), 0, 3 + 2 * number)
        return QModelIndex()

    def row(self, index: Index) -> Row:
        return Row(self._text(index), self._aside(index), self._mark(index))

    # -- Qt

    def index(self, row: int, column: int, parent: Index = _NONE) -> QModelIndex:
        if self._found is not None and not parent.isValid():  # A letter asks for two hundred of them.
            return self.createIndex(row, column, _FOUND) if 0 <= row < len(self._found) else _NONE
        if row < 0 or row >= self.rowCount(parent):
            return _NONE
        if not parent.isValid():
            return self.createIndex(row, column, _WARD)
        if parent.internalId() == _WARD:
            return self.createIndex(row, column, 2 + 2 * parent.row())
        ward = (parent.internalId() - 2) // 2
        return self.createIndex(row, column, 3 + 2 * (self._first_site[ward] + parent.row()))

    def parent(self, index: Index = _NONE) -> QModelIndex:  # type: ignore[override]
        kind = index.internalId() if index.isValid() else _WARD
        if kind in (_WARD, _FOUND):
            return QModelIndex()
        if kind % 2 == 0:
            return self.createIndex((kind - 2) // 2, 0, _WARD)
        site = (kind - 3) // 2
        ward = next(w for w in reversed(range(len(self._first_site))) if self._first_site[w] <= site)
        return self.createIndex(site - self._first_site[ward], 0, 2 + 2 * ward)

    def rowCount(self, parent: Index = _NONE) -> int:
        if not parent.isValid():
            return len(self._wards) if self._found is None else len(self._found)
        if parent.column() > 0 or self.is_camera(parent):
            return 0
        if parent.internalId() == _WARD:
            return len(self._wards[parent.row()].sites)
        return len(self._site(parent.internalId(), parent.row()).cameras)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(index)
            case role if role == ASIDE:
                return self._aside(index)
            case Qt.ItemDataRole.DecorationRole:
                return self._mark(index)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(index)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _LEAF if self.is_camera(index) else _BRANCH

    def mimeTypes(self) -> list[str]:
        return [CAMERAS]

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The cameras of all that is dragged, wards and sites among it."""
        return cameras_freight(dict.fromkeys(camera for index in indexes for camera in self.cameras_under(index)))

    # -- what a row says

    def _site(self, kind: int, row: int) -> SiteBranch:
        return self._sites[self._first_site[(kind - 2) // 2] + row]

    def _camera(self, index: Index) -> CameraRecord | None:
        camera_id = self.cameras_under(index)[0]
        return self._city.cameras.get(camera_id) if self._city else None

    def _text(self, index: Index) -> str:
        kind = index.internalId()
        if kind == _WARD:
            return self._wards[index.row()].ward or self.tr("No ward given")
        if not self.is_camera(index):
            site = self._site(kind, index.row()).site
            return site.name if site else self.tr("No site given")
        camera = self._camera(index)
        if camera is None:
            return ""
        if kind == _FOUND:
            return camera_label(camera)
        site = self._sites[(kind - 3) // 2].site
        return short_label(camera, site.name if site else "")

    def _aside(self, index: Index) -> str:
        """How many are lost of how many; of a camera, what is wrong or, in the list of what was found, its site."""
        if self.is_camera(index):
            return self._remark(index)
        kind, row = index.internalId(), index.row()
        if kind == _WARD:
            first, count = self._first_site[row], len(self._wards[row].sites)
        else:
            first, count = self._first_site[(kind - 2) // 2] + row, 1
        cameras = sum(len(site.cameras) for site in self._sites[first : first + count])
        lost = sum(self._lost_at[first : first + count])
        return self.tr("{0} of {1} lost").format(lost, cameras) if lost else str(cameras)

    def _remark(self, index: Index) -> str:
        camera = self._camera(index)
        if camera is None or self._city is None:
            return ""
        if index.internalId() == _FOUND:
            site = self._city.site_of(camera)
            if site is None:
                return ""
            return site.ward if camera_label(camera).endswith(camera.name) and site.name in camera.name else site.name
        verdict = self._verdict(camera.camera_id)
        return words.verdict_word(verdict) if verdict in (Verdict.LOST, Verdict.ILL, Verdict.ATTENTION) else ""

    def _mark(self, index: Index) -> QPixmap | None:
        if not self.is_camera(index):
            return None
        return self._marks[self._verdict(self.cameras_under(index)[0])]

    def _verdict(self, camera_id: int) -> Verdict:
        health = self._health.get(camera_id)
        return health.verdict if health else Verdict.UNKNOWN

    def _tip(self, index: Index) -> str:
        if not self.is_camera(index):
            return f"{self._text(index)}\n{self._aside(index)}"
        camera = self._camera(index)
        if camera is None or self._city is None:
            return ""
        site = self._city.site_of(camera)
        lines = (
            camera_label(camera),
            site_label(site) if site else "",
            words.verdict_word(self._verdict(camera.camera_id)),
        )
        return "\n".join(line for line in lines if line)

    def _count_lost(self) -> None:
        """Of another inventory."""
        self._site_of = {camera: number for number, site in enumerate(self._sites) for camera in site.cameras}
        self._lost = {camera for camera in self._site_of if is_lost(self._health.get(camera))}
        self._lost_at = [sum(camera in self._lost for camera in site.cameras) for site in self._sites]


def camera_label(camera: CameraRecord) -> str:
    """Number and name, as on the wall."""
    name = camera.nickname or camera.name
    return f"{camera.number}  {name}" if camera.number is not None else name


def short_label(camera: CameraRecord, site: str) -> str:
    """The same under its site, whose name need not be said again."""
    whole = camera_label(camera)
    name = camera.nickname or camera.name
    rest = name.removeprefix(site).lstrip(" –-·:,") if site and name.startswith(site) else ""
    return whole.replace(name, rest) if rest else whole
