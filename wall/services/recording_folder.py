"""Where recordings go where nobody has said it."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_videos_dir

from wall.model.recording import RecordSettings


def usual_settings() -> RecordSettings:
    """In the user's folder of videos."""
    return RecordSettings(str(Path(user_videos_dir()) / "CityWall"))
