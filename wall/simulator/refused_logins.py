"""How many logins each device has refused: what a client's care with passwords is measured by."""

from __future__ import annotations

from collections import Counter


class RefusedLogins:
    """Counts by device number. Event-loop thread only.

    `http` and `rtsp` count wrong users and passwords, `clock` tokens that were right but not of the device's time.
    A request without a login and a nonce that is too old are no refusals: they ask for a login.
    """

    def __init__(self) -> None:
        self.http: Counter[int] = Counter()
        self.rtsp: Counter[int] = Counter()
        self.clock: Counter[int] = Counter()

    def of(self, device: int) -> dict[str, int]:
        """The counts of one device."""
        return {"http": self.http[device], "rtsp": self.rtsp[device], "clock": self.clock[device]}

    def as_json(self) -> dict[str, dict[str, int]]:
        """The counts of the devices that have any, for the control port."""
        return {str(device): self.of(device) for device in sorted({*self.http, *self.rtsp, *self.clock})}
