"""What ended a reception."""

from __future__ import annotations

import traceback

from wall.model.errors import UnreachableError, WallError
from wall.model.tile import Cause


def cause_of(outcome: object) -> Cause:
    """The cause that an error stands for."""
    if isinstance(outcome, WallError):
        return outcome.cause
    if isinstance(outcome, OSError):
        return UnreachableError.cause
    assert isinstance(outcome, BaseException)
    # A fault of ours. The tile says that something is wrong, the log says what, and the other tiles go on.
    traceback.print_exception(outcome)
    return Cause.UNKNOWN
