"""Writing XML: `tag("tds:Model", device.model)` gives escaped text that may stand inside another tag."""

from __future__ import annotations

from typing import TypeAlias
from xml.sax.saxutils import escape, quoteattr


class Markup(str):
    """Text that is XML already."""

    __slots__ = ()


Content: TypeAlias = str | int | float | bool


def tag(name: str, *content: Content, **attributes: Content) -> Markup:
    """One element. Plain text is escaped, `Markup` is not; "__" in an attribute stands for ":"."""
    marks = ""
    if attributes:
        marks = "".join([f" {key.replace('__', ':')}={quoteattr(text(v))}" for key, v in attributes.items()])
    if not content:
        return Markup(f"<{name}{marks}/>")
    inner = "".join([part if isinstance(part, Markup) else escape(text(part)) for part in content])
    return Markup(f"<{name}{marks}>{inner}</{name}>")


def joined(*parts: Markup) -> Markup:
    """Elements side by side."""
    return Markup("".join(parts))


def text(value: Content) -> str:
    """A value as XML Schema writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.6g}"
    return str(value)
