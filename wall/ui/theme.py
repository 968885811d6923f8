"""Colours, sizes and type of the whole program: widgets take them from here and from nowhere else.

ISA-101: everything normal is quiet and grey; colour means that somebody must look.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont

SPACE = 4
"""The grid all distances are multiples of, in logical pixels."""

RADIUS = 4
TARGET = 28
"""The height of what is clicked at the desk."""

SMALL, BODY, LARGE, TITLE, HEADLINE = 11, 13, 15, 20, 28
"""The five sizes of type, logical pixels."""

FAMILIES = ("Be Vietnam Pro", "Noto Sans", "DejaVu Sans")
FIXED_FAMILIES = ("Noto Sans Mono", "DejaVu Sans Mono", "monospace")


@dataclass(frozen=True, slots=True)
class Theme:
    """The tokens of the design. `shade` and `on_shade` are what is written on a picture, dark or light."""

    name: str
    ground: QColor
    surface: QColor
    raised: QColor
    line: QColor
    text: QColor
    muted: QColor
    accent: QColor
    live: QColor
    late: QColor
    lost: QColor
    alarm: QColor
    ack: QColor
    replay: QColor
    """What was, and is not now."""
    shade: QColor
    on_shade: QColor
    on_shade_muted: QColor
    on_shade_late: QColor
    on_shade_lost: QColor
    on_shade_replay: QColor
    on_replay: QColor
    driven: QColor
    """The ground of a band on a picture: the hand moves the camera itself."""
    on_driven: QColor
    alarm_band: QColor
    """The same of an alarm that nobody has acknowledged; `on_driven` stands on it, too."""


_ON_PICTURES = {
    # 60 % black keeps #E6EAED at 4.7:1 even over a white picture.
    "shade": QColor(0, 0, 0, 153),
    "on_shade": QColor("#E6EAED"),
    "on_shade_muted": QColor("#B4BCC3"),
    "on_shade_late": QColor("#D9A441"),
    "on_shade_lost": QColor("#8F6BD6"),
    "on_shade_replay": QColor("#2BC8B7"),
    # 9:1 on that.
    "on_replay": QColor("#0B0E10"),
    # The accent, which is where keys go; 7:1 on that.
    "driven": QColor("#4C9AFF"),
    "on_driven": QColor("#0B0E10"),
    # 6:1 under that.
    "alarm_band": QColor("#FF4D4F"),
}

DARK = Theme(
    name="dark",
    ground=QColor("#0E1114"),
    surface=QColor("#171B1F"),
    raised=QColor("#20262C"),
    line=QColor("#2C343B"),
    text=QColor("#E6EAED"),
    muted=QColor("#8A959E"),
    accent=QColor("#4C9AFF"),
    live=QColor("#7F8C95"),
    late=QColor("#D9A441"),
    lost=QColor("#8F6BD6"),
    alarm=QColor("#FF4D4F"),
    ack=QColor("#E58A3C"),
    replay=QColor("#2BC8B7"),
    **_ON_PICTURES,
)

LIGHT = Theme(
    name="light",
    ground=QColor("#F4F5F6"),
    surface=QColor("#FFFFFF"),
    raised=QColor("#ECEEF0"),
    line=QColor("#D5DADE"),
    text=QColor("#14181B"),
    muted=QColor("#5C666E"),
    accent=QColor("#1F6FEB"),
    live=QColor("#6B757C"),
    late=QColor("#9A6B00"),
    lost=QColor("#6F42C1"),
    alarm=QColor("#C62828"),
    ack=QColor("#B3541E"),
    replay=QColor("#0B7F73"),
    **_ON_PICTURES,
)


def font(pixels: float, *, bold: bool = False) -> QFont:
    """The program's one family in a size. Its figures are tabular: a counting age must not dance."""
    chosen = QFont()
    chosen.setFamilies(list(FAMILIES))
    chosen.setPixelSize(max(1, round(pixels)))
    chosen.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    chosen.setFeature(QFont.Tag("tnum"), 1)
    return chosen


def fixed_font(pixels: float) -> QFont:
    """For what a machine said, read letter by letter."""
    chosen = font(pixels)
    chosen.setFamilies(list(FIXED_FAMILIES))
    chosen.setStyleHint(QFont.StyleHint.Monospace)
    return chosen
