"""Outlines and what stands under a statement: steps, depths, cuts, the thesis, the weakest."""

from typing import Any

import pytest

from argmap.model import ArgumentMap, Link
from argmap.query.beneath import FOLLOWED, Only, Step, downwards, outline, support, thesis_of, weakest
from argmap.query.standing import objections
from tests.drawing import drawn


def told(steps: tuple[Step, ...]) -> list[str]:
    """Each step as `2 supports b`, with ^ where it was seen above and +n where n are hidden."""
    return [
        f"{step.depth} {step.relation} {step.node}"
        + ("^" if step.seen else "")
        + (f"+{step.hidden}" if step.hidden is not None else "")
        for step in steps
    ]


def below(m: ArgumentMap, start: str, depth: int = 30, only: Only | None = None) -> list[str]:
    return told(downwards(m, start, depth, FOLLOWED[only]))


def test_steps_stand_in_reading_order_each_under_what_it_bears_on() -> None:
    m = drawn("a because b", "b because c", "a because d", "a but e")
    assert below(m, "a") == ["1 supports b", "2 supports c", "1 supports d", "1 rebuts e"]


def test_linked_premises_stand_under_a_heading_of_their_own() -> None:
    m = drawn("a because b + c", "c because d")
    assert below(m, "a") == ["1 supports None", "2 None b", "2 None c", "3 supports d"]


def test_an_undercutter_stands_under_the_step_that_it_attacks() -> None:
    m = drawn("a because b", "a because c + d", "a.because.1 unless e", "a.because.2 unless f")
    assert below(m, "a") == [
        "1 supports b",
        "2 undercuts e",
        "1 supports None",
        "2 None c",
        "2 None d",
        "2 undercuts f",
    ]


def test_a_statement_is_unfolded_once_and_named_again_where_it_comes_back() -> None:
    m = drawn("a because b", "a because c", "c because b", "b because d")
    assert below(m, "a") == ["1 supports b", "2 supports d", "1 supports c", "2 supports b^"]


def test_a_statement_with_nothing_under_it_is_just_named_again() -> None:
    m = drawn("a because b", "a because c", "c because b")
    assert below(m, "a") == ["1 supports b", "1 supports c", "2 supports b"]


def test_an_undercutter_of_a_second_step_from_the_same_statement_is_not_lost() -> None:
    m = drawn("a because b", "b because c", "a but b", "a.but.1 unless d")
    assert below(m, "a") == ["1 supports b", "2 supports c", "1 rebuts b^", "2 undercuts d"]


def test_circles_end() -> None:
    m = drawn("a because b", "b because c", "c because a", "c but b")
    assert below(m, "a") == ["1 supports b", "2 supports c", "3 supports a^", "3 rebuts b^"]


def test_the_depth_cuts_and_says_how_many_statements_it_hides() -> None:
    m = drawn("a because b", "b because c + d", "d because e", "a because f")
    assert below(m, "a", 1) == ["1 supports b+3", "1 supports f"]
    assert below(m, "a", 2) == ["1 supports b", "2 supports None+3", "1 supports f"]
    assert below(m, "a", 3) == ["1 supports b", "2 supports None", "3 None c", "3 None d+1", "1 supports f"]


def test_what_is_shown_further_down_is_neither_hidden_nor_said_to_stand_above() -> None:
    m = drawn("a because b", "b because c", "a because c", "c because d")
    assert below(m, "a", 1) == ["1 supports b+0", "1 supports c+1"]


def test_a_statement_behind_two_cuts_is_counted_once() -> None:
    m = drawn("a because b", "a because c", "b because d", "c because d")
    assert below(m, "a", 1) == ["1 supports b+1", "1 supports c+0"]


def test_an_undercutter_behind_a_cut_is_counted_even_where_its_step_was_seen_above() -> None:
    m = drawn("a because b", "b because c", "a but b", "a.but.1 unless d")
    assert below(m, "a", 1) == ["1 supports b+1", "1 rebuts b^+1"]


def test_reasons_or_objections_can_be_followed_alone() -> None:
    m = drawn("a because b", "a but c", "b but d", "c because e", "a.because.1 unless f")
    assert below(m, "a", only="because") == ["1 supports b"]
    assert below(m, "a", only="but") == ["1 rebuts c"]
    assert below(m, "b", only="but") == ["1 rebuts d"]


def test_what_a_cut_hides_is_counted_along_the_links_that_are_followed() -> None:
    m = drawn("a because b", "b because c", "b but d", "c but e")
    assert below(m, "a", 1, "because") == ["1 supports b+1"]


def test_the_outline_begins_with_the_thesis_and_has_every_other_root() -> None:
    m = drawn("a because b", "c because d + b", "e", thesis="c")
    assert [(top, told(steps)) for top, steps in outline(m)] == [
        ("c", ["1 supports None", "2 None d", "2 None b"]),
        ("a", ["1 supports b"]),
        ("e", []),
    ]


def test_a_circle_that_no_root_reaches_is_a_root_itself() -> None:
    m = drawn("a", "b because c", "c because b")
    assert [top for top, _ in outline(m)] == ["a", "b"]


def test_statements_hidden_under_one_root_do_not_become_roots() -> None:
    m = drawn("a because b", "b because c", "c because b", "c because d")
    assert [(top, told(steps)) for top, steps in outline(m, 1)] == [("a", ["1 supports b+2"])]


def test_what_one_root_hides_is_shown_under_another_that_reaches_it() -> None:
    m = drawn("a because b", "b because c", "c because d", "e because c", thesis="a")
    assert [(top, told(steps)) for top, steps in outline(m, 1)] == [
        ("a", ["1 supports b+0"]),
        ("e", ["1 supports c+1"]),
    ]


def test_a_map_without_statements_has_an_empty_outline() -> None:
    assert outline(ArgumentMap()) == ()


def test_support_is_what_a_statement_rests_on_by_reasons_nearest_first() -> None:
    m = drawn("a because b + c", "b because d", "a but e", "c because a")
    assert list(support(m, "a")) == ["a", "b", "c", "d"]


def test_the_thesis_is_the_one_that_the_map_names() -> None:
    thesis = thesis_of(drawn("a because b", "c", thesis="c"))
    assert thesis is not None
    assert thesis.id == "c"


def test_a_map_that_names_no_thesis_has_the_root_with_the_most_behind_it() -> None:
    m = drawn("a because b", "a because c", "d because e", "e because f", "f because g", "g because h")
    thesis = thesis_of(m)
    assert thesis is not None
    assert thesis.id == "d"


def test_a_map_of_circles_alone_has_its_first_statement_for_a_thesis() -> None:
    thesis = thesis_of(drawn("a because b", "b because a"))
    assert thesis is not None
    assert thesis.id == "a"


def test_a_map_without_statements_has_no_thesis() -> None:
    assert thesis_of(ArgumentMap()) is None


@pytest.mark.parametrize(
    ("lines", "fields", "expected"),
    [
        (["a because b", "a because c"], {"b": {"sure": 0.9}, "c": {"sure": 0.3}}, "c"),
        (["a because b", "a because c"], {"c": {"sure": 1}}, "b"),
        (["a because b", "a because c", "c but d"], {}, "c"),
        (["a because b", "a because c", "c but d", "d but e"], {}, "b"),
        (["a because b", "a because c"], {"b": {"kind": "evidence"}, "c": {"kind": "assumption"}}, "c"),
        (["a because b", "b because c"], {"b": {"sure": 0.1}}, "c"),
        (["a but b"], {}, None),
    ],
    ids=["sure", "equal-first", "attacked", "answered", "assumption", "leaves-only", "no-reason"],
)
def test_the_weakest_is_the_least_sure_then_the_attacked_then_the_assumption_then_the_nearest(
    lines: list[str], fields: dict[str, dict[str, object]], expected: str | None
) -> None:
    m = drawn(*lines, **fields)
    unanswered = [each for each in objections(m) if not each.answered]
    assert weakest(m, "a", support(m, "a"), unanswered) == expected


class Counted(dict[str, tuple[Link, ...]]):
    """The links of a map by their targets, which count how many of them were looked at."""

    looked_at = 0

    def get(self, key: str, default: Any = None) -> Any:
        return self._counted(super().get(key, default))

    def _counted(self, links: Any) -> Any:
        for link in links:
            self.looked_at += 1
            yield link


def dense(nodes: int, relation: str) -> tuple[ArgumentMap, Counted]:
    """A map of statements each of which bears on every other."""
    names = [f"n{number}" for number in range(nodes)]
    m = drawn(*(f"{one} {relation} {other}" for one in names for other in names if one != other))
    counted = Counted(m.links_onto)
    m.__dict__["links_onto"] = counted
    return m, counted


@pytest.mark.parametrize("relation", ["because", "but"])
@pytest.mark.parametrize("depth", [1, 5, 200])
def test_work_is_linear_in_the_links_however_they_are_tangled(relation: str, depth: int) -> None:
    m, counted = dense(40, relation)
    steps = downwards(m, "n0", depth, FOLLOWED[None])
    assert len(steps) <= len(m.links)
    assert counted.looked_at <= 6 * len(m.links)
