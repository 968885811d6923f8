"""The palette on Ctrl+K: one line to type into, a short list below it, at the upper edge of its window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from wall.model.palette import Entry
from wall.ui.palette_book import PaletteBook
from wall.ui.palette_list import ROW_HEIGHT, EntryModel, EntryView
from wall.ui.theme import LARGE, RADIUS, SMALL, SPACE, TARGET, Theme, font

_WIDTH = 160 * SPACE
_LEAST_ROWS = 3
_AT_REST_MS = 120
"""Not of each entry that the hand passes is foretold what it would take."""
_UP, _DOWN = Qt.Key.Key_Up, Qt.Key.Key_Down
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OURS = frozenset({_UP, _DOWN, *_ENTER, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Escape})
"""Keys that mean something else in the window behind."""


class PaletteSheet(QFrame):
    """`chosen` tells what was chosen, and whether with Ctrl; the sheet is closed by then, the focus is back."""

    chosen = Signal(object, bool)

    def __init__(
        self,
        theme: Theme,
        book: PaletteBook,
        parent: QWidget,
        hint: str = "",
        foretell: Callable[[Entry], str] = lambda _entry: "",
    ) -> None:
        """`hint` stands below the list: what Ctrl+Enter does; and there, once the hand rests on an entry, what
        `foretell` says of it.
        """
        super().__init__(parent)
        self._book = book
        self._foretell = foretell
        self._former: QWidget | None = None
        self._rows = _LEAST_ROWS
        self.line = PaletteLine(self)
        self.line.setPlaceholderText(self.tr("Camera, view, tour, site, screen or what is to be done…"))
        self.line.setAccessibleName(self.tr("Find anything"))
        self.model = EntryModel(self)
        self.view = EntryView(self.model, theme, self)
        self._nothing = QLabel(self.tr("Nothing is called so."), self)
        self._foretold = QLabel(self)
        self._foretold.setObjectName("foretold")
        self._foretold.setWordWrap(True)
        self._hint = QLabel(hint, self)
        self._hint.setVisible(bool(hint))
        self.setStyleSheet(_style(theme))
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(SPACE)
        for each in (self.line, self.view, self._nothing, self._foretold, self._hint):
            column.addWidget(each)
        for quiet in (self._nothing, self._foretold, self._hint):
            quiet.setFont(font(SMALL))
            quiet.setContentsMargins(2 * SPACE, 0, 2 * SPACE, 0)
        self._look = QTimer(self, singleShot=True, interval=0)
        self._look.timeout.connect(self._show_found)
        self._at_rest = QTimer(self, singleShot=True, interval=_AT_REST_MS)
        self._at_rest.timeout.connect(self._show_foretold)
        self._connect()
        self.hide()

    @property
    def is_asking(self) -> bool:
        """Is what stands in the line not answered yet?"""
        return self._look.isActive()

    def toggle_over(self, width: int, height: int) -> None:
        """Close it, or open it at the upper edge of an area."""
        if self.isVisible():
            self.close_up()
        else:
            self.open_over(width, height)

    def open_over(self, width: int, height: int) -> None:
        """Begin anew, at the upper edge: no deeper than a third of the area, as far as three lines fit there."""
        if not self.isVisible():
            self._former = QApplication.focusWidget()
            self._book.prepare()
            self.line.clear()
        self.stand_over(width, height)
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._show_found()

    def stand_over(self, width: int, height: int) -> None:
        """The area has another size."""
        room = height // 3 - TARGET - 14 * SPACE
        self._rows = max(_LEAST_ROWS, room // ROW_HEIGHT)
        self.resize(min(_WIDTH, width - 4 * SPACE), 1)
        self._fit()
        self.move((width - self.width()) // 2, 2 * SPACE)

    def close_up(self) -> None:
        """Nothing is chosen."""
        if self.isVisible():
            self.hide()
            self._look.stop()
            self._at_rest.stop()
            self._book.stop()
            former, self._former = self._former, None
            if former is not None and former.isVisible():
                former.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- inside

    def _connect(self) -> None:
        self.line.textChanged.connect(lambda _text: self._look.start())
        self.line.moved.connect(self._move)
        self.line.entered.connect(self._choose)
        self.line.left.connect(self.close_up)
        self.view.clicked.connect(self._choose_by_hand)
        self._book.grown.connect(self._show_more)

    def _show_found(self) -> None:
        self.model.show(self._book.find(self.line.text()))
        self.view.setCurrentIndex(self.model.index(0))
        self._fit()

    def _show_more(self) -> None:
        """More is indexed: the list grows, the hand stays on what it is on."""
        if not self.isVisible():
            return
        at = self._current()
        self.model.show(self._book.find(self.line.text()))
        place = self.model.entries.index(at) if at in self.model.entries else 0
        self.view.setCurrentIndex(self.model.index(place))
        self._fit()

    def _fit(self) -> None:
        rows = min(len(self.model.entries), self._rows)
        self._foretold.hide()
        self._at_rest.start()
        self._nothing.setVisible(not rows)
        self.view.setVisible(rows > 0)
        self.view.setFixedHeight(rows * ROW_HEIGHT)
        self._be_as_high_as_needed()

    def _current(self) -> Entry | None:
        index = self.view.currentIndex()
        return self.model.entries[index.row()] if index.isValid() else None

    def _move(self, steps: int, is_page: bool) -> None:
        count = len(self.model.entries)
        if count:
            row = self.view.currentIndex().row() + steps * (self._rows if is_page else 1)
            row = min(max(row, 0), count - 1) if is_page else row % count
            self.view.setCurrentIndex(self.model.index(row))
            self._at_rest.start()

    def _show_foretold(self) -> None:
        entry = self._current()
        sentence = self._foretell(entry) if entry is not None else ""
        self._foretold.setText(sentence)
        self._foretold.setVisible(bool(sentence))
        self._be_as_high_as_needed()

    def _be_as_high_as_needed(self) -> None:
        column, width = self._column, self.width()
        column.activate()
        wraps = column.hasHeightForWidth()
        self.resize(width, column.totalHeightForWidth(width) if wraps else column.sizeHint().height())

    def _choose(self, otherwise: bool) -> None:
        if self._look.isActive():  # Enter came before the list of the last letter.
            self._look.stop()
            self._show_found()
        entry = self._current()
        if entry is not None:
            self.close_up()
            self.chosen.emit(entry, otherwise)

    def _choose_by_hand(self, index: QModelIndex) -> None:
        self.view.setCurrentIndex(index)
        self._choose(bool(QApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier))

    # -- Qt

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # Not for the wall behind.


class PaletteLine(QLineEdit):
    """The hand stays in the line while it moves through the list."""

    moved = Signal(int, bool)
    """Up (-1) or down (+1), by a line or (True) by as many as are seen."""
    entered = Signal(bool)
    left = Signal()

    # -- Qt

    def event(self, event: QEvent) -> bool:
        """No key of the window behind takes what is meant for the list."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _OURS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                self.moved.emit(1 if event.key() == _DOWN else -1, False)
            case Qt.Key.Key_PageUp | Qt.Key.Key_PageDown:
                self.moved.emit(1 if event.key() == Qt.Key.Key_PageDown else -1, True)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entered.emit(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()


def _style(theme: Theme) -> str:
    return f"""
        PaletteSheet {{ background: {theme.raised.name()}; border: 1px solid {theme.line.name()};
            border-radius: {RADIUS}px; }}
        QLineEdit {{ color: {theme.text.name()}; background: {theme.ground.name()}; border: 1px solid
            {theme.accent.name()}; border-radius: {RADIUS}px; padding: 0 8px; min-height: {TARGET + SPACE}px;
            font-size: {LARGE}px; selection-background-color: {theme.line.name()};
            selection-color: {theme.text.name()}; placeholder-text-color: {theme.muted.name()}; }}
        QListView {{ background: transparent; border: none; outline: none; }}
        QLabel {{ color: {theme.muted.name()}; background: transparent; }}
        QLabel#foretold {{ color: {theme.text.name()}; }}
        QScrollBar:vertical {{ background: transparent; width: 8px; margin: 0; }}
        QScrollBar::handle {{ background: {theme.muted.name()}; border-radius: 3px; min-height: 24px; }}
        QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page
            {{ background: transparent; border: none; height: 0; }}
    """
