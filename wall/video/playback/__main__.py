"""The main program of a playback process: `python -m wall.video.playback FD`. Started by `wall.services.playback`."""

from __future__ import annotations

import sys

from wall.video.playback.process import run

if __name__ == "__main__":
    run(int(sys.argv[1]))
