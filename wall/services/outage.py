"""Rolls losses up: cameras of one site lost together are one incident with its likely cause. Pure; time comes in.

A loss counts once it has lasted (a flapping camera never counts), and so does a return. Losses of a site count as
"together" when none is more than `together_s` after the one before. The cause is the narrowest that explains them all:
one device, then the whole site; or, for logins, the credential. Where every device but a few is silent it is the site's
supply all the same: a camera on another switch does not make thirty incidents of one. A single lost camera is no
incident: it is a lost camera.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from wall.model.device import Trouble
from wall.model.health import Health, Incident, SharedCause, Verdict
from wall.model.inventory import CameraRecord, Inventory

_FEWEST_DEVICES = 3
"""So many silent devices, and at least half of a site's, are the site's fault."""


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds: how long a loss, and a return, must last to count; how far apart losses still belong together."""

    settle_s: float = 8.0
    together_s: float = 120.0


@dataclass(frozen=True, slots=True)
class _Down:
    """Since when a camera is down and whether it is the login. `back_s`: since when it works again, None if not."""

    since_s: float
    is_login: bool
    back_s: float | None = None


class Outages:
    """Follows the health of all cameras. One thread."""

    def __init__(self, patience: Patience | None = None) -> None:
        self._patience = patience or Patience()
        self._down: dict[int, _Down] = {}
        self._open: tuple[Incident, ...] = ()
        self.follow(Inventory())

    def follow(self, inventory: Inventory) -> None:
        """The cameras, devices and sites to think of."""
        self._cameras = {camera.camera_id: camera for camera in inventory.cameras}
        self._names = {site.site_id: site.name for site in inventory.sites}
        self._credentials = {record.device_id: record.credential for record in inventory.devices}
        self._sites: dict[int, list[CameraRecord]] = {}
        for camera in inventory.cameras:
            if camera.site_id is not None:
                self._sites.setdefault(camera.site_id, []).append(camera)
        self._down = {camera_id: down for camera_id, down in self._down.items() if camera_id in self._cameras}

    def see(self, health: Mapping[int, Health], now_s: float) -> tuple[Incident, ...]:
        """The incidents now, the gravest first. `health` are the cameras known; the others stay as they were."""
        for camera_id, each in health.items():
            # Whoever is well and was well is nobody to think of: ten thousand of them would take 5 ms.
            if each.verdict is Verdict.LOST or each.verdict is Verdict.ILL or camera_id in self._down:
                self._note(camera_id, each, now_s)
        found = [incident for site_id in self._sites_down() for incident in self._of_site(site_id, now_s)]
        explained = {camera for incident in found for camera in incident.cameras}
        found += [incident for incident in self._still_open() if not explained.intersection(incident.cameras)]
        self._open = tuple(sorted(found, key=lambda each: (-len(each.cameras), each.since_s, each.site)))
        return self._open

    def _note(self, camera_id: int, health: Health, now_s: float) -> None:
        """A camera not known to be well or ill (UNKNOWN) stays what it was; one that is not followed is none."""
        if camera_id not in self._cameras:
            return
        before = self._down.get(camera_id)
        is_login = health.verdict is Verdict.ILL and health.trouble in (Trouble.LOGIN, Trouble.WITHHELD)
        if health.verdict is Verdict.LOST or is_login:
            if before is None or before.is_login != is_login:
                self._down[camera_id] = _Down(now_s, is_login)
            elif before.back_s is not None:
                # Back too briefly to count as back; what had not counted as a loss begins anew.
                began_s = before.since_s if before.back_s - before.since_s >= self._patience.settle_s else now_s
                self._down[camera_id] = _Down(began_s, is_login)
        elif before is not None and health.verdict is not Verdict.UNKNOWN:
            back_s = now_s if before.back_s is None else before.back_s
            had_counted = back_s - before.since_s >= self._patience.settle_s
            if had_counted and now_s - back_s < self._patience.settle_s:
                self._down[camera_id] = replace(before, back_s=back_s)
            else:
                del self._down[camera_id]

    def _counts(self, camera_id: int, now_s: float) -> bool:
        down = self._down.get(camera_id)
        return down is not None and (down.back_s or now_s) - down.since_s >= self._patience.settle_s

    def _sites_down(self) -> set[int]:
        sites = {self._cameras[camera_id].site_id for camera_id in self._down}
        return {site_id for site_id in sites if site_id is not None}

    def _of_site(self, site_id: int, now_s: float) -> Iterator[Incident]:
        down = [camera for camera in self._sites[site_id] if self._counts(camera.camera_id, now_s)]
        refused = [camera for camera in down if self._down[camera.camera_id].is_login]
        for credential in sorted({self._credential(camera) for camera in refused} - {""}):
            yield from self._incident(
                site_id, [each for each in refused if self._credential(each) == credential], SharedCause.LOGIN
            )
        lost = [camera for camera in down if not self._down[camera.camera_id].is_login]
        for together in self._together(lost):
            yield from self._lost(site_id, together, lost)

    def _lost(self, site_id: int, together: list[CameraRecord], lost: list[CameraRecord]) -> Iterator[Incident]:
        """What explains cameras that were lost together, when `lost` is all that the site has lost by now."""
        devices, all_devices = _devices(together), _devices(self._sites[site_id])
        silent = _devices(lost) - _devices(each for each in self._sites[site_id] if each not in lost)
        most = len(devices) >= _FEWEST_DEVICES and 2 * len(devices & silent) >= len(all_devices)
        if len(devices) > 1 and (silent == all_devices or most):
            yield from self._incident(site_id, together, SharedCause.POWER_OR_UPLINK)
            return
        for device in sorted(devices):
            channels = [camera for camera in together if _device(camera) == device]
            yield from self._incident(site_id, channels, SharedCause.RECORDER)

    def _incident(self, site_id: int, cameras: list[CameraRecord], cause: SharedCause) -> Iterator[Incident]:
        """One incident; none for a single camera."""
        if len(cameras) > 1:
            numbers = tuple(sorted(camera.camera_id for camera in cameras))
            since_s = min(self._down[camera_id].since_s for camera_id in numbers)
            yield Incident(site_id, self._names.get(site_id, ""), numbers, len(self._sites[site_id]), cause, since_s)

    def _together(self, lost: list[CameraRecord]) -> Iterator[list[CameraRecord]]:
        """Split losses where a longer while lies between two of them."""
        group: list[CameraRecord] = []
        for camera in sorted(lost, key=self._since_s):
            if group and self._since_s(camera) - self._since_s(group[-1]) > self._patience.together_s:
                yield group
                group = []
            group.append(camera)
        if group:
            yield group

    def _still_open(self) -> Iterator[Incident]:
        """Open incidents whose cameras come back one by one: as long as two are down, it is the same incident."""
        for incident in self._open:
            left = tuple(camera_id for camera_id in incident.cameras if camera_id in self._down)
            if len(left) > 1:
                yield replace(incident, cameras=left)

    def _since_s(self, camera: CameraRecord) -> float:
        return self._down[camera.camera_id].since_s

    def _credential(self, camera: CameraRecord) -> str:
        return self._credentials.get(camera.device_id or 0, "") or camera.credential


def _device(camera: CameraRecord) -> int:
    """Its device; a plain RTSP source is a device of its own."""
    return camera.device_id if camera.device_id is not None else -camera.camera_id


def _devices(cameras: Iterable[CameraRecord]) -> set[int]:
    return {_device(camera) for camera in cameras}
