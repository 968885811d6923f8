"""What the tests of domes share."""

from __future__ import annotations

import pytest

from wall.onvif.contract import Contract


@pytest.fixture(scope="package")
def contract() -> Contract:
    parsed = Contract()
    parsed.parse()
    return parsed
