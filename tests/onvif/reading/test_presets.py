"""The positions that a dome remembers."""

from __future__ import annotations

from tests.onvif.reading.replies import answer
from wall.model.device import Preset, Problem, Step, Trouble
from wall.onvif.reading.presets import read_presets


def read(inner: str) -> tuple[tuple[Preset, ...], tuple[Problem, ...]]:
    return read_presets(answer(f"<tptz:GetPresetsResponse>{inner}</tptz:GetPresetsResponse>"))


def test_presets_and_those_without_a_name() -> None:
    assert read(
        '<tptz:Preset token="1"><tt:Name>Cổng chính</tt:Name><tt:PTZPosition/></tptz:Preset>'
        '<tptz:Preset token="2"/><tptz:Preset token="3"><tt:Name> </tt:Name></tptz:Preset>'
    ) == ((Preset("1", "Cổng chính"), Preset("2", "2"), Preset("3", "3")), ())


def test_tokens_in_odd_places() -> None:
    told = "<tptz:Preset><tt:Token>1</tt:Token></tptz:Preset>"
    assert read(told)[0] == read(f"<tptz:Presets>{told}</tptz:Presets>")[0] == (Preset("1", "1"),)
    assert read('<tptz:Preset tt:token="1"/>')[0] == (Preset("1", "1"),)


def test_a_token_counts_once() -> None:
    presets, problems = read('<tptz:Preset token="1"/><tptz:Preset token="1"/><tptz:Preset/>')
    assert presets == (Preset("1", "1"),)
    assert problems == (
        Problem(Step.PRESETS, Trouble.DUPLICATE, "presets: 1"),
        Problem(Step.PRESETS, Trouble.INCOMPLETE, "1 presets without token"),
    )


def test_none_is_no_problem() -> None:
    assert read("") == ((), ())
