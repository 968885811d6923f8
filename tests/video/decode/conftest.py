"""Two engines that decode nothing and remember what they were asked."""

from __future__ import annotations

import pytest

from tests.video.decode.recorded import RecordedEngine


@pytest.fixture
def steady() -> RecordedEngine:
    """In libVLC's place."""
    return RecordedEngine()


@pytest.fixture
def catching() -> RecordedEngine:
    """In the place of the one that catches up."""
    return RecordedEngine()
