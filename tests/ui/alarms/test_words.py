"""What is said of alarms, in the operator's language."""

from __future__ import annotations

from time import mktime

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.language import own_language
from wall.model.alarms import kinds
from wall.model.alarms.activity import Activity, Deed, told
from wall.model.alarms.alarm import Alarm
from wall.model.alarms.signal import Source
from wall.model.alarms.state import State
from wall.model.device import Trouble
from wall.model.health import SharedCause
from wall.model.recording import FAULTS
from wall.model.tile import Cause
from wall.ui.alarms.words import activity_line, detail_of, kind_word
from wall.ui.language import install_language


def _told(detail: str, source: Source = Source.WALL) -> str:
    return detail_of(Alarm(kinds.LOST, 7, 0.0, 0.0, source=source, detail=detail))


@pytest.mark.parametrize(
    "detail",
    [each.value for each in (*Trouble, *SharedCause, *sorted(FAULTS, key=str), Cause.TIMEOUT, Cause.SILENT)],
)
def test_what_the_wall_found_out_is_told_in_vietnamese(qapp: QApplication, detail: str) -> None:
    with own_language(qapp):
        install_language(qapp, "vi")
        assert _told(detail) not in (detail, "")
        assert _told(f"3/4: {detail}") == f"3/4: {_told(detail)}"


@pytest.mark.parametrize(
    ("deed", "text", "said"),
    [
        (Deed.CLOSED, told("false", "mèo – đen"), "false – mèo – đen"),
        (Deed.CLOSED, "người – say rượu", "người – say rượu"),
        (
            Deed.HELD,
            told(f"{mktime((2026, 12, 5, 14, 30, 0, 0, 0, -1)):.0f}", "chờ thợ"),
            "until 14:30 05/12/2026 – chờ thợ",
        ),
        (Deed.HELD, "chờ thợ", "chờ thợ"),
        (Deed.NOTED, "false – 3", "false – 3"),
        (Deed.CLEARER, "line", "Line crossed"),
    ],
)
def test_the_record_says_what_it_was_and_until_when(deed: Deed, text: str, said: str) -> None:
    """After it was opened again nothing else tells."""
    line = activity_line(Activity(1, 0.0, deed, State.CLOSED, "An", text), "12:00:00")
    assert line == f"12:00:00  An: {deed.value} – {said}"


@pytest.mark.parametrize(("kind", "said"), [("fire", "Fire"), ("smoke", "Smoke"), ("drone", "drone")])
def test_what_many_others_say_has_a_word_of_ours(qapp: QApplication, kind: str, said: str) -> None:
    """Which can be translated; what nobody knows stands as it was told."""
    assert kind_word(kind) == said


def test_what_others_wrote_is_told_as_it_is() -> None:
    assert _told("did not answer in time: rule 4", Source.ONVIF) == "did not answer in time: rule 4"
    assert _told("") == ""
