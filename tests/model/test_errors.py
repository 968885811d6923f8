"""Every error names its cause and what is known of it, and nothing else."""

import pytest

from wall.model.errors import (
    BusyError,
    MalformedReplyError,
    MapError,
    StartError,
    StoreError,
    UnauthorizedError,
    UnreachableError,
    UnsupportedError,
    WallError,
)
from wall.model.map_kinds import MapFault
from wall.model.tile import RETRY_NEVER, Cause

BRANCHES = [
    (UnreachableError, Cause.UNREACHABLE),
    (UnauthorizedError, Cause.LOGIN),
    (BusyError, Cause.SESSIONS_FULL),
    (UnsupportedError, Cause.CODEC),
    (MalformedReplyError, Cause.NOT_VIDEO),
    (StartError, Cause.SETUP),
    (StoreError, Cause.DATABASE),
]


@pytest.mark.parametrize(("branch", "cause"), BRANCHES)
def test_a_branch_has_a_cause_of_its_own(branch: type[WallError], cause: Cause) -> None:
    error = branch()
    assert error.cause is cause
    assert str(error) == cause.value


def test_no_branch_is_left_out() -> None:
    ours = {branch for branch in WallError.__subclasses__() if branch.__module__ == WallError.__module__}
    assert {branch for branch, _ in BRANCHES} | {MapError} == ours


def test_a_map_names_its_fault_and_what_it_is_called() -> None:
    error = MapError(MapFault.BROKEN, "city.mbtiles", "page 7")
    assert error.cause is Cause.FILE and MapError(MapFault.DISK_FULL, "x").cause is Cause.DISK_FULL
    assert f"city.mbtiles: {MapFault.BROKEN.value} (page 7)" in str(error)


def test_the_detail_follows_the_cause() -> None:
    assert str(UnreachableError("no packet for 5 s", cause=Cause.SILENT)) == (
        "the connection is open but nothing comes: no packet for 5 s"
    )


def test_a_cause_given_to_one_error_stays_with_it() -> None:
    UnreachableError(cause=Cause.RESET)
    assert UnreachableError().cause is Cause.UNREACHABLE


def test_only_a_refused_login_waits_for_a_person() -> None:
    assert {branch for branch, cause in BRANCHES if cause in RETRY_NEVER} == {UnauthorizedError}
