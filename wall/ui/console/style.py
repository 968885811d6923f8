"""How the console's widgets look, from the theme's tokens alone."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

from wall.ui.theme import BODY, RADIUS, SMALL, TARGET, Theme, font

_SELECTED_SHARE = 0.26


def dress(window: QWidget, theme: Theme) -> None:
    """Give a window and all in it the program's colours and type."""
    palette = window.palette()
    for role, colour in (
        (QPalette.ColorRole.Window, theme.ground),
        (QPalette.ColorRole.Base, theme.surface),
        (QPalette.ColorRole.AlternateBase, theme.surface),
        (QPalette.ColorRole.Text, theme.text),
        (QPalette.ColorRole.WindowText, theme.text),
        (QPalette.ColorRole.ButtonText, theme.text),
        (QPalette.ColorRole.PlaceholderText, theme.muted),
        (QPalette.ColorRole.Highlight, selected_row(theme)),
        (QPalette.ColorRole.HighlightedText, theme.text),
    ):
        palette.setColor(role, colour)
    window.setPalette(palette)
    window.setFont(font(BODY))
    window.setStyleSheet(_style(theme))


def selected_row(theme: Theme) -> QColor:
    """The accent, mixed into the surface until text on it stays readable."""
    return mixed(theme.accent, theme.surface, _SELECTED_SHARE)


def mixed(a: QColor, b: QColor, share: float) -> QColor:
    """So much of `a`, the rest `b`."""
    return QColor(*(round(x * share + y * (1 - share)) for x, y in zip(_rgb(a), _rgb(b), strict=True)))


def _rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


def _style(theme: Theme) -> str:
    return _plain(theme) + _menus(theme) + _views(theme) + _fields(theme) + _frame(theme)


def _menus(theme: Theme) -> str:
    """What is chosen has a dot at its left."""
    return f"""
        QMenu {{ color: {theme.text.name()}; background: {theme.raised.name()};
                 border: 1px solid {theme.line.name()}; padding: 4px 0; }}
        QMenu::item {{ padding: 6px 24px 6px 32px; }}
        QMenu::item:selected {{ background: {theme.accent.name()}; color: {theme.ground.name()}; }}
        QMenu::item:disabled {{ color: {theme.muted.name()}; background: transparent; }}
        QMenu::separator {{ height: 1px; background: {theme.line.name()}; margin: 4px 12px; }}
        QMenu::indicator {{ width: 8px; height: 8px; margin-left: 12px; border-radius: 4px; }}
        QMenu::indicator:checked {{ background: {theme.text.name()}; }}
    """


def _plain(theme: Theme) -> str:
    return f"""
        QFileDialog {{ background: {theme.ground.name()}; }}
        QFileDialog QToolButton {{ background: {theme.muted.name()}; border: none; border-radius: 4px; padding: 3px; }}
        QFileDialog QToolButton:disabled {{ background: {theme.line.name()}; }}
        QLabel {{ color: {theme.text.name()}; background: transparent; }}
        QLabel[muted="true"] {{ color: {theme.muted.name()}; }}
        QToolTip {{ color: {theme.text.name()}; background: {theme.raised.name()};
                    border: 1px solid {theme.line.name()}; padding: 4px; }}
        QSplitter::handle {{ background: {theme.ground.name()}; }}
        QSplitter::handle:hover {{ background: {theme.line.name()}; }}
        QScrollArea, QScrollArea > QWidget > QWidget {{ background: {theme.surface.name()}; border: none; }}
        QScrollBar {{ background: transparent; width: 10px; height: 10px; margin: 0; }}
        QScrollBar::handle {{ background: {theme.line.name()}; border-radius: 4px; min-height: 32px;
                              min-width: 32px; margin: 1px; }}
        QScrollBar::handle:hover {{ background: {theme.muted.name()}; }}
        QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page
            {{ background: transparent; border: none; width: 0; height: 0; }}
    """


def _views(theme: Theme) -> str:
    selected = selected_row(theme).name()
    return f"""
        QTableView, QTreeView, QListView, QPlainTextEdit {{ color: {theme.text.name()};
            background: {theme.surface.name()}; border: 1px solid transparent; outline: none;
            gridline-color: {theme.line.name()}; selection-background-color: {selected};
            selection-color: {theme.text.name()}; }}
        QTableView:focus, QTreeView:focus, QListView:focus, QPlainTextEdit:focus
            {{ border-color: {theme.accent.name()}; }}
        QListView::item, QTreeView::item {{ padding: 0 8px; border: none; }}
        QTreeView::item {{ height: {TARGET}px; padding: 0 4px; }}
        QListView::item {{ height: {TARGET}px; }}
        QTreeView::item:hover, QListView::item:hover {{ background: {theme.raised.name()}; }}
        QTreeView::item:selected, QListView::item:selected
            {{ background: {selected}; color: {theme.text.name()}; }}
        QHeaderView {{ background: {theme.surface.name()}; border: none; }}
        QHeaderView::section {{ color: {theme.muted.name()}; background: {theme.surface.name()};
            border: none; border-bottom: 1px solid {theme.line.name()}; padding: 0 11px; height: {TARGET}px;
            font-size: {SMALL}px; }}
        QHeaderView::section:hover {{ color: {theme.text.name()}; }}
        QHeaderView::down-arrow, QHeaderView::up-arrow {{ image: none; width: 0; height: 0; }}
        QAbstractScrollArea::corner {{ background: transparent; border: none; }}
        QTableCornerButton::section {{ background: {theme.surface.name()}; border: none; }}
    """


def _fields(theme: Theme) -> str:
    return f"""
        QPushButton {{ color: {theme.text.name()}; background: {theme.raised.name()};
            border: 1px solid {theme.line.name()}; border-radius: {RADIUS}px; padding: 0 12px;
            min-height: {TARGET - 2}px; }}
        QPushButton:hover {{ border-color: {theme.muted.name()}; }}
        QPushButton:pressed {{ background: {theme.line.name()}; }}
        QPushButton:focus {{ border-color: {theme.accent.name()}; }}
        QPushButton:disabled {{ color: {mixed(theme.muted, theme.surface, 0.6).name()};
            background: transparent; border-color: {theme.line.name()}; }}
        QPushButton[flat="true"] {{ background: transparent; border-color: transparent; padding: 0 8px; }}
        QPushButton[flat="true"]:hover {{ background: {theme.raised.name()}; }}
        QPushButton[flat="true"]:focus {{ border-color: {theme.accent.name()}; }}
        QPushButton[chip="true"]:checked {{ background: {selected_row(theme).name()};
            border-color: {mixed(theme.accent, theme.surface, 0.6).name()}; }}
        QSlider::groove:horizontal {{ background: {theme.line.name()}; height: 4px; border-radius: 2px; }}
        QSlider::handle:horizontal {{ background: {theme.muted.name()}; width: 14px; height: 14px; margin: -5px 0;
            border-radius: 7px; }}
        QSlider::handle:horizontal:hover, QSlider::handle:horizontal:focus {{ background: {theme.accent.name()}; }}
        QLineEdit, QComboBox, QAbstractSpinBox {{ color: {theme.text.name()}; background: {theme.ground.name()};
            border: 1px solid {theme.line.name()}; border-radius: {RADIUS}px; padding: 0 8px;
            min-height: {TARGET - 2}px; selection-background-color: {selected_row(theme).name()};
            selection-color: {theme.text.name()}; }}
        Choice::drop-down {{ border: none; background: transparent; width: 22px; }}
        QLineEdit:focus, QComboBox:focus {{ border-color: {theme.accent.name()}; }}
        QPlainTextEdit#typed {{ background: {theme.ground.name()}; border: 1px solid {theme.line.name()};
            border-radius: {RADIUS}px; padding: 0 4px; }}
        QPlainTextEdit#typed:focus {{ border-color: {theme.accent.name()}; }}
        QTableView QLineEdit {{ border-radius: 0; padding: 0 7px; min-height: 0; }}
        QCheckBox {{ color: {theme.text.name()}; background: transparent; }}
        QProgressBar {{ background: {theme.line.name()}; border: none; border-radius: 2px; max-height: 4px;
            min-height: 4px; }}
        QProgressBar::chunk {{ background: {theme.muted.name()}; border-radius: 2px; }}
    """


def _frame(theme: Theme) -> str:
    return f"""
        #panel {{ background: {theme.surface.name()}; }}
        #topLine {{ background: {theme.surface.name()}; border-bottom: 1px solid {theme.line.name()}; }}
        #navigation {{ background: {theme.ground.name()}; }}
        #navigation QPushButton {{ background: transparent; border: none; border-radius: 0;
            border-bottom: 2px solid transparent; color: {theme.muted.name()}; padding: 0 12px; }}
        #navigation QPushButton:hover {{ color: {theme.text.name()}; }}
        #navigation QPushButton:checked {{ color: {theme.text.name()}; border-bottom-color: {theme.text.name()}; }}
        #navigation QPushButton:focus {{ color: {theme.text.name()}; border-bottom-color: {theme.accent.name()}; }}
        #banner {{ background: {theme.raised.name()}; border-left: 3px solid {theme.late.name()}; }}
        #notice {{ background: {theme.raised.name()}; border-radius: {RADIUS}px; }}
        #card {{ background: {theme.surface.name()}; border: 1px solid {theme.line.name()};
            border-radius: {RADIUS}px; }}
        #card[inHand="true"] {{ border-color: {theme.accent.name()}; }}
        #shelf, #shelf > QWidget > QWidget {{ background: transparent; }}
        #popup {{ background: {theme.raised.name()}; border: 1px solid {theme.line.name()}; }}
        QToolButton {{ color: {theme.text.name()}; background: transparent; border: 1px solid transparent;
            border-radius: {RADIUS}px; padding: 4px; font-size: {SMALL}px; min-width: 64px; }}
        QToolButton:hover {{ border-color: {theme.muted.name()}; }}
        QToolButton:checked {{ background: {selected_row(theme).name()}; }}
        QToolButton:focus {{ border-color: {theme.accent.name()}; }}
        #incident {{ background: {theme.raised.name()}; border-left: 3px solid {theme.lost.name()}; }}
    """
