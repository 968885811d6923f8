"""The main program of a decode process: `python -m wall.video.decode FD`. Started by `wall.video.pool` only."""

from __future__ import annotations

import sys

from wall.video.decode.process import run

if __name__ == "__main__":
    run(int(sys.argv[1]))
