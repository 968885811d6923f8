"""The kept cameras on the wall: their streams, their logins, their numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import User
from wall.commands.kept import kept_cameras
from wall.model.errors import StartError
from wall.model.stream import Credentials

LIST = (
    "number,name,nickname,site,url,sub_url,username,password\n"
    "8,Ngã Sáu – đường,,Ngã Sáu,rtsp://10.0.0.8/main,,,\n"
    "7,Ngã Sáu – cổng,cổng chợ,Ngã Sáu,rtsp://10.0.0.7/main,rtsp://10.0.0.7/sub,admin,s3cret-word\n"
)


def test_they_come_by_number_with_their_logins(user: User, tmp_path: Path) -> None:
    (tmp_path / "cameras.csv").write_text(LIST, encoding="utf-8")
    assert user.types("cameras", "import", str(tmp_path / "cameras.csv")).status == 0
    (first, second), _ = kept_cameras(user.database)
    assert (first.number, first.name, first.site) == (7, "cổng chợ", "Ngã Sáu")
    assert first.main.credentials == Credentials("admin", "s3cret-word")
    assert first.sub is not None and first.sub.url == "rtsp://10.0.0.7/sub"
    assert (second.number, second.main.credentials, second.sub) == (8, None, None)


def test_without_a_database_there_is_nothing_to_show(user: User) -> None:
    with pytest.raises(StartError, match="is not there yet"):
        kept_cameras(user.database)
    ended = user.types("view", "--kept", "--screenshot", "/tmp/never.png")
    assert ended.status == 2 and "citywall discover --keep" in ended.errors


def test_an_empty_inventory_says_how_to_fill_it(user: User) -> None:
    user.types("cameras", "list")
    if not user.database.exists():
        user.database.parent.mkdir(parents=True, exist_ok=True)
        user.database.touch()
    with pytest.raises(StartError, match="has no camera yet"):
        kept_cameras(user.database)
