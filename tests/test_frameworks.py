"""Frameworks and their three notations: what is read, and what is refused, where."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import LoadError
from argmap.frameworks import ARGUMENTS_MOST, Framework, Notation, framework_of, notation_of, parsed

APX = "% a comment with arg(z).\narg(a). arg(b).\n\natt(a,b).  % after\n att( b , a )."
TGF = "a first one\nb\n#\na b label\n\nb a\n"
AF = "# made by hand\np af 2\n1 2\n# between\n2 1\n"


@pytest.mark.parametrize(("text", "notation"), [(APX, "apx"), (TGF, "tgf"), (AF, "af")])
def test_each_notation_is_known_by_its_beginning_and_read(text: str, notation: Notation) -> None:
    assert notation_of(text) == notation
    framework = parsed(text, "x", notation)
    assert framework.names == (("1", "2") if notation == "af" else ("a", "b"))
    assert framework.attacks == ((0, 1), (1, 0))
    assert framework.attackers == [[1], [0]] == framework.attacked


@pytest.mark.parametrize(
    "text",
    [
        "",
        "argmap: 1\n# a comment\n#\nnodes: {}\n",
        '{"argmap": 1}\n#\n',
        "- a\n#\n",
        "<graphml/>\n#\n",
        "a: b\n#",
    ],
)
def test_a_map_is_taken_for_no_framework(text: str) -> None:
    assert notation_of(text) is None


def test_windows_line_ends_are_read() -> None:
    assert parsed(TGF.replace("\n", "\r\n"), "x", "tgf") == parsed(TGF, "x", "tgf")
    assert parsed(AF.replace("\n", "\r\n"), "x", "af") == parsed(AF, "x", "af")


def test_an_attack_said_twice_is_one_attack() -> None:
    assert parsed("arg(a). att(a,a). att(a,a).", "x", "apx").attacks == ((0, 0),)


@pytest.mark.parametrize(
    ("notation", "text", "told"),
    [
        ("apx", "arg(a).\n att(a,bee).", "2:2: unknown argument bee"),
        ("apx", "arg(first).\natt(first,frist).", "2:1: unknown argument frist; did you mean first?"),
        ("apx", "arg(a).\narg(a).", "2:1: the argument a is there twice"),
        ("apx", "arg(a,b).", "1:1: arg(a). names one argument, att(a,b). two"),
        ("apx", "arg(a).\n att(a).", "2:2: arg(a). names one argument, att(a,b). two"),
        ("apx", "arg(a).\n\n  foo", "3:3: here a fact is expected: arg(a). or att(a,b)."),
        ("apx", "arg(a)", "1:1: here a fact is expected: arg(a). or att(a,b)."),
        ("tgf", "a\n a\n#\n", "2:2: the argument a is there twice"),
        ("tgf", "a\n#\na\n", "3:1: an attack names two arguments: the attacker, then the attacked"),
        ("tgf", "a\n#\na x\n", "3:1: unknown argument x"),
        ("af", "p af 2\n1 3\n", "2:1: unknown argument 3"),
        ("af", "p af 2\n1\n", "2:1: an attack is two numbers of arguments, from 1: 1 2"),
        ("af", "p af 2\n1 x\n", "2:1: an attack is two numbers of arguments, from 1: 1 2"),
        ("af", "# only\n", "1:1: this is empty; it begins with `p af 3`"),
        ("af", "1 2\np af 2\n", f"1:1: this begins with `p af 3`, with the number of arguments (at most {ARGUMENTS_MOST:,})"),
        ("af", f"p af {ARGUMENTS_MOST + 1}\n", f"1:1: this begins with `p af 3`, with the number of arguments (at most {ARGUMENTS_MOST:,})"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_line_and_column(notation: Notation, text: str, told: str) -> None:
    with pytest.raises(LoadError) as caught:
        parsed(text, "x", notation)
    assert caught.value.lines() == [f"x:{told}"]


def test_every_problem_is_told_at_once() -> None:
    with pytest.raises(LoadError) as caught:
        parsed("arg(a). arg(a). att(a,b). att(c,a).", "x", "apx")
    assert len(caught.value.problems) == 3


def test_a_name_that_steers_a_terminal_is_told_visibly() -> None:
    with pytest.raises(LoadError) as caught:
        parsed("arg(a). att(a,\x1b[31m).", "x", "apx")
    assert "\x1b" not in str(caught.value)


@pytest.mark.parametrize(
    "text",
    ["%" * 300_000, "% \n" * 100_000, "#\n" * 100_000, " " * 300_000, "a\n" * 100_000, "arg(" * 100_000],
)
def test_a_long_beginning_is_looked_through_once(text: str) -> None:
    notation_of(text)
    for notation in ("apx", "tgf", "af"):
        try:
            parsed(text, "x", notation)
        except LoadError as error:
            assert error.problems


@given(st.text(max_size=60))
def test_no_text_is_more_than_a_framework_or_a_list_of_problems(text: str) -> None:
    for notation in ("apx", "tgf", "af"):
        try:
            assert isinstance(parsed(text, "x", notation), Framework)
        except LoadError as error:
            assert all(problem.line for problem in error.problems)


def test_a_framework_is_made_of_names() -> None:
    assert framework_of("ab", [("a", "b"), ("a", "b")]) == Framework(("a", "b"), ((0, 1),))
