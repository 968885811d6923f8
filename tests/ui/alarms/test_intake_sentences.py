"""What nobody understands is said in the language of the program, whichever fault it is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from wall.services.alarms.others_words import read_message
from wall.ui.alarms.intake_sentences import said_of_message


class Loud(QTranslator):
    """A language that anybody can check."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return text.upper() if context == "Intake" else ""


@pytest.fixture
def loud(qapp: QCoreApplication) -> Iterator[None]:
    translator = Loud()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.mark.usefixtures("loud")
@pytest.mark.parametrize(
    "payload",
    [
        b"x" * 1_000_001,
        b" ",
        b"\xff\xfe\xff",
        b"{",
        b"[" * 100_000,
        b'{"type": "new", "after": {}}',
        b"[]",
        b"12",
        b"{}",
        b'{"kind": "fire", "state": "perhaps"}',
        b'{"kind": "fire", "camera": {}}',
    ],
)
def test_every_fault_of_a_message_is_known(payload: bytes) -> None:
    with pytest.raises(ValueError, match=r"\w") as refused:
        read_message("alarms", payload)
    why = str(refused.value)
    assert said_of_message(why) != why and "{0}" not in said_of_message(why)


@pytest.mark.usefixtures("loud")
def test_figures_stay_and_what_is_not_known_is_left() -> None:
    assert said_of_message("it is no JSON: Extra data at character 7") == "IT IS NO JSON: Extra data AT CHARACTER 7"
    assert said_of_message("it is broken") == "it is broken"
