"""What comes of calling a real HTTP server."""

from __future__ import annotations

import pytest

from tests.support.supervisor import Supervisor, supervisor
from wall.intake.caller import Caller
from wall.model.alarms.push import Answer, SendError
from wall.model.alarms.ways_out import HookSettings


def call(url: str, token: str = "") -> str:
    return Caller(HookSettings(url), token, 5.0).send(b'{"id": 7}')


def failing(url: str, token: str = "") -> SendError:
    with pytest.raises(SendError) as error:
        call(url, token)
    return error.value


def test_it_is_taken_with_the_token_and_the_whole_address() -> None:
    with supervisor("t0k") as there:
        assert call(there.url, "t0k") == "200 OK"
        assert there.heard == [{"id": 7, "path": "/alarms?from=wall"}]


@pytest.mark.parametrize("token", ["", "wrong"])
def test_without_the_right_token_it_is_refused(token: str) -> None:
    with supervisor("t0k") as there:
        assert failing(there.url, token).tried.answer is Answer.REFUSED


@pytest.mark.parametrize("status", [302, 404, 500, 503])
def test_what_is_not_taken_says_so_and_no_other_address_is_called(status: int) -> None:
    with supervisor() as there:
        there.status = status
        told = failing(there.url).tried
        assert (told.answer, told.detail[:3]) == (Answer.REJECTED, str(status))
        assert len(there.heard) == 1


def test_where_nobody_listens_it_cannot_be_reached() -> None:
    assert failing(Supervisor().url).tried.answer is Answer.UNREACHABLE


@pytest.mark.parametrize("token", ["bí mật", "line\r\nbreak"])
def test_a_token_that_cannot_be_sent_is_not_told(token: str) -> None:
    with supervisor() as there:
        error = failing(there.url, token)
    assert error.tried.answer is Answer.SETTINGS
    assert token not in str(error) and "break" not in str(error)
    assert error.__cause__ is None


@pytest.mark.parametrize(
    "url", ["", "host/path", "ftp://host/", "http://", "http://u:p@host/", "http://host:0/", "http://h/a b"]
)
def test_an_address_that_makes_no_sense_is_none(url: str) -> None:
    with pytest.raises(ValueError, match="the address must"):
        HookSettings(url)
