"""A network that is cut in the middle of a drive: what it held back does not come out when it is whole again.

Runs in a network namespace of its own, whose only link is slowed down to nothing; where that cannot be had, it skips.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import textwrap

import pytest

_ALONE = ("unshare", "--map-root-user", "--net")
_SCRIPT = textwrap.dedent(
    """
    import asyncio, subprocess
    from tests.onvif.ptz.domes import dome, driven, run
    from wall.model.ptz.move import Velocity
    from wall.onvif.contract import Contract
    from wall.onvif.ptz.lines import Limits

    def link(*words):
        subprocess.run(words, check=True)

    async def main():
        async with driven(contract, dome(), limits=Limits()) as it:
            await it.line.open()
            await it.line.move(Velocity(pan=0.1))
            before = len(it.device.asked)
            link("tc", "qdisc", "add", "dev", "lo", "root", "tbf", "rate", "8bit", "burst", "1", "latency", "1ms")
            move = asyncio.create_task(it.line.move(Velocity(pan=0.2)))
            await asyncio.sleep(0.3)
            stop = asyncio.create_task(it.line.stop())
            await asyncio.sleep(1.2)
            link("tc", "qdisc", "del", "dev", "lo", "root")
            await asyncio.gather(move, stop, return_exceptions=True)
            await it.line.stop()
            await asyncio.sleep(1.0)
            print(*(each.call for each in it.device.asked[before:]))

    link("ip", "link", "set", "lo", "up")
    contract = Contract()
    contract.parse()
    run(main())
    """
)


def _can_cut() -> bool:
    if not all(map(shutil.which, ("unshare", "ip", "tc"))):
        return False
    tries = "ip link set lo up && tc qdisc add dev lo root tbf rate 8bit burst 1 latency 1ms"
    return subprocess.run([*_ALONE, "sh", "-c", tries], capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not _can_cut(), reason="no network of its own can be had here")
def test_a_move_that_a_cut_line_holds_back_never_reaches_the_dome() -> None:
    done = subprocess.run([*_ALONE, sys.executable, "-c", _SCRIPT], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert set(done.stdout.split()) == {"Stop"}
