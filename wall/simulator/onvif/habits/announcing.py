"""How makes answer a search (WS-Discovery): what installers typed stands there raw, or an element is missing."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote


@dataclass(frozen=True, slots=True)
class Announcing:
    """`wraps`: matches stand in their own element, as they should. `encodes`: scopes are percent-encoded.

    `between` stands between scopes. `more` are further addresses, after the one that can be reached.
    """

    wraps: bool = True
    encodes: bool = True
    between: str = " "
    more: tuple[str, ...] = ()

    def scopes(self, scopes: tuple[str, ...]) -> str:
        """The scopes as one text."""
        return self.between.join(scopes if self.encodes else map(unquote, scopes))
