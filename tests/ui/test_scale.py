"""On a scaled display a picture still stands pixel by pixel."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage


@pytest.mark.parametrize("scale", ["1", "1.25", "1.5", "2"])
def test_stripes_of_one_device_pixel_stay_sharp(tmp_path: Path, scale: str, qapp: object) -> None:
    saved = tmp_path / "wall.png"
    script = Path(__file__).with_name("scaled_wall.py")
    environment = {**os.environ, "QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen"}
    run = subprocess.run(
        [sys.executable, str(script), str(saved)], env=environment, capture_output=True, text=True, timeout=50
    )
    assert run.returncode == 0, run.stderr
    image = QImage(str(saved))
    not_selected = run.stdout.splitlines()[1:9]
    assert len(not_selected) == 8
    for line in not_selected:
        x, y, width, _height, exact = line.split()
        assert exact == "True"
        row = [image.pixel(int(x) + column, int(y) + 5) & 0xFFFFFF for column in range(int(width))]
        assert row == [0xFFFFFF if column % 2 else 0x000000 for column in range(int(width))]
