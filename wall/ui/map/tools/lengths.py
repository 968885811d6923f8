"""Lengths on the ground in words: metres, and kilometres where metres have too many digits."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from wall.ui.figures import STAYS, number


def length(metres: float) -> str:
    """«8,4 m», «850 m», «1,24 km», «12 km»."""
    if round(metres) >= 1000:
        text = QCoreApplication.translate("Lengths", "{0} km").format(_short(metres / 1000))
    else:
        text = QCoreApplication.translate("Lengths", "{0} m").format(number(metres, 0 if metres >= 10 else 1))
    return text.replace(" ", STAYS)


def round_length(metres: float) -> str:
    """Of a bar: no digit that says nothing."""
    whole = metres / 1000 if metres >= 1000 else metres
    decimals = 0 if whole >= 1 else 1
    kilometres = QCoreApplication.translate("Lengths", "{0} km")
    unit = kilometres if metres >= 1000 else QCoreApplication.translate("Lengths", "{0} m")
    return unit.format(number(whole, decimals)).replace(" ", STAYS)


def _short(kilometres: float) -> str:
    return number(kilometres, 2 if kilometres < 10 else 1 if kilometres < 100 else 0)
