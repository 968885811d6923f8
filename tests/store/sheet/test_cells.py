"""The text of a cell survives a spreadsheet, and a spreadsheet survives the text."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from wall.store.sheet.cells import CellError, clean, defused, joined, number, plain, split, typed, whole

FORMULA_SIGNS = "=+-@＝＋－＠"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("  Ngã Sáu\u00a0", "Ngã Sáu"),
        ("Nga\u0303 Sa\u0301u", "Ngã Sáu"),
        ("a\r\nb\rc\x00\x07\ud800\ufffe", "a\nb\nc"),
        ("", ""),
    ],
)
def test_a_text_is_cleaned(text: str, kept: str) -> None:
    assert clean(text) == kept


@given(st.text())
@example("'=1")
@example("''=1")
@example("'s-Hertogenbosch")
@example(" \u0338")
@example("=\u0338")
@example("\t=1")
def test_whatever_is_written_is_read_again_and_is_no_formula(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert typed(defused(cleaned)) == cleaned
    assert not defused(cleaned).startswith(tuple(FORMULA_SIGNS))


@pytest.mark.parametrize("text", ['=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)", "＝1", "'=1"])
def test_a_formula_becomes_a_text(text: str) -> None:
    assert defused(text) == f"'{text}"


@pytest.mark.parametrize("text", ["Ngã = Sáu", "a-b", "", "'quoted'", "10.0.0.5"])
def test_what_is_no_formula_stays_as_it_is(text: str) -> None:
    assert defused(text) == text


@given(st.lists(st.text()).map(tuple))
@example(('a;b, "c"', "", "d\ne", '"', " "))
def test_a_list_is_written_and_read(items: tuple[str, ...]) -> None:
    kept = tuple(cleaned for item in items if (cleaned := clean(item)))
    assert split(joined(items)) == kept
    assert clean(joined(items)) == joined(items)


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Vũ Ninh; Tiền An", ("Vũ Ninh", "Tiền An")),
        ("a,b\nc ;; d,", ("a", "b", "c", "d")),
        ('"a;b"; c', ("a;b", "c")),
        ('"a;b', ('"a', "b")),
        ('"a"b; c', ('"a"b', "c")),
        ("", ()),
    ],
)
def test_a_list_as_people_type_it(text: str, items: tuple[str, ...]) -> None:
    assert split(text) == items


@given(st.text(alphabet=' ;,\n"a', max_size=400))
def test_any_text_is_a_list(text: str) -> None:
    assert all(item and item == clean(item) for item in split(text))


@given(st.floats(-180, 180))
def test_a_number_is_written_to_a_centimetre(value: float) -> None:
    assert number(plain(value), "x", -180, 180) == pytest.approx(value, abs=1e-7)
    assert plain(number(plain(value), "x", -180, 180)) == plain(value)


@pytest.mark.parametrize(("text", "value"), [("21,1861", 21.1861), ("21.0", 21), ("-1e1", -10), ("7", 7)])
def test_a_number_as_people_type_it(text: str, value: float) -> None:
    assert number(text, "x", -90, 90) == value


@pytest.mark.parametrize("text", ["", "a", "nan", "inf", "91", "1.234,5", "1_0", "0x10", "9" * 400])
def test_what_is_no_number_is_told(text: str) -> None:
    with pytest.raises(CellError, match="the latitude"):
        number(text, "the latitude", -90, 90)


def test_a_whole_number_as_a_spreadsheet_writes_it() -> None:
    assert whole("7.0", "x", 1, 9) == 7
    with pytest.raises(CellError, match="whole number"):
        whole("7.5", "x", 1, 9)


def test_no_number_is_no_text() -> None:
    assert plain(None) == plain(float("nan")) == plain(float("inf")) == ""
    assert plain(-0.0) == "0" and plain(90.0) == "90"
