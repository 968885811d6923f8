"""Reading XML from devices: hostile until proven clumsy.

Hostile: no document type, no entities, nothing is fetched, and size, depth and the number of elements are bounded. That
bounds the time as well, because the parser is linear: the worst four megabytes cost about 0.6 s (see the tests).
Clumsy: rubbish around the document, another encoding than the declared one, undeclared prefixes and wrong namespaces
are read all the same. For that, everything is looked up by its *local name*: no ONVIF reply gives one name to two
things.
"""

from __future__ import annotations

import re

from lxml import etree
from lxml.etree import _Element as Element

from wall.model.errors import MalformedReplyError

__all__ = [
    "MOST_BYTES",
    "Element",
    "TooLargeError",
    "attribute",
    "child",
    "children",
    "first_below",
    "local_name",
    "parse",
    "plain",
    "text",
]

MOST_BYTES = 4 * 1024 * 1024
_MOST_MARKS = 200_000
"""Elements, entities and the like. A recorder with 36 profiles has 5,000."""
_CONTROL_CHARACTERS = bytes(each for each in range(32) if each not in b"\t\n\r")
_ENVELOPE = re.compile(rb"<(?:[A-Za-z_][\w.-]{0,40}:)?Envelope[\s>/]")
_ELEMENT = re.compile(rb"<[A-Za-z_\x80-\xff]")
_NAME = re.compile(rb"<[^\s/>]*")
_PREFIX = re.compile(rb"<([A-Za-z_][\w.-]{0,40}):")
_MOST_PREFIXES = 64
_DECLARED = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.-]{1,20})[\"']")
_REFERENCE = re.compile(rb"&(?:#(?:\d{1,7}|x[0-9A-Fa-f]{1,6});|(?:amp|lt|gt|quot|apos);)?")
_NUMBERED = {
    b"&": b"&#38;",
    b"&amp;": b"&#38;",
    b"&lt;": b"&#60;",
    b"&gt;": b"&#62;",
    b"&quot;": b"&#34;",
    b"&apos;": b"&#39;",
}
_ENCODINGS = {
    *("iso-8859-1", "iso-8859-15", "windows-1251", "windows-1252", "windows-1258"),
    *("gb2312", "gbk", "gb18030", "big5", "shift_jis", "euc-kr"),
}
"""Others are never looked up: Python knows encodings that are slow on purpose-made input."""


class TooLargeError(MalformedReplyError):
    """More than any device has a reason to say."""


def parse(data: bytes) -> Element:
    """The root element of a reply, as far as it can be understood.

    Raises MalformedReplyError (TooLargeError is one) and nothing else. Any thread.
    """
    if len(data) > MOST_BYTES:
        raise TooLargeError(f"{len(data)} bytes")
    data = _as_utf8(data).translate(None, _CONTROL_CHARACTERS)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise MalformedReplyError("a document type, which no ONVIF reply may have")
    if data.count(b"<") + data.count(b"&") > _MOST_MARKS:
        raise TooLargeError("too many elements")
    start = _ENVELOPE.search(data) or _ELEMENT.search(data)
    if start is None:
        raise MalformedReplyError("no XML at all" if data.strip() else "an empty answer")
    data = data[start.start() :]
    return _parsed(_REFERENCE.sub(_by_number, data) if b"&" in data else data)


def _by_number(reference: re.Match[bytes]) -> bytes:
    """A character by its number. An `&` that begins no reference stands for itself: addresses have them.

    WORKAROUND (libxml2 2.14): after the first error it leaves out every reference that is not a number.
    """
    return _NUMBERED.get(reference.group(), reference.group())


def _parsed(data: bytes) -> Element:
    parser = _new_parser()
    root = _tree(data, parser)
    last = parser.error_log.last_error
    if last is None:
        return root
    if last.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT:
        raise TooLargeError(plain(last.message))
    declared = _with_prefixes_declared(data)
    return root if declared == data else _tree(declared, _new_parser())


def _new_parser() -> etree.XMLParser:
    """For one document: a parser holds state, and making one costs 3 µs."""
    return etree.XMLParser(
        recover=True,
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _tree(data: bytes, parser: etree.XMLParser) -> Element:
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise MalformedReplyError(plain(str(error))) from None
    if root is None:
        raise MalformedReplyError("no XML that can be understood")
    return root


def _with_prefixes_declared(data: bytes) -> bytes:
    """Make each undeclared prefix a namespace of that name, so that looking up by local name works as ever."""
    root_tag = data[: data.find(b">")]
    used = dict.fromkeys(_PREFIX.findall(data))
    missing = [prefix for prefix in used if b"xmlns:" + prefix + b"=" not in root_tag and not prefix.startswith(b"xml")]
    declarations = b"".join(b' xmlns:%s="%s"' % (prefix, prefix) for prefix in missing[:_MOST_PREFIXES])
    name = _NAME.match(data)
    name_end = name.end() if name else 0
    return data[:name_end] + declarations + data[name_end:]


def _as_utf8(data: bytes) -> bytes:
    """The same text in UTF-8. Bytes that are valid UTF-8 are that, whatever the declaration says."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace").encode("utf-8", "replace")
    if b"\0" in data[:4]:
        order = "utf-16-be" if data[:1] == b"\0" else "utf-16-le"
        return data.decode(order, "replace").encode("utf-8", "replace")
    try:
        data.decode("utf-8")
        return data
    except UnicodeDecodeError:
        declared = _DECLARED.search(data[:400])
        name = declared.group(1).decode("ascii").lower() if declared else ""
        return data.decode(name if name in _ENCODINGS else "utf-8", "replace").encode()


def local_name(element: Element) -> str:
    """The name without its namespace. "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: Element | None, name: str) -> list[Element]:
    """The children of that local name, in their order; none where there is no parent."""
    return [] if element is None else list(element.iterchildren("{*}" + name))


def child(element: Element | None, *path: str) -> Element | None:
    """The first child of the first name, of that the first child of the second…; None where one is missing."""
    for name in path:
        if element is None:
            return None
        element = next(element.iterchildren("{*}" + name), None)
    return element


def first_below(element: Element, name: str) -> Element | None:
    """The first descendant of that name, at any depth."""
    return next(element.iterdescendants("{*}" + name), None)


def text(element: Element | None, *path: str) -> str:
    """What stands in `child(element, *path)`, without space around it; "" where it is missing."""
    found = child(element, *path)
    if found is None:
        return ""
    said = "".join(found.itertext()) if len(found) else found.text
    return str(said or "").strip()


def attribute(element: Element, name: str) -> str:
    """An attribute by its local name; "" where it is missing."""
    said = element.get(name)
    if said is None:
        said = next((value for key, value in element.items() if key.rpartition("}")[2].rpartition(":")[2] == name), "")
    return str(said).strip()


def plain(said: str, most: int = 200) -> str:
    """What may be shown of what a device said: one line, nothing unprintable, not too long."""
    said = said[: most * 4]
    if not said.isprintable():
        said = "".join(each if each.isprintable() else " " for each in said)
    return " ".join(said.split())[:most].rstrip()
