"""What an error of an adapter is called in the words of the inventory and the health page."""

from __future__ import annotations

from wall.model.device import Trouble
from wall.model.errors import BusyError, MalformedReplyError, UnauthorizedError, UnreachableError, WallError
from wall.model.tile import Cause
from wall.onvif.faults import DeviceFault

_BY_CAUSE = {
    Cause.TIMEOUT: Trouble.TIMEOUT,
    Cause.LOGIN: Trouble.LOGIN,
    Cause.LOGIN_NEEDED: Trouble.LOGIN_NEEDED,
    Cause.LOGIN_WITHHELD: Trouble.WITHHELD,
    Cause.SESSIONS_FULL: Trouble.SESSIONS_FULL,
    Cause.CLOCK: Trouble.CLOCK,
    Cause.OVERSIZE: Trouble.TOO_LARGE,
}
_BY_KIND: tuple[tuple[type[WallError], Trouble], ...] = (
    (UnreachableError, Trouble.UNREACHABLE),
    (UnauthorizedError, Trouble.LOGIN),
    (BusyError, Trouble.SESSIONS_FULL),
    (MalformedReplyError, Trouble.MALFORMED),
)


def trouble_of(error: WallError) -> Trouble:
    """What it tells of the device; a device that answers with anything else refuses the question."""
    if isinstance(error, DeviceFault):
        return error.trouble
    if error.cause in _BY_CAUSE:
        return _BY_CAUSE[error.cause]
    return next((trouble for kind, trouble in _BY_KIND if isinstance(error, kind)), Trouble.FAULT)
