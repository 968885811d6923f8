"""XML from devices: what is hostile is refused in good time, what is clumsy is read."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.model.errors import MalformedReplyError
from wall.onvif.xml import (
    MOST_BYTES,
    TooLargeError,
    attribute,
    child,
    children,
    first_below,
    local_name,
    parse,
    plain,
    text,
)

MANY = MOST_BYTES // 8

LAUGHS = (
    '<!DOCTYPE lolz [<!ENTITY lol0 "lol">'
    + "".join(f'<!ENTITY lol{n} "{f"&lol{n - 1};" * 10}">' for n in range(1, 10))
    + "]><lolz>&lol9;</lolz>"
)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"  \n ",
        b"no angle bracket",
        b"<",
        b"< >",
        b"<!DOCTYPE html><html></html>",
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        LAUGHS.encode(),
        LAUGHS.encode("utf-16"),
        f'<?xml version="1.0" encoding="UTF-16LE"?>{LAUGHS}'.encode("utf-16-le"),
        b"<?xml version='1.0' encoding='utf-7'?>+ADw-!DOCTYPE a+AD4-",
        b"\x00" * 100,
        b"\xff\xfe",
    ],
)
def test_what_is_no_document_is_malformed(data: bytes) -> None:
    with pytest.raises(MalformedReplyError):
        parse(data)


def test_a_document_type_is_refused_wherever_it_stands() -> None:
    with pytest.raises(MalformedReplyError, match="document type"):
        parse(b"<Envelope/><!DOCTYPE a>")


def test_entities_are_never_looked_up(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("the secret")
    with pytest.raises(MalformedReplyError):
        parse(f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]><a>&x;</a>'.encode())
    included = f'<a xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="{secret.as_uri()}" parse="text"/></a>'
    assert text(parse(included.encode())) == ""


@pytest.mark.parametrize(
    "data",
    [
        b"<a>" + b" " * MOST_BYTES + b"</a>",
        b"<r>" + b"<a:b/>" * 200_001 + b"</r>",
        b"<r>" + b"&x;" * 200_001 + b"</r>",
        b"<a>" * 1000 + b"deep" + b"</a>" * 1000,
    ],
    ids=["bytes", "elements", "entities", "depth"],
)
def test_too_much_is_too_large(data: bytes) -> None:
    with pytest.raises(TooLargeError):
        parse(data)


@pytest.mark.parametrize(
    "data",
    [
        b"<r>" + b"<a:b/>" * 199_000 + b"</r>",
        b"<r>" + b"".join(b"<p%d:b/>" % n for n in range(199_000)) + b"</r>",
        b"<r>" + b"".join(b"<p%d:b>" % n for n in range(199_000)),
        b"<a " + b" ".join(b'a%d="1"' % n for n in range(MANY // 2)) + b"/>",
        b"<a " + b'a="1" ' * MANY + b"/>",
        b"<a " + b" ".join(b'xmlns:a%d="u%d"' % (n, n) for n in range(MANY // 4)) + b"/>",
        b"<a>" + b"&" * 199_000,
        b"<a>" + b"&#1;" * 199_000,
        b"<a>" + b"\xef\xbf\xbf" * MANY,
        b"<a>" + b"<" * 199_000,
        b"<a>" + b"]]>" * MANY,
        b"<a>" + b"\x01" * MOST_BYTES,
        b"<" + b"a" * (MOST_BYTES - 10) + b"/>",
        b"<a>" + b"\xff" * (MOST_BYTES - 10),
        b"<?xml " + b"encoding " * MANY,
        b"<x:" * 199_000,
        b"<" + b"Envelop:" * (MANY - 10),
    ],
)
def test_nothing_takes_long(data: bytes) -> None:
    begun_s = time.process_time()
    with suppress(MalformedReplyError):
        parse(data[:MOST_BYTES])
    assert time.process_time() - begun_s < 3


@pytest.mark.parametrize(
    "data",
    [
        "<a><b>Ngã Sáu</b></a>".encode(),
        "\ufeff<?xml version='1.0'?><a><b>Ngã Sáu</b></a>".encode(),
        "<?xml version='1.0' encoding='gb2312'?><a><b>Ngã Sáu</b></a>".encode(),
        "<?xml version='1.0' encoding='iso-8859-1'?><a><b>Ngã Sáu</b></a>".encode("iso-8859-1"),
        "<?xml version='1.0' encoding='utf-16'?><a><b>Ngã Sáu</b></a>".encode("utf-16"),
        "<a><b>Ngã Sáu</b></a>".encode("utf-16-le"),
        "<a><b>Ngã Sáu</b></a>".encode("utf-16-be"),
        "  \r\n <?xml version='1.0'?>\n<a><b>Ngã Sáu</b></a>".encode(),
        "Warning: out of memory in line 3\n<a><b>Ngã Sáu</b></a>".encode(),
        "<a><b>Ngã Sáu</b></a> and so on <c/>".encode(),
        "<a><b>Ng\x00ã Sá\x08u</b></a>".encode(),
        "<a><!-- of --><b>Ngã <?or other?>Sáu</b>".encode(),
        "<a><b><![CDATA[Ngã Sáu]]></b></a>".encode(),
        "<a><b>\n   Ngã Sáu\t</b></a>".encode(),
    ],
)
def test_clumsiness_is_overlooked(data: bytes) -> None:
    root = parse(data)
    assert local_name(root) == "a"
    assert text(root, "b") == "Ngã Sáu"


@pytest.mark.parametrize("error", ["", "<p:b/>", "<b c=d e>", "&unknown;", "\uffff", "&", "&#1;"])
def test_references_survive_an_error_elsewhere(error: str) -> None:
    root = parse(f"<a><b>{error}</b><c>?a=1&b=2&amp;c=&lt;&gt;&quot;&apos;&#65;&#x42;</c></a>".encode())
    assert text(first_below(root, "c")) == "?a=1&b=2&c=<>\"'AB"


def test_an_unknown_entity_is_text() -> None:
    assert text(parse(b"<a>before &unknown; after</a>")) == "before &unknown; after"


def test_an_unknown_encoding_loses_only_its_letters() -> None:
    root = parse(b"<?xml version='1.0' encoding='punycode'?><a><b>Ng\xe3</b><c>1</c></a>")
    assert (text(root, "b"), text(root, "c")) == ("Ng\ufffd", "1")


def test_a_page_around_the_envelope_is_cut_off() -> None:
    assert local_name(parse(b"<br/><b>Warning</b><SOAP-ENV:Envelope><x/></SOAP-ENV:Envelope>")) == "Envelope"


@pytest.mark.parametrize(
    "document",
    [
        '<p:a xmlns:p="urn:one"><p:b p:token="7">1</p:b><p:b>2</p:b></p:a>',
        '<p:a><p:b p:token="7">1</p:b><p:b>2</p:b></p:a>',
        '<a xmlns="urn:two"><b token="7">1</b><b>2</b></a>',
        '<a><x:b token="7">1</x:b><y:b>2</y:b></a>',
    ],
    ids=["declared", "undeclared", "default", "mixed"],
)
def test_names_are_local(document: str) -> None:
    root = parse(f"<e><f>{document}</f></e>".encode())
    inner = child(root, "f", "a")
    assert inner is not None
    assert [text(each) for each in children(inner, "b")] == ["1", "2"]
    assert attribute(children(inner, "b")[0], "token") == "7"
    assert text(first_below(root, "b")) == "1"


def test_what_is_missing_is_empty() -> None:
    root = parse(b"<a><b/></a>")
    assert child(root, "b", "c", "d") is None
    assert children(child(root, "x"), "y") == []
    assert text(root, "b") == text(root, "x") == text(None) == attribute(root, "x") == ""
    assert first_below(root, "x") is None


def test_plain_words_are_one_printable_line() -> None:
    assert plain("  Ngã\tSáu\r\n\x1b[31m \u202egnihton\x00 ") == "Ngã Sáu [31m gnihton"
    assert plain("x" * 1000) == "x" * 200


@given(st.binary(max_size=300))
def test_random_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        assert isinstance(local_name(parse(data)), str)
    except MalformedReplyError as error:
        assert len(error.detail) <= 200


@given(st.text(max_size=300))
def test_plain_is_always_printable(said: str) -> None:
    assert plain(said).isprintable()
    assert len(plain(said)) <= 200
