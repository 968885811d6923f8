"""Texts of lists: as wide as there is room, painted as Qt paints them, laid out once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QTextLayout
from PySide6.QtWidgets import QApplication

from wall.ui import fitting as fitting_module
from wall.ui.fitting import Fitting
from wall.ui.theme import BODY, DARK, SMALL, font

WIDTH, HEIGHT = 320, 28
BASELINE = 19
TEXTS = (
    "112  Ngã Sáu 4 – cổng chính đường vào",
    "Công viên Nguyên Phi Ỷ Lan, ữ ự ẵ ặ",
    "0 of 14 lost",
    "11:04:14",
    "日本 ✓ ▾ 😀",
    "",
    "  ",
)
VIETNAMESE = st.text("ngasu ộứẵỷ12–ĐQ", max_size=60)
QUICK = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


def painted(scale: float, paint: Callable[..., object], *values: object) -> QImage:
    image = QImage(round(WIDTH * scale), round(HEIGHT * scale), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(DARK.surface)
    painter = QPainter(image)
    painter.setPen(DARK.text)
    paint(painter, *values)
    painter.end()
    return image


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("size", [SMALL, BODY])
def test_a_text_is_painted_as_qt_paints_it(qapp: QApplication, size: int, scale: float) -> None:
    fitting, metrics = Fitting(font(size)), QFontMetricsF(font(size))
    baseline = round((HEIGHT - metrics.height()) / 2 + metrics.ascent())

    def plainly(painter: QPainter, left: float, text: str) -> None:
        painter.setFont(font(size))
        painter.drawText(QPointF(left, baseline), text)

    for text in TEXTS:
        fitted = fitting.fit(text, WIDTH)
        assert painted(scale, fitting.draw, 5, 0, HEIGHT, fitted) == painted(scale, plainly, 5, text), text
        left = WIDTH - metrics.horizontalAdvance(text)
        assert painted(scale, fitting.draw_to, WIDTH, 0, HEIGHT, fitted) == painted(scale, plainly, left, text), text


@QUICK
@given(VIETNAMESE, st.integers(1, 300))
def test_what_does_not_fit_is_elided_in_the_middle(qapp: QApplication, text: str, room: int) -> None:
    metrics = QFontMetricsF(font(BODY))
    fitted = Fitting(font(BODY)).fit(text, room)
    assert fitted.text == metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, room)
    assert fitted.width == pytest.approx(metrics.horizontalAdvance(fitted.text))
    assert fitted.width <= room or len(fitted.text) <= 1


@QUICK
@given(st.lists(st.tuples(VIETNAMESE, st.sampled_from((40, 120, 300))), max_size=12))
def test_what_was_asked_before_makes_no_difference(qapp: QApplication, asked: list[tuple[str, int]]) -> None:
    used = Fitting(font(BODY))
    for text, room in asked:
        fitted, anew = used.fit(text, room), Fitting(font(BODY)).fit(text, room)
        assert fitted[:2] == anew[:2]


def test_a_text_is_laid_out_once_however_often_and_wherever_it_is_painted(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid_out = []

    def layout(text: str, *rest: object) -> QTextLayout:
        laid_out.append(text)
        return QTextLayout(text, *rest)

    monkeypatch.setattr(fitting_module, "QTextLayout", layout)
    fitting = Fitting(font(BODY))
    for room in (300, 300, 299, 298):
        painted(1.0, fitting.draw, 0, 0, HEIGHT, fitting.fit("Ngã Sáu", room))
    assert laid_out == ["Ngã Sáu"]
    for _ in range(3):
        fitting.fit("Ngã Sáu", 30)
    assert len(laid_out) == 2 and laid_out[1].count("…") == 1


def test_it_forgets_before_it_grows_too_large(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fitting_module, "_MOST_REMEMBERED", 10)
    fitting = Fitting(font(BODY))
    for number in range(50):
        fitting.fit(f"Camera {number}", 200)
        fitting.fit(f"Camera {number}", 20)
        assert len(fitting._whole) <= 11 and len(fitting._elided) <= 11
