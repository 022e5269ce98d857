import pytest

from argmap.spelling import HINTS_MOST, LONGEST, MOST, Hints, near, suggestion


@pytest.mark.parametrize(
    ("name", "meant"), [("thesys", "thesis"), ("becuase", "because"), ("hodler", "holder"), ("quot", "quote")]
)
def test_a_slip_finds_the_word_that_was_meant(name: str, meant: str) -> None:
    assert near(name, ["thesis", "because", "holder", "quote", "text"]) == (meant,)


def test_something_else_altogether_finds_nothing() -> None:
    assert near("zebra", ["thesis", "because"]) == ()
    assert suggestion("zebra", ["thesis"]) == ""


def test_a_suggestion_is_ready_to_follow_a_message() -> None:
    assert suggestion("thesys", ["thesis"]) == "; did you mean thesis?"


def test_the_best_comes_first_and_no_more_than_asked() -> None:
    assert near("tunnel", ["tunnels", "funnel", "tunnel-2"], most=2) == ("tunnels", "tunnel-2")


@pytest.mark.parametrize("name", ["", "x" * (LONGEST + 1), "x" * 1_000_000])
def test_empty_and_overlong_names_are_near_to_nothing(name: str) -> None:
    assert near(name, [name, "x"]) == ()


def test_among_very_many_names_those_with_the_same_first_letter_are_tried() -> None:
    many = [f"q{number:04}" for number in range(MOST + 1)]
    assert near("tunel", ["", *many, "tunnel"]) == ("tunnel",)
    assert near("tunel", ["", *many, "funnel"]) == ()


def test_an_empty_name_among_very_many_does_no_harm() -> None:
    assert near("zz", ["", *(f"{number:04x}" for number in range(MOST + 1))]) == ()


def test_later_mistakes_of_a_text_go_without_a_suggestion() -> None:
    hints = Hints()
    said = [hints.of("gian", ["gain"]) for _ in range(HINTS_MOST + 1)]
    assert said == ["; did you mean gain?"] * HINTS_MOST + [""]
