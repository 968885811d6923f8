"""The page of domes, as that of presets has it: the journal is one of its sheets."""

from tests.ui.ptz.presets.conftest import hand, theme

__all__ = ["hand", "theme"]
