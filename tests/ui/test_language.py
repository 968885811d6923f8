"""Everything that is shown is translated, and the compiled translation is the written one."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from enum import Enum
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QFontMetrics, QTextLayout

import wall
from wall.model.alarms.activity import Deed
from wall.model.alarms.drill import DrillKind, DrillPart, DrillVerdict, DrillWhy
from wall.model.alarms.push import Answer
from wall.model.alarms.signal import Source
from wall.model.alarms.state import State
from wall.model.alarms.state import Verdict as AlarmVerdict
from wall.model.alarms.told import Standing
from wall.model.alarms.workflow import Refusal
from wall.model.device import Auth, Login, Step, Trouble
from wall.model.geo.units import FeedTrouble
from wall.model.hardware import NoHardware
from wall.model.health import SharedCause, Verdict
from wall.model.map_kinds import MapFault, MapKind
from wall.model.recording import End, Hitch
from wall.model.tile import Cause, TileState, TileStatus
from wall.model.tile_address import AddressFault
from wall.resources import data_folder
from wall.ui import words
from wall.ui.language import LANGUAGES, install_language
from wall.ui.theme import font

SPOKEN: tuple[type[Enum], ...] = (
    NoHardware,
    TileState,
    Cause,
    Trouble,
    Step,
    Login,
    Auth,
    Verdict,
    SharedCause,
    End,
    Hitch,
    MapKind,
    AddressFault,
    MapFault,
    FeedTrouble,
    Answer,
    Deed,
    Source,
    State,
    AlarmVerdict,
    Refusal,
    Standing,
    DrillKind,
    DrillPart,
    DrillVerdict,
    DrillWhy,
)
"""Enums whose values are shown, each translated under its own name."""

WRITTEN = data_folder("resources") / "i18n" / "citywall_vi.ts"


def sources_in_code() -> set[tuple[str, str]]:
    """Every (context, text) that the program asks a translation for."""
    found = {(kind.__name__, word.value) for kind in SPOKEN for word in kind if word.value}
    for path in (Path(wall.__file__).parent / "ui").rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found |= {(context, text) for context, text in _written_out(tree, "translate")}
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                found |= {(node.name, text) for (text,) in _written_out(node, "tr")}
    return found


def _written_out(tree: ast.AST, name: str) -> list[tuple[str, ...]]:
    """The arguments of every call of a method; those that are no plain texts come from the enums."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    named = [call for call in calls if _name_of(call.func) == name]
    texts = [[arg.value for arg in call.args if isinstance(arg, ast.Constant)] for call in named]
    whole = zip(named, texts, strict=True)
    return [tuple(map(str, values)) for call, values in whole if len(values) == len(call.args)]


def _name_of(called: ast.expr) -> str:
    """`translate` is also called by a short name of its own."""
    return called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""


def translations() -> dict[tuple[str, str], str]:
    found = {}
    for context in ElementTree.parse(WRITTEN).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None and translation.get("type") is None, "unfinished"
            found[(context.findtext("name", ""), message.findtext("source", ""))] = translation.text or ""
    return found


def test_every_text_is_translated_and_none_is_left_over() -> None:
    assert len(sources_in_code()) > 50
    assert sources_in_code() == set(translations())


def test_no_translation_loses_a_place_holder() -> None:
    for (_context, source), translation in translations().items():
        assert translation.strip()
        assert [p for p in ("{0}", "{1}", "{1:02}", "{2}", "{3}", "{4}") if p in source] == [
            p for p in ("{0}", "{1}", "{1:02}", "{2}", "{3}", "{4}") if p in translation
        ]


def test_one_deed_has_one_word() -> None:
    """What is removed is gone for all: «xóa». What is only taken out of a list, or left out, is there still: «bỏ»."""
    spoken = {key: translation.casefold() for key, translation in translations().items()}
    removed = {key: text for key, text in spoken.items() if re.search(r"\bremoved?\b", key[1], re.IGNORECASE)}
    assert len(removed) > 10
    assert [key for key, text in removed.items() if not re.search(r"\bxóa\b", text) or re.search(r"\bbỏ\b", text)] == []
    for key in (("TourForm", "Take out"), ("WallWords", "View {0} was left out: {1}")):
        assert re.search(r"\bbỏ\b", spoken[key]) and "xóa" not in spoken[key]
    assert not any("xoá" in text for text in spoken.values()), "as the rest is written"


@pytest.mark.parametrize("written", sorted(WRITTEN.parent.glob("*.ts")), ids=lambda written: written.stem)
def test_the_compiled_translation_is_up_to_date(written: Path, tmp_path: Path) -> None:
    compiled = tmp_path / "vi.qm"
    release = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([release, str(written), "-qm", str(compiled)], check=True, capture_output=True, timeout=60)
    assert compiled.read_bytes() == written.with_suffix(".qm").read_bytes()


def test_vietnamese_is_spoken(vietnamese: None) -> None:
    assert words.state_word(TileStatus(TileState.NO_SIGNAL)) == "mất tín hiệu"
    assert words.cause_sentence(TileStatus(TileState.LOGIN_REFUSED, Cause.LOGIN)) == (
        "Sai tên đăng nhập hoặc mật khẩu – kiểm tra tài khoản; nhấn R để thử lại"
    )
    assert words.age(250) == "4 phút 10"
    assert QLocale().language() == QLocale.Language.Vietnamese


def test_english_is_the_source(qapp: QCoreApplication) -> None:
    before = QLocale()
    install_language(qapp, "en")
    assert words.state_word(TileStatus(TileState.NO_SIGNAL)) == "no signal"
    QLocale.setDefault(before)


def test_another_language_is_refused(qapp: QCoreApplication) -> None:
    assert LANGUAGES == ("vi", "en")
    with pytest.raises(ValueError, match="vi, en"):
        install_language(qapp, "fr")


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (-1, "0 s"),
        (0.99, "0 s"),
        (99.9, "99 s"),
        (100, "1 min 40"),
        (3599, "59 min 59"),
        (3600, "1 h 00"),
        (71 * 3600 + 59 * 60, "71 h 59"),
        (80 * 3600, "3 days"),
    ],
)
def test_ages(qapp: QCoreApplication, seconds: float, text: str) -> None:
    assert words.age(seconds) == text


@pytest.mark.parametrize("size", [11, 13, 15, 20, 96])
def test_a_counting_age_does_not_dance(qapp: QCoreApplication, size: int) -> None:
    metrics = QFontMetrics(font(size))
    assert len({metrics.horizontalAdvance(f"{n}{n}") for n in range(10)}) == 1


def test_the_font_has_all_of_vietnamese(qapp: QCoreApplication) -> None:
    """One family draws every letter: none is missing, and none is borrowed from another family."""
    letters = "ăâđêôơưĂÂĐÊÔƠƯàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
    layout = QTextLayout(letters + letters.upper(), font(13))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    assert len({run.rawFont().familyName() for run in runs}) == 1
    assert 0 not in [index for run in runs for index in run.glyphIndexes()]
