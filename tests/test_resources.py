"""The data that ships with the program is found, in the checkout as in an installed wheel."""

from __future__ import annotations

from pathlib import Path

import pytest

from wall import resources


def test_the_checkout_has_its_data() -> None:
    assert (resources.data_folder("resources") / "i18n" / "citywall_vi.qm").is_file()
    assert (resources.data_folder("resources") / "maps" / "bac-ninh.geojson").is_file()
    assert resources.data_folder("layouts").is_dir()


def test_inside_the_package_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So it lies in a wheel; a stray folder beside site-packages' wall must not be taken instead."""
    package = tmp_path / "wall"
    (package / "resources").mkdir(parents=True)
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(resources, "_PACKAGE", package)
    assert resources.data_folder("resources") == package / "resources"


def test_a_broken_installation_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "wall")
    with pytest.raises(FileNotFoundError, match="install citywall again"):
        resources.data_folder("resources")
