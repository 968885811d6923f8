"""Prints what was measured: JSON for programs, a table for people."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

Figures = Mapping[str, object]


def tell(figures: Figures, json_file: str | None) -> None:
    """Write one JSON object to a file ("-" is standard output), or a readable table where none is wanted."""
    if json_file is None:
        width = max(len(name) for name in figures)
        for name, value in figures.items():
            print(f"{name:<{width}}  {_readable(value)}")
        return
    text = json.dumps(figures, ensure_ascii=False)
    if json_file == "-":
        print(text, flush=True)
    else:
        Path(json_file).write_text(text + "\n", encoding="utf-8")


def _readable(value: object) -> str:
    return f"{value:.4g}" if isinstance(value, float) else str(value)
