"""Brings answers from the fleet's threads home to the UI thread, in the words of the console."""

from __future__ import annotations

from wall.model.errors import MapError, WallError
from wall.ui import homeward, words
from wall.ui.console.sentences import in_words


class Homeward(homeward.Homeward):
    """Says what the store says of tables in the language of the program."""

    def in_words(self, error: Exception) -> str:
        if isinstance(error, MapError):
            return super().in_words(error)
        if isinstance(error, WallError):
            return words.cause_with_detail(error.cause, in_words(error.detail))
        return in_words(str(error))
