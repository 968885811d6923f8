"""The main program of a process that reads sticks: `python -m wall.sticks FD`. Started by `wall.services.sticks`."""

from __future__ import annotations

import sys

from wall.sticks.process import run

if __name__ == "__main__":
    run(int(sys.argv[1]))
