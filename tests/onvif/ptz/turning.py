"""A program that turns a dome without end and is killed in it."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager

PROGRAM = textwrap.dedent(
    """
    import asyncio, sys
    from tests.onvif.desks import NotingDesk
    from wall.model.ptz.move import Velocity
    from wall.model.stream import Credentials
    from wall.onvif.contract import Contract
    from wall.onvif.ptz.guard import Guard
    from wall.onvif.ptz.lines import PtzLines
    from wall.onvif.ptz.target import PtzTarget

    async def main():
        device, ptz, profile, user, password = sys.argv[1:]
        guard = Guard()
        guard.start()
        lines = PtzLines(Contract(), guard=guard)
        line = lines.line(PtzTarget(device, ptz, profile), NotingDesk(Credentials(user, password)))
        await line.open()
        print(guard.pid, flush=True)
        while True:
            await line.move(Velocity(pan=0.1), 30.0)
            print("moves", flush=True)
            await asyncio.sleep(0.5)

    asyncio.run(main())
    """
)


@contextmanager
def program(*arguments: str) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """It runs, in a session of its own; and its guardian's process."""
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *arguments], stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    assert process.stdout is not None
    try:
        guardian = int(process.stdout.readline())
        assert process.stdout.readline() == "moves\n"
        yield process, guardian
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
