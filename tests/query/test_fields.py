"""The fields and flags of statements."""

from typing import get_args

import pytest

from argmap.errors import RequestError
from argmap.model import KINDS, Cost, Gain
from argmap.query.fields import CHOICES_ASKED, FIELDS, FLAGS, NUMBER_FIELDS, Facts, choice_named, field_named
from argmap.render.statements import COLUMNS
from tests.drawing import drawn, supposed

M = drawn(
    "a because b",
    "a but c",
    "b but d",
    "d but e",
    "f",
    a={"given": True},
    c={"implicit": True, "tags": ["todo"], "anchor": {"quote": "words", "at": "p1", "also": "p2"}},
    f={"anchor": {"at": "p3"}},
)
FACTS = Facts(M, lambda: supposed(M))


def with_flag(flag: str) -> str:
    return "".join(node.id for node in M.nodes if FACTS.flag(node, flag))


@pytest.mark.parametrize(
    ("flag", "expected"),
    [
        ("contested", "abd"),
        ("open", "ad"),
        ("supported", "a"),
        ("given", "abcdef"),
        ("implicit", "c"),
        ("root", "af"),
        ("placed", "cf"),
        ("todo", "c"),
    ],
)
def test_a_flag_holds_of_what_it_says(flag: str, expected: str) -> None:
    assert with_flag(flag) == expected


def test_every_flag_is_tested_above() -> None:
    marks = test_a_flag_holds_of_what_it_says.pytestmark  # type: ignore[attr-defined]
    assert {row[0] for row in marks[0].args[1]} == set(FLAGS)


def test_values_that_are_counted_or_gathered() -> None:
    assert [FACTS.value(M.by_id["a"], field) for field in ("for", "against")] == [1, 1]
    assert FACTS.value(M.by_id["c"], "place") == ("p1", "p2")
    assert FACTS.value(M.by_id["c"], "quote") == "words"
    assert FACTS.value(M.by_id["a"], "place") == ()
    assert FACTS.value(M.by_id["a"], "quote") is None
    assert FACTS.value(M.by_id["a"], "holder") is None


def test_every_field_of_the_model_can_be_asked_for_or_is_a_flag() -> None:
    """A field that is added to the model must be thought of here."""
    known = {*FIELDS, *FLAGS, "anchor"}
    assert set(Gain.model_fields) | set(Cost.model_fields) <= known


def test_every_field_has_a_column_and_every_column_a_field() -> None:
    assert set(COLUMNS) == set(FIELDS)


def test_no_name_is_both_a_field_and_a_flag() -> None:
    assert not set(FIELDS) & set(FLAGS)
    assert set(NUMBER_FIELDS) < set(FIELDS)


@pytest.mark.parametrize("name", ["", "holders", "__class__", "model_dump", "by_id", "title", "x" * 10_000])
def test_what_is_no_field_is_refused(name: str) -> None:
    with pytest.raises(RequestError):
        field_named(name)


def test_the_values_of_a_field_that_has_few_are_those_of_the_model() -> None:
    assert set(CHOICES_ASKED["kind"]) == set(KINDS)
    for field in ("nature", "status"):
        allowed = {*get_args(Gain.model_fields[field].annotation)} - {type(None)}
        inner = {value for each in allowed for value in (get_args(each) or (each,))}
        assert inner == set(CHOICES_ASKED[field])


def test_a_value_that_a_field_cannot_have_is_refused_with_those_it_can() -> None:
    assert choice_named("kind", "GAIN") == "gain"
    for value, hint in (
        ("gains", "did you mean gain?"),
        ("", "there are claim, gain, cost, evidence, assumption"),
    ):
        with pytest.raises(RequestError) as caught:
            choice_named("kind", value)
        assert caught.value.hint == hint


def test_fields_are_named_in_capitals_or_not() -> None:
    assert field_named("Sure") == "sure"
