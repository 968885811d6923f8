"""How the console's panels stand beside its pages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from wall.ui.console.pages import Page
from wall.ui.theme import SPACE


def lay_out(window: QWidget, above: Sequence[QWidget], tree: QWidget, middle: QWidget, panel: QWidget) -> QSplitter:
    """One over the other what stands above; below it the tree, the pages and the panel, side by side."""
    split = QSplitter(Qt.Orientation.Horizontal, window)
    split.setHandleWidth(4)
    split.setChildrenCollapsible(False)
    for place, (widget, least) in enumerate(((tree, 200), (middle, 480), (panel, 280))):
        widget.setMinimumWidth(least)
        split.addWidget(widget)
        split.setStretchFactor(place, 1 if widget is middle else 0)
    around = QVBoxLayout(window)
    around.setContentsMargins(0, 0, 0, 0)
    around.setSpacing(0)
    for each in above:
        around.addWidget(each)
    around.addWidget(split, 1)
    return split


def middle_of(window: QWidget, banners: QWidget, notice: QWidget, pages: QWidget) -> QWidget:
    """The pages, and above them what has to be said."""
    middle = QWidget(window)
    around_notice = QVBoxLayout()
    around_notice.setContentsMargins(2 * SPACE, 0, 2 * SPACE, 0)
    around_notice.addWidget(notice)
    column = QVBoxLayout(middle)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(banners)
    column.addLayout(around_notice)
    column.addWidget(pages, 1)
    return middle


def stand_above(banners: QWidget, banner: QWidget) -> None:
    """Something more that has to be said above the pages, before all others."""
    above = banners.parentWidget()
    column = above.layout() if above is not None else None
    assert isinstance(column, QVBoxLayout)
    column.insertWidget(0, banner)


def stand_beside(page: Page, tree: QWidget, panel: QWidget) -> None:
    """Have beside the page what belongs there."""
    is_wide = page.is_wide is not None and page.is_wide()
    tree.setVisible(not is_wide)
    panel.setVisible(page.has_panel and not is_wide)
