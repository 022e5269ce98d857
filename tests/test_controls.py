import json
import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.controls import STEERING, escaped_json, one_line, visible

ANYTHING = st.text(st.characters(), max_size=40)

MUST_BE_SEEN = {
    "C0": "\x00\x07\x08\t\n\r\x1b\x1f",
    "DEL and C1": "\x7f\x80\x85\x9b\x9f",
    "bidirectional": "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    "separators of lines": "\u2028\u2029",
    "non-characters and byte-order marks": "\ufeff\ufffe\uffff\ufff9\ufffa\ufffb",
    "half characters": "\ud800\udbff\udc00\udfff",
    "invisible": "\u00ad\u180e\u200b\u2060\u2064\u206a\u206f\U0001bca0\U0001d173",
    "tags": "\U000e0000\U000e0001\U000e007f",
}
MUST_STAY = "aZ é ß 中 ع 😀 “” — … \u0301 \u200c \u200d \u0600 \u06dd \ufe0f \ud7ff \ue000 \ufff8 \U000e0080 [red] :smile: <b> & \\u001b"


@pytest.mark.parametrize("signs", MUST_BE_SEEN.values(), ids=MUST_BE_SEEN.keys())
def test_characters_that_steer_are_made_visible(signs: str) -> None:
    for sign in signs:
        shown = visible(f"a{sign}b")
        assert re.fullmatch(r"a\\(u[0-9a-f]{4}|U[0-9a-f]{8})b", shown), repr(shown)
        assert int(shown[3:-1], 16) == ord(sign)


def test_characters_that_only_write_stay_as_they_are() -> None:
    assert visible(MUST_STAY) == MUST_STAY


@given(ANYTHING)
def test_nothing_visible_steers(text: str) -> None:
    assert not re.search(STEERING, visible(text))
    assert visible(visible(text)) == visible(text)


def test_no_character_that_steers_counts_as_printable() -> None:
    """So that a text of printable characters alone, nearly every one, is let through at once."""
    assert not [
        sign
        for sign in map(chr, range(sys.maxunicode + 1))
        if re.match(STEERING, sign) and sign.isprintable()
    ]


@given(ANYTHING)
def test_one_line_is_one_line(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert not re.search(STEERING, line)
    assert line == line.strip(" ")


def test_one_line_folds_white_space() -> None:
    assert one_line("  a \r\n\t b  c ") == "a b c"


@given(ANYTHING)
def test_escaped_json_says_the_same_without_a_character_that_steers(text: str) -> None:
    escaped = escaped_json(json.dumps({"key": text}, ensure_ascii=False))
    assert not re.search(STEERING, escaped)
    assert json.loads(escaped) == {"key": text}


def test_escaped_json_leaves_the_breaks_between_lines() -> None:
    assert escaped_json('{\n"é": "\x7f"}') == '{\n"é": "\\u007f"}'
    assert escaped_json('{\n"e": "\x7f"}') == '{\n"e": "\\u007f"}'
