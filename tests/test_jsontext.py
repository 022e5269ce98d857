import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.controls import CONTROL
from argmap.errors import LoadError, Problem
from argmap.jsontext import dumped, located, parsed
from argmap.places import DEEPEST

Place = tuple[int, int]

VALUES = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.text()
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=5), inner, max_size=4)
    ),
    max_leaves=12,
)


def problems(text: str, first_line: int = 1) -> list[tuple[int, int, str]]:
    with pytest.raises(LoadError) as caught:
        parsed(text, "x", first_line)
    return [(each.line, each.column, each.message) for each in caught.value.problems]


@given(VALUES)
def test_what_is_written_reads_back_and_steers_nothing(value: Any) -> None:
    text = dumped(value)
    assert parsed(text, "x") == value
    assert not re.search(f"[{CONTROL}]", text)


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ('{"a": 1', 1, 8, "a comma or a closing bracket is missing here"),
        ('{"a" 1}', 1, 6, "a colon is missing here"),
        ('{\n"a": 1,\n}', 3, 1, "a key in double quotes is missing here"),
        ("{a: 1}", 1, 2, "a key in double quotes is missing here"),
        ("[1,]", 1, 4, "a value is missing here"),
        ('["a]', 1, 2, "the string that begins here does not end"),
        ('["é", "a\nb"]', 1, 9, "a control character; write it as an escape"),
        ('["\\q"]', 1, 3, "this escape is unknown; write a backslash twice"),
        ('["\\u12"]', 1, 4, "an escape has four hexadecimal digits: \\u00e9"),
        ("{} {}", 1, 4, "there is more after the end"),
        ("", 1, 1, "a value is missing here"),
    ],
)
def test_malformed_json_is_refused_at_its_place(text: str, line: int, column: int, message: str) -> None:
    assert problems(text) == [(line, column, f"this is no JSON: {message}")]


def test_keys_that_are_there_twice_are_refused_each_at_its_place() -> None:
    text = '{"a": 1, "b": [{"c": 1,\n "c": 2}], "\\u0061": 3}'
    assert problems(text) == [(2, 2, "the key c is there twice"), (2, 12, "the key a is there twice")]


def test_a_key_that_steers_the_terminal_is_named_visibly() -> None:
    assert problems('{"\\u001b": 1, "\\u001b": 2}') == [(1, 15, "the key \\u001b is there twice")]


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity"])
def test_numbers_that_json_has_not_are_refused(word: str) -> None:
    assert problems(f'{{"a": {word}}}') == [(1, 7, f"{word} is no number of JSON")]


def test_a_number_of_thousands_of_digits_is_refused() -> None:
    assert problems(f"[1, {'9' * 5_000}]") == [(1, 5, "this number has too many digits")]


@pytest.mark.parametrize("opening", ["[", '{"a":'])
def test_a_hundred_thousand_brackets_are_refused_where_they_get_too_deep(opening: str) -> None:
    assert problems(opening * 100_000) == [
        (1, DEEPEST * len(opening) + 1, f"this nests deeper than {DEEPEST}")
    ]


def test_lines_are_counted_on_from_the_first() -> None:
    assert problems('{"a": }', first_line=7)[0][:2] == (7, 7)
    assert problems('{"a": 1, "a": 2}', first_line=7)[0][:2] == (7, 10)


def test_what_is_malformed_after_a_doubled_key_takes_no_long_search() -> None:
    assert problems('[{"a": 1, "a": 2}, "' + '\\"' * 200_000) == [(1, 11, "the key a is there twice")]


@pytest.mark.parametrize("rest", ["}]},:]", '{"\\q": 1', '"', '"a" "b" : :', "]]]]", '{"b"', "\\"])
def test_what_is_malformed_after_a_doubled_key_does_no_harm(rest: str) -> None:
    assert (1, 11, "the key a is there twice") in problems('[{"a": 1, "a": 2}, ' + rest)


TEXT = """{
 "a": {"b": [10, {"c": "}"}]},
 "é\\"": ["]", [], 5]
}"""


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), (1, 1)),
        (("a",), (2, 7)),
        (("a", None), (2, 2)),
        (("a", "b", 0), (2, 14)),
        (("a", "b", 1, "c"), (2, 24)),
        (("a", "b", 1, "c", None), (2, 19)),
        (('é"',), (3, 9)),
        (('é"', 2), (3, 19)),
        (('é"', 2, "further", 9), (3, 19)),
        (("nowhere",), (1, 1)),
    ],
)
def test_paths_lead_to_places(path: tuple[Any, ...], place: Place) -> None:
    assert located(TEXT, [path]) == [place]


def every_path(value: Any, above: tuple[Any, ...] = ()) -> list[tuple[tuple[Any, ...], Any]]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [(above, value), *(found for key, each in inside for found in every_path(each, (*above, key)))]


@given(VALUES, st.sampled_from([None, 1]))
def test_every_path_leads_to_its_value(value: Any, indent: int | None) -> None:
    text = json.dumps(value, indent=indent)
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    paths = every_path(value)
    for (line, column), (_, inner) in zip(located(text, [path for path, _ in paths]), paths, strict=True):
        assert json.JSONDecoder().raw_decode(text, starts[line - 1] + column - 1)[0] == inner


def test_a_text_of_fifty_million_characters_is_read() -> None:
    text = "x" * 50_000_000
    assert parsed(f'["{text}"]', "x") == [text]


def test_problems_are_told_as_argmap_tells_them() -> None:
    with pytest.raises(LoadError) as caught:
        parsed("{", "maps/x.json")
    assert caught.value.problems == (
        Problem(1, 2, "this is no JSON: a key in double quotes is missing here"),
    )
    assert str(caught.value).startswith("maps/x.json:1:2: ")
