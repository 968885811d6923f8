"""Makes the plan of an import, row by row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from wall.model.import_plan import CameraChange, FieldChange, ImportPlan, RefusedRow
from wall.model.inventory import CameraRecord, DeviceRecord, Inventory, Site
from wall.model.stream import Credentials
from wall.store.secrets import SecretStore
from wall.store.sheet.cells import CellError
from wall.store.sheet.columns import COLUMNS
from wall.store.sheet.export_row import Texts, row_of, site_texts
from wall.store.sheet.logins import LoginNames
from wall.store.sheet.match import Matcher
from wall.store.sheet.row import camera_in, login_in, read_address, read_number
from wall.store.sheet.sites import SitePlan
from wall.store.sheet.table import SheetRow


@dataclass(frozen=True, slots=True)
class _Known:
    """A row whose number makes sense, and the camera that it means; None: a new one."""

    row: SheetRow
    number: int | None
    camera: CameraRecord | None = None


class Planning:
    """One pass over a file. Refused rows leave no trace in the result."""

    def __init__(self, inventory: Inventory, secrets: SecretStore | None) -> None:
        self._inventory = inventory
        sites = site_texts(inventory.sites)
        self._old_rows = {each.camera_id: row_of(each, sites) for each in inventory.cameras}
        self._matcher = Matcher(inventory.cameras, self._old_rows)
        self._sites = SitePlan(inventory.sites)
        self._old_devices = {each.device_id: each for each in inventory.devices}
        self._devices = dict(self._old_devices)
        used = _credentials(inventory.cameras, inventory.devices)
        self._logins = LoginNames(secrets, used)
        self._address = cache(read_address)
        self._refused: list[RefusedRow] = []
        self._added: list[CameraRecord] = []
        self._wanted: dict[int, CameraRecord] = {}

    def read(self, rows: Iterable[SheetRow]) -> None:
        known = self._matched(self._understood(rows))
        self._sites.reform((each.camera, each.row.cells) for each in known if each.camera)
        for each in known:
            try:
                camera = self._camera(each)
            except CellError as error:
                self._refused.append(RefusedRow(each.row.line, str(error)))
            else:
                if each.camera:
                    self._wanted[camera.camera_id] = camera
                else:
                    self._added.append(camera)

    def plan(self, file: str, ignored: tuple[str, ...]) -> ImportPlan:
        changed = self._changes()
        after = {each.after.camera_id: each.after for each in changed}
        cameras = tuple(after.get(each.camera_id, each) for each in self._inventory.cameras)
        return ImportPlan(
            file,
            tuple(self._added),
            tuple(changed),
            len(self._wanted) - len(changed),
            tuple(sorted(self._refused, key=lambda each: each.line)),
            self._inventory,
            Inventory(self._sites_used(), tuple(self._devices.values()), (*cameras, *self._added)),
            ignored,
        )

    def logins(self) -> dict[str, Credentials]:
        """Those that the result refers to: a refused row may have been the only one with its login."""
        used = _credentials((*self._wanted.values(), *self._added), self._devices.values())
        return {name: login for name, login in self._logins.offered.items() if name in used}

    def _understood(self, rows: Iterable[SheetRow]) -> list[_Known]:
        """The rows that may mean a camera, matched by number where they have one."""
        known = []
        for row in rows:
            try:
                number = read_number(row.cells)
                camera = None if number is None else self._matcher.by_number(number, row.line)
                known.append(_Known(row, number, camera))
            except CellError as error:
                self._refused.append(RefusedRow(row.line, str(error)))
        return known

    def _matched(self, rows: Iterable[_Known]) -> list[_Known]:
        """The others matched by address, when no row asks for a camera by number any more."""
        known = []
        for each in rows:
            try:
                known.append(each if each.camera else replace(each, camera=self._match(each)))
            except CellError as error:
                self._refused.append(RefusedRow(each.row.line, str(error)))
        return known

    def _match(self, known: _Known) -> CameraRecord | None:
        cells, line = known.row.cells, known.row.line
        name, url = cells.get("name", ""), cells.get("url", "")
        if url:
            # What a camera has already need not be what we would let a person type.
            address = url if self._matcher.knows(url) else self._address(url).url
            return self._matcher.by_address(address, name, line)
        if known.number is not None:
            return None
        return self._matcher.by_name(cells.get("site", ""), name, line)

    def _camera(self, known: _Known) -> CameraRecord:
        """What the row makes of its camera. CellError, and then nothing else is changed."""
        cells, before = known.row.cells, known.camera
        old = self._old_rows[before.camera_id] if before else {}
        told = {column: text for column, text in cells.items() if text != old.get(column, "")}
        main, sub = self._address(told.get("url", "")), self._address(told.get("sub_url", ""))
        camera = camera_in(told, cells, before, main, sub) if told or before is None else before
        name = self._login_name(camera, login_in(cells, main, sub))
        placed = self._sites.place(camera, told, cells, known.row.line)
        if name is None:
            return placed
        device = self._devices.get(camera.device_id or 0)
        if device is None:
            return replace(placed, credential=name)
        self._devices[device.device_id] = replace(device, credential=name)
        return placed

    def _login_name(self, camera: CameraRecord, login: Credentials | None) -> str | None:
        """None where the row says nothing of it. A device logs in for all of its cameras: a row may give it its first
        login, and not another one.
        """
        if login is None:
            return None
        device: DeviceRecord | None = self._devices.get(camera.device_id or 0)
        now = device.credential if device else camera.credential
        name = self._logins.name_for(login, now)
        if device and now and name != now:
            raise CellError("this camera logs in as its device does: change the login of the device instead")
        return name

    def _changes(self) -> list[CameraChange]:
        """The cameras of which something differs, as the inventory has them one after the other."""
        sites = site_texts(self._sites.sites.values())
        meant = (each for each in self._inventory.cameras if each.camera_id in self._wanted)
        found = (self._change(each, self._wanted[each.camera_id], sites) for each in meant)
        return [change for change in found if change.fields]

    def _change(self, before: CameraRecord, after: CameraRecord, sites: Mapping[int, Texts]) -> CameraChange:
        """What differs, field by field, as it would be seen in a table. No field: nothing does."""
        old = self._old_rows[before.camera_id]
        stays = after is before and self._sites.is_unchanged(before.site_id)
        new = old if stays else row_of(after, sites)
        fields = [FieldChange(each, old[each], new[each]) for each in COLUMNS if old[each] != new[each]]
        names = _credential(before, self._old_devices), _credential(after, self._devices)
        if names[0] != names[1]:
            fields.append(FieldChange("username", *names))
        return CameraChange(before, after, tuple(fields))

    def _sites_used(self) -> tuple[Site, ...]:
        """All old ones, and the new ones in which a camera is."""
        used = {each.site_id for each in (*self._wanted.values(), *self._added)}
        return tuple(site for key, site in self._sites.sites.items() if key > 0 or key in used)


def _credential(camera: CameraRecord, devices: Mapping[int, DeviceRecord]) -> str:
    """The name of its login: a device logs in for its cameras."""
    device = devices.get(camera.device_id or 0)
    return device.credential if device else camera.credential


def _credentials(cameras: Iterable[CameraRecord], devices: Iterable[DeviceRecord]) -> set[str]:
    return {each.credential for each in cameras} | {each.credential for each in devices}
