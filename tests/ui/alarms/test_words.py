"""What is said of alarms, in the operator's language."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.language import own_language
from wall.model.alarms import kinds
from wall.model.alarms.alarm import Alarm
from wall.model.alarms.signal import Source
from wall.model.device import Trouble
from wall.model.health import SharedCause
from wall.model.recording import FAULTS
from wall.model.tile import Cause
from wall.ui.alarms.words import detail_of
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


def test_what_others_wrote_is_told_as_it_is() -> None:
    assert _told("did not answer in time: rule 4", Source.ONVIF) == "did not answer in time: rule 4"
    assert _told("") == ""
