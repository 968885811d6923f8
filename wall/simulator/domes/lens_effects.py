"""What the lens, the lamp and the wiper do to a picture."""

from __future__ import annotations

from math import cos, pi, sin

from PIL import Image, ImageDraw, ImageFilter

from wall.simulator.domes.look import Look

WIPER_S = 2.0
"""There and back."""
_MOST_BLUR = 0.03
"""Radius at its worst, as a part of the picture's width."""
_LAMP_GAIN = 1.5


def seen_through(picture: Image.Image, look: Look, time_s: float) -> Image.Image:
    """The picture as the dome makes it."""
    if look.blur > 0:
        picture = picture.filter(ImageFilter.BoxBlur(look.blur * _MOST_BLUR * picture.width))
    gain = look.gain * (_LAMP_GAIN if look.lamp else 1.0)
    if gain != 1.0:
        picture = picture.point([min(255, int(level * gain)) for level in range(256)] * 3)
    if look.wiper:
        _wipe(picture, time_s)
    return picture


def _wipe(picture: Image.Image, time_s: float) -> None:
    """The arm turns around the middle of the lower edge."""
    width, height = picture.size
    turn = 0.9 * cos(time_s / WIPER_S * 2 * pi)
    end = width / 2 + sin(turn) * height * 1.1, height - cos(turn) * height * 1.1
    ImageDraw.Draw(picture).line((width / 2, height, *end), (28, 28, 30), max(2, width // 40))
