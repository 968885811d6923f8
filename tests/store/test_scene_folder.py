"""What cameras usually show is kept beside the database; a damaged file is as if there were none."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wall.model.errors import StoreError
from wall.model.scene import CELLS, REGIONS, KeptScene, UsualScene
from wall.store.scene_folder import SceneFolder, scenes_folder

URL = "rtsp://10.0.0.7/stream1?token=secret"
SCENES = st.lists(
    st.builds(
        KeptScene,
        st.floats(0, 4e9),
        st.builds(
            UsualScene,
            st.binary(min_size=CELLS, max_size=CELLS),
            st.binary(min_size=REGIONS, max_size=REGIONS),
            st.booleans(),
        ),
    ),
    max_size=24,
).map(tuple)
SCENE = KeptScene(5.0, UsualScene(bytes(CELLS), bytes(REGIONS), is_grey=True))


@pytest.fixture
def folder(tmp_path: Path) -> SceneFolder:
    return SceneFolder(scenes_folder(tmp_path / "citywall.db"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
@given(scenes=SCENES)
def test_they_come_back_as_they_were(folder: SceneFolder, scenes: tuple[KeptScene, ...]) -> None:
    folder.keep(URL, scenes)
    folder.keep("rtsp://10.0.0.8/", (SCENE,))
    assert folder.read(URL) == scenes
    folder.forget(URL)
    assert folder.read(URL) == ()
    assert folder.read("rtsp://10.0.0.8/") == (SCENE,)
    folder.forget(URL)


def test_no_file_tells_an_address(folder: SceneFolder, tmp_path: Path) -> None:
    folder.keep(URL, (SCENE,))
    (kept,) = (tmp_path / "citywall-scenes").iterdir()
    for told in (kept.name, kept.read_text()):
        assert "10.0.0.7" not in told and "secret" not in told


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b'{"format": 2, "scenes": []}',
        b'{"format": 1, "scenes": 3}',
        b'{"format": 1, "scenes": [{"taken": "x", "is_grey": true, "cells": "", "likeness": ""}]}',
        b'{"format": 1, "scenes": [{"taken": 1, "is_grey": true, "cells": "AAAA", "likeness": "AAAA"}]}',
        b'{"format": 1, "scenes": [{"taken": 1, "is_grey": true, "cells": "~", "likeness": "AAAA"}]}',
    ],
)
def test_a_damaged_file_says_nothing(folder: SceneFolder, tmp_path: Path, content: bytes) -> None:
    folder.keep(URL, (SCENE,))
    (kept,) = (tmp_path / "citywall-scenes").iterdir()
    kept.write_bytes(content)
    assert folder.read(URL) == ()
    folder.keep(URL, (SCENE,))
    assert folder.read(URL) == (SCENE,)


def test_a_disk_that_takes_nothing_is_told_of(folder: SceneFolder, tmp_path: Path) -> None:
    (tmp_path / "citywall-scenes").write_text("a file where the folder should be")
    with pytest.raises(StoreError):
        folder.keep(URL, (SCENE,))
    assert folder.read(URL) == ()
    folder.forget(URL)


def test_what_was_not_kept_for_long_goes(folder: SceneFolder, tmp_path: Path) -> None:
    folder.sweep(1e12)
    folder.keep(URL, (SCENE,))
    folder.keep("rtsp://10.0.0.8/", (SCENE,))
    old = next(path for path in (tmp_path / "citywall-scenes").iterdir())
    os.utime(old, (100.0, 100.0))
    folder.sweep(200.0)
    assert len(list((tmp_path / "citywall-scenes").iterdir())) == 1
