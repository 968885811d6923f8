"""Where the data that ships with the program lies.

In an installed wheel `resources/` and `layouts/` stand inside the package, in a checkout beside it
(pyproject.toml, `force-include`).
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def data_folder(name: str) -> Path:
    """The folder `name` ("resources" or "layouts"). FileNotFoundError where the installation lacks it."""
    for place in (_PACKAGE / name, _PACKAGE.parent / name):
        if place.is_dir():
            return place
    raise FileNotFoundError(f"the folder {name!r} is missing beside {_PACKAGE}: install citywall again")
