"""What stands in the file of settings about replay, which others may have edited."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

from wall.model.buffering import BufferSettings
from wall.ui.console.replay_settings import buffer_settings


def test_what_is_kept_stands_in_the_file_and_gives_way_to_what_is_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "console.ini"
    file.write_text("[replay]\nminutes=9\ndisk_mb=lots\nwhile_hidden=true\nmemory_mb=32\n")
    settings = QSettings(str(file), QSettings.Format.IniFormat)
    asked = BufferSettings().settled({"memory_mb": "64"})
    kept = buffer_settings(settings, asked)
    assert (kept.minutes, kept.disk_mb, kept.while_hidden, kept.memory_mb) == (9, 2048, True, 64)


def test_without_a_file_all_is_as_usual(tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "none.ini"), QSettings.Format.IniFormat)
    assert buffer_settings(settings, BufferSettings()) == BufferSettings()
