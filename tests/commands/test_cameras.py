"""`citywall cameras`: in and out of spreadsheets, with a look first."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.conftest import User

LIST = (
    "number,name,site,ward,url,sub_url,username,password\n"
    "7,Ngã Sáu – cổng,Ngã Sáu,Võ Cường,rtsp://10.0.0.7/main,rtsp://10.0.0.7/sub,admin,s3cret-word\n"
    "8,Ngã Sáu – đường,Ngã Sáu,Võ Cường,rtsp://10.0.0.8/main,,,\n"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "cameras.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


def test_a_dry_run_shows_and_changes_nothing(user: User, file: Path) -> None:
    ended = user.types("cameras", "import", str(file), "--dry-run")
    assert ended.status == 0, ended.errors
    assert "2 to add, 0 to change, 0 unchanged, 0 refused" in ended.errors
    assert "Nothing was changed" in ended.errors
    assert [line.split()[:2] for line in ended.told.splitlines()[1:]] == [["added", "7"], ["added", "8"]]
    assert user.types("cameras", "list").told == ""


def test_what_is_imported_is_listed(user: User, file: Path) -> None:
    ended = user.types("cameras", "import", str(file))
    assert (ended.status, "2 cameras added, 0 changed" in ended.errors) == (0, True), ended.errors
    listed = user.types("cameras", "list").told.splitlines()
    assert listed[1].split("  ")[0] == "7" and "Võ Cường" in listed[1] and "10.0.0.7" in listed[1]
    again = user.types("cameras", "import", str(file))
    assert "0 to add, 0 to change, 2 unchanged, 0 refused" in again.errors
    whole = ended.told + ended.errors + again.told + again.errors
    assert "s3cret-word" not in whole
    assert all(b"s3cret-word" not in kept.read_bytes() for kept in user.database.parent.iterdir())


def test_what_was_exported_comes_back_unchanged(user: User, file: Path, tmp_path: Path) -> None:
    user.types("cameras", "import", str(file))
    for name in ("out.csv", "out.xlsx"):
        out = tmp_path / name
        assert user.types("cameras", "export", str(out)).status == 0
        assert "0 to add, 0 to change, 2 unchanged" in user.types("cameras", "import", str(out), "--dry-run").errors
        assert b"s3cret-word" not in out.read_bytes()


def test_a_row_that_makes_no_sense_is_named_and_the_others_are_taken(user: User, file: Path) -> None:
    file.write_text(LIST + "nine,Cầu,Cầu,,rtsp://10.0.0.9/,,,\n", encoding="utf-8")
    ended = user.types("cameras", "import", str(file))
    assert ended.status == 1
    assert "Line 4 is refused" in ended.errors
    assert len(user.types("cameras", "list").told.splitlines()) == 3


def test_a_user_name_without_a_password_takes_the_one_from_the_environment(
    user: User, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text(LIST.replace("s3cret-word", ""), encoding="utf-8")
    monkeypatch.delenv("CITYWALL_PASSWORD")
    assert "has no password: set CITYWALL_PASSWORD" in user.types("cameras", "import", str(file)).errors


def test_json_is_one_object_a_device(user: User, file: Path) -> None:
    user.types("cameras", "import", str(file))
    told = [json.loads(line) for line in user.types("cameras", "list", "--json", "-").told.splitlines()]
    assert [each["cameras"][0]["number"] for each in told] == [7, 8]
    (camera,) = told[0]["cameras"]
    assert (camera["name"], camera["ward"]) == ("Ngã Sáu – cổng", "Võ Cường")
    assert [stream["uri"] for stream in camera["streams"]] == ["rtsp://10.0.0.7/main", "rtsp://10.0.0.7/sub"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("import", "/nowhere/x.csv"), "/nowhere/x.csv"),
        (("export", "x.ods"), "must end in .csv or .xlsx"),
        (("list", "--database", "/proc/none/x.db"), "/proc/none"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(user: User, arguments: tuple[str, ...], said: str) -> None:
    ended = user.types("cameras", *arguments)
    assert (ended.status, ended.told) == (2, "")
    assert said in ended.errors and len(ended.errors.splitlines()) == 1
