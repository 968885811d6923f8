"""`python -m wall.simulator` is `citywall simulate`."""

import sys

from wall.simulator.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
