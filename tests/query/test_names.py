"""What a user may call a statement."""

import pytest

from argmap.errors import UnknownNameError
from argmap.query.names import node_called
from tests.drawing import drawn

M = drawn(
    "oil",
    "oil-pipe",
    "gas",
    "gas-pipe",
    "tanker",
    oil={"text": "Oil flows east"},
    gas={"text": "Gas flows west"},
    tanker={"text": "A tanker carries both", "note": "it flows too"},
)


def test_an_id_is_itself_even_where_others_begin_with_it() -> None:
    assert node_called(M, "oil").id == "oil"


def test_the_beginning_of_one_id_is_enough() -> None:
    assert node_called(M, "oil-").id == "oil-pipe"
    assert node_called(M, "t").id == "tanker"


def test_words_of_the_text_are_enough_where_one_statement_has_them_all() -> None:
    assert node_called(M, "FLOWS east").id == "oil"


@pytest.mark.parametrize("name", ["g", "flows"])
def test_a_name_that_fits_several_lists_them(name: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        node_called(M, name)
    expected = ("gas", "gas-pipe") if name == "g" else ("oil", "gas", "tanker")
    assert caught.value.fits == expected
    assert caught.value.hint == "write more of it: " + ", ".join(expected)


def test_of_very_many_that_fit_a_few_are_listed() -> None:
    with pytest.raises(UnknownNameError) as caught:
        node_called(drawn(*(f"n{index}" for index in range(20))), "n")
    assert len(caught.value.fits) == 9
    assert caught.value.fits[-1] == "and 12 more"


def test_a_name_that_nearly_fits_gets_a_suggestion() -> None:
    with pytest.raises(UnknownNameError) as caught:
        node_called(M, "Oil-pip3")
    assert caught.value.near == ("oil-pipe",)
    assert caught.value.hint == "did you mean oil-pipe?"


@pytest.mark.parametrize("name", ["", " ", "--", "../../evil", "[red]", "\x1b[31m", "a" * 100_000])
def test_a_name_of_nothing_is_an_unknown_name(name: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        node_called(M, name)
    assert caught.value.fits == ()


def test_capitals_do_not_matter() -> None:
    assert node_called(M, "OIL").id == "oil"
    assert node_called(M, "Gas-P").id == "gas-pipe"


def test_other_words_that_could_stand_there_may_have_been_meant() -> None:
    with pytest.raises(UnknownNameError) as caught:
        node_called(M, "gians", also=("gains", "gaps"))
    assert caught.value.near[0] == "gains"
