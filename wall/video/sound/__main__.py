"""The main program of a sound process: `python -m wall.video.sound FD`. Started by `wall.services.listening`."""

from __future__ import annotations

import sys

from wall.video.sound.process import run

if __name__ == "__main__":
    run(int(sys.argv[1]))
