"""Takes maps in on a disk that has no room for them: python -m tests.maps.small_disk FOLDER."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.maps.makers import make_folder, make_mbtiles, some_tiles
from wall.maps.shelf import MapShelf
from wall.model.errors import MapError


def main() -> None:
    shelf = MapShelf(Path(sys.argv[1]) / "kept", left_free=-(1 << 30))
    with tempfile.TemporaryDirectory() as elsewhere:
        tiles = {key: data + bytes(2000) for key, data in some_tiles(4).items()}
        for source in (
            make_mbtiles(Path(elsewhere, "a.mbtiles"), tiles),
            make_folder(Path(elsewhere, "tiles"), tiles),
        ):
            try:
                with shelf.bringing(source):
                    print("no fault")
            except MapError as error:
                print(error.fault.name, [each.name for each in shelf.folder.iterdir()])


if __name__ == "__main__":
    main()
