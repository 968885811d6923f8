"""`citywall map`: what an engineer types, and what he is told."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.maps import xyz_server
from tests.maps.makers import (
    WRITTEN,
    make_folder,
    make_geojson,
    make_large_mbtiles,
    make_mbtiles,
    make_plan,
    some_tiles,
)
from tests.maps.xyz_server import serving
from tests.support.command import ended
from wall.model.map_kinds import SHIPPED


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "city" / "citywall.db"
    monkeypatch.setenv("CITYWALL_DATABASE", str(path))
    return path


@pytest.fixture
def mbtiles(tmp_path: Path) -> Path:
    return make_mbtiles(tmp_path / "phố.mbtiles", some_tiles())


def listed(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    status, out, _ = ended(capsys, "map", "list", "--json", "-")
    assert status == 0
    return [json.loads(line) for line in out.splitlines()]


def test_in_the_beginning_there_is_the_shipped_map(capsys: pytest.CaptureFixture[str], database: Path) -> None:
    (shipped,) = listed(capsys)
    assert shipped["map_id"] == SHIPPED and shipped["is_shown"] and shipped["attribution"]


def test_maps_are_taken_in_chosen_and_taken_out(
    capsys: pytest.CaptureFixture[str], database: Path, mbtiles: Path
) -> None:
    status, _, told = ended(capsys, "map", "import", str(mbtiles), "--name", "Nền", "--attribution", "© Sở")
    assert status == 0 and "Map 1, Nền: kept" in told
    assert ended(capsys, "map", "import", str(WRITTEN / "root.pmtiles"))[0] == 0
    status, out, _ = ended(capsys, "map", "list")
    assert [line.split()[0] for line in out.splitlines()] == ["NUMBER", "*", "1", "2"]
    assert "© Sở" in out and "PMTiles file" in out and "0-3" in out
    assert ended(capsys, "map", "use", "nền")[0] == 0
    assert [each["name"] for each in listed(capsys) if each["is_shown"]] == ["Nền"]
    status, _, told = ended(capsys, "map", "remove", "1")
    assert status == 0 and "Nền: removed" in told
    assert [each["map_id"] for each in listed(capsys)] == [SHIPPED, 2]
    assert [each.name for each in (database.parent / "citywall-maps").iterdir()] == ["2.pmtiles"]


def test_folders_images_and_geojson(capsys: pytest.CaptureFixture[str], database: Path, tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "ô", some_tiles())
    (folder / "2" / "0" / "0.png").write_bytes(b"")
    status, _, told = ended(capsys, "map", "import", str(folder))
    assert status == 0 and "1 files were no whole pictures" in told
    plan = make_plan(tmp_path / "a.png", world="1\n0\n0\n-1\n261000\n6250000\n")
    status, _, told = ended(capsys, "map", "import", str(plan))
    assert status == 2 and "VN-2000" in told and "a.png" in told
    assert ended(capsys, "map", "import", str(plan), "--crs", "EPSG:3857")[0] == 0
    assert ended(capsys, "map", "import", str(make_geojson(tmp_path / "x.geojson", (106, 21))))[0] == 0
    assert [each["kind"] for each in listed(capsys)[1:]] == ["tile_folder", "plan", "geojson"]


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"", "the file is empty"), (b"<html>", "this is no map"), (b"PMTiles\x03", "the file is damaged")],
)
def test_what_is_no_map_is_refused_and_the_maps_before_it_stay(
    capsys: pytest.CaptureFixture[str], database: Path, mbtiles: Path, content: bytes, told: str
) -> None:
    ended(capsys, "map", "import", str(mbtiles))
    ended(capsys, "map", "use", "1")
    before = listed(capsys)
    wrong = mbtiles.with_name("wrong.mbtiles")
    wrong.write_bytes(content)
    status, _, said = ended(capsys, "map", "import", str(wrong))
    assert status == 2 and told in said and "wrong.mbtiles" in said
    assert listed(capsys) == before
    assert [each.name for each in (database.parent / "citywall-maps").iterdir()] == ["1.mbtiles"]


def test_a_server(capsys: pytest.CaptureFixture[str], database: Path) -> None:
    with serving() as server:
        template = f"{server.template}?key=SECRET"
        status, _, told = ended(capsys, "map", "import", template, "--max-zoom", "16")
        assert (status, "Map 1, 127.0.0.1: kept" in told) == (0, True), told
        server.habit = xyz_server.page
        status, _, told = ended(capsys, "map", "import", template)
        assert status == 2 and "127.0.0.1" in told and "SECRET" not in told
    status, _, told = ended(capsys, "map", "import", template)
    assert status == 2 and "the tile server cannot be reached" in told and "SECRET" not in told
    (kept,) = listed(capsys)[1:]
    assert (kept["kind"], kept["max_zoom"]) == ("tile_server", 16) and "SECRET" not in json.dumps(kept)


def test_what_is_not_there(capsys: pytest.CaptureFixture[str], database: Path, mbtiles: Path) -> None:
    for _ in range(2):
        ended(capsys, "map", "import", str(mbtiles), "--name", "Nền")
    for wanted, told in (("77", "no such map"), ("Nền", "several maps"), ("0", "comes with CityWall")):
        status, _, said = ended(capsys, "map", "remove", wanted)
        assert status == 2 and told in said
    assert len(listed(capsys)) == 3
    assert ended(capsys, "map", "import", str(mbtiles), "--max-zoom", "99")[0] == 2


_PRESSES_AT_ONCE = """
import os, signal, sys
from wall.cli import main

class Eye:
    def __init__(self, shown):
        self._shown = shown

    def write(self, text):
        self._shown.write(text)
        self._shown.flush()
        if "Taken in" in text:
            os.kill(os.getpid(), signal.SIGINT)

    def __getattr__(self, name):
        return getattr(self._shown, name)

sys.stderr = Eye(sys.stderr)
sys.exit(main(sys.argv[1:]))
"""
"""Ctrl+C as soon as something is told to be taken in. From another process the key comes too late on a busy machine."""


def test_it_tells_how_far_it_is_and_ctrl_c_leaves_nothing(
    capsys: pytest.CaptureFixture[str], database: Path, tmp_path: Path
) -> None:
    large = make_large_mbtiles(tmp_path / "large.mbtiles", 50)
    mine, its = pty.openpty()
    with subprocess.Popen([sys.executable, "-c", _PRESSES_AT_ONCE, "map", "import", str(large)], stderr=its) as run:
        os.close(its)
        assert run.wait(30) == 130
    said = os.read(mine, 100_000).decode()
    os.close(mine)
    assert " % of 50 MB" in said and "Stopped: nothing of it was kept." in said
    assert len(listed(capsys)) == 1 and list((database.parent / "citywall-maps").iterdir()) == []
