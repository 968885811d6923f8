"""Figures for programs and for people."""

import json
from pathlib import Path

import pytest

from wall.bench.report import tell

FIGURES = {"tiles": 36, "tile_size": "318x178", "ratio": 1.98765}


def test_json_on_standard_output_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    tell(FIGURES, "-")
    told = capsys.readouterr().out
    assert told.count("\n") == 1
    assert json.loads(told) == FIGURES


def test_json_in_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "figures.json"
    tell(FIGURES, str(file))
    assert json.loads(file.read_text(encoding="utf-8")) == FIGURES
    assert capsys.readouterr().out == ""


def test_a_table_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    tell(FIGURES, None)
    lines = capsys.readouterr().out.splitlines()
    assert [line.split() for line in lines] == [
        ["tiles", "36"],
        ["tile_size", "318x178"],
        ["ratio", "1.988"],
    ]
    assert len({line.index(line.split()[1]) for line in lines}) == 1, "the values do not stand in a column"
