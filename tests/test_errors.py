import pytest

from argmap.errors import (
    ArgmapError,
    FileError,
    Flaw,
    LoadError,
    Problem,
    RequestError,
    UnknownNameError,
    UnsoundMapError,
)

EVERY_ERROR = [
    LoadError("x.yaml", [Problem(1, 1, "wrong")]),
    FileError("x.yaml", "permission is denied", "ask its owner"),
    UnknownNameError("node", "jam"),
    RequestError("that cannot be", "try this"),
    UnsoundMapError([Flaw("unknown id jam")]),
]


@pytest.mark.parametrize("error", EVERY_ERROR, ids=lambda error: type(error).__name__)
def test_every_error_is_an_argmap_error_with_a_sentence_and_a_hint(error: ArgmapError) -> None:
    assert isinstance(error, ArgmapError)
    assert str(error)
    assert isinstance(error.hint, str)


def test_a_load_error_tells_its_problems_in_the_order_of_the_text_and_each_once() -> None:
    problems = [Problem(3, 1, "c"), Problem(1, 9, "b"), Problem(1, 2, "a"), Problem(3, 1, "c")]
    assert str(LoadError("m.yaml", problems)) == "m.yaml:1:2: a\nm.yaml:1:9: b\nm.yaml:3:1: c"


def test_a_problem_of_the_whole_text_or_line_leaves_out_what_it_has_not() -> None:
    error = LoadError("m", [Problem(0, 0, "too long"), Problem(4, 0, "odd")])
    assert error.lines() == ["m: too long", "m:4: odd"]


def test_a_file_error_names_the_file_and_keeps_its_advice() -> None:
    error = FileError("m.yaml", "it is larger than 5 MB", "make it smaller")
    assert str(error) == "m.yaml: it is larger than 5 MB"
    assert error.hint == "make it smaller"


def test_an_unknown_name_is_answered_with_near_ones() -> None:
    error = UnknownNameError("format", "ymal", near=["yaml"])
    assert str(error) == "there is no format ymal"
    assert error.hint == "did you mean yaml?"
    assert UnknownNameError("node", "x", near=["a", "b"]).hint == "did you mean a or b?"
    assert UnknownNameError("node", "x").hint == ""


def test_a_long_name_is_shown_shortened_and_kept_whole() -> None:
    error = UnknownNameError("node", "x" * 20_000)
    assert (len(str(error)), str(error)[-1], len(error.name)) == (len("there is no node ") + 120, "…", 20_000)


def test_a_name_that_fits_several_is_answered_with_them() -> None:
    error = UnknownNameError("node", "tun", fits=["tunnel", "tuna"])
    assert str(error) == "node tun fits several"
    assert error.hint == "write more of it: tunnel, tuna"


def test_a_request_error_is_its_message_and_its_advice() -> None:
    error = RequestError("the name x tells no format", "end it in .yaml")
    assert str(error) == "the name x tells no format"
    assert error.hint == "end it in .yaml"


def test_an_unsound_map_tells_all_its_flaws() -> None:
    assert str(UnsoundMapError([Flaw("one"), Flaw("two")])) == "one\ntwo"
