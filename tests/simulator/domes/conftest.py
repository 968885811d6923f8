"""What was painted once serves all tests here."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Wide scenes, and short clips of what their domes see at rest."""
    return tmp_path_factory.mktemp("clips")
