"""Qt's own windows speak Vietnamese, too: what they ask a translation for is there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPlainTextEdit, QTextBrowser
from pytestqt.qtbot import QtBot

CONTEXTS = frozenset({"QFileDialog", "QFileSystemModel", "QLineEdit", "QPlatformTheme", "QWidgetTextControl"})


class Ear(QTranslator):
    """Is asked last, for what no other has: notes it."""

    def __init__(self, parent: QCoreApplication) -> None:
        super().__init__(parent)
        self.missing: set[tuple[str, str]] = set()

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        if context in CONTEXTS and not source.startswith("Alt+"):
            self.missing.add((context, source))
        return ""


@pytest.fixture
def ear(qapp: QCoreApplication) -> Iterator[Ear]:
    ear = Ear(qapp)
    qapp.installTranslator(ear)
    yield ear
    qapp.removeTranslator(ear)
    ear.deleteLater()


def dialog(qtbot: QtBot, mode: QFileDialog.FileMode, accept: QFileDialog.AcceptMode, folder: Path) -> QFileDialog:
    made = QFileDialog(None, "", str(folder))
    qtbot.addWidget(made)
    made.setOption(QFileDialog.Option.DontUseNativeDialog)
    made.setFileMode(mode)
    made.setAcceptMode(accept)
    made.setViewMode(QFileDialog.ViewMode.Detail)
    made.show()
    return made


@pytest.mark.parametrize("accept", QFileDialog.AcceptMode)
@pytest.mark.parametrize("mode", QFileDialog.FileMode)
def test_choosing_a_file(
    mode: QFileDialog.FileMode,
    accept: QFileDialog.AcceptMode,
    ear: Ear,
    vietnamese: None,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    shown = dialog(qtbot, mode, accept, tmp_path)
    assert shown.labelText(QFileDialog.DialogLabel.FileType).startswith("&Loại tệp")
    assert shown.labelText(QFileDialog.DialogLabel.Reject) == "Thôi"
    assert ear.missing == set()


def test_the_menu_of_a_field(ear: Ear, vietnamese: None, qtbot: QtBot) -> None:
    for field in (QLineEdit(), QPlainTextEdit(), QTextBrowser()):
        qtbot.addWidget(field)
        texts = [each.text().partition("\t")[0] for each in field.createStandardContextMenu().actions()]
        assert "&Sao chép" in texts and "Chọn hết" in texts
    assert ear.missing == set()
