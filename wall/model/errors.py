"""The error tree: one branch for each thing that can be *done* about a failure.

An adapter translates at its edge with `raise … from`. An error carries fields, not prose; `str(error)` is the English
sentence for the operator's log, and the UI translates from `cause`. No error ever carries a password.
"""

from __future__ import annotations

from wall.model.map_kinds import MapFault
from wall.model.tile import Cause


class WallError(Exception):
    """Anything that this program foresaw going wrong. `cause` names it, `detail` is for the expert."""

    cause: Cause = Cause.UNKNOWN

    def __init__(self, detail: str = "", *, cause: Cause | None = None) -> None:
        super().__init__(detail)
        self.detail = detail
        if cause is not None:
            self.cause = cause

    def __str__(self) -> str:
        return f"{self.cause.value}: {self.detail}" if self.detail else self.cause.value


class UnreachableError(WallError):
    """The camera cannot be reached or went away: try again, with back-off."""

    cause = Cause.UNREACHABLE


class UnauthorizedError(WallError):
    """The camera refused the login: ask a person; never try again by itself."""

    cause = Cause.LOGIN


class BusyError(WallError):
    """The camera has no session left for us: try again slowly. Never treated as a wrong password."""

    cause = Cause.SESSIONS_FULL


class UnsupportedError(WallError):
    """The camera offers nothing we can show: say so; try again only slowly, in case it is reconfigured."""

    cause = Cause.CODEC


class MalformedReplyError(WallError):
    """The other side does not speak the protocol, or too much of it: log once, try again slowly."""

    cause = Cause.NOT_VIDEO


class StartError(WallError):
    """The program cannot start: a part is missing or an argument makes no sense. `detail` says what to do."""

    cause = Cause.SETUP


class StoreError(WallError):
    """Something could not be read from or written to the disk: tell a person. What was kept before is still kept."""

    cause = Cause.DATABASE


class MapError(WallError):
    """A map cannot be taken in, or read any more: tell a person which and why. The maps before it stay.

    `name` is that of the file, the folder or the server.
    """

    def __init__(self, fault: MapFault, name: str, detail: str = "") -> None:
        told = f"{name}: {fault.value}" if name else fault.value
        cause = Cause.DISK_FULL if fault is MapFault.DISK_FULL else Cause.FILE
        super().__init__(f"{told} ({detail})" if detail else told, cause=cause)
        self.fault = fault
        self.name = name
        self.what = detail
        """More of it, in English, for the expert."""
