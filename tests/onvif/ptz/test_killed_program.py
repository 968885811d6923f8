"""The program is killed while a simulated dome turns: the dome's own position tells whether it stands."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator

import pytest

from tests.onvif.ptz.simulated import position, target_of
from tests.onvif.ptz.turning import program
from tests.simulator.running import Running, running_city
from tests.support.waiting import wait_until
from wall.onvif.contract import Contract
from wall.simulator.parts import DEMO_PASSWORD, DEMO_USER


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running_city(tmp_path_factory.mktemp("clips")) as running:
        yield running


@pytest.mark.alone
@pytest.mark.parametrize("ends", [signal.SIGKILL, signal.SIGTERM])
def test_a_killed_program_leaves_no_dome_turning(city: Running, contract: Contract, ends: signal.Signals) -> None:
    """Its Timeout is half a minute: only the guardian can have stopped it."""
    device = city.first("dome")
    target = target_of(contract, city.url(device))
    seen = [position(city, device)]

    def stands() -> bool:
        time.sleep(0.05)
        seen.append(position(city, device))
        return len(seen) > 4 and len(set(seen[-4:])) == 1

    with program(target.device_url, target.ptz_url, target.profile, DEMO_USER, DEMO_PASSWORD) as (process, guardian):
        wait_until(lambda: position(city, device) != seen[0], what="it does not turn")
        os.killpg(process.pid, ends)
        process.wait()
        killed_s = time.monotonic()
        seen.clear()
        wait_until(stands, what=f"it turns on, guardian {guardian}")
        assert time.monotonic() - killed_s < 1.5 + 4 * 0.05
        assert seen[-1][0] != seen[0][0] or len(seen) < 8
