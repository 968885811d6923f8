"""The one error of the installer."""

from __future__ import annotations


class Trouble(Exception):
    """Something a person must do first; its text says what, in plain words."""
