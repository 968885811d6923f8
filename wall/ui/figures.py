"""Figures as they stand in tables and facts: short, in the language's own form, "–" where nothing is known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from wall.model.device import Problem, StreamProfile
from wall.model.stream import Codec
from wall.ui import words

UNKNOWN = "–"
_MINUS = "−"
_CODECS = {Codec.H264: "H.264", Codec.H265: "H.265", Codec.MJPEG: "MJPEG"}
_YEAR_S = 365.25 * 86400
_YEARS_FROM_S = 3 * _YEAR_S
"""A camera that lost its clock says 1970: in days that is a figure which nobody reads."""
STAYS = "\N{NO-BREAK SPACE}"
"""A figure and its unit are not parted at the end of a line."""


def number(value: float | None, decimals: int = 0) -> str:
    """A plain figure."""
    return UNKNOWN if value is None else QLocale().toString(float(value), "f", decimals)


def clock_offset(seconds: float | None) -> str:
    """How far the camera's clock is ahead (+) or behind (−)."""
    if seconds is None:
        return UNKNOWN
    size = abs(seconds)
    if size < 0.05:
        return QCoreApplication.translate("Figures", "{0} s").format(number(0.0, 1))
    sign = "+" if seconds > 0 else _MINUS
    if size < 100:
        return sign + QCoreApplication.translate("Figures", "{0} s").format(number(size, 1))
    if size < _YEARS_FROM_S:
        return sign + words.age(size)
    return sign + QCoreApplication.translate("Figures", "{0} years").format(number(size / _YEAR_S))


def milliseconds(value: float | None) -> str:
    """How long something took, or how late it is."""
    return UNKNOWN if value is None else QCoreApplication.translate("Figures", "{0} ms").format(number(value))


def bitrate(kbit_s: float | None) -> str:
    """Bits a second, in the unit that keeps it short."""
    if kbit_s is None:
        return UNKNOWN
    if kbit_s < 1000:
        return QCoreApplication.translate("Figures", "{0} kbit/s").format(number(kbit_s))
    return QCoreApplication.translate("Figures", "{0} Mbit/s").format(number(kbit_s / 1000, 1))


def ago(then_s: float | None, now_s: float) -> str:
    """How long ago, by the clock of the wall."""
    return UNKNOWN if then_s is None else words.age(now_s - then_s)


def pixels(width: int, height: int) -> str:
    """A size, short enough for a small tile."""
    return f"{width}×{height}"


def codec_name(codec: Codec) -> str:
    """As people write it."""
    return _CODECS[codec]


def stream_line(stream: StreamProfile) -> str:
    """One stream in one line: what it is, how large, how fast."""
    parts = [stream.encoding or (stream.codec.name if stream.codec else UNKNOWN)]
    if stream.width and stream.height:
        parts.append(f"{stream.width} × {stream.height}")
    if stream.fps:
        parts.append(QCoreApplication.translate("Figures", "{0} fps").format(number(stream.fps)))
    if stream.bitrate_kbps:
        parts.append(bitrate(stream.bitrate_kbps))
    return " · ".join(part.replace(" ", STAYS) for part in parts)


def problems_line(problems: Iterable[Problem]) -> str:
    """What is wrong, each thing once, in one line."""
    line = "; ".join(dict.fromkeys(words.trouble_word(problem.trouble) for problem in problems))
    return line[:1].upper() + line[1:]


def problems_with_detail(problems: Sequence[Problem]) -> str:
    """The same for a tooltip: each on its line, with the step and what the engineer wants to know."""
    told = (f"{words.problem_sentence(each)}{' – ' + each.detail if each.detail else ''}" for each in problems)
    return "\n".join(told)
