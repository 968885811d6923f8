"""What every test needs before Qt is loaded."""

import os

# Before any import of PySide6: the tests never need a screen, and must not open windows on a developer's one.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
