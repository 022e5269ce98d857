"""Where things stand in a YAML text is found without reading all of it, and is what reading would say."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.files import dumps
from argmap.places import Path
from argmap.yamltext import comments, marked, walked
from tests.strategies import maps


def ways(data: Any, above: Path = ()) -> Iterator[Path]:
    for step, value in data.items() if isinstance(data, dict) else enumerate(data):
        yield (*above, step, *([None] if isinstance(data, dict) else []))
        if isinstance(value, dict | list):
            yield from ways(value, (*above, step))


@settings(max_examples=30)
@given(maps(), st.randoms(use_true_random=False))
def test_each_key_is_found_where_it_stands_whatever_else_is_looked_for(m: Any, chance: Any) -> None:
    text = dumps(m)
    lines = text.split("\n")
    every = list(ways(walked(text, "map").root))
    marks = marked(text, chance.sample(every, chance.randint(0, len(every))))
    for path, (line, column) in marks.items():
        if path[-1] is None:
            rest = lines[line - 1][column - 1 :]
            assert rest.startswith((f"{path[-2]}:", '"', "'")), path
    asked = [path for path in every if path in marks]
    assert {path: marks[path] for path in asked} == {path: marked(text, every)[path] for path in asked}


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n", "a word\n", "---\n---\n[", "{}", "[]"])
def test_a_text_without_fields_has_none_to_be_found(text: str) -> None:
    assert marked(text, [("nodes", "a"), (0,)]) == {}


def test_a_path_that_leads_too_far_is_followed_as_far_as_it_leads() -> None:
    assert marked("a: [b, {c: d}]\n", [("a", 1, "c", "e"), ("a", 7)]) == {
        ("a",): (1, 4),
        ("a", None): (1, 1),
        ("a", 1): (1, 8),
        ("a", 1, "c"): (1, 12),
        ("a", 1, "c", None): (1, 9),
    }


def test_a_comment_is_found_behind_a_text_that_holds_its_sign() -> None:
    text = 'a: "no #comment"  # one\nb: [x #two\n  , "y #z", u] # three\nc: |\n  # text\n# four #five\n'
    assert [(each.text, each.line) for each in comments(text)] == [
        ("# one", 1),
        ("#two", 2),
        ("# three", 3),
        ("# four #five", 6),
    ]
