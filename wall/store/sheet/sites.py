"""Which site a row means, and what the rows say of the sites themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from wall.model.inventory import CameraRecord, Site
from wall.store.sheet import cells
from wall.store.sheet.cells import CellError, clean
from wall.store.sheet.row import Cells


class SitePlan:
    """The sites as they would be. New ones have ids below 0, and cameras refer to them by these."""

    def __init__(self, sites: Iterable[Site]) -> None:
        self.sites = {site.site_id: site for site in sites}
        self._before = dict(self.sites)
        self._lowest = min((0, *self.sites))
        self._said: dict[tuple[int, str], tuple[str, int]] = {}
        """What a line said of a site's column, and which line it was."""
        self._ids: dict[tuple[str, str], int] = {}
        self._named: dict[str, list[int]] = defaultdict(list)
        for site in self.sites.values():
            self._enter(site)

    def reform(self, rows: Iterable[tuple[CameraRecord, Cells]]) -> None:
        """Give a site another ward where every row of its cameras says so. To be called first."""
        wards: dict[int, set[str]] = defaultdict(set)
        for camera, row in rows:
            site = self._of(camera)
            if site and row.get("ward") and _key(row.get("site", site.name)) == _key(site.name):
                wards[site.site_id].add(row["ward"])
        for site_id, said in wards.items():
            site, ward = self.sites[site_id], next(iter(said))
            taken = self._ids.get((_key(ward), _key(site.name)), site_id)
            if len(said) == 1 and ward != clean(site.ward) and taken == site_id:
                self.sites[site_id] = replace(site, ward=ward)
                self._ids.pop((_key(site.ward), _key(site.name)), None)
                self._ids[_key(ward), _key(site.name)] = site_id

    def place(self, camera: CameraRecord, told: Cells, row: Cells, line: int) -> CameraRecord:
        """The camera at the site of its row. CellError where that cannot be told, or contradicts an earlier line.

        `told` are the cells that differ from what the camera has.
        """
        moves = "site" in told or "ward" in told
        site = self._meant(camera, row) if moves else self._of(camera)
        if site is not None:
            self._tell(site, row, line)
        return replace(camera, site_id=site.site_id if site else None) if moves else camera

    def is_unchanged(self, site_id: int | None) -> bool:
        """Is what stands in a row of this site as it was?"""
        return self.sites.get(site_id or 0) is self._before.get(site_id or 0)

    def _of(self, camera: CameraRecord) -> Site | None:
        return self.sites.get(camera.site_id or 0)

    def _meant(self, camera: CameraRecord, row: Cells) -> Site | None:
        now = self._of(camera)
        name = row.get("site", clean(now.name) if now else "")
        ward = row.get("ward", "")
        if now and _key(name) == _key(now.name) and _key(ward) in ("", _key(now.ward)):
            return now
        if not name and not ward:
            return None
        return self._find(ward, name or ward)

    def _find(self, ward: str, name: str) -> Site:
        """The site of this name in this ward, new if need be; without a ward the only one of this name."""
        exact = self._ids.get((_key(ward), _key(name)))
        if exact is not None:
            return self.sites[exact]
        named = self._named[_key(name)] if not ward else []
        if len(named) > 1:
            raise CellError(f"there are {len(named)} sites called {name[:60]}: the ward must say which")
        return self.sites[named[0]] if named else self._new(ward, name)

    def _new(self, ward: str, name: str) -> Site:
        self._lowest -= 1
        site = Site(name, ward, site_id=self._lowest)
        self.sites[site.site_id] = site
        self._enter(site)
        return site

    def _enter(self, site: Site) -> None:
        self._ids.setdefault((_key(site.ward), _key(site.name)), site.site_id)
        self._named[_key(site.name)].append(site.site_id)

    def _tell(self, site: Site, row: Cells, line: int) -> None:
        """Take over what the row says of its site: the first line to say something counts, an empty cell does not."""
        told = {column: row[column] for column in ("former_wards", "address") if row.get(column)}
        for column, text in told.items():
            said, earlier = self._said.get((site.site_id, column), (text, line))
            if said != text:
                raise CellError(
                    f"line {earlier} says something else of the {column.replace('_', ' ')} of {site.name[:60]}"
                )
        self._said.update({(site.site_id, column): (text, line) for column, text in told.items()})
        if told:
            self.sites[site.site_id] = _changed(site, told)


def _changed(site: Site, told: Mapping[str, str]) -> Site:
    former = told.get("former_wards", "")
    if former and former != cells.joined(site.former_wards):
        site = replace(site, former_wards=cells.split(former))
    address = told.get("address", "")
    return replace(site, address=address) if address and address != clean(site.address) else site


def _key(name: str) -> str:
    """Names that differ only in case and blanks are one name."""
    return " ".join(clean(name).casefold().split())
