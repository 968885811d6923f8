"""The main program of the process: `python -m wall.video.glimpse FD`. Started by `wall.video.glimpse.maker` only."""

from __future__ import annotations

import sys

from wall.video.glimpse.process import run

if __name__ == "__main__":
    run(int(sys.argv[1]))
