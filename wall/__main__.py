"""`python -m wall` is the same as `citywall`."""

import sys

from wall.cli import main

if __name__ == "__main__":
    sys.exit(main())
