"""Runs `citywall` in this process."""

from __future__ import annotations

import pytest

from wall import cli


def ended(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """`citywall …`: exit status, output and errors."""
    try:
        status = cli.main(list(arguments))
    except SystemExit as left:
        status = left.code if isinstance(left.code, int) else 1
    captured = capsys.readouterr()
    return status, captured.out, captured.err
