"""What the system says of a connection that came to nothing, for the expert."""

from __future__ import annotations


def told_of_link(error: Exception) -> str:
    """Without its number."""
    told = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return told or type(error).__name__
