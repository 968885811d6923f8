"""Benchmarks run the whole program in this process, and leave its windows' halves behind."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.garbage import clear_garbage


@pytest.fixture(scope="module", autouse=True)
def _nothing_of_windows_left() -> Iterator[None]:
    """The console hands back to Python's collector what it had set aside: that goes now, and not at a moment of the
    collector's choosing, in the middle of a test that has nothing to do with windows.
    """
    yield
    clear_garbage()
