"""Everything below the UI works where there is no Qt."""

import subprocess
import sys

import pytest

_IMPORT = """
import importlib, pkgutil, sys

class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"PySide6", "shiboken6", "pyqtgraph"}:
            raise ModuleNotFoundError(f"no {name} here")

sys.meta_path.insert(0, Missing())
for room in sys.argv[1:]:
    package = importlib.import_module(room)
    for each in pkgutil.walk_packages(package.__path__, room + "."):
        if not each.name.endswith("__main__"):
            importlib.import_module(each.name)
print(len([name for name in sys.modules if name.startswith("wall.")]))
"""


@pytest.mark.parametrize(
    "room", ["wall.model", "wall.video", "wall.store", "wall.onvif", "wall.sticks", "wall.services"]
)
def test_a_room_imports_without_qt(room: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", _IMPORT, room], capture_output=True, text=True, timeout=60
    )
    assert ended.returncode == 0, ended.stderr
    assert int(ended.stdout) > 0


def test_the_test_would_notice() -> None:
    ended = subprocess.run([sys.executable, "-c", _IMPORT, "wall.ui"], capture_output=True, text=True, timeout=60)
    assert ended.returncode != 0 and "no PySide6" in ended.stderr
