"""Reading XML that may be hostile: no document type, no entities of its own, limited size and depth.

Expat alone would expand entities that a document declares ("billion laughs"); here a document type ends
the reading.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

MAX_DEPTH = 64
MAX_ELEMENTS = 20_000


class XmlError(ValueError):
    """This is no XML, or none that will be read."""


@dataclass(slots=True)
class Element:
    """One element: namespace, local name, attributes (as "namespace}name" or "name"), text, children."""

    namespace: str
    name: str
    attributes: dict[str, str]
    text: str = ""
    children: list[Element] = field(default_factory=list)

    def child(self, *path: str) -> Element | None:
        """The first child, grandchild… with these local names, whatever its namespace."""
        found: Element | None = self
        for name in path:
            found = next((c for c in found.children if c.name == name), None) if found else None
        return found

    def all(self, name: str) -> list[Element]:
        """Every child with that local name."""
        return [child for child in self.children if child.name == name]

    def say(self, *path: str) -> str | None:
        """The stripped text of `child(*path)`; None where there is no such element."""
        found = self.child(*path)
        return None if found is None else found.text.strip()

    def walk(self) -> Iterator[Element]:
        """This element and everything below it."""
        yield self
        for child in self.children:
            yield from child.walk()


def parse_xml(data: bytes) -> Element:
    """The root of a document; XmlError says why there is none."""
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    parser.StartDoctypeDeclHandler = reader.doctype
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError, UnicodeError) as error:
        raise XmlError(f"not well-formed XML: {error}") from None
    if reader.root is None:
        raise XmlError("there is no element")
    return reader.root


class _Reader:
    def __init__(self) -> None:
        self.root: Element | None = None
        self._open: list[Element] = []
        self._count = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if len(self._open) >= MAX_DEPTH or self._count > MAX_ELEMENTS:
            raise XmlError("the XML is too deep or has too many elements")
        namespace, _, local = name.rpartition("}")
        element = Element(namespace, local, attributes)
        if self._open:
            self._open[-1].children.append(element)
        else:
            self.root = element
        self._open.append(element)

    def end(self, name: str) -> None:
        self._open.pop()

    def characters(self, data: str) -> None:
        self._open[-1].text += data

    def doctype(self, *_: object) -> None:
        raise XmlError("a document type is refused")
