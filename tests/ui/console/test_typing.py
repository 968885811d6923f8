"""Letters into the finder of a real console: whatever was typed and taken back, the tree and the table show what a
plain search finds, and no letter does anything twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.qtbot import QtBot

from tests.ui.console.conftest import MakeConsole
from tests.ui.console.fake_city import NOW_S, health_of, inventory_of
from tests.ui.console.fake_fleet import FakeFleet
from tests.ui.fake_live import FakeLive
from wall.model.events import HealthChanged
from wall.model.fold import fold
from wall.model.health import Health, Verdict
from wall.model.inventory import CameraRecord, Inventory
from wall.ui import fitting
from wall.ui.console import cameras_page
from wall.ui.console.camera_table import CameraRow
from wall.ui.console.tree_model import MOST_FOUND, TreeModel
from wall.ui.console.window import ConsoleWindow
from wall.ui.theme import DARK

CAMERAS = 260
BACK = "<"
QUICK = settings(deadline=None, max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])


def begin(words: Sequence[str], text: str) -> bool:
    return all(any(each.startswith(word) for each in text.split()) for word in words)


def tier_of(camera: CameraRecord, site_words: str, words: Sequence[str]) -> int | None:
    """How well a camera answers, 0 the best; None: not at all."""
    number, nickname, name = str(camera.number), fold(camera.nickname), fold(camera.name)
    everything = " ".join((number, nickname, name, site_words, *map(fold, camera.tags)))
    if not all(word in everything for word in words):
        return None
    query = " ".join(words)
    questions = (
        number == query,
        number.startswith(query),
        begin(words, nickname),
        begin(words, name) and name.startswith(query),
        begin(words, name),
        begin(words, everything),
    )
    return questions.index(True) if True in questions else len(questions)


def plainly_found(inventory: Inventory, text: str) -> list[int]:
    """Ids, the best first and then by number; every camera is asked."""
    words = [word.lstrip("0") or "0" if word.isdigit() else word for word in fold(text).split()]
    sites = {
        each.site_id: " ".join(map(fold, (each.name, each.ward, *each.former_wards, each.address)))
        for each in inventory.sites
    }
    tiers = {each.camera_id: tier_of(each, sites.get(each.site_id or 0, ""), words) for each in inventory.cameras}
    found = [(tier, camera) for camera, tier in tiers.items() if tier is not None and words]
    return [camera for _, camera in sorted(found)]


class Typing:
    """One hand on the finder of one console."""

    def __init__(self, window: ConsoleWindow, fleet: FakeFleet) -> None:
        self.window, self.tree, self.table = window, window.tree, window.cameras
        self.fleet = fleet

    def press(self, key: str) -> None:
        """A letter, or one back; and wait for the lists."""
        if key == BACK:
            QTest.keyClick(self.tree.finder, Qt.Key.Key_Backspace)
        else:
            QTest.keyClicks(self.tree.finder, key)
        self.settle()

    def settle(self) -> None:
        while self.tree.is_asking:
            QApplication.processEvents()
        QApplication.processEvents()

    def clear(self) -> None:
        self.tree.finder.clear()
        self.settle()

    def tell(self, health: dict[int, Health]) -> None:
        self.window.facts.take_note(HealthChanged(health))
        while self.window.facts._timer.isActive():
            QApplication.processEvents()

    @property
    def tree_ids(self) -> list[int]:
        model = self.tree.model
        return [model.cameras_under(model.index(row, 0))[0] for row in range(model.rowCount())]

    @property
    def table_ids(self) -> list[int]:
        return [row.camera.camera_id for row in self.table.model.rows]

    def is_right(self) -> None:
        """Both lists are as if they had just been made for this text."""
        text, inventory = self.tree.finder.text(), self.fleet.inventory
        city, health = self.window.facts.city, self.window.facts.health
        found = plainly_found(inventory, text)
        if not text.strip():
            assert not self.tree.model.is_found_list
            assert self.table_ids == [each.camera_id for each in inventory.cameras]
        else:
            assert self.tree_ids == found[:MOST_FOUND]
            assert self.table_ids == found
            anew = TreeModel(DARK)
            anew.show_city(city, health)
            anew.show_found(found)
            for row in range(min(40, len(found))):
                shown, made = (each.row(each.index(row, 0)) for each in (self.tree.model, anew))
                assert shown[:2] == made[:2]
                assert shown.drawing and made.drawing and shown.drawing.toImage() == made.drawing.toImage()
        for each in self.table.model.rows[:40]:
            camera = city.cameras[each.camera.camera_id]
            assert each == CameraRow(camera, city.site_of(camera), health.get(camera.camera_id))
        for view in (self.tree.view, self.table.view):
            assert view.verticalScrollBar().value() == 0 and not view.selectionModel().hasSelection()


@pytest.fixture
def typing(live: FakeLive, make_console: MakeConsole) -> Typing:
    inventory = inventory_of(CAMERAS)
    fleet = FakeFleet(live.bridge, inventory, health_of(inventory))
    window = make_console(fleet)
    window.tree.look_for()
    return Typing(window, fleet)


KEYS = st.sampled_from([*"ngasutho12 ", BACK, BACK, BACK])
LOST = st.integers(1, CAMERAS).map(lambda camera: {camera: Health(Verdict.LOST, checked_s=NOW_S)})


@QUICK
@given(st.sampled_from(("", "n", "nga", "12", "su", "toan c")), st.lists(KEYS | LOST, max_size=8))
def test_letters_and_deletions_leave_what_a_plain_search_finds(
    typing: Typing, begun: str, steps: list[str | dict[int, Health]]
) -> None:
    typing.clear()
    for step in [*begun, *steps]:
        if isinstance(step, str):
            typing.press(step)
        else:
            typing.tell(step)
        typing.is_right()


class Paintings(QObject):
    """Counts how often a view is painted."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self.count = 0
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


@pytest.fixture
def laid_out(monkeypatch: pytest.MonkeyPatch) -> Counter[tuple[str, int]]:
    """How often each text was laid out, in which font."""
    counts: Counter[tuple[str, int]] = Counter()

    def layout(text: str, font: object) -> QTextLayout:
        counts[text, id(font)] += 1
        return QTextLayout(text, font)  # type: ignore[call-overload,no-any-return]

    monkeypatch.setattr(fitting, "QTextLayout", layout)
    return counts


def test_a_letter_finds_once_paints_once_and_measures_nothing_twice(
    qtbot: QtBot, typing: Typing, laid_out: Counter[tuple[str, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    made: Counter[int] = Counter()
    asked: list[str] = []

    def make(camera: CameraRecord, *rest: object) -> CameraRow:
        made[camera.camera_id] += 1
        return CameraRow(camera, *rest)  # type: ignore[arg-type]

    def find(text: str) -> list[int]:
        asked.append(text)
        return typing.fleet.find(text)

    monkeypatch.setattr(cameras_page, "CameraRow", make)
    monkeypatch.setattr(typing.tree, "_find", find)
    qtbot.wait(100)
    paintings = Paintings(typing.tree.view)
    for letter in "nga":
        made.clear()
        paintings.count = 0
        typing.press(letter)
        qtbot.wait(50)
        assert paintings.count == 1, letter
        assert set(made.values()) == {1} and len(made) < 60, "rows that are seen, each once"
    assert asked == ["n", "ng", "nga"]
    assert max(count for (text, _), count in laid_out.items() if "…" not in text) == 1
    laid_out.clear()
    typing.press(BACK)
    typing.press("a")
    assert not laid_out, "all of it was painted before"


def test_the_best_is_seen_wherever_one_was_among_the_former(typing: Typing) -> None:
    typing.press("n")
    for view in (typing.tree.view, typing.table.view):
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
        assert view.verticalScrollBar().value() > 0
    typing.press("g")
    typing.is_right()


def test_a_letter_repaints_only_the_palettes_list(qtbot: QtBot, typing: Typing) -> None:
    """What lies behind it is seen nowhere."""
    typing.window.toggle_palette()
    sheet = typing.window.everything.sheet
    qtbot.waitUntil(lambda: sheet._book.is_ready)
    QTest.keyClicks(sheet.line, "n")
    qtbot.wait(100)
    behind, before = Paintings(typing.table.view), Paintings(sheet.view)
    QTest.keyClicks(sheet.line, "g")
    qtbot.waitUntil(lambda: not sheet.is_asking and before.count > 0)
    qtbot.wait(50)
    assert behind.count == 0
