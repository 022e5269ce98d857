"""Reasons, rebuttals, roots, and objections with what answers them."""

from argmap.query.standing import (
    is_given,
    objections,
    objections_by_target,
    reasons,
    rebuttals,
    roots,
)
from tests.drawing import drawn


def test_reasons_and_rebuttals_of_a_statement_are_told_apart() -> None:
    m = drawn("a because b", "a because c + d", "a but e")
    assert [link.premises for link in reasons(m, "a")] == [("b",), ("c", "d")]
    assert [link.premises for link in rebuttals(m, "a")] == [("e",)]
    assert reasons(m, "b") == ()
    assert rebuttals(m, "b") == ()


def test_an_objection_without_an_answer_is_open() -> None:
    (objection,) = objections(drawn("a but b"))
    assert (objection.target, objection.answered, objection.is_answer) == ("a", False, False)


def test_a_rebuttal_of_an_objection_answers_it_and_is_no_objection_of_its_own() -> None:
    first, second = objections(drawn("a but b", "b but c"))
    assert [link.premises for link in first.answers] == [("c",)]
    assert not first.is_answer
    assert second.is_answer


def test_an_undercutter_of_an_objection_answers_it() -> None:
    first, second = objections(drawn("a but b", "a.but.1 unless c"))
    assert first.answered
    assert second.is_answer
    assert second.target == "a"


def test_a_rebuttal_of_one_of_linked_premises_answers_the_objection() -> None:
    first, _ = objections(drawn("a but b + c", "c but d"))
    assert first.answered


def test_an_undercutter_is_an_objection_to_the_statement_its_step_leads_to() -> None:
    (objection,) = objections(drawn("a because b", "a.because.1 unless c"))
    assert objection.target == "a"
    assert objection.link.relation == "undercuts"
    assert not objection.is_answer


def test_an_undercutter_of_an_undercutter_answers_it_and_leads_to_the_same_statement() -> None:
    m = drawn("a because b", "a.because.1 unless c", "a.because.1.unless.1 unless d")
    first, second = objections(m)
    assert first.answered
    assert second.is_answer
    assert (first.target, second.target) == ("a", "a")


def test_an_attack_on_a_reason_that_also_attacks_something_else_is_an_objection() -> None:
    by_target = {each.target: each for each in objections(drawn("a because b", "c but b", "b but d"))}
    assert not by_target["b"].is_answer
    assert by_target["c"].answered


def test_a_reason_for_an_objection_does_not_answer_it() -> None:
    (objection,) = objections(drawn("a but b", "b because c"))
    assert not objection.answered


def test_objections_are_grouped_by_what_they_attack() -> None:
    grouped = objections_by_target(drawn("a because b", "a but c", "a.because.1 unless d", "b but e"))
    assert {target: [each.link.premises[0] for each in found] for target, found in grouped.items()} == {
        "a": ["d", "c"],
        "b": ["e"],
    }


def test_roots_bear_on_nothing_and_stand_in_the_order_of_the_map() -> None:
    m = drawn("z because y", "b", "a but y", "z.because.1 unless x")
    assert [node.id for node in roots(m)] == ["z", "b", "a"]
    assert m.bearing == {"y", "x"}


def test_statements_in_a_circle_are_no_roots() -> None:
    assert roots(drawn("a because b", "b because a")) == ()


def test_what_has_no_reason_is_given_unless_the_mapmaker_says_otherwise() -> None:
    m = drawn("a because b", "c", "d because b", c={"given": False}, d={"given": True})
    assert [is_given(m, m.by_id[name]) for name in "abcd"] == [False, True, False, True]


def test_answers_that_many_objections_share_are_held_once() -> None:
    names = [f"n{number}" for number in range(40)]
    m = drawn(*(f"{one} but {other}" for one in names for other in names if one != other))
    found = objections(m)
    assert all(len(each.answers) == 39 for each in found)
    assert len({id(each.answers) for each in found}) == 40
