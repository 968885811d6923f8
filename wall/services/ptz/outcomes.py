"""What an error of a dome's line means: for the drive, and for the operator. Pure."""

from __future__ import annotations

from wall.model.device import Trouble
from wall.model.errors import WallError
from wall.model.tile import Cause
from wall.onvif.faults import DeviceFault
from wall.services.ptz.drive import Outcome

_NO = frozenset(
    {
        Trouble.LOGIN,
        Trouble.LOGIN_NEEDED,
        Trouble.WITHHELD,
        Trouble.SESSIONS_FULL,
        Trouble.CLOCK,
        Trouble.CERTIFICATE,
        Trouble.UNSUPPORTED,
    }
)
"""It was not even listened to, or the device cannot do it. Any other fault may have come after the deed."""
_OF_LOGIN = frozenset({Trouble.LOGIN, Trouble.LOGIN_NEEDED, Trouble.WITHHELD})


def outcome_of(error: WallError) -> Outcome:
    is_no = isinstance(error, DeviceFault) and error.trouble in _NO
    return Outcome.REFUSED if is_no else Outcome.UNKNOWN


def is_about_login(error: WallError) -> bool:
    """Will this line not be let in any more?"""
    return isinstance(error, DeviceFault) and error.trouble in _OF_LOGIN


def in_words(error: WallError) -> tuple[Cause, str]:
    """What the operator is told, and the expert. A device's fault without a cause of its own is one of its doing."""
    if isinstance(error, DeviceFault):
        if error.trouble is Trouble.WITHHELD:
            return Cause.LOGIN_WITHHELD, error.detail
        if error.cause is Cause.UNKNOWN:
            return Cause.PTZ_REFUSED, error.detail or error.trouble.value
    return error.cause, error.detail
