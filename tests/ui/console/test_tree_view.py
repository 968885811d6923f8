"""The plain list of what was found is painted straight: as Qt would paint it, and once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeView, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.console.fake_city import health_of, inventory_of
from wall.ui.console.city import City
from wall.ui.console.tree_model import TreeModel
from wall.ui.console.tree_view import TreeView
from wall.ui.theme import DARK, TARGET

CAMERAS = 300
QUICK = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
ROWS = st.integers(0, 40)


class ByQt(TreeView):
    """Asked by Qt for each row."""

    def paintEvent(self, event: QPaintEvent) -> None:
        QTreeView.paintEvent(self, event)


class Paintings(QObject):
    """Counts how often a view is painted."""

    def __init__(self, view: TreeView) -> None:
        super().__init__(view)
        self.count = 0
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


class Pair:
    """The same model in both."""

    def __init__(self) -> None:
        inventory = inventory_of(CAMERAS)
        self.window = QWidget()
        self.model = TreeModel(DARK, self.window)
        self.model.show_city(City(inventory), health_of(inventory))
        self.straight = TreeView(self.model, DARK, self.window)
        self.by_qt = ByQt(self.model, DARK, self.window)
        self.by_qt.setSelectionModel(self.straight.selectionModel())
        self.views = (self.straight, self.by_qt)
        for place, view in enumerate(self.views):
            view.move(20 + 440 * place, 20)  # Not under the pointer.
            view.resize(300, 500)
            view.setRootIsDecorated(False)

    def select(self, rows: set[int]) -> None:
        self.straight.selectionModel().clear()
        for row in rows & set(range(self.model.rowCount())):
            index, flag = self.model.index(row, 0), QItemSelectionModel.SelectionFlag
            self.straight.selectionModel().select(index, flag.Select | flag.Rows)

    def scroll_to(self, row: int) -> None:
        for view in self.views:
            view.verticalScrollBar().setValue(row)

    def images(self) -> tuple[QImage, QImage]:
        straight, by_qt = (view.viewport().grab().toImage() for view in self.views)
        return straight, by_qt


@pytest.fixture
def pair(qtbot: QtBot) -> Iterator[Pair]:
    pair = Pair()
    with qtbot.waitExposed(pair.window):
        pair.window.show()
    yield pair
    pair.window.close()
    pair.window.deleteLater()


@QUICK
@given(st.lists(st.integers(1, CAMERAS), unique=True, max_size=60), st.sets(ROWS), ROWS, st.integers(120, 420))
def test_it_is_painted_as_qt_paints_it(
    pair: Pair, found: list[int], selected: set[int], scrolled: int, width: int
) -> None:
    for view in pair.views:
        view.resize(width, 500)
    pair.model.show_found(found)
    for view in pair.views:
        view.begin_anew()
    pair.select(selected)
    pair.scroll_to(scrolled)
    straight, by_qt = pair.images()
    assert straight == by_qt


def test_a_part_of_it_is_painted_as_the_whole(pair: Pair) -> None:
    pair.model.show_found(list(range(1, 61)))
    pair.straight.begin_anew()
    viewport = pair.straight.viewport()
    whole = viewport.grab().toImage()
    for top, height in ((0, 1), (TARGET - 1, 2), (TARGET * 2 + 5, TARGET * 3), (490, 5)):
        part = QRect(0, top, viewport.width(), height)
        assert viewport.grab(part).toImage() == whole.copy(part)


def test_the_row_under_the_pointer_is_raised(qtbot: QtBot, pair: Pair) -> None:
    pair.model.show_found(list(range(1, 61)))
    pair.straight.begin_anew()
    viewport, at = pair.straight.viewport(), QPoint(1, 3 * TARGET + 5)
    plain = viewport.grab().toImage().pixelColor(at)
    steps = cycle((QPoint(0, 0), QPoint(1, 0)))

    def becomes(colour: QColor, widget: QWidget, place: QPoint) -> bool:
        """Moves the pointer once more: a tip that a former test has called up may lie there for a while."""
        QTest.mouseMove(widget, place + next(steps))
        return viewport.grab().toImage().pixelColor(at) == colour

    qtbot.waitUntil(lambda: becomes(DARK.raised, viewport, at), timeout=15_000)
    assert viewport.grab().toImage().pixelColor(at + QPoint(0, TARGET)) == plain
    qtbot.waitUntil(lambda: becomes(plain, pair.window, QPoint(5, 5)), timeout=15_000)


def test_other_rows_in_the_same_places_are_painted_once(qtbot: QtBot, pair: Pair) -> None:
    pair.model.show_found(list(range(1, 61)))
    pair.straight.begin_anew()
    qtbot.wait(50)
    paintings = Paintings(pair.straight)
    before = pair.straight.viewport().grab().toImage()
    paintings.count = 0
    pair.model.show_found(list(range(101, 161)))
    pair.straight.begin_anew()
    qtbot.wait(50)
    assert paintings.count == 1
    assert pair.straight.viewport().grab().toImage() != before


def test_the_first_rows_are_painted_once_though_the_list_grows_a_scroll_bar(qtbot: QtBot, pair: Pair) -> None:
    pair.model.show_found([1])
    pair.straight.begin_anew()
    qtbot.wait(50)
    paintings = Paintings(pair.straight)
    pair.model.show_found(list(range(1, 201)))
    pair.straight.begin_anew()
    qtbot.wait(50)
    assert pair.straight.verticalScrollBar().isVisible() and paintings.count == 1
